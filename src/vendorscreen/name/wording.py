"""The words that say a text holds more than one name, as patterns (``data/wordings.txt``)."""

import re
from collections import defaultdict
from importlib.resources import files
from typing import NamedTuple

__all__ = [
    "ASIDES", "BETWEEN", "BRANCH", "BRANCH_OF", "CLOSING", "CONJUNCTIONS", "EAST_ASIAN_CLOSING", "EAST_ASIAN_SIGN",
    "MEMBER_ROLE", "NAMELESS", "OPENING",
    "OPENING_SIGNS", "SIGNALS", "UNSURE_OPENING", "Aside",
]  # fmt: skip


def _read() -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = defaultdict(list)
    for line in files("vendorscreen.name").joinpath("data/wordings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, written = line.split("\t")
            phrases[kind] += written.split("|") if kind not in _SINGLE_WORDS else written.split()
    return phrases


_SINGLE_WORDS = ("of", "with", "in", "and")
_SAME_SIGN = {"'": "['’]", "ı": "[ıiİI]", "i": "[iıİI]"}
"""Letters and signs that are written in several ways; ``re`` does not know that Turkish "İ" is a capital "i"."""
_PHRASES = _read()


def _any(*kinds: str) -> str:
    """Return the pattern of the phrases of some kinds, longest first."""
    phrases = sorted({phrase for kind in kinds for phrase in _PHRASES[kind]}, key=lambda one: (-len(one), one))
    return "(?:" + "|".join(map(_written, phrases)) + ")"


def _written(phrase: str) -> str:
    words = ("".join(_SAME_SIGN.get(sign, re.escape(sign)) for sign in word) for word in phrase.split())
    return r"\s+".join(words)


_OPENING, _UNSURE = _any("opening"), _any("opening?")
_OF = "|".join([*_PHRASES["of"], *map(str.upper, _PHRASES["of"])])
_BEFORE = r"[\s\"“”„«#*]*(?:the\s+)?"
_BEHIND = rf"(?![\w.])(?:\s+(?-i:{_OF})\b)?\s*[:\-–—]?\s*(?=\S)"

OPENING = re.compile(rf"{_BEFORE}(?:{_OPENING}{_BEHIND}|{_UNSURE}\s*:\s*(?=\S))", re.IGNORECASE)
"""The opening of a consortium's text; what follows are its members."""

UNSURE_OPENING = re.compile(rf"{_BEFORE}{_UNSURE}{_BEHIND}", re.IGNORECASE)
"""An opening that may also be the first word of a name ("TV Rheinland GmbH", "BG Group plc")."""

CLOSING = re.compile(rf"(?<!\w)(?:(?P<sure>{_any('opening', 'closing')})|{_UNSURE})[\s)\].,;\"“”„»]*$", re.IGNORECASE)
"""A word for a consortium behind its members; ``sure`` where it is seldom the last word of a name."""

EAST_ASIAN_CLOSING = re.compile(r"\s*(?:组成的?|組成的?)?(?:联合体|聯合體|共同企業体|컨소시엄|공동수급체)\W*$")
"""A word for a consortium behind its members, where no blank parts words."""

EAST_ASIAN_SIGN = re.compile(r"[与與和及、・·,，/+]|\s+[-–]\s+|[와과]\s+")
"""What parts members before such a word; some of these signs stand in names too."""

BETWEEN = rf",?\s+\(?(?:{_any('in')}\s+{_OPENING}\)?\s+{_any('with')}|{_any('between')})\s+"
"""What stands between two members ("in joint venture with")."""

_COUNT = r"(?:\s*(?:no|nr|n[°º])?\.?\s*\d{1,2})?"
_FROM = r"(?:(?<=[-–—,;/|:])|(?<=[-–—,;/|:]\s)|^)"
_TO = r"\s*(?=[-–—,;/|]|$)"
_LEAD, _PARTNER = _any("lead", "lead?"), _any("partner", "partner?")

MEMBER_ROLE = re.compile(
    rf"[(\[]\s*(?:(?P<lead>{_LEAD})|(?P<partner>{_PARTNER})){_COUNT}\s*[)\]]\s*:?"
    rf"|(?<!\w)(?:(?P<lead_before>{_LEAD})|(?P<partner_before>{_PARTNER})){_COUNT}\s*:"
    rf"|{_FROM}(?:(?P<lead_apart>{_any('lead')})|(?P<partner_apart>{_any('partner')})){_COUNT}{_TO}",
    re.IGNORECASE,
)
"""The role of a consortium's member: in brackets, before a colon (``..._before``), or between signs."""


class Aside(NamedTuple):
    """Wording that introduces what stands beside a name, and its role: that of another name, or of ``NAMELESS``.

    ``behind_full_name``: it counts only behind a name that ends with a legal form.
    """

    role: str
    wording: re.Pattern[str]
    behind_full_name: bool = False


_LEFT_OUT = r"U\.?[SK]\.?|USA?|CH|EMU?|Japan|Asia|Euro\w*|Canada|China|Switzerland|Australia|Financials?|Tobacco|Works"
"""What funds invest without ("Global ex-US Fund"), where "ex" does not mean a former name."""

_SIGNS = r"(?:(?<=[(\[,;])|(?<=\s[–—-]))\s*"
_BEHIND_ASIDE = r"(?!\w)\.?\s*:?\s*"


def _asides(role: str) -> list[Aside]:
    """Return the wording of a role: what needs nothing around it, and what needs a sign or a full name before it."""
    found = []
    if role in _PHRASES:
        found.append(Aside(role, re.compile(rf"(?<!\w){_any(role)}{_BEHIND_ASIDE}", re.IGNORECASE)))
    if f"{role}?" in _PHRASES:
        words = _any(f"{role}?")
        found.append(
            Aside(
                role,
                re.compile(rf"{_SIGNS}{words}{_BEHIND_ASIDE}-?(?!(?:{_LEFT_OUT})\W*(?:[)\]]|$))(?=\w)", re.IGNORECASE),
            )
        )
        found.append(
            Aside(role, re.compile(rf"(?<=[\s.]){words}\.?[\s-]+(?=\w)", re.IGNORECASE), behind_full_name=True)
        )
    return found


_DIGITS_FOLLOW = r"(?=[\s.:#º°-]{0,4}(?:[a-z]{2,3}[\s-]?)?(?:\d[\s./-]?){5})"
_NUMBER = re.compile(
    r"(?<!\w)(?:nip|vat(?:\s+(?:no|number|reg))?|p\.?\s?iva|partita\s+iva|codice\s+fiscale|c\.?f|cif|nif|n\.i\.f|siret"
    r"|siren|rcs|krs|regon|ust\.?-?\s?id(?:-?nr)?|uid|hrb|hra|kvk|btw|cvr|org\.?\s?nr|ičo?|dič|cui|adószám|inn|инн|ogrn"
    rf"|огрн|tva|oib|afm|αφμ|lei|duns|reg(?:istration)?\.?\s+(?:no|number)){_BEHIND_ASIDE}{_DIGITS_FOLLOW}",
    re.IGNORECASE,
)
_QUOTE = "[\"'‘’‚“”„«»]"
_REMARK = re.compile(
    rf"(?<=[(\[])\s*(?:the|hereinafter|hereafter|nachfolgend|im\s+folgenden|ci-après|en\s+adelante|di\s+seguito|dalej)"
    rf"(?:\s+\w+){{0,3}}\s*{_QUOTE}[^()\[\]]{{1,60}}{_QUOTE}\s*[)\]]",
    re.IGNORECASE,
)

ASIDES = (
    *(
        one
        for role in ("trading_name", "former_name", "also_known_as", "care_of", "agent_for")
        for one in _asides(role)
    ),
    Aside("former_name", re.compile(rf"(?<=\s)ex-(?!(?:{_LEFT_OUT})\b)(?=[A-ZÀ-ÞΑ-ΩА-Я])")),
    *_asides("group"),
    Aside("group", re.compile(rf"{_SIGNS}an?\s+(?=[^()\[\],;]{{2,60}}\scompany\W*$)", re.IGNORECASE)),
    Aside("number", _NUMBER),
    Aside("remark", _REMARK),
)
"""The wording of all roles."""

OPENING_SIGNS = ("(", "[", ",", ";", "–", "—", "-")
"""What may stand between a name and such wording."""

NAMELESS = frozenset({"number", "remark"})
"""Roles of text that is not a name."""

BRANCH = re.compile(rf"(?<!\w){_any('branch')}(?!\w)|分公司|分行|支店|지점", re.IGNORECASE)
"""The word for a branch, behind the name of its firm."""

BRANCH_OF = re.compile(
    rf"\W*(?:{_any('branch')}(?:\s+[\w-]+){{0,3}}?\s+(?:{_OF})|{_any('branch of')})(?!\w)\W*", re.IGNORECASE
)
"""The words for a branch, before the name of its firm."""

CONJUNCTIONS = frozenset(_PHRASES["and"])
"""Words that may part two names, or stand in one."""

_NUMBER_WORDS = """nip vat p.iva iva fiscale c.f cf c.f. cif nif n.i.f n.i.f. siret siren rcs krs regon ust-id ust-idnr
    ust-idnr. ust.-id ust.-idnr. ustid ustidnr uid hrb hra kvk btw cvr orgnr org.nr org.nr. org. org ič ičo dič cui
    adószám inn инн ogrn огрн tva oib afm αφμ lei duns reg reg. registration"""
_REMARK_WORDS = "hereinafter hereafter nachfolgend folgenden ci-après adelante seguito dalej"


_ORDINARY = frozenset(
    "group part trading business commercial partner contractor company spółka office of the a as".split()
)
"""Words too frequent in names to recognise a phrase by, where it has another."""


def _signals() -> frozenset[str]:
    """Return one word of each phrase: the longest that is not ordinary, and is always written alike."""
    kinds = set(_PHRASES) - set(_SINGLE_WORDS)
    words = [[word for word in phrase.split() if "'" not in word] for kind in kinds for phrase in _PHRASES[kind]]
    chosen = {max(some, key=lambda word: (word not in _ORDINARY, len(word))) for some in words}
    return frozenset(
        {
            *chosen,
            *(f"{word}." for word in chosen),
            *"a an 分公司 分行 支店 지점 联合体 聯合體 共同企業体 컨소시엄 공동수급체".split(),
            *_NUMBER_WORDS.split(),
            *_REMARK_WORDS.split(),
        }
    )


SIGNALS = _signals()
"""Words without which a text holds no more names than its legal forms say, lower-case."""
