"""Registered identifiers of organisations: scheme and number, made comparable and checked.

Schemes are those of org-id.guide (``PL-KRS``, ``GB-COH``), plus ``LEI``, ``USCC`` (China's unified social credit code),
``UEI``, ``CAGE``, ``DUNS`` and ``XX-VAT`` with the country's alpha-2 code.

Sources of the check digits: ISO 17442 and ISO 7064 (LEI), GB 32100-2015 (USCC), ISO 6166 (ISIN), INSEE (SIREN), and
the keepers of the national registers. They are written here because the usual library for them is under the LGPL.
"""

import re
import string
from collections.abc import Callable

from msgspec import Struct

__all__ = ["Identifier", "same_identifier"]

_CANONICAL = {
    "XI-LEI": "LEI",
    "CN-USCC": "USCC",
    "CN-SAMR": "USCC",
    "CN-USCI": "USCC",
    "US-UEI": "UEI",
    "US-SAM": "UEI",
    "US-CAGE": "CAGE",
    "US-DUNS": "DUNS",
    "XI-DUNS": "DUNS",
    "FR-SIREN": "FR-RCS",
    "FR-SIRENE": "FR-RCS",
    "PL-NIP": "PL-VAT",
    "GB-CH": "GB-COH",
    "EL-VAT": "GR-VAT",
}
_ONE_PER_ENTITY = {
    "LEI",
    "USCC",
    "UEI",
    "GB-COH",
    "FR-RCS",
    "PL-KRS",
    "NL-KVK",
    "DE-HRB",
    "RU-OGRN",
    "RU-INN",
    "CZ-ICO",
    "NO-BRC",
}
_WORLDWIDE = {"LEI", "USCC", "UEI", "CAGE", "DUNS", "ISIN"}
"""Schemes without a country at their head."""

_WIDTH = {"GB-COH": 8, "FR-RCS": 9, "PL-KRS": 10, "NL-KVK": 8, "CZ-ICO": 8, "DUNS": 9, "BE-BCE_KBO": 10}
_LENGTH = _WIDTH | {"UEI": 12, "CAGE": 5}
_NATIONAL = re.compile("[A-Z]{2}-[A-Z0-9_]{2,}")
_LETTERS = string.digits + string.ascii_uppercase
_VALUES = str.maketrans({letter: str(value) for value, letter in enumerate(_LETTERS)})
_SIGNS = re.compile(r"[\s./\-]")
_USCC_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Identifier(Struct, frozen=True):
    """A number under a scheme, in the one way of writing it that can be compared.

    ``valid`` is whether the check digits agree; ``None`` where the scheme has not one that is known here. ``inferred``
    is whether the source gave the number alone, and country and shape of the number told the scheme.
    """

    scheme: str
    id: str
    valid: bool | None
    inferred: bool = False

    @property
    def telling(self) -> bool:
        """Whether an equal number means the same entity: a number at all, right, and of a scheme that is sure.

        Words ("this is bogus", the name of the buyer) and numbers of another length than the scheme's tell nothing.
        """
        return self._is_of_scheme and (self.valid is True if self.inferred else self.valid is not False)

    @property
    def _is_of_scheme(self) -> bool:
        is_number = self.scheme == "UEI" or any(map(str.isdigit, self.id))
        return is_number and len(self.id) == _LENGTH.get(self.scheme, len(self.id))

    @property
    def fault(self) -> str | None:
        """What keeps the number from being compared, in words; ``None`` where nothing is known against it."""
        if self.scheme not in _WORLDWIDE and not _NATIONAL.fullmatch(self.scheme):
            return f"scheme not known, write one such as LEI, DE-VAT or PL-KRS: '{self.scheme}'"
        if self.valid is False:
            return f"check digits wrong, not compared: {self}"
        return None if self._is_of_scheme else f"no number of its scheme, not compared: {self}"

    @classmethod
    def of(cls, scheme: str, text: str, *, inferred: bool = False) -> "Identifier":
        """Return the identifier made comparable: blanks, dots and dashes out, lost zeros back, check digits tried."""
        upper = scheme.strip().upper()
        scheme = _CANONICAL.get(upper, upper)
        number = text.upper()
        if not number.isalnum():
            number = _SIGNS.sub("", number)
        if scheme.endswith("-VAT"):
            prefixes = (scheme[:2], "EL") if scheme == "GR-VAT" else (scheme[:2],)
            number = next((number[2:] for prefix in prefixes if number.startswith(prefix)), number)
        if number.isdigit() and len(number) < _WIDTH.get(scheme, 0):
            number = number.zfill(_WIDTH[scheme])
        check = _CHECKS.get(scheme)
        return cls(scheme, number, check(number) if check else None, inferred)

    def __str__(self) -> str:
        return f"{self.scheme} {self.id}"


