"""The US Consolidated Screening List, in every layout it has had."""

import json
from datetime import date

import pytest

from tests.lists.readers.files import CSL_COLUMNS, DPL, EL, SDN, csl
from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers import ListFile, read_official, us_csl
from vendorscreen.period import PartialDate

ACME = {
    "source": EL,
    "name": "Acme Vision Co., Ltd. (AV)",
    "alt_names": "Acme Shangtang; and Acme Sensing.",
    "addresses": "700 East Road, Hangzhou, CN; and 1 West Road, Urumqi, China",
    "federal_register_notice": "84 FR 54002; 85 FR 44159",
    "start_date": "2019-10-09",
    "license_policy": "Presumption of denial.",
    "source_information_url": "https://www.bis.gov/entity-list",
}


def test_a_row_of_the_entity_list_is_read_whole() -> None:
    (entry,) = read_official("us-csl", [csl(ACME)]).entries
    (period,) = entry.periods

    assert (entry.printed, entry.name) == ("Acme Vision Co., Ltd. (AV)", "Acme Vision Co., Ltd.")
    assert entry.names == [("weak_alias", "AV"), ("alias", "Acme Shangtang"), ("alias", "Acme Sensing")]
    assert entry.subject_type is None
    assert entry.countries == ["CN"]
    assert period.programme == "US-BIS-EL"
    assert period.start == PartialDate.of(date(2019, 10, 9))
    assert period.citation == "84 FR 54002; 85 FR 44159"
    assert period.particulars == "review policy: Presumption of denial"
    assert period.url == "https://www.bis.gov/entity-list"


def test_only_treasury_rows_tell_persons_from_organisations_and_keep_their_number() -> None:
    person = {"source": SDN, "entity_number": "21944", "type": "Individual", "name": "'ABBAS, Rim"}
    firm = {
        "source": SDN,
        "entity_number": "173",
        "type": "Entity",
        "name": "ACME LTD.",
        "ids": "RU, 7722515837, Tax ID No.",
    }

    entries = read_official("us-csl", [csl(person, firm, ACME)]).entries

    assert [entry.subject_type for entry in entries] == ["person", "organisation", None]
    assert entries[1].id == "us-csl:173"
    assert entries[1].identifiers == [Identifier.of("US-OFAC", "173"), Identifier.of("RU-INN", "7722515837")]


def test_rows_of_one_name_and_country_are_one_entry_with_a_period_each() -> None:
    again = ACME | {"start_date": "2020-06-05", "addresses": "2 North Road, Urumqi, CN"}

    (entry,) = read_official("us-csl", [csl(ACME, again)]).entries

    assert [str(period.start) for period in entry.periods] == ["2019-10-09", "2020-06-05"]
    assert len(entry.addresses) == 3


def test_an_id_does_not_change_with_what_an_edition_says_beside_name_and_country() -> None:
    (first,) = read_official("us-csl", [csl(ACME)]).entries
    (second,) = read_official("us-csl", [csl(ACME | {"alt_names": "", "start_date": "", "_id": "x"})]).entries

    assert first.id == second.id


def test_a_real_far_end_is_kept_and_a_permanent_one_is_none() -> None:
    far = {"source": DPL, "name": "I. ASHE", "start_date": "2003-06-19", "end_date": "2056-06-29"}
    never = {"source": DPL, "name": "J. ASHE", "start_date": "2003-06-19", "end_date": "2999-12-31"}

    ends = [entry.periods[0].end for entry in read_official("us-csl", [csl(far, never)]).entries]

    assert ends == [PartialDate.of(date(2056, 6, 29)), None]


def test_us_dates_are_read_too() -> None:
    (entry,) = read_official("us-csl", [csl(ACME | {"start_date": "10/9/2019"})]).entries

    assert str(entry.periods[0].start) == "2019-10-09"


def test_the_layout_without_id_and_one_with_a_new_column_are_read_alike() -> None:
    old, new = CSL_COLUMNS[1:], [*CSL_COLUMNS, "shoe_size"]
    (first,) = read_official("us-csl", [csl(ACME, columns=old)]).entries
    reading = read_official("us-csl", [csl(ACME | {"shoe_size": "45"}, columns=new)])

    assert first.name == reading.entries[0].name
    assert reading.unknown_columns == ("shoe_size",)
    assert ("shoe_size", "45") in reading.entries[0].periods[0].printed


def test_the_layout_before_2016_has_a_row_per_alias_and_address() -> None:
    header = "Source List,Entity Number,SDN Type,Programs,Name,Title,Address,City,State/Province,Postal Code,Country,Federal Register Notice,Effective Date,Date Lifted/Waived/Expired,Standard Order,License Requirement,License Policy,Call Sign,Vessel Type,Gross Tonnage,Gross Register Tonnage,Vessel Flag,Vessel Owner,Remarks/Notes,Address Number,Address Remarks,Alternate Number,Alternate Type,Alternate Name,Alternate Remarks,Web Link,,,"
    row = 'EL,,,,Acme Farid,,"3rd Apt, block #21",{city},,,Afghanistan,76 FR 71867,11/21/2011,,,,,,,,,,,,,,,,{alias},,http://x'
    lines = [header, row.format(city="Kabul", alias="Farid Acme"), row.format(city="Herat", alias="Engineer Acme")]

    reading = read_official("us-csl", [ListFile("el.csv", ("\n".join(lines) + "\n").encode())])

    assert [(entry.name, entry.names) for entry in reading.entries] == [
        ("Acme Farid", [("alias", "Farid Acme"), ("alias", "Engineer Acme")])
    ]
    assert reading.entries[0].countries == ["AF"]
    assert reading.files[0].kept == 2


