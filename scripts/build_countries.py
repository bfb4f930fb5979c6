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


OFFICIAL = {
    "AT": "Republik Österreich|Republic of Austria",
    "AZ": "Republic of Azerbaijan",
    "BE": "Royaume de Belgique|Koninkrijk België|Königreich Belgien",
    "BG": "Република България",
    "BR": "República Federativa do Brasil|Brasil",
    "BY": "Республика Беларусь|Рэспубліка Беларусь|РБ|Belorussia|Byelorussia|White Russia",
    "CH": "Schweizerische Eidgenossenschaft|Confédération suisse"
    "|Confederazione Svizzera|Swiss Confederation"
    "|Confoederatio Helvetica",
    "CN": "中华人民共和国|中華人民共和國|中国大陆|中國大陸|PR of China|PR China|P R of China|RPC"
    "|RP Chine|VR China|Volksrepublik China"
    "|République populaire de Chine|Repubblica Popolare Cinese"
    "|República Popular China|República Popular de China"
    "|República Popular da China|Volksrepubliek China"
    "|Chińska Republika Ludowa|ChRL|Čínská lidová republika"
    "|Folkrepubliken Kina|Folkerepublikken Kina"
    "|Китайская Народная Республика|КНР|中華人民共和国|Çin Halk Cumhuriyeti"
    "|China (Mainland)|China Mainland|Peoples Republic of China"
    "|People Republic of China|China (People's Republic)|China PRC|China PR",
    "CZ": "Česká republika|Tschechische Republik|République tchèque|República Checa|Republika Czeska|Czech Rep",
    "DE": "BRD|Bundesrepublik Deutschland|FRG|Federal Republic of Germany"
    "|République fédérale d'Allemagne|República Federal de Alemania"
    "|Republika Federalna Niemiec|RFN|ФРГ|Bundesrep Deutschland"
    "|Deutschland BRD",
    "ES": "Reino de España|Kingdom of Spain",
    "FI": "Suomen tasavalta|Republiken Finland",
    "FR": "République française|French Republic",
    "GB": "United Kingdom of Great Britain and Northern Ireland"
    "|United Kingdom of Great Britain|Gr Britain|G.B.|U.K."
    "|Great Britain and Northern Ireland|United Kingdom GB"
    "|Соединённое Королевство|England UK|Scotland UK",
    "GR": "Ελληνική Δημοκρατία|Ελλάς",
    "HK": "Hong Kong China|Hongkong|Hong Kong S.A.R.|China Hong Kong|中国香港"
    "|中國香港|香港|Hong Kong SAR China|Hong Kong SAR of China"
    "|Hong Kong SAR PRC",
    "MO": "Macau China|Macao China|China Macau|中国澳门|中國澳門|澳门|澳門|Macau SAR"
    "|Macao SAR|Macau SAR China|Macao SAR China",
    "TW": "Taiwan China|Taiwan R.O.C.|Taiwan ROC|R.O.C.|中国台湾|中國台灣|臺灣|台灣"
    "|中華民國|中华民国|Taiwan Republic of China|Taiwan (China)"
    "|Taiwan Province of PR China|Taipei China",
    "HU": "Magyar Köztársaság",
    "IE": "Republic of Ireland|Eire|Irish Republic|Ireland Republic of"
    "|Rep of Ireland|ROI|Southern Ireland|Poblacht na hÉireann",
    "IN": "Republic of India|भारत",
    "IR": "جمهوری اسلامی ایران|ایران|I.R. Iran|IR of Iran"
    "|Islamic Rep of Iran|Iran (Islamic Republic of)"
    "|Исламская Республика Иран",
    "IT": "Repubblica Italiana|Italian Republic",
    "JP": "日本|日本国",
    "KP": "조선민주주의인민공화국|КНДР|D.P.R. Korea|DPR Korea|Korea DPR|Korea DPRK"
    "|Korea Democratic People's Republic of"
    "|Democratic Peoples Republic of Korea"
    "|Korea (Democratic People's Republic of)|朝鲜民主主义人民共和国|朝鮮民主主義人民共和国"
    "|Nordkorea|Corée du Nord",
    "KR": "대한민국|한국|Rep of Korea|Korea Rep|Korea Republic|Korea (Republic of)"
    "|R.O.K.|ROK|S Korea|Korea (South)|大韩民国|大韓民国|Республика Корея",
    "KZ": "Республика Казахстан|Қазақстан|Қазақстан Республикасы|РК",
    "LT": "Lietuvos Respublika",
    "LU": "Grand-Duché de Luxembourg|Grand Duchy of Luxembourg|Großherzogtum Luxemburg",
    "LV": "Latvijas Republika",
    "EE": "Eesti Vabariik",
    "MX": "Estados Unidos Mexicanos|United Mexican States",
    "NL": "Koninkrijk der Nederlanden|Kingdom of the Netherlands|Holland NL|Netherlands Holland",
    "NO": "Kongeriket Norge",
    "PL": "Rzeczpospolita Polska|Republika Polska",
    "PT": "República Portuguesa|Portuguese Republic",
    "RO": "Republica Română",
    "RS": "Република Србија|Republika Srbija",
    "RU": "РФ|Российская Федерация|R.F.|Russian Fed|Russia Federation"
    "|Fédération de Russie|Russische Föderation|Federación de Rusia"
    "|Federación Rusa|Federazione Russa|Federação Russa"
    "|Russische Federatie|Federacja Rosyjska|Ruská federace"
    "|Ruská federácia|Ryska federationen|Venäjän federaatio"
    "|Rusijos Federacija|Krievijas Federācija|Российская Федерація"
    "|Російська Федерація|Rusya Federasyonu|俄罗斯联邦|ロシア連邦"
    "|Ρωσική Ομοσπονδία|Руска Федерация",
    "SE": "Konungariket Sverige",
    "SI": "Republika Slovenija|Slowenien",
    "SK": "Slovenská republika|Slowakische Republik",
    "SY": "الجمهورية العربية السورية|Syria Arab Republic|République arabe syrienne|Arabische Republik Syrien",
    "TR": "Türkiye Cumhuriyeti|Republic of Türkiye|Republic of Turkey",
    "UA": "Republic of Ukraine",
    "US": "United States|U S of America|Estados Unidos de América"
    "|États-Unis d'Amérique|Vereinigte Staaten von Amerika"
    "|Stati Uniti d'America|США|EE.UU.|EUA|E.U.A."
    "|Соединённые Штаты Америки|美利坚合众国|アメリカ合衆国|米国"
    "|Stany Zjednoczone Ameryki|Verenigde Staten van Amerika"
    "|America USA|the United States of America|the United States",
    "VN": "S.R. Vietnam|Socialist Republic of Vietnam|Socialist Republic of Viet Nam|CHXHCN Việt Nam|Việt Nam",
    "HR": "Republika Hrvatska",
    "AE": "U.A.E|United Arab Emirates UAE|ОАЭ",
    "SA": "KSA|K.S.A.|Kingdom of Saudi Arabia|المملكة العربية السعودية",
    "VE": "República Bolivariana de Venezuela|Bolivarian Republic of Venezuela|Venezuela (Bolivarian Republic of)",
    "CU": "República de Cuba",
    "MD": "Republica Moldova|Молдавия|Moldavia",
    "KG": "Kyrgyz Republic|Кыргызская Республика|Киргизия",
    "EG": "Arab Republic of Egypt|جمهورية مصر العربية",
    "CD": "République démocratique du Congo|RDC|D.R. Congo|Congo DR|Congo (Kinshasa)|Congo Kinshasa",
    "CG": "République du Congo|Congo (Brazzaville)|Congo Brazzaville",
}
"""Names in use beside those of the CLDR: formal ones, short signs, and those of registers, joined by ``|``."""

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
    names = {
        code: [alpha3[code], english[code], *ENGLISH.get(code, ()), *OFFICIAL.get(code, "").split("|")]
        for code in codes
    }
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
        kept = [name for name in plain[code] if name and owners[name] == 1 and name not in AMBIGUOUS]
        rows.append("\t".join([code, alpha3[code], english[code], "|".join(kept)]))
    target = Path(__file__).parent.parent / "src/vendorscreen/country/countries.tsv"
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "countries,", target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