def same_identifier(a: Identifier, b: Identifier) -> bool | None:
    """Return whether two identifiers name one entity.

    ``True`` for an equal number under one scheme; ``False`` for different valid numbers under a scheme that gives each
    entity one; ``None`` otherwise: another scheme, a failed check digit, nothing written. An inferred scheme never
    contradicts, and confirms only where check digits agree.
    """
    if a.scheme != b.scheme or not a.telling or not b.telling:
        return None
    if a.id == b.id:
        return True
    return False if a.scheme in _ONE_PER_ENTITY and not (a.inferred or b.inferred) else None


def _lei(number: str) -> bool:
    if len(number) != 20 or not (number.isascii() and number.isalnum()):
        return False
    return int(number.translate(_VALUES)) % 97 == 1


def _uscc(number: str) -> bool:
    if len(number) != 18 or not set(number) <= set(_USCC_LETTERS):
        return False
    total = sum(_USCC_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(number[:17]))
    return _USCC_LETTERS[-total % 31] == number[17]


def _luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _isin(number: str) -> bool:
    if re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", number, re.ASCII) is None:
        return False
    return _luhn(number.translate(_VALUES))


def _weighted(weights: tuple[int, ...], check: Callable[[int], int]) -> Callable[[str], bool]:
    """Return whether the last digit is what ``check`` makes of the weighted sum of those before it."""

    def valid(number: str) -> bool:
        if len(number) != len(weights) + 1 or not _is_digits(number):
            return False
        total = sum(weight * int(digit) for weight, digit in zip(weights, number, strict=False))
        return check(total) == int(number[-1])

    return valid


def _belgian(number: str) -> bool:
    return len(number) == 10 and _is_digits(number) and 97 - int(number[:8]) % 97 == int(number[8:])


def _luhn_of(length: int) -> Callable[[str], bool]:
    return lambda number: len(number) == length and _is_digits(number) and _luhn(number)


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


_CHECKS: dict[str, Callable[[str], bool]] = {
    "LEI": _lei,
    "USCC": _uscc,
    "ISIN": _isin,
    "FR-RCS": _luhn_of(9),
    "SE-BLV": _luhn_of(10),
    "IT-VAT": _luhn_of(11),
    "BE-BCE_KBO": _belgian,
    "PL-VAT": _weighted((6, 5, 7, 2, 3, 4, 5, 6, 7), lambda total: total % 11),
    "PL-REGON": _weighted((8, 9, 2, 3, 4, 5, 6, 7), lambda total: total % 11 % 10),
    "NO-BRC": _weighted((3, 2, 7, 6, 5, 4, 3, 2), lambda total: -total % 11),
    "DK-CVR": _weighted((2, 7, 6, 5, 4, 3, 2), lambda total: -total % 11),
    "FI-PRO": _weighted((7, 9, 10, 5, 8, 4, 2), lambda total: -total % 11),
    "CZ-ICO": _weighted((8, 7, 6, 5, 4, 3, 2), lambda total: (11 - total % 11) % 10),
    "GR-VAT": _weighted((256, 128, 64, 32, 16, 8, 4, 2), lambda total: total % 11 % 10),
}
