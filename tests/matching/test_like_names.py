"""Names that look like a vendor's and are another's: words within words, namesakes, ordinary words, like sounds."""

import pytest

from tests.matching.conftest import DAY, Screened
from tests.watchlist.vendors import vendor
from tests.watchlist.vendors import watchlist as listing_only
from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.tender import parse_tender
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.watchlist import Watchlist
from vendorscreen.watchlist.part import Part

LISTED = listing_only(
    vendor("hansen", "Hansen Technologies Limited", country="HK"),
    vendor("planar", "OOO Planar", country="BY"),
    vendor("ase", "Aviation Services Europe", country="RU", names={"weak_alias": ["ASE"]}),
    vendor("esg", "Eastern Shipping Group", country="CN", names={"weak_alias": ["ESG"]}),
    vendor("epl", "Electronic Production Line", country="HK", names={"weak_alias": ["EPL"]}),
    vendor("tsi", "Tehran Scientific Instruments", country="IR", names={"weak_alias": ["TSI"]}),
    vendor("eci", "Export Consulting Iran", country="IR", names={"weak_alias": ["ECI"]}),
    vendor("iss", "International Supply Services", country="AE", names={"weak_alias": ["ISS"]}),
    vendor("apex", "Apex Technology Trading FZE", country="AE", names={"weak_alias": ["Apex"]}),
    vendor("cosmos", "Cosmos Complect OOO", country="RU", names={"weak_alias": ["Cosmos"]}),
    vendor("institute", "Beijing Institute of Aerospace Technology"),
    vendor("bank", "Banco Santander", country="ES"),
    vendor("icbc", "ICBC (Asia) Limited", country="HK"),
    vendor("corp", "11420 CORP.", country="RU"),
    vendor("nio", "NIO Inc."),
    vendor("sino", "Sino Group"),
    vendor("chin", "Chin Trading"),
    vendor("tongguang", "Guangzhou Tongguang Communication Technology Co., Ltd.", country="CN"),
    vendor("quartz", "Quartzitel Trading Company", country="CN"),
)
"""Listed names of many lists, beside which ordinary firms must stay what they are; most vendors are made up."""


def matched(known: Watchlist, name: str, country: str | None = None) -> dict[str, Match]:
    party = Party(id="P", name=name, country=country, roles=("tenderer",))
    tender = Tender(source="test", parties=Collection((party,)))
    return {match.vendor.id: match for match in match_tender(tender, known, DAY)}


@pytest.mark.parametrize(
    "name",
    [
        "BK Brandschutztechnik GmbH", "Brandschutztechnik", "Heiztechnik Müller GmbH", "Notärzte Berlin e.V.",
        "Pracownia brachyterapii", "City of San Antonio", "San Antonio Water System", "ZELINKA & SINOVI d.o.o.",
        "Kasino Veranstaltungs GmbH", "kasino", "Cooperativa facchinaggi riuniti", "AZTEK", "WANZTEN", "Limited",
    ],
)  # fmt: skip
def test_letters_inside_a_word_are_no_match(screened: Screened, name: str) -> None:
    assert screened(name) == {}
    assert matched(LISTED, name) == {}


@pytest.mark.parametrize(
    ("name", "country", "vendor_id", "most"),
    [
        ("Hansen Technologies Limited", "HK", "hansen", Certainty.STRONG),
        ("Hansen Technologies Limited", None, "hansen", Certainty.PROBABLE),
        ("Hansen Technologies Limited", "AU", "hansen", Certainty.POSSIBLE),
        ("PLANAR LLC", "RU", "planar", Certainty.POSSIBLE),
        ("Planar AB", "SE", "planar", Certainty.POSSIBLE),
        ("Planar AB", None, "planar", Certainty.PROBABLE),
    ],
)
def test_the_country_separates_companies_of_one_name(
    name: str, country: str | None, vendor_id: str, most: Certainty
) -> None:
    match = matched(LISTED, name, country).get(vendor_id)
    assert match is None or match.certainty <= most
    assert match is not None or most < Certainty.STRONG


