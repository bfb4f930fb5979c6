"""How time and memory grow with a tender, for each shape that may grow, each format and each stage.

    python benchmarks/growth.py [--only parties,lots] [--formats native,ocds] [--base 250] [--times 1,2,4,8]

Every size runs in a process of its own. Prints seconds of CPU per stage, the peak of memory, and for the last doubling
of each shape the exponent of the sum: 1 grows as the bytes do, 2 with their square. With lists installed under
VENDORSCREEN_HOME they are searched too. A tender that is refused for its size prints the refusal.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

Release = dict[str, Any]
STAGES = ("read", "match", "facts", "rules", "report", "text", "json")
CPV = {"scheme": "CPV", "id": "38581000"}
HIKVISION = "Hikvision Branch {} Ltd"


def release(**parts: Any) -> Release:
    tender = {"title": "Scanners", "classification": CPV, **parts.pop("tender", {})}
    return {"ocid": "o-1", "buyer": {"name": "B", "country": "LT"}, "tender": tender, **parts}


def party(n: int, name: str = "Firm {} Ltd", **more: Any) -> Release:
    return {"id": f"p{n}", "name": name.format(n), "roles": ["tenderer"], **more}


def owner(n: int, share: float = 0.6) -> Release:
    return {"shareholder": {"id": f"p{n}"}, "shareholding": share}


def suppliers(*numbers: int) -> list[Release]:
    return [{"id": f"p{n}"} for n in numbers]


def lots(n: int) -> list[Release]:
    return [{"id": f"l{k}", "title": f"Lot {k}", "value": {"amount": 1000 + k, "currency": "EUR"}} for k in range(n)]


def lot_ids(n: int, step: int = 1) -> list[str]:
    return [f"l{k}" for k in range(0, n, step)]


def bids(details: list[Release]) -> Release:
    return {"details": details}


def parties(n: int) -> Release:
    return release(parties=[party(k) for k in range(n)])


def short_parties(n: int) -> Release:
    return release(parties=[{"id": f"{k}", "name": f"Z{k}"} for k in range(n)])


def matched(n: int) -> Release:
    return release(parties=[party(k, HIKVISION) for k in range(n)])


def matched_nuctech(n: int) -> Release:
    return release(parties=[party(k, "Nuctech Company {} Ltd", country="CN") for k in range(n)])


def many_lots(n: int) -> Release:
    return release(tender={"lots": lots(n)}, parties=[party(0)])


def awards(n: int) -> Release:
    made = [
        {"id": f"a{k}", "suppliers": suppliers(k), "relatedLots": lot_ids(n, 10), "date": "2024-01-02"}
        for k in range(n)
    ]
    signed = [{"id": f"c{k}", "awardID": f"a{k}", "dateSigned": "2024-02-02"} for k in range(n)]
    return release(tender={"lots": lots(n)}, parties=[party(k) for k in range(n)], awards=made, contracts=signed)


def open_awards(n: int) -> Release:
    made = [{"id": f"a{k}", "suppliers": suppliers(k), "date": "2024-01-02"} for k in range(n)]
    return release(tender={"lots": lots(n)}, parties=[party(k) for k in range(n)], awards=made)


def many_bids(n: int) -> Release:
    details = [
        {
            "id": f"b{k}",
            "tenderers": suppliers(k),
            "relatedLots": [f"l{k}"],
            "value": {"amount": 5, "currency": "EUR"},
            "countriesOfOrigin": ["CN"],
        }
        for k in range(n)
    ]
    return release(tender={"lots": lots(n)}, parties=[party(k) for k in range(n)], bids=bids(details))


def group_bid(n: int) -> Release:
    details = [{"id": "b", "tenderers": suppliers(*range(n)), "relatedLots": lot_ids(n)}]
    return release(tender={"lots": lots(n)}, parties=[party(k) for k in range(n)], bids=bids(details))


def subcontracts(n: int) -> Release:
    passed_on = [{"subcontractor": {"id": f"p{k}"}, "share": 0.001} for k in range(1, n)]
    details = [{"id": "b", "tenderers": suppliers(0), "subcontracting": {"subcontracts": passed_on}}]
    return release(parties=[party(k) for k in range(n)], bids=bids(details))


def items(n: int) -> Release:
    return release(
        tender={"items": [{"id": f"{k}", "description": f"Scanner {k}", "classification": CPV} for k in range(n)]},
        parties=[party(0, HIKVISION), party(1)],
    )


def chain(n: int) -> Release:
    return release(parties=[party(k, shareholders=[owner(k + 1)] if k < n - 1 else []) for k in range(n)])


def matched_chain(n: int) -> Release:
    return release(parties=[party(k, HIKVISION, shareholders=[owner(k + 1)] if k < n - 1 else []) for k in range(n)])


def star(n: int) -> Release:
    return release(parties=[party(0, HIKVISION), *(party(k, shareholders=[owner(0)]) for k in range(1, n))])


def owned_by_many(n: int) -> Release:
    owners = [owner(k, 1 / n) for k in range(1, n)]
    return release(parties=[party(0, shareholders=owners), *(party(k, country="CN") for k in range(1, n))])


def ring(n: int) -> Release:
    return release(parties=[party(k, shareholders=[owner((k + 1) % n), owner((k + 7) % n, 0.3)]) for k in range(n)])


def products(n: int) -> Release:
    details = [{"id": f"b{k}", "tenderers": suppliers(k)} for k in range(n)]
    offered = [{"brand": f"Brand {k}", "relatedBids": [f"b{k}"], "manufacturer": {"id": "p0"}} for k in range(n)]
    return release(parties=[party(k) for k in range(n)], bids=bids(details), screening={"products": offered})


def branded(n: int) -> Release:
    details = [{"id": f"b{k}", "tenderers": suppliers(k)} for k in range(n)]
    offered = [{"brand": "Hikvision", "relatedBids": [f"b{k}"]} for k in range(n)]
    return release(parties=[party(k, HIKVISION) for k in range(n)], bids=bids(details), screening={"products": offered})


def funding(n: int) -> Release:
    return release(
        parties=[party(0, HIKVISION), party(1, "Nuctech")],
        screening={"funding": [{"source": "loan", "country": "CN"} for _ in range(n)]},
    )


def declared(n: int) -> Release:
    given = [{"party": {"id": f"p{k}"}, "country": "CN", "amount": 5, "currency": "EUR"} for k in range(n)]
    uses = [{"party": {"id": f"p{k}"}, "uses": False} for k in range(n)]
    return release(
        parties=[party(k) for k in range(n)],
        screening={"declarations": {"foreignContributions": given, "coveredEquipment": uses}},
    )


def dangling(n: int) -> Release:
    details = [{"id": f"b{k}", "tenderers": suppliers(n + k), "relatedLots": [f"x{k}"]} for k in range(n)]
    return release(tender={"lots": lots(n)}, parties=[party(k) for k in range(n)], bids=bids(details))


def doubled(n: int) -> Release:
    return release(parties=[party(k // 2) for k in range(n)])


def unknown_keys(n: int) -> Release:
    return release(parties=[party(k, nmae="x") for k in range(n)])


def documents(n: int) -> Release:
    """A long description, and many words to search."""
    return release(tender={"description": "scanner of the airport, " * n}, parties=[party(0)])


SHAPES: dict[str, tuple[Callable[[int], Release], int]] = {
    "parties": (parties, 4),
    "short parties": (short_parties, 4),
    "matched parties": (matched, 1),
    "matched Nuctech": (matched_nuctech, 1),
    "lots": (many_lots, 8),
    "awards x lots": (awards, 1),
    "awards without lots": (open_awards, 2),
    "bids": (many_bids, 2),
    "one bid of many in many lots": (group_bid, 1),
    "subcontracts": (subcontracts, 2),
    "items": (items, 8),
    "chain of owners": (chain, 1),
    "matched chain": (matched_chain, 1),
    "star of owners": (star, 2),
    "owned by many": (owned_by_many, 4),
    "ring of owners": (ring, 1),
    "products": (products, 2),
    "matched products": (branded, 1),
    "sources of money": (funding, 8),
    "declarations": (declared, 2),
    "dangling references": (dangling, 2),
    "duplicates": (doubled, 4),
    "unknown keys": (unknown_keys, 2),
    "documents": (documents, 64),
}
"""Each shape, and how many times the base its sizes are."""


def native(shape: str, n: int) -> bytes:
    made = SHAPES[shape][0](n)
    for one in made.get("parties", []):
        if "country" in one:
            one["address"] = {"country": one.pop("country")}
    return b"# a tender\n" + json.dumps(made).encode()


def ocds(shape: str, n: int) -> bytes:
    made = SHAPES[shape][0](n)
    made |= {"id": "1", "tag": ["award"], "date": "2024-01-01T00:00:00Z"}
    made["buyer"] = {"id": "B", "name": "B"}
    buyer = {"id": "B", "name": "B", "roles": ["buyer"], "address": {"country": "LT"}}
    for one in made.get("parties", []):
        if "country" in one:
            one["address"] = {"country": one.pop("country")}
    made["parties"] = [buyer, *made.get("parties", [])]
    return json.dumps({"version": "1.1", "releases": [made]}).encode()


NAMESPACES = """xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"
xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1\""""


def inside(tag: str, *content: str) -> str:
    return f"<{tag}>{''.join(content)}</{tag}>"


def reference(tag: str, id_: str) -> str:
    return inside(tag, inside("cbc:ID", id_))


def organisation(id_: str, name: str, country: str) -> str:
    address = inside("cac:PostalAddress", inside("cac:Country", inside("cbc:IdentificationCode", country)))
    company = inside(
        "efac:Company",
        reference("cac:PartyIdentification", id_),
        inside("cac:PartyName", inside("cbc:Name", name)),
        address,
    )
    return inside("efac:Organization", company)


def eforms(shape: str, n: int) -> bytes:
    """A result notice: n of the shape, the rest small."""
    name = HIKVISION if "matched" in shape else "Firm {} Ltd"
    firms = 1 if shape in ("lots", "items") else n
    count = 1 if shape in ("parties", "matched parties", "one group, many tenders") else n
    group = "".join(reference("efac:Tenderer", f"ORG-{k}") for k in range(firms))
    groups = (
        inside("efac:TenderingParty", inside("cbc:ID", "TPA-0"), group)
        if shape in ("parties", "matched parties", "one group, many tenders")
        else "".join(
            inside("efac:TenderingParty", inside("cbc:ID", f"TPA-{k}"), reference("efac:Tenderer", f"ORG-{k}"))
            for k in range(firms)
        )
    )
    tenders = n if shape == "one group, many tenders" else firms if groups.count("TenderingParty") > 2 else 1
    made = "".join(
        inside(
            "efac:LotTender",
            inside("cbc:ID", f"TEN-{k}"),
            reference(
                "efac:TenderingParty", "TPA-0" if tenders != firms or firms == 1 or shape[:3] == "one" else f"TPA-{k}"
            ),
            reference("efac:TenderLot", f"LOT-{k % count}"),
        )
        for k in range(tenders)
    )
    several = shape == "awards x lots"
    results = "".join(
        inside(
            "efac:LotResult",
            inside("cbc:ID", f"RES-{k}"),
            inside("cbc:TenderResultCode", "selec-w"),
            "".join(
                reference("efac:LotTender", f"TEN-{j}") for j in (range(0, tenders, 10) if several else [k % tenders])
            ),
            reference("efac:TenderLot", f"LOT-{k}"),
        )
        for k in range(count if shape != "items" else 1)
    )
    firms_made = "".join(organisation(f"ORG-{k}", name.format(k), "DE") for k in range(firms))
    body = inside(
        "ext:UBLExtensions",
        inside(
            "ext:UBLExtension",
            inside(
                "ext:ExtensionContent",
                inside(
                    "efext:EformsExtension",
                    inside("efac:NoticeResult", results, made, groups),
                    inside("efac:Organizations", organisation("ORG-B", "Town", "LT"), firms_made),
                ),
            ),
        ),
    )
    buyer = inside("cac:ContractingParty", inside("cac:Party", reference("cac:PartyIdentification", "ORG-B")))
    code = '<cbc:ItemClassificationCode listName="cpv">38581000</cbc:ItemClassificationCode>'
    project = inside("cac:ProcurementProject", inside("cac:MainCommodityClassification", code))
    each = "".join(
        inside("cac:ProcurementProjectLot", f'<cbc:ID schemeName="Lot">LOT-{k}</cbc:ID>', project)
        for k in range(max(count, n if shape in ("lots", "items") else 1))
    )
    return f"<ContractAwardNotice {NAMESPACES}>{body}{buyer}{each}</ContractAwardNotice>".encode()


def ted(shape: str, n: int) -> bytes:
    """A legacy award notice: n awards with a winner each, or n lots."""
    name = HIKVISION if "matched" in shape else "Firm {} Ltd"
    firms = 1 if shape in ("lots", "items") else n

    def address(tag: str, called: str, country: str) -> str:
        return f'<{tag}><OFFICIALNAME>{called}</OFFICIALNAME><COUNTRY VALUE="{country}"/></{tag}>'

    code = '<CPV_ADDITIONAL><CPV_CODE CODE="38581000"/></CPV_ADDITIONAL>'
    described = "".join(
        f'<OBJECT_DESCR ITEM="{k}"><LOT_NO>{k}</LOT_NO>{code}</OBJECT_DESCR>'
        for k in range(1 if shape in ("parties", "matched parties") else n)
    )
    won = "".join(
        f"<AWARD_CONTRACT><LOT_NO>{k}</LOT_NO><AWARDED_CONTRACT><CONTRACTORS><CONTRACTOR>"
        + address("ADDRESS_CONTRACTOR", name.format(k), "DE")
        + "</CONTRACTOR></CONTRACTORS></AWARDED_CONTRACT></AWARD_CONTRACT>"
        for k in range(firms)
    )
    body = inside("CONTRACTING_BODY", address("ADDRESS_CONTRACTING_BODY", "Town", "LT"))
    content = inside("OBJECT_CONTRACT", '<CPV_MAIN><CPV_CODE CODE="38581000"/></CPV_MAIN>', described)
    form = f'<F03_2014 LG="EN" CATEGORY="ORIGINAL">{body}{content}{won}</F03_2014>'
    return f'<TED_EXPORT DOC_ID="1-2020">{inside("FORM_SECTION", form)}</TED_EXPORT>'.encode()


NOTICES = ("parties", "matched parties", "lots", "items", "awards x lots", "one group, many tenders")
FORMATS = {"native": native, "ocds": ocds, "eforms": eforms, "ted": ted}


def measured(form: str, shape: str, n: int) -> Release:
    """Return the seconds of CPU of each stage in this process, its memory, and the bytes in and out."""
    from vendorscreen import Screener, __version__
    from vendorscreen.errors import VendorscreenError
    from vendorscreen.fact import Case
    from vendorscreen.fact.case_bounds import refuse_beyond_bounds
    from vendorscreen.matching import match_tender
    from vendorscreen.report import build_report, render_text
    from vendorscreen.rule import evaluate
    from vendorscreen.tender import parse_tender

    content, screener, day = FORMATS[form](shape, n), Screener.default(), date(2024, 6, 1)
    screener.check(parse_tender(b"title: warm\nsuppliers: [Hikvision]", "warm"), day)
    empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took: Release = {"kB": len(content) / 1000}
    began = time.process_time()

    def lap(stage: str) -> None:
        nonlocal began
        took[stage] = time.process_time() - began
        began = time.process_time()

    try:
        tender = parse_tender(content, "grown")
        lap("read")
        case = Case(tender, screener.watchlist, tuple(match_tender(tender, screener.watchlist, day)), day)
        lap("match")
        refuse_beyond_bounds(case)
        _ = case.parties, case.links, case.shares
        lap("facts")
        outcomes = evaluate(screener.rules.rules, case)
        lap("rules")
        report = build_report(case, outcomes, screener.rules, __version__)
        lap("report")
        render_text(report)
        lap("text")
        took["out"] = len(report.to_json())
        lap("json")
    except VendorscreenError as error:
        lap("refused")
        took["message"] = str(error).splitlines()[0][:150]
        took["lines"] = str(error).count("\n") + 1
    took["MB"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - empty) / 1024
    return took


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--base", type=int, default=250)
    parser.add_argument("--times", default="1,2,4,8")
    parser.add_argument("--measure", nargs=3)
    parser.add_argument("--longest", type=float, default=120)
    options = parser.parse_args()
    if options.measure:
        form, shape, n = options.measure
        print(json.dumps(measured(form, shape, int(n))))
        return
    wanted = [one for one in options.only.split(",") if one]
    print(f"{'':46}{'kB':>9}" + "".join(f"{stage:>8}" for stage in STAGES) + f"{'sum':>8}{'MB':>7}{'out kB':>9}")
    for form in options.formats.split(","):
        for shape in SHAPES if form in ("native", "ocds") else NOTICES:
            if not wanted or shape in wanted:
                curve(form, shape, options)


def curve(form: str, shape: str, options: argparse.Namespace) -> None:
    sums: list[float] = []
    sizes: list[float] = []
    for times in map(int, options.times.split(",")):
        n = options.base * times * SHAPES.get(shape, (None, 1))[1]
        command = [sys.executable, __file__, "--measure", form, shape, str(n)]
        label = f"{form} {shape} {n:,}"
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=options.longest)
        except subprocess.TimeoutExpired:
            print(f"{label:46} longer than {options.longest:.0f} s", flush=True)
            return
        if done.returncode:
            print(f"{label:46} ended with {done.returncode}: {done.stderr.decode()[-300:]}", flush=True)
            return
        took = json.loads(done.stdout)
        if "message" in took:
            told = f"{took['refused']:.2f} s, {took['MB']:.0f} MB, {took['lines']} lines: {took['message']}"
            print(f"{label:46}{took['kB']:>9,.0f} refused in {told}", flush=True)
            continue
        sums.append(sum(took[stage] for stage in STAGES))
        sizes.append(took["kB"])
        stages = "".join(f"{took[stage]:>8.2f}" for stage in STAGES)
        print(
            f"{label:46}{took['kB']:>9,.0f}{stages}{sums[-1]:>8.2f}{took['MB']:>7.0f}{took['out'] / 1000:>9,.0f}",
            flush=True,
        )
    if len(sums) > 1:
        print(f"{'':4}exponent {math.log(sums[-1] / sums[-2]) / math.log(sizes[-1] / sizes[-2]):.2f}", flush=True)


if __name__ == "__main__":
    main()
