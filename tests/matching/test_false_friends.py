"""Organisations with like names are not tied to the vendor they resemble above ``possible``."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty
from vendorscreen.screening import shipped_folder
from vendorscreen.watchlist import Watchlist, read_watchlists

LIKE: dict[str, list[tuple[str, str | None]]] = {
    "nuctech": [
        ("Nucletron B.V.", "NL"), ("Nucletron", None), ("NUTECH University Islamabad", "PK"), ("National University of Technology", "PK"),
        ("RelyOn Nutec", "DK"), ("NuTech Digital, Inc.", "US"), ("Nuvectra Corporation", "US"), ("NucTech (Geant4 example package)", None),
        ("Neutech Systems", None), ("Nuctec Ingenierie", None), ("Nu-Tech Signalisation", None), ("Nautech Electronics", None),
        ("InsTech London", "GB"), ("Instech Laboratories, Inc.", "US"), ("Value Secure Technology", None),
    ],
    "tongfang": [("THT Heat Transfer Technology", "CN"), ("Beijing Tong Ren Tang", "CN"), ("北京同仁堂", "CN")],
    "cnnc": [("CNMC", "CN"), ("China Nonferrous Metal Mining (Group) Co., Ltd.", "CN"), ("CNC Software, LLC", "US")],
    "hikvision": [
        ("Hike Vision Optics Ltd", None), ("Hikma Pharmaceuticals PLC", "GB"), ("HiKOKI", "JP"), ("Koki Holdings Co., Ltd.", "JP"),
        ("MicroVision, Inc.", "US"), ("Hawk Vision Securite", None), ("Hi-Vision Optique", None), ("HK Vision Care", None),
        ("EasyVista SA", "FR"), ("Ezvid Inc.", "US"), ("Hanwha Vision", "KR"),
    ],
    "huawei": [
        ("Hanwha Vision", "KR"), ("Huawai Construction", None), ("Hawaiian Telcom", "US"), ("Hanwei Electronics Group", "CN"),
        ("Hanwei Electronics Group (300007.SZ)", "CN"), ("Huami", "CN"), ("Zepp Health Corporation", "CN"), ("Huatai Securities", "CN"),
        ("Hua Wei Trading SARL", None), ("Honor Device Co., Ltd.", "CN"),
    ],
    "honor": [("HonorHealth", "US")],
    "hisilicon": [("Silicon Laboratories Inc.", "US"), ("Hi-Silicone Seals", None)],
    "sensetime": [
        ("Sense Technologies, Inc.", "US"), ("Sensata Technologies", "US"), ("Sensient Technologies", "US"), ("senseFly", "CH"),
        ("Sense Time Horlogerie", None),
    ],
    "megvii": [("MegaVision, Inc.", "US"), ("Megger Group", "GB"), ("Megvi Consulting", None), ("Face Plus Cosmetics", None)],
    "dahua": [
        ("Dahua Group", "CN"), ("Dahua Group (Shanghai real estate)", "CN"), ("Da Hua CPAs", "CN"), ("大华会计师事务所", "CN"),
        ("Dahua Food Import", None),
    ],
    "hytera": [
        ("HyTerra Ltd", "AU"), ("Hytrel", None), ("Hytero Industries", None), ("Hytera Communications Limited", "HK"),
        ("Hytera Communications Limited", None),
    ],
    "zte": [
        ("ZTO Express", "CN"), ("ZTO", None), ("ZTT", "CN"), ("Zhongtian Technology", "CN"), ("ZTT (Zhongtian Technology)", "CN"),
        ("ZT Systems", "US"),
    ],
    "iflytek": [("iFLY Holdings", "US")],
    "yitu": [("YTO Express", "CN"), ("Yutong Bus", "CN")],
    "cloudwalk": [("CloudWalk, Inc.", "BR"), ("CloudWalk, Inc.", None), ("Cloudwalker Streaming Technologies", "IN")],
    "yixin": [("Yixin Group Limited", "CN"), ("CreditEase", "CN"), ("宜信", "CN")],
    "uniview": [("UniView Technologies Corporation", "US"), ("UniView Technologies Corporation (Dallas)", None), ("TelevisaUnivision", "US")],
    "tiandy": [("Tiandi Science & Technology", "CN"), ("Tandy Leather Factory", "US")],
    "dji": [("Dow Jones Industrial Average (DJI)", "US"), ("DGI Communication", None), ("DJO Global", "US")],
    "autel": [("Axtel SAB", "MX"), ("Actel Corporation", "US")],
    "bgi": [("BGI Ethiopia", "ET"), ("BGI Ethiopia", None), ("BGL Group", "GB")],
    "inspur": [("Inspire Brands", "US"), ("Inspire Group", None)],
    "smic": [
        ("Senju Metal Industry Co. (SMIC)", "JP"), ("Senju Metal Industry Co., Ltd.", "JP"), ("SMC Corporation", "JP"),
        ("SMIC (salaire minimum)", "FR"),
    ],
    "ymtc": [("Yangtze Optical Fibre (YOFC)", "CN"), ("Yangtze Optical Fibre", "CN")],
    "crrc": [
        ("CRCC", "CN"), ("China Railway Construction Corporation Limited", "CN"), ("CREC", "CN"), ("China Railway Group Limited", "CN"),
    ],
    "cosco": [
        ("Costco Wholesale", "US"), ("Cosco (Dorel) child seats", None), ("Cosco Capital, Inc.", "PH"), ("Cosco Fire Protection", "US"),
    ],
    "catl": [("Amperex Technology Limited", "HK"), ("Amperex Technology Limited (ATL)", None), ("Catalent, Inc.", "US")],
    "hesai": [("Eisai Co., Ltd.", "JP"), ("Hisense", "CN")],
    "quectel": [("Quantel", None)],
    "tplink": [("D-Link Corporation", "TW"), ("TP Vision", "NL"), ("TP ICAP Group", "GB")],
    "lenovo": [("Leonardo S.p.A.", "IT")],
    "chinatelecom": [("Chunghwa Telecom", "TW")],
    "chinaunicom": [("UNICOM Engineering", "US")],
    "pacnet": [("ComNet (Communication Networks LLC)", "US"), ("ComNet", "US"), ("Pacnet Limited", None)],
    "cgn": [("CGN & Associates", "US")],
    "sungrow": [("Sun Gro Horticulture", None), ("SunPower Corporation", "US")],
    "wuxi": [("WuXi Biologics", "CN")],
    "nso": [
        ("National Symphony Orchestra (NSO)", None), ("National Symphony Orchestra", "US"), ("National Statistical Office (NSO)", None),
        ("National Statistical Office", "IN"),
    ],
    "intellexa": [("Intellex (American Dynamics)", None), ("Intellex", None), ("Intelsat", "LU"), ("Citrix Systems", "US")],
    "rostec": [("Rotork plc", "GB")],
    "citadelru": [("Citadel LLC", "US"), ("Citadel LLC", None), ("Citadel Securities", "US")],
    "infotecs": [("Infotech Enterprises (Cyient)", "IN"), ("Infotech Enterprises", "IN")],
    "headaero": [("HEAD NV", None)],
}  # fmt: skip
"""By vendor: organisations that resemble it, each under its usual names and with its own country where that is known."""

WATCHLIST = read_watchlists(shipped_folder("watchlists"))
FRIENDS = [
    pytest.param(vendor.id, friend.name, friend.country, id=f"{vendor.id}: {friend.name}")
    for vendor in WATCHLIST.vendors.values()
    if vendor.head is None
    for friend in vendor.false_friends
]
RESEMBLING = [
    pytest.param(vendor, name, country, id=f"{vendor}: {name}, {country}")
    for vendor, names in LIKE.items()
    for name, country in names
]


def group_of(watchlist: Watchlist, vendor: str) -> set[str]:
    return {vendor, *(one.id for one in watchlist.vendors.values() if one.head == vendor)}


@pytest.mark.parametrize(("vendor", "name", "country"), [*RESEMBLING, *FRIENDS])
def test_a_false_friend_is_not_the_vendor(
    screened: Screened, watchlist: Watchlist, vendor: str, name: str, country: str | None
) -> None:
    matches = screened(name, country)
    tied = {id_: matches[id_].certainty for id_ in group_of(watchlist, vendor) if id_ in matches}
    assert all(certainty <= Certainty.POSSIBLE for certainty in tied.values()), tied


def test_the_vendors_that_are_resembled_are_in_the_watchlist(watchlist: Watchlist) -> None:
    assert set(LIKE) <= set(watchlist.vendors)


def test_a_false_friend_keeps_its_own_listing(screened: Screened) -> None:
    matches = screened("Jiangxi Huawei Construction Materials Co., Ltd.", "CN")
    assert "jiangxi-huawei" in matches
    assert "huawei" not in matches


def test_most_false_friends_are_not_tied_at_all(screened: Screened, watchlist: Watchlist) -> None:
    tied = [
        param.values
        for param in [*FRIENDS, *RESEMBLING]
        if set(screened(param.values[1], param.values[2])) & group_of(watchlist, str(param.values[0]))
    ]
    assert len(tied) <= (len(FRIENDS) + len(RESEMBLING)) // 10, tied


def test_a_name_that_a_false_friend_bears_too_is_possible_until_the_country_is_known(screened: Screened) -> None:
    match = screened("Citadel LLC")["citadelru"]
    assert match.certainty is Certainty.POSSIBLE
    assert any("Citadel LLC bears that name too" in words for words in match.speaks_against)
    assert screened("Citadel LLC", "RU")["citadelru"].certainty is Certainty.STRONG
    assert "citadelru" not in screened("Citadel LLC", "US")


def test_a_vendors_own_name_is_not_doubted_because_a_false_friend_has_one_like_it(screened: Screened) -> None:
    assert screened("Hytera Communications Corporation Limited", "CN")["hytera"].certainty is Certainty.STRONG
