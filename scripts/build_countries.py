"""Write src/vendorscreen/country/countries.tsv from the Unicode CLDR, as packaged by Babel.

Run with Babel installed: ``python scripts/build_countries.py``. Columns: alpha-2, alpha-3, English name, other names
joined by ``|``, as ``plain_name`` makes them (the languages below; a name that stands for two countries is left out).
"""

import collections
from pathlib import Path

from babel import Locale
from babel.core import get_global

from vendorscreen.country import plain_name

LANGUAGES = (
    "en fr de es it pl nl pt cs sv el hu ro da fi bg hr sk sl lt lv et mt ga nb sr mk sq uk ru tr ar zh zh_Hant ja ko"
).split()
ENGLISH = {
    "GB": ["United Kingdom", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland", "UK"],
    "US": ["United States of America", "USA", "U.S.A.", "U.S."],
    "CN": [
        "People's Republic of China",
        "PRC",
        "P.R. China",
        "P.R.C.",
        "Mainland China",
        "China, People's Republic of",
    ],
    "HK": ["Hong Kong", "Hong Kong SAR"],
    "MO": ["Macau", "Macao"],
    "TW": ["Taiwan", "Republic of China", "Taiwan, Province of China", "Chinese Taipei"],
    "RU": ["Russian Federation"],
    "KR": ["South Korea", "Republic of Korea", "Korea, Republic of", "Korea, South"],
    "KP": ["North Korea", "Democratic People's Republic of Korea", "DPRK", "Korea, North"],
    "CZ": ["Czech Republic"],
    "SK": ["Slovak Republic"],
    "NL": ["The Netherlands", "Holland"],
    "VN": ["Viet Nam"],
    "IR": ["Iran, Islamic Republic of", "Islamic Republic of Iran"],
    "SY": ["Syrian Arab Republic"],
    "MD": ["Republic of Moldova", "Moldova, Republic of"],
    "TZ": ["United Republic of Tanzania"],
    "AE": ["UAE", "U.A.E."],
    "BO": ["Bolivia, Plurinational State of"],
    "VE": ["Venezuela, Bolivarian Republic of"],
    "LA": ["Lao People's Democratic Republic", "Lao PDR"],
    "MK": ["Republic of North Macedonia", "Macedonia", "FYROM"],
    "CI": ["Ivory Coast", "Cote d'Ivoire"],
    "MM": ["Burma"],
    "BN": ["Brunei Darussalam"],
    "CD": ["Democratic Republic of the Congo", "DR Congo", "DRC"],
    "CG": ["Republic of the Congo"],
    "PS": ["Palestine", "State of Palestine"],
    "TR": ["Turkey", "Türkiye"],
    "GR": ["Hellas", "Hellenic Republic"],
    "SZ": ["Swaziland"],
    "VA": ["Holy See"],
}


FORMER_ALPHA3 = {"FXX", "ZAR", "TMP"}
NOT_IN_ISO_3166 = {"AC", "CP", "DG", "EU", "TA", "XA", "XB", "ZZ"}
AMBIGUOUS = {"congo", "korea"}


def main() -> None:
    aliases = get_global("territory_aliases").items()
    alpha3 = {
        new[0]: old
        for old, new in aliases
        if len(old) == 3 and old.isalpha() and len(new) == 1 and old not in FORMER_ALPHA3
    }
    alpha3["XK"] = "XKX"
    locale = Locale("en").territories
    english = {
        code: locale.get(f"{code}-alt-short", name) if code in {"HK", "MO"} else name for code, name in locale.items()
    }
    codes = sorted(code for code in english if code in alpha3 and code not in NOT_IN_ISO_3166)
    names = {code: [alpha3[code], english[code], *ENGLISH.get(code, ())] for code in codes}
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        for code in codes:
            names[code] += [
                name for key in (code, f"{code}-alt-short", f"{code}-alt-variant") if (name := territories.get(key))
            ]
    plain = {code: dict.fromkeys(map(plain_name, names[code])) for code in codes}
    owners = collections.Counter(name for code in codes for name in plain[code])
    rows = []
    for code in codes:
        kept = [name for name in plain[code] if owners[name] == 1 and name not in AMBIGUOUS]
        rows.append("\t".join([code, alpha3[code], english[code], "|".join(kept)]))
    target = Path(__file__).parent.parent / "src/vendorscreen/country/countries.tsv"
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "countries,", target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
