"""Names as official lists print them: prose, brackets and aliases inside a name told from the name itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vendorscreen.vendor.vendor import NameKind

__all__ = ["PrintedName", "clean", "read_aliases", "read_printed_name"]

LONGEST_NAME = 1000
"""Characters of a printed name that are read; longer texts are no names."""

LONGEST_ACRONYM = 6
"""Letters up to which a single word in capitals is an acronym, on a list that does not print all names so."""

MOST_ASIDES = 20
"""Other names that are read out of one printed name."""

LONGEST_ABBREVIATION = 6
"""Characters, with the full stop, up to which a last word may be an abbreviation: "Corp." """

_BLANKS = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_C1 = re.compile("[\x80-\x9f]")
_SUBORDINATE = re.compile(
    r"^(?P<head>.{3,}?)[.,]?\s+(?P<tie>affiliated entit(?:y|ies)|subordinate institutions?|subordinate institutes?)"
    r"\s*[:\-–—]\s*(?P<name>.*)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[;,]?\s*(?:and|including)?\s*(?:all|any)\s+(?:of its\s+)?(?:successors?|sub-?units?|subsidiar(?:y|ies))\b.*$",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\s*\(\s*(?P<tie>(?:an?\s+)?(?:subsidiary|subordinate institute|subordinate institution|branch|division|affiliate)"
    r"\s+of|parent organization:)\s*(?P<head>.+)\)\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[,;]?\s*[(\[]?\s*(?<![\w.])(?P<sign>a\.?\s?/?k\.?\s?/?a|f\.?\s?/?k\.?\s?/?a|n\.?\s?/?k\.?\s?/?a|d\.?/b\.?/a|"
    r"(?:also\s+)?(?<=[\s(\[])dba|"
    r"(?:also\s+|currently\s+|formerly\s+|previously\s+|now\s+)?(?:known|doing\s+business|operating)\s+as"
    r"(?:\s+\([afd][kb]a\))?|formerly|previously)(?![\w])[.,:]*\s*",
    re.IGNORECASE,
)
_LAST_BRACKET = re.compile(r"^(?P<name>.+?)\s*\(\s*(?P<short>[^()\[\]]{2,40}?)\s*\)\s*\.?$")
_ADDRESS = re.compile(
    r"(?<!\bno)[.,;:]\s+(?:\(?address:|p\.?\s?o\.?\s+box|ul\.|ulitsa|pr\.\s|(?:d\.|no\.?|room|office|suite|flat|unit)?\s?\d)"
    r"(?=[^,]*,[^,]*,|.*\d{5})",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:and|or|the following\b.*|any\b.*|\(?all of\b.*)", re.IGNORECASE)
_SEE = re.compile(r"\s*\(\s*see (?:also |alternate ).*$", re.IGNORECASE)
_OUTER = " ,;:-–—•*"


@dataclass(slots=True)
class PrintedName:
    """A name read from its printed form; ``note`` is what the printed form says of a tie to a body named there."""

    name: str
    others: list[tuple[NameKind, str]] = field(default_factory=list)
    note: str = ""


def clean(text: str) -> str:
    """Return a printed text with odd blanks made plain and Windows-1252 characters restored."""
    if _C1.search(text):
        text = _C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "replace"), text)
    return _BLANKS.sub(" ", text).strip()


def read_printed_name(printed: str) -> PrintedName:
    """Return the name, its other names and its ties as a list prints them together."""
    text = _TAIL.sub("", clean(printed)[:LONGEST_NAME])
    result = PrintedName("")
    within = _SUBORDINATE.match(text)
    if within and within["name"].strip(_OUTER):
        head, name = within["head"].strip(_OUTER), within["name"]
        result.note = f"listed as {within['tie'].lower()} of {head}"
        text = name
        if within["tie"].lower().startswith("subordinate"):  # such names mean little alone: "201 Research Institute"
            result.others.append(("alias", name.strip(_OUTER)))
            text = f"{_without_short(head)[0]} {name.strip(_OUTER)}"
    elif within:
        text = within["head"].strip(_OUTER)
    tied = _TIE.search(text)
    if tied:
        result.note = f"{tied['tie'].lower().rstrip(':')} {tied['head'].strip()}"
        text = text[: tied.start()]
    result.name = _read_asides(text, result)
    return result


def read_aliases(text: str) -> Iterator[tuple[NameKind, str]]:
    """Yield the aliases of a text that joins them by semicolons, with prose around them taken off."""
    addressed = False
    for piece in text.split(";"):
        item = _SEE.sub("", re.sub(r"^\s*(?:and|or)\s+", "", clean(piece)[:LONGEST_NAME], flags=re.IGNORECASE))
        if addressed and any(letter.isdigit() for letter in item):
            continue  # a further address
        address = _ADDRESS.search(item, 3)
        addressed = address is not None
        for part in re.split(r"(?<=\.),\s+and\s+", item[: address.start()] if address else item):
            yield from _alias(part)


def _alias(text: str) -> Iterator[tuple[NameKind, str]]:
    found = PrintedName("")
    name = _read_asides(text, found)
    if name and not _NO_NAME.fullmatch(name):
        yield _kind_of(name), name
    yield from found.others


def _kind_of(name: str) -> NameKind:
    short = " " not in name and name.isupper() and sum(map(str.isalpha, name)) <= LONGEST_ACRONYM
    return "weak_alias" if short and name.isascii() else "alias"


def _read_asides(text: str, result: PrintedName) -> str:
    """Return the name without its "(a.k.a. ...)" and the like, which are added to the other names of the result."""
    for _ in range(MOST_ASIDES):
        sign = _ASIDE.search(text)
        if sign is None:
            break
        close = _closing(text, sign.end()) if re.search(r"[(\[]", sign[0]) else -1
        following = _ASIDE.search(text, sign.end())
        stop = close if close >= 0 else following.start() if following else len(text)
        kind: NameKind = "previous_name" if sign["sign"].lower().startswith(("f", "previously")) else "alias"
        others = text[sign.end() : stop]
        _add_others(_read_asides(others, result) if _ASIDE.search(others) else others, kind, result)
        text = f"{text[: sign.start()]} {text[stop:].lstrip(')]')}"
    name, short = _without_short(" ".join(text.split()).strip(_OUTER + "["))
    if short:
        result.others.append(("weak_alias", short))
    return _without_stop(name)


def _add_others(text: str, kind: NameKind, result: PrintedName) -> None:
    for part in re.split(r"[;]|,\s+(?=[A-Z][a-z]+ [A-Z])", text.rstrip(" )]")):
        name = _without_stop(_closed(part.strip(_OUTER + "\"“”'‘’[]")))
        if name and not _NO_NAME.fullmatch(name):
            result.others.append((_kind_of(name) if kind == "alias" else kind, name))


def _closing(text: str, start: int) -> int:
    """Return where the bracket opened before ``start`` is closed, -1 if nowhere."""
    depth = 1
    for place in range(start, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth == 0:
            return place
    return -1


def _without_stop(name: str) -> str:
    """Return a name without the full stop of a sentence; that of an abbreviation ("Ltd.") stays."""
    last = name.rpartition(" ")[2]
    return name.removesuffix(".") if len(last) > LONGEST_ABBREVIATION and "." not in last[:-1] else name


def _without_short(name: str) -> tuple[str, str]:
    """Return a name and the short form it carries in a last bracket: "Gulf Eagle Metal Profiles (GEMP)"."""
    match = _LAST_BRACKET.match(name)
    if match is None or not _is_short_form(match["short"], match["name"]):
        return _closed(name), ""
    return match["name"].strip(_OUTER), match["short"]


def _is_short_form(short: str, name: str) -> bool:
    """Return whether the letters of a bracket stand in a name, in order, from the start of one of its words on."""
    letters = "".join(letter for letter in short.casefold() if letter.isalpha())
    plain = name.casefold()
    if not letters or len(short.split()) > 2 or len(letters) > 14:
        return False
    starts = [match.start() for match in re.finditer(r"\w+", plain) if plain[match.start()] == letters[0]]
    return bool(starts) and _in_order(letters, plain[starts[0] :])


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _closed(name: str) -> str:
    """Return a name without a bracket that is opened and never closed, or the other way round."""
    if name.count("(") > name.count(")"):
        return f"{name})" if name.rstrip()[-1:].isalnum() and name.rfind("(") > 0 else name.rstrip("( ")
    return name.removesuffix(")") if name.count(")") > name.count("(") else name
