"""Countries as official lists write them."""

import re

from vendorscreen.country import country_code

__all__ = ["country_of"]

_OTHER = {
    "congo democratic republic of the": "CD",
    "congo democratic republic of": "CD",
    "congo republic of the": "CG",
    "congo republic of": "CG",
    "virgin islands british": "VG",
    "virgin islands us": "VI",
    "palestinian": "PS",
    "west bank": "PS",
    "gaza": "PS",
    "north gaza": "PS",
    "northern gaza": "PS",
    "crimea": "UA",
    "crimea of ukraine": "UA",
    "bahamas the": "BS",
    "man isle of": "IM",
    "gambia the": "GM",
    "kyrgyz republic": "KG",
    "united kingdom of great britain and northern ireland": "GB",
    "china hong kong special administrative region": "HK",
    "hong kong sar": "HK",
    "taiwan china": "TW",
    "taiwan province of china": "TW",
    "north macedonia the republic of": "MK",
    "egypt arab republic of": "EG",
    "venezuela republica bolivariana de": "VE",
}
"""Ways of writing that lists use beside a country's own names; the disputed ones as the list's heading has them."""


def country_of(text: str) -> str | None:
    """Return the alpha-2 code of a country as printed, ``None`` where the text names none for certain."""
    text = text.strip(" .()")
    if not text or len(text) > 80:
        return None
    plain = re.sub(r"\b(?:region|region:)\s*", "", text.casefold().replace(",", " ").replace(":", " "))
    plain = " ".join(plain.split())
    return (
        country_code(text)
        or _OTHER.get(plain)
        or country_code(plain.removeprefix("the ").replace(" and ", " & "))
        or country_code(re.sub(r"\s*\(.*\)$", "", text))
    )