def test_json_is_read_as_the_table_is() -> None:
    result = {
        "id": "1",
        "source": EL,
        "name": "Acme Vision Co., Ltd. (AV)",
        "alt_names": ["Acme Shangtang", "Acme Sense"],
        "addresses": [{"address": "700 East Road", "city": "Hangzhou", "state": None, "country": "CN"}],
        "start_date": "2019-10-09",
        "ids": [{"type": "Legal Entity Number", "number": "253400XX5U3XALBF5728", "country": "RU"}],
    }

    (entry,) = read_official("us-csl", [ListFile("c.json", json.dumps({"results": [result]}).encode())]).entries

    assert (entry.name, entry.countries) == ("Acme Vision Co., Ltd.", ["CN"])
    assert [identifier.scheme for identifier in entry.identifiers] == ["LEI"]


def test_addresses_in_the_place_of_a_name_and_empty_names_are_skipped_and_said() -> None:
    rows = (ACME, ACME | {"name": "Address 01, 5 Main Street"}, ACME | {"name": ""})

    reading = read_official("us-csl", [csl(*rows)])

    assert [(row.place, row.reason) for row in reading.skipped] == [
        ("line 3", "no name ('Address 01, 5 Main Street')"),
        ("line 4", "no name ('')"),
    ]
    assert reading.files[0].read == 3


def test_an_unknown_source_is_skipped_and_said() -> None:
    rows = [*[ACME] * 30, {"source": "New List (NEW) - Some Bureau", "name": "Acme"}]

    reading = read_official("us-csl", [csl(*rows)])

    assert [row.reason for row in reading.skipped] == ["unknown source 'New List (NEW) - Some Bureau'"]


def test_an_affiliated_entity_is_listed_itself_and_not_under_the_name_of_its_head() -> None:
    printed = "Acme Technologies Co., Ltd. (Acme).  Affiliated Entity:  Hangzhou Acme Enterprises"

    (entry,) = read_official("us-csl", [csl(ACME | {"name": printed, "alt_names": ""})]).entries

    assert entry.name == "Hangzhou Acme Enterprises"
    assert entry.names == []
    assert "affiliated entity of Acme Technologies" in entry.what


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (csl(ACME, end=""), None),
        (ListFile("c.csv", csl(ACME).content[:-30]), "line 2: quotes do not fit"),
        (ListFile("c.json", b'{"results": [{"source"'), "this is not JSON"),
        (ListFile("c.json", b'{"hits": []}'), "no list of 'results'"),
        (ListFile("c.json", b"[" * 200_000), "nested deeper than 64 levels"),
        (ListFile("c.xml", b"<a/>"), "this is XML"),
        (csl(), "no usable row among 0"),
    ],
)
def test_a_cut_or_foreign_file_is_refused(file: ListFile, reason: str | None) -> None:
    if reason is None:
        assert read_official("us-csl", [file]).files[0].kept == 1
        return
    with pytest.raises(ListError, match=reason):
        read_official("us-csl", [file])


def test_a_layout_before_2016_that_lacks_a_column_is_refused_with_all_it_needs() -> None:
    with pytest.raises(ListError, match=r"no header row with the columns .*City"):
        read_official("us-csl", [ListFile("el.csv", b"Source List,Name,City x\nEL,Acme,Y\n")])


SOURCES = {code: f"List of some kind ({code}) - Department" for code in us_csl.PROGRAMMES}


def rows(*without: str, start: str = "2022-04-07") -> list[dict[str, str]]:
    return [
        {"source": source, "name": f"Acme {code}", "start_date": start}
        for code, source in SOURCES.items()
        if code not in without
    ]


@pytest.mark.parametrize(
    ("without", "start", "expected"),
    [
        ((), "2022-04-07", []),
        (("SDN",), "2022-04-07", ["no row of SDN is in it"]),
        (("SDN", "CMIC"), "2022-04-07", ["no row of SDN, CMIC is in it"]),
        (("CMIC", "MEU", "NS-MBS"), "2019-05-21", []),
        (("CMIC",), "", ["no row of CMIC is in it"]),
        (("FSE", "CAP"), "2022-04-07", []),
    ],
)
def test_a_merged_list_without_a_row_is_told_if_it_had_begun_and_is_not_nearly_empty(without, start, expected) -> None:
    reading = read_official("us-csl", [csl(*rows(*without, start=start))])

    assert [gap.message for gap in reading.gaps] == expected
    assert [gap.parts for gap in reading.gaps] == [without for _ in expected]