@pytest.mark.parametrize(
    ("name", "country", "other"),
    [
        ("Jiangxi Huawei Construction Materials Co., Ltd.", "CN", "huawei"),
        ("Jiangxi Huawei Construction Materials", None, "huawei"),
        ("Xinjiang Dahua Construction Engineering", "CN", "dahua"),
        ("DAHUA HAWTHORN DEVELOPMENT", "AU", "dahua"),
        ("Shanghai Dahua Scale Factory", "CN", "dahua"),
        ("DAHUA ELECTRONICS CORPORATION", "US", "dahua"),
        ("DAHUA ELECTRONICS CORPORATION", None, "dahua"),
    ],
)
def test_a_brand_word_in_the_name_of_another_group_ties_nobody(
    screened: Screened, name: str, country: str | None, other: str
) -> None:
    assert other not in screened(name, country)


def test_a_namesake_on_another_list_is_a_finding_of_its_own(watchlist: Watchlist) -> None:
    dahua = watchlist.vendors["dahua"]
    denied = vendor("us-csl:dpl-1", "DAHUA ELECTRONICS CORPORATION", country="US")
    parts = [*watchlist.parts, Part.of("us-csl", [denied])]
    known = Watchlist(parts, watchlist.programmes, watchlist.lists, "")

    assert matched(known, "DAHUA ELECTRONICS CORPORATION", "US").keys() == {"us-csl:dpl-1"}
    assert matched(known, dahua.name, "CN").keys() == {"dahua"}
    assert {one.id for one in known.vendors["dahua"].listings} == {one.id for one in dahua.listings}


@pytest.mark.parametrize(
    ("name", "vendor_id"),
    [
        ("CRCC", "crrc"), ("CREC", "crrc"), ("Costco", "cosco"), ("Cosco Fire Protection, Inc.", "cosco"), ("ZTO", "zte"),
        ("ZTT", "zte"), ("HyTerra", "hytera"), ("Nucletron", "nuctech"), ("NUTECH University", "nuctech"),
        ("InsTech London", "instech-netherlands"), ("Yixin Group", "yixin"), ("Citadel Securities", "citadelru"),
    ],
)  # fmt: skip
def test_a_look_alike_is_below_the_threshold(screened: Screened, name: str, vendor_id: str) -> None:
    assert vendor_id not in screened(name)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Beijing Institute of Technology", "CN"),
        ("Banco Santander Chile", "CL"),
        ("ICBC (London) plc", "GB"),
        ("BELLETECH CORP", "US"),
        ("A.B.C.D. S.r.l.", "IT"),
    ],
)
def test_one_word_more_generic_words_and_initials_tie_nobody(name: str, country: str) -> None:
    assert all(match.certainty <= Certainty.POSSIBLE for match in matched(LISTED, name, country).values())


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("ASE Industries", "US"), ("ESG Consulting GmbH", "DE"), ("EPL Ltd", "GB"), ("TSI Incorporated", "US"),
        ("ECI Software Solutions", "US"), ("ISS Facility Services A/S", "DK"), ("ISS", "DK"), ("Apex Clean Energy", "US"),
        ("Cosmos Holidays", "GB"), ("Cosmos", "GB"), ("ESG", "DE"),
    ],
)  # fmt: skip
def test_an_ordinary_word_or_acronym_that_is_an_alias_on_a_list_is_possible_at_most(name: str, country: str) -> None:
    assert all(match.certainty <= Certainty.POSSIBLE for match in matched(LISTED, name, country).values())


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Senju Metal Industry Co., Ltd.", "JP"), ("SMIC salaire minimum", "FR"), ("National Symphony Orchestra", "US"),
        ("National Statistical Office", "IN"), ("Dow Jones Industrial Average", "US"), ("BGI Ethiopia", "ET"),
    ],
)  # fmt: skip
def test_what_shares_an_acronym_with_a_vendor_is_not_the_vendor(screened: Screened, name: str, country: str) -> None:
    assert screened(name, country) == {}


