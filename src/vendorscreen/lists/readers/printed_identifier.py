"""Registered numbers as official lists print them: those whose scheme is certain from kind and country."""

from vendorscreen.identifier import Identifier

__all__ = ["identifier_of"]

_ANYWHERE = {
    "unified social credit code (uscc)": "USCC",
    "legal entity number": "LEI",
    "lei": "LEI",
    "d-u-n-s number": "DUNS",
    "swift/bic": "BIC",
}
_BY_COUNTRY = {
    ("tax id no.", "RU"): "RU-INN",
    ("registration number", "RU"): "RU-OGRN",
    ("registration id", "RU"): "RU-OGRN",
    ("business registration number", "RU"): "RU-OGRN",
    ("company number", "GB"): "GB-COH",
    ("uk company number", "GB"): "GB-COH",
    ("registration number", "IR"): "IR-REG",
    ("national id no.", "IR"): "IR-NID",
    ("registration number", "CH"): "CH-UID",
    ("c.r. no.", "HK"): "HK-CR",
    ("company number", "HK"): "HK-CR",
    ("registration number", "CN"): "CN-REG",
    ("nit #", "CO"): "CO-NIT",
    ("r.f.c.", "MX"): "MX-RFC",
    ("rif #", "VE"): "VE-RIF",
    ("ruc #", "PA"): "PA-RUC",
    ("ruc #", "PE"): "PE-RUC",
}
_DIGITS = {"RU-OGRN": {13, 15}, "RU-INN": {10, 12}}
"""Lengths by which Russian numbers under one printed kind are told apart."""


def identifier_of(kind: str, number: str, country: str | None) -> Identifier | None:
    """Return the identifier of a printed kind ("Tax ID No."), number and country code."""
    plain = " ".join(kind.casefold().split())
    scheme = _ANYWHERE.get(plain) or _BY_COUNTRY.get((plain, country or ""))
    if scheme is None and plain == "v.a.t. number" and country:
        scheme = f"{country}-VAT"
    if scheme is None or not number.strip():
        return None
    identifier = Identifier.of(scheme, number)
    lengths = _DIGITS.get(scheme)
    return None if lengths and (len(identifier.id) not in lengths or not identifier.id.isdigit()) else identifier
