"""The words that say a text holds more than one name, in the languages of European procurement."""

import re

__all__ = ["ASIDES", "CONJUNCTIONS", "CONSORTIUM", "MEMBER_ROLE", "NAMELESS", "OPENING_SIGNS", "SIGNALS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(*wordings: str) -> str:
    return "(?:" + "|".join(wordings) + ")"


_OPENINGS = _any(
    *("joint[ -]venture", "jv", "consortium", r"temporary\s+association", r"unincorporated\s+joint\s+venture"),
    r"groupement(?:\s+(?:solidaire|conjoint|momentané|temporaire))?(?:\s+d['’]entreprises|\s+d['’]opérateurs)?",
    *("gme", r"association\s+momentanée"),
    *("arge", "arbeitsgemeinschaft", "bietergemeinschaft", "biege", "bieterkonsortium", "konsortium"),
    *("rti", r"r\.t\.i\.", "ati", r"a\.t\.i\.", "consorzio"),
    r"raggruppamento(?:\s+temporaneo)?(?:\s+(?:di|tra)\s+(?:imprese|professionisti|concorrenti))?",
    *("ute", r"u\.t\.e\.", r"uni[óo]n\s+temporal(?:\s+de\s+empresas)?", "consorcio"),
    *(r"konsorcjum(?:\s+firm)?", "combinatie", r"tijdelijke\s+(?:handels)?vennootschap", "thv", "samenwerkingsverband"),
    *("κοινοπραξία", "κ/ξ", r"ένωση(?:\s+(?:εταιρειών|οικονομικών\s+φορέων|εταιριών))?"),
    *("agrupamento", "consórcio", "ace", "sdružení", "společnost", "konsorcium"),
    *("asocierea", "asociatia", "asociația", r"grupo\s+licitador", "консорциум", "обединение", "дззд"),
)
_OF_WORDS = "of between aus der des de entre tra fra firm van zwischen από mezi dintre"
_OF = _any(*_OF_WORDS.split(), *_OF_WORDS.upper().split())

CONSORTIUM = re.compile(
    rf"[\s\"“”„«#*]*(?:the\s+)?{_OPENINGS}(?![\w.])(?:\s+(?-i:{_OF})\b)?\s*[:\-–—]?\s*(?=\S)", re.IGNORECASE
)
"""The opening of a consortium's text; what follows are its members."""

_LEAD = _any(
    r"lead(?:er)?(?:\s+(?:member|partner|contractor|bidder))?",
    *(r"lider(?:\s+konsorcjum)?", r"lider\s+asociere", "líder", r"empresa\s+líder", "representante"),
    *("mandataria", r"capogruppo(?:\s+mandataria)?", "capofila"),
    r"mandataire(?:\s+(?:du\s+groupement|solidaire))?",
    *(r"federführend\w*", "konsortialführer(?:in)?", r"bevollmächtigt\w*", "penvoerder"),
    *("επικεφαλής", r"vedoucí\s+\w+"),
)
_PARTNER = _any(
    *("partner", "member", "membre", "partenaire", "co-?traitant", "mitglied"),
    *(r"członek(?:\s+konsorcjum)?", "konsorcjant", "mandante", "mandant"),
    *("miembro", "μέλος", "asociat", "společník"),
)

MEMBER_ROLE = re.compile(rf"[(\[]\s*(?:(?P<lead>{_LEAD})|(?P<partner>{_PARTNER}))\s*[)\]]", re.IGNORECASE)
"""The role of a consortium's member, in brackets behind its name."""


def _aside(*wordings: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(*wordings)}(?!\w)\.?\s*:?\s*", re.IGNORECASE)


_DIGITS_FOLLOW = r"(?=[\s.:#º°-]{0,4}(?:[a-z]{2,3}[\s-]?)?(?:\d[\s./-]?){5})"
_NUMBER = re.compile(
    _aside(
        *(
            "nip",
            r"vat(?:\s+(?:no|number|reg))?",
            r"p\.?\s?iva",
            r"partita\s+iva",
            r"codice\s+fiscale",
            r"c\.?f",
            "cif",
        ),
        *("nif", r"n\.i\.f", "siret", "siren", "rcs", "krs", "regon", r"ust\.?-?\s?id(?:-?nr)?", "uid"),
        *(
            "hrb",
            "hra",
            "kvk",
            "btw",
            "cvr",
            r"org\.?\s?nr",
            "ičo?",
            "dič",
            "cui",
            "adószám",
            "inn",
            "инн",
            "ogrn",
            "огрн",
        ),
        *("tva", "oib", "afm", "αφμ", "lei", "duns", r"reg(?:istration)?\.?\s+(?:no|number)"),
    ).pattern
    + _DIGITS_FOLLOW,
    re.IGNORECASE,
)
_QUOTE = "[\"'‘’‚“”„«»]"
_REMARK = re.compile(
    rf"(?<=[(\[])\s*(?:the|hereinafter|hereafter|nachfolgend|im\s+folgenden|ci-après|en\s+adelante|di\s+seguito|dalej)"
    rf"(?:\s+\w+){{0,3}}\s*{_QUOTE}[^()\[\]]{{1,60}}{_QUOTE}\s*[)\]]",
    re.IGNORECASE,
)

ASIDES = (
    (
        "trading_name",
        _aside(
            *("t/as?", "trading as", "d/b/a", "dba", "doing business as", "operating as"),
            *("handelnd als", "handelnd unter", "nom commercial", "nombre comercial", "denominazione commerciale"),
            *("handelsnaam", "opererend als", "exerçant sous le nom", "pod nazwą"),
        ),
    ),
    (
        "former_name",
        _aside(
            *("formerly known as", "formerly", "previously known as", "previously", "f/k/a", "fka"),
            *("vormals", "ehemals", "voorheen", "anciennement", "già denominata", "ex denominazione"),
            *("antes denominada", "anteriormente", "dawniej", "poprzednio", "πρώην", "dříve", "tidigare", "fost[ăa]?"),
        ),
    ),
    (
        "also_known_as",
        _aside(
            *("a/k/a", "aka", "also known as", "auch bekannt als"),
            *("aussi connu sous le nom", "tevens handelend onder"),
        ),
    ),
    ("care_of", _aside("c/o", "care of", "p/a")),
    ("number", _NUMBER),
    ("remark", _REMARK),
)
"""Roles of what stands beside a name, with the wording that introduces it: another name, or one of ``NAMELESS``."""

OPENING_SIGNS = ("(", "[", ",", ";", "–", "-")
"""What may stand between a name and such wording."""

NAMELESS = frozenset({"number", "remark"})
"""Roles of what is no name."""

CONJUNCTIONS = _words("and und et e ed y oraz i och og en και si și &")
"""Words that may part two names, or stand in one."""

SIGNALS = _words(
    """joint jv consortium temporary unincorporated groupement gme association arge arbeitsgemeinschaft
    bietergemeinschaft biege bieterkonsortium konsortium rti r.t.i. ati a.t.i. raggruppamento consorzio ute u.t.e.
    unión union consorcio konsorcjum combinatie tijdelijke thv samenwerkingsverband κοινοπραξία κ/ξ ένωση
    agrupamento consórcio ace sdružení společnost konsorcium asocierea asociatia asociația grupo консорциум
    обединение дззд lead leader lider líder mandataria mandataire capogruppo capofila konsortialführer
    konsortialführerin penvoerder επικεφαλής vedoucí empresa representante partner członek konsorcjant mandante
    mandant member membre cotraitant co-traitant miembro μέλος asociat společník mitglied partenaire federführend
    federführendes federführender bevollmächtigt bevollmächtigter bevollmächtigtes t/a t/as trading d/b/a dba
    doing operating handelnd nom nombre denominazione handelsnaam opererend exerçant pod formerly previously f/k/a
    fka vormals ehemals voorheen anciennement già ex antes anteriormente dawniej poprzednio πρώην dříve tidigare
    fost fosta fostă a/k/a aka also auch aussi tevens c/o care p/a
    nip vat p.iva iva fiscale c.f cf c.f. cif nif n.i.f n.i.f. siret siren rcs krs regon ust-id ust-idnr ust-idnr.
    ust.-id ust.-idnr. ustid ustidnr uid hrb hra kvk btw cvr orgnr org.nr org.nr. org. org ič ičo dič cui adószám
    inn инн ogrn огрн tva oib afm αφμ lei duns reg reg. registration
    hereinafter hereafter nachfolgend folgenden ci-après adelante seguito dalej"""
)
"""Words without which a text holds no more names than its legal forms say, lower-case."""
