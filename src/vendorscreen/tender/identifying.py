"""Registered numbers as notices print them, most often without a scheme: the scheme told from country and shape.

Schemes are those of org-id.guide where it has one, else ``XX-VAT``. Every scheme found here is marked as inferred.
"""

import re

from vendorscreen.identifier import Identifier

__all__ = ["inferred_identifier", "stated_identifier"]

_LABEL = re.compile(r"(?:NIP|REGON|KRS|SIREN|SIRET|CVR|KVK|ICO|IČO|VAT|USCC|LEI)(?=\d)")
_SPREADSHEET = re.compile(r"\A(\d+)\.0\Z", re.ASCII)
_SEPARATOR = re.compile(r"[^\w]+")

_GB_REGISTERS = "SC|NI|OC|SO|NC|FC|SF|NF|BR|LP|SL|NL|IP|SP|NP|RC|RS|GE|SE|SI|AC|CE|CS|ZC|SZ|NZ"
_SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "AT": ((r"AT(U\d{8})", "AT-VAT"), (r"(?:FN)?(\d{5,6}[A-Z])", "AT-FB")),
    "BE": ((r"(?:BE)?([01]\d{9}|[4-9]\d{8})(?:_\d+)?", "BE-BCE_KBO"),),
    "CZ": ((r"(?:CZ)?(\d{8})", "CZ-ICO"),),
    "DE": ((r"DE(\d{9})", "DE-VAT"),),
    "DK": ((r"(?:DK)?(\d{8})", "DK-CVR"),),
    "ES": ((r"(?:ES)?([A-Z]\d{7}[0-9A-Z])", "ES-VAT"),),
    "FI": ((r"(?:FI)?(\d{8})", "FI-PRO"),),
    "FR": ((r"(\d{9})(?:\d{5})?", "FR-RCS"), (r"FR[0-9A-Z]{2}(\d{9})", "FR-RCS")),
    "GB": ((rf"(\d{{8}}|(?:{_GB_REGISTERS})\d{{6}})", "GB-COH"), (r"GB(\d{9})", "GB-VAT")),
    "GR": ((r"(?:EL|GR)?(\d{9})", "GR-VAT"),),
    "HU": ((r"(?:HU)?(\d{8})(?:\d{3})?", "HU-VAT"),),
    "IT": ((r"(?:IT)?(\d{11})", "IT-VAT"),),
    "LU": ((r"LU(\d{8})", "LU-VAT"), (r"(B\d{3,6})", "LU-RCS")),
    "NL": ((r"(\d{8})", "NL-KVK"), (r"NL(\d{9}B\d{2})", "NL-VAT")),
    "NO": ((r"(?:NO)?(\d{9})(?:MVA)?", "NO-BRC"),),
    "PL": ((r"(0000\d{6})", "PL-KRS"), (r"(?:PL)?([1-9]\d{9})", "PL-VAT"), (r"(\d{9})(?:\d{5})?", "PL-REGON")),
    "SE": ((r"(?:SE)?(\d{10})(?:01)?", "SE-BLV"),),
    "SK": ((r"(\d{8})", "SK-ORSR"), (r"SK(\d{10})", "SK-VAT")),
}
_COMPILED = {
    country: tuple((re.compile(shape, re.ASCII), scheme) for shape, scheme in shapes)
    for country, shapes in _SHAPES.items()
}
_BY_LENGTH = {20: "LEI", 18: "USCC"}
_GREEK = {"EL": "GR"}
_LONGEST = 40


def stated_identifier(scheme: str | None, text: str | None, country: str | None) -> Identifier | None:
    """Return an identifier as a notice states it; the scheme is inferred where none is given.

    Digits with the ``.0`` that spreadsheets leave are read without it.
    """
    if not text:
        return None
    number = _SPREADSHEET.sub(r"\1", text)
    return Identifier.of(scheme, number) if scheme else inferred_identifier(number, country)


def inferred_identifier(text: str, country: str | None) -> Identifier | None:
    """Return the identifier a bare number is, with its scheme inferred; ``None`` where nothing tells the scheme.

    A country written at the head of the number goes before the country of the organisation.
    """
    if len(text) > _LONGEST:
        return None
    number = _LABEL.sub("", _SEPARATOR.sub("", text.upper()), count=1)
    worldwide = _BY_LENGTH.get(len(number))
    if worldwide and (identifier := Identifier.of(worldwide, number, inferred=True)).valid:
        return identifier
    head = _GREEK.get(number[:2], number[:2])
    for code in dict.fromkeys((head, country or "")):
        for shape, scheme in _COMPILED.get(code, ()):
            match = shape.fullmatch(number)
            if match is None:
                continue
            identifier = Identifier.of(scheme, match[1], inferred=True)
            if identifier.valid is not False:
                return identifier
    return None
