#!/usr/bin/env python3
"""Writes the table of legal forms from ISO 20275 and the forms named below.

    python scripts/build_legal_forms.py elf-codes-1.4.1.csv

Source: "Entity legal forms" code list 1.4.1 (ISO 20275), published by GLEIF, https://www.gleif.org/en/about-lei/code-lists/iso-20275-entity-legal-forms-code-list.
Taken over: abbreviations, and full names of at least two words, of forms that carry an abbreviation, each with the
abbreviation it stands for. Left out: abbreviations that are ordinary words, and forms of public bodies and schools.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from vendorscreen.name.folding import folded_words

TARGET = Path(__file__).parent.parent / "src/vendorscreen/name/data/legal_forms.tsv"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CURATED = {
    "limited": """
        ltd: ltd, limited, ltda, limitada, ltdo, ltee, limitee, lda, cyf, cyfyngedig, teo, teoranta
        co ltd: co ltd, co limited, company limited, company ltd, limited company, ltd co, coltd,
            private company limited by shares, company limited by shares
        pvt ltd: pvt ltd, private limited, pvt limited, private ltd, p ltd, pltd, p limited
        pty ltd: pty ltd, proprietary limited, pty limited, proprietary ltd, pty
        pte ltd: pte ltd, pte limited, pte
        sdn bhd: sdn bhd, sendirian berhad
        llc: llc, limited liability company, limited liability, limited liability co, ltd liability co,
            ltd liability company, l l company, lc, pllc, fz llc, fzllc, fzco, fze, fz co, dmcc, wll
        gmbh: gmbh, gesmbh, gesellschaft mit beschrankter haftung, gesellschaft mbh, mbh, ggmbh
        ug: ug, ug haftungsbeschrankt, unternehmergesellschaft, unternehmergesellschaft haftungsbeschrankt,
            haftungsbeschrankt
        sarl: sarl, eurl, sarlu, suarl, societe a responsabilite limitee, sarlau
        sas: sas, sasu, societe par actions simplifiee
        srl: srl, srls, sagl, societa a responsabilita limitata, societe a responsabilite limitee unipersonnelle,
            sociedad de responsabilidad limitada, s de rl, s de rl de cv, sa rl
        sl: sl, slu, sociedad limitada, sll, slne
        bv: bv, bvba, bvio, besloten vennootschap, besloten vennootschap met beperkte aansprakelijkheid, sprl
        sp zoo: sp zoo, spzoo, sp z oo, zoo, sp zo o, spolka z ograniczona odpowiedzialnoscia, spolka zoo,
            z ograniczona odpowiedzialnoscia
        sro: sro, spol sro, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym, spol s ro
        doo: doo, dooel, drustvo s ogranicenom odgovornoscu, druzba z omejeno odgovornostjo
        kft: kft, korlatolt felelossegu tarsasag
        ooo: ooo, obshchestvo s ogranichennoy otvetstvennostyu, ooo kompaniya,
            obshchestvo s ogranichennoi otvetstvennostyu, too, tov, tzov, mchzh, osoo, mmc
        eood: eood, ood
        sia: sia, sabiedriba ar ierobezotu atbildibu
        uab: uab, uzdaroji akcine bendrove, mb
        ou: ou, osauhing
        aps: aps, anpartsselskab
        as ltd sti: ltd sti, limited sirketi, limited sirket
        epe: epe, ike, etaireia periorismenis efthynis
        kk ltd: yk, yugen kaisha, gk, godo kaisha
        pt: pt, perseroan terbatas, pt tbk
        tnhh: tnhh, cong ty tnhh, cong ty trach nhiem huu han, trach nhiem huu han
    """,
    "stock": """
        plc: plc, public limited company, public company limited, pcl, ccc, pub co ltd
        inc: inc, incorporated, incorporation, incorporee
        corp: corp, corporation, crp
        ag: ag, aktiengesellschaft
        sa: sa, sau, societe anonyme, sociedad anonima, sociedade anonima, saoc, saog, sae, saa
        sa de cv: sa de cv, sa de, sab de cv, sapi de cv, sociedad anonima de capital variable, s a p i de cv, de cv,
            cv sa de
        spa: spa, societa per azioni, sociedad por acciones
        nv: nv, naamloze vennootschap
        se: se, societas europaea
        ab: ab, aktiebolag, aktiebolaget, publ, ab publ
        asa: asa, allmennaksjeselskap
        as: as, aksjeselskap, aktieselskab, aktsiaselts, akciju sabiedriba, anonim sirketi, anonim sirket,
            akciova spolecnost, akciova spolocnost, a s
        oy: oy, oyj, osakeyhtio, julkinen osakeyhtio, oy ab
        sa pl: spolka akcyjna
        ao: ao, aktsionernoe obshchestvo, aktsionernoye obshchestvo, zao, zakrytoe aktsionernoe obshchestvo,
            zakrytoye aktsionernoye obshchestvo, oao, otkrytoe aktsionernoe obshchestvo,
            otkrytoye aktsionernoye obshchestvo, pao, publichnoe aktsionernoe obshchestvo,
            publichnoye aktsionernoye obshchestvo, nao, at, pat, prat, vat
        jsc: jsc, joint stock company, joint stock, open joint stock, closed joint stock, public joint stock,
            joint stock co, ojsc, cjsc, pjsc, open joint stock company, closed joint stock company,
            public joint stock company, public jsc, open jsc, closed jsc, ojs co, llc jsc,
            private joint stock company, js company, psc, pjs company
        ad: ad, ead, akcionarsko drustvo, aktsionerno druzhestvo, dd
        zrt: zrt, nyrt, rt, zartkoruen mukodo reszvenytarsasag, nyilvanosan mukodo reszvenytarsasag
        ae: ae, aee, avee, abee, aeve, aebe, anonymi etaireia, anonymos etairia, anonymi etairia
        kk: kk, kabushiki kaisha, kabushiki gaisha
        bhd: bhd, berhad, tbk
        hf: hf, ehf
    """,
    "partnership": """
        kg: kg, kommanditgesellschaft, gmbh co kg, co kg, ag co kg, ug co kg, gmbh co kgaa, kgaa, gmbh co
        ohg: ohg, offene handelsgesellschaft, og
        gbr: gbr, gesellschaft burgerlichen rechts
        lp: lp, limited partnership
        llp: llp, limited liability partnership, lllp, rllp, pllp
        snc: snc, societe en nom collectif, societa in nome collettivo
        sas it: societa in accomandita semplice
        scs: scs, scsp, sca, societe en commandite par actions, societe en commandite simple
        vof: vof, vennootschap onder firma, cv
        sp k: sp k, spolka komandytowa, spk
        sp j: sp j, spolka jawna, spj, sp zoo sp k, sp zoo spk
        kb: kb, kommanditbolag, hb, handelsbolag, ks, ky
        sc: sc, spolka cywilna
        sci: sci, societe civile immobiliere, scp, scea, gaec, earl
    """,
    "cooperative": """
        eg: eg, eingetragene genossenschaft
        coop: coop, cooperative society
        scrl: scrl, cvba, scarl, societa cooperativa, soc coop, soc coop arl, societe cooperative, scop
    """,
    "association": """
        ev: ev, eingetragener verein
        asbl: asbl, vzw, association sans but lucratif, vereniging zonder winstoogmerk
        gie: gie, geie, eeig, ewiv, groupement d interet economique
    """,
    "state": """
        fgup: fgup, federal state unitary enterprise, fsue, federalnoe gosudarstvennoe unitarnoe predpriyatie, gup,
            state unitary enterprise, federal state enterprise, rup, republican unitary enterprise, fkp,
            unitary enterprise
        soe: state owned enterprise, ep, epic, npo
    """,
    "sole": """
        ek: ek, ekfm, eingetragener kaufmann, eirl, eu, ip, individual entrepreneur, sole proprietorship, eirl
    """,
    "company": """
        co: co, company, cie, compagnie, cia, comp
        est: est
    """,
}
"""Family -> lines of "form: spellings". Forms of one family translate each other; of two families, they conflict."""

ORDINARY = words(
    """a act ai al am an as at au ba bank be bo br bund canton cantone capital commune comune corpo de district do ec
    el embassy en ent es est eu fe fi fo for fund gar gas gen go gp hi i in ind inst ip is it la le li lo ma me mi
    mo ms my na ne no obec of ok on or os pa pac pc per ph pi pp pr ps ra re sam sap sat sb scr sd sec ses si sii
    simple so soc son sp ss st su tak te ti to trust tu uk un up us va vi wa we xi yu trade branch association
    assoc assn chartered partnership cooperative corporation proprietor undivided procura prokura owner podnik ziv
    zoo bhs pod kom spol zaujmove confederation"""
)
UNCLEAR = words(
    """insurance bank loan credit savings trust school church union benefit investment fund branch embassy religious
    agricultural professional business international foreign public state private profit rural general federal
    capital development produccion cooperation municipal electric foundation"""
)
"""Words of full names of forms that stand in names of companies as often; such full names are left out."""
FAMILY_HINTS = {
    "partnership": "partner komand command comandit accomandita maatschap handelsgesellschaft colectiv товариств"
    " vennootschap.onder nom.colle nome.colle",
    "cooperative": "co-?op kooperat genossensch gobierno spoldzieln druzstv coöperat кооператив",
    "association": "associa verein vereniging yhdistys forening förening association stowarzysz asociaci",
    "fund": "fund fonds fondo fundo sicav investment.company",
    "stock": "anon aktie aksje akci akcj azioni acciones ações actions public.limited joint.?stock акцион акционер"
    " részvény osakeyhti",
    "limited": "limit beschränk beperk begräns begrens begrænset respons ogranič ograniczon обмеж ограничен omejen"
    " obmedz proprietary private",
}
"""Family -> beginnings of words in full names of its forms, the first that fits counts."""


def family_of(name: str) -> str:
    lowered = name.casefold()
    return next((family for family, hints in FAMILY_HINTS.items() if _holds(hints, lowered)), "company")


def _holds(hints: str, name: str) -> bool:
    return any(re.search(hint, name) for hint in hints.split())


def curated() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for family, lines in CURATED.items():
        for line in re.split(r"\n {8}(?! )", lines.rstrip())[1:]:
            form, _, spellings = line.partition(":")
            for spelling in spellings.split(","):
                words = folded_words(spelling)
                table[" ".join(words)] = (form, family)
                if len(words) > 1:
                    table.setdefault(" ".join(reversed(words)), (form, family))
    return table


def from_standard(path: Path, known: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    votes: dict[str, Counter[tuple[str, str]]] = {}
    for row in rows:
        local = row["Entity Legal Form name Local name"]
        abbreviations = spellings(row["Abbreviations Local language"]) + spellings(row["Abbreviations transliterated"])
        names = [
            full
            for full in spellings(local)
            + spellings(row["Entity Legal Form name Transliterated name (per ISO 01-140-10)"])
            if " " in full
        ]
        usable = [a for a in abbreviations if a not in ORDINARY and len(a) > 1 and len(a.split()) < 4]
        if not usable:
            continue
        form, family = next((known[a] for a in usable if a in known), (usable[0], family_of(local)))
        if family == "company":
            continue
        plain = [name for name in names if UNCLEAR.isdisjoint(name.split())]
        for spelling in [*(a for a in usable if len(a) > 2), *plain]:
            votes.setdefault(spelling, Counter())[(form, family)] += 1
    return {spelling: max(sorted(counted), key=counted.__getitem__) for spelling, counted in votes.items()}


def spellings(field: str) -> list[str]:
    folded = (" ".join(folded_words(part)) for part in re.split(r"[;(]", field))
    return [part for part in folded if part and len(part.split()) <= 8]


def main() -> int:
    known = curated()
    table = from_standard(Path(sys.argv[1]), known) | known
    lines = [f"{spelling}\t{form}\t{family}" for spelling, (form, family) in sorted(table.items())]
    head = [
        "# Legal forms: spelling, form, family. Written by scripts/build_legal_forms.py; not edited by hand.",
        "# Source: ISO 20275 code list 1.4.1 (GLEIF), and company law as named in the script.",
    ]
    TARGET.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} spellings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