TEXT = b"""
tender:
  title: Computer equipment and software
  description: Licences for a workstation Lenovo P510, delivered to Bantian Huawei Base
  items: [{id: "1", description: Smiths' wares, classification: {scheme: CPV, id: "44316500-3"}}]
parties:
- id: A
  name: Example Office Supplies d.o.o.
  roles: [tenderer]
  address: {streetAddress: "Building 1, Bantian Huawei Base", locality: Shenzhen, country: CN}
- {id: B, name: Homer Laughlin China Company, roles: [tenderer], address: {country: US}}
"""


def test_a_name_in_a_text_or_an_address_and_a_subject_tie_no_party(watchlist: Watchlist) -> None:
    assert match_tender(parse_tender(TEXT, "t"), watchlist, DAY) == []


def test_a_product_named_as_one_is_named_as_a_product(watchlist: Watchlist) -> None:
    text = TEXT.replace(
        b"- {id: B, name: Homer Laughlin China Company, roles: [tenderer], address: {country: US}}", b""
    )
    stated = text + b"screening: {products: [{brand: Lenovo, model: P510}]}"
    [match] = match_tender(parse_tender(stated, "t"), watchlist, DAY)
    assert (match.vendor.id, match.relation, match.basis) == ("lenovo", "brand", "stated_brand")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Hua Wei", "huawei"),
        ("Hua Wei Ltd", "huawei"),
        ("Hua Wei Trading SARL", "huawei"),
        ("华威", "huawei"),
        ("华威技术有限公司", "huawei"),
        ("华伟技术有限公司", "huawei"),
        ("华伟贸易有限公司", "huawei"),
        ("达华技术有限公司", "dahua"),
    ],
)
@pytest.mark.parametrize("role", ["tenderer", "manufacturer"])
def test_a_like_sound_alone_is_never_the_same_organisation(
    screened: Screened, name: str, other: str, role: str
) -> None:
    match = screened(name, "CN", role=role).get(other)
    assert match is None or match.certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("name", "vendor_id"),
    [("華為技術有限公司", "huawei"), ("大华技术有限公司", "dahua"), ("海康威视数字技术有限公司", "hikvision")],
)
def test_a_name_in_the_vendors_own_characters_is_not_doubted(screened: Screened, name: str, vendor_id: str) -> None:
    assert screened(name, "CN")[vendor_id].certainty >= Certainty.PROBABLE


@pytest.mark.parametrize(
    ("name", "vendor_id", "certainty"),
    [
        ("Guangzhou Senguang Communication Technology Co., Ltd", "tongguang", Certainty.POSSIBLE),
        ("Quartzitel Engineering Trading", "quartz", Certainty.PROBABLE),
        ("Quartzittel Trading", "quartz", Certainty.PROBABLE),
    ],
)
def test_a_like_name_is_probable_only_where_the_firms_own_word_is_the_same(
    name: str, vendor_id: str, certainty: Certainty
) -> None:
    assert matched(LISTED, name, "CN")[vendor_id].certainty == certainty


def test_the_reason_names_the_words_that_differ() -> None:
    match = matched(LISTED, "Guangzhou Senguang Communication Technology", "CN")["tongguang"]

    assert "'senguang' and 'tongguang' are likelier two words than one misspelt" in match.speaks_against


def test_a_general_name_is_nobody_s_where_the_country_is_open() -> None:
    known = listing_only(
        vendor("us-csl:1", "National Building Company", country=None),
        vendor("us-csl:2", "Planet Technology"),
        vendor("us-csl:3", "Kalai Industries", country=None),
    )

    assert matched(known, "National Building Company", "SA")["us-csl:1"].certainty == Certainty.POSSIBLE
    assert matched(known, "Planet Technology Corp.", "TW")["us-csl:2"].certainty == Certainty.POSSIBLE
    assert matched(known, "Kalai Industries", "IN")["us-csl:3"].certainty == Certainty.PROBABLE
