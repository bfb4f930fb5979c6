"""The readers on real files, where they are at hand: counts as the files have them, and the vendors everybody knows."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.lists.store.stores import curated
from vendorscreen.errors import ListError
from vendorscreen.lists.readers import ListFile, ListReading, read_official
from vendorscreen.watchlist import Watchlist, installed_watchlist
from vendorscreen.watchlist.updating import update_list

SDN = [
    "us_ofac/sdn_2024-05-03.csv.gz",
    "us_ofac/set_2025-12/alt.csv.gz",
    "us_ofac/set_2025-12/add.csv.gz",
    "us_ofac/set_2025-12/sdn_comments.csv",
]
CONS = [f"us_ofac/cons_2025-12/cons_{part}.csv" for part in ("prim", "alt", "add", "comments")]
WORLD_BANK = "debarment_2025-02/world_bank_listing_of_ineligible_firms_and_individuals.xlsx"


@dataclass(frozen=True)
class Expected:
    id: str
    files: list[str]
    counts: list[tuple[int, int]]
    """Rows the file has by its own count, and rows that are skipped."""
    edition: date | None = None


FILES = [
    Expected("us-csl", ["us_csl/consolidated_2022-04.csv.gz"], [(14160, 0)]),
    Expected("us-csl", ["us_csl/csl_2019-12_sample_old28.csv"], [(115, 0)]),
    Expected("us-csl", ["us_csl/consolidated_2025_small.csv"], [(13, 0)]),
    Expected("us-csl", ["format_samples/old_csl_el_csv_2015/el.csv"], [(18, 0)]),
    Expected("us-ofac-sdn", SDN[:1], [(14965, 0)]),
    Expected("us-ofac-sdn", SDN, [(14965, 0), (20107, 2460), (24244, 4893), (28, 6)]),
    Expected("us-ofac-cons", CONS, [(442, 0), (1073, 0), (574, 0), (10, 0)]),
    Expected("us-bis-el", ["us_tradelists_2026-07/bis_entity_list.json.gz"], [(3409, 19)], date(2026, 7, 9)),
    Expected("un-sc", ["un/UN_consolidated_2026-02.xml.gz"], [(1003, 0)], date(2026, 2, 27)),
    Expected("un-sc", ["format_samples/un/sample_unsc.xml"], [(7, 0)], date(2024, 10, 17)),
    Expected("wb-debarred", [WORLD_BANK], [(1285, 0)], date(2025, 1, 7)),
    Expected("eu-fsf", ["format_samples/eu_fsf/sample_eu.xml"], [(7, 0)], date(2020, 4, 15)),
]


def read(data: Path, list_id: str, files: list[str]) -> ListReading:
    return read_official(
        list_id, [ListFile.of(Path(name).name, (data / "lists" / name).read_bytes()) for name in files]
    )


@pytest.mark.parametrize("expected", FILES, ids=lambda one: f"{one.id} {Path(one.files[0]).name} {len(one.files)}")
def test_a_real_file_is_read_whole(data, expected) -> None:
    reading = read(data, expected.id, expected.files)

    assert [(count.read, count.skipped) for count in reading.files] == expected.counts
    assert all(count.read == count.kept + count.skipped for count in reading.files)
    assert len(reading.skipped) == sum(count.skipped for count in reading.files)
    assert reading.edition == expected.edition
    assert reading.unknown_columns == ()


def test_the_rows_of_each_merged_list_are_counted(data) -> None:
    sources = read(data, "us-csl", ["us_csl/consolidated_2022-04.csv.gz"]).sources

    assert sources == {
        "CAP": 53, "CMIC": 68, "DPL": 462, "DTC": 727, "EL": 2001, "FSE": 3, "ISN": 163, "MEU": 71, "NS-MBS": 17,
        "PLC": 78, "SDN": 10026, "SSI": 290, "UVL": 201,
    }  # fmt: skip


def test_persons_are_told_from_organisations_as_the_lists_tell_them(data) -> None:
    types = [entry.subject_type for entry in read(data, "us-ofac-sdn", SDN[:1]).entries]

    assert {one: types.count(one) for one in set(types)} == {
        "organisation": 6884,
        "person": 6854,
        "vessel": 851,
        "aircraft": 376,
    }


@pytest.mark.parametrize(
    ("list_id", "name", "reason"),
    [
        ("us-csl", "us_csl/csl_2023-11_truncated.csv.gz", "line 4233: quotes do not fit"),
        ("us-csl", "us_csl/csl_invalid_sample.csv", "4 of 6 rows do not fit the layout"),
        ("us-ofac-sdn", "us_ofac/bad/sdn_2024-05-04_empty.csv", "the file is empty"),
        ("us-bis-el", "us_tradelists_2026-07/bis_meu.json", "calls itself 'bis-meu'"),
        ("wb-debarred", "debarment_2025-02/Inter-American_Development_Bank-Sanctioned_Firms_and_Individuals.xlsx", "no header row with 'Firm Name'"),
        ("us-csl", "us_dod/1260h_sanctions.csv", "no header row with the columns"),
        ("un-sc", "format_samples/eu_fsf/sample_eu.xml", "begins with <export>"),
        ("eu-fsf", "un/UN_consolidated_2026-02.xml.gz", "begins with <CONSOLIDATED_LIST>"),
    ],
)  # fmt: skip
def test_a_damaged_or_foreign_real_file_is_refused_with_the_reason(data, list_id, name, reason) -> None:
    with pytest.raises(ListError, match=reason):
        read(data, list_id, [name])


@pytest.fixture(scope="module")
def known(data: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Watchlist]:
    """Watchlists with one list alone, by the id of the list; the curated vendors are put aside."""
    found = {}
    for list_id, name, day in (
        ("us-csl", "us_csl/consolidated_2022-04.csv.gz", date(2022, 4, 21)),
        ("us-bis-el", "us_tradelists_2026-07/bis_entity_list.json.gz", None),
    ):
        home = tmp_path_factory.mktemp(list_id)
        described = curated(home, root)
        (official,) = [one for one in described.lists if one.id == list_id]
        update_list(official, described, home, sources=[str(data / "lists" / name)], dated=day)
        whole = installed_watchlist(root / "watchlists", home=home)
        found[list_id] = Watchlist(whole.parts[1:], whole.programmes, whole.lists, "")
    return found


@pytest.mark.parametrize(
    ("name", "csl", "entity_list"),
    [
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Huawei Technologies Co., Ltd.", "84 FR 22961", "84 FR 22963, 5/21/19"),
        ("Beijing SenseTime Technology Development Co., Ltd.", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Megvii Technology Limited", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Tongfang NucTech Technology Ltd.", "85 FR 83420", "85 FR 83420, 12/22/20"),
        ("Dahua Technology Co., Ltd.", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Zhejiang Dahua Technology Co., Ltd.", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Nuctech Company Limited", "85 FR 83420", "85 FR 83420, 12/22/20"),
        ("Hikvision", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Huawei", "84 FR 22961", "84 FR 22963, 5/21/19"),
        ("SenseTime", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Megvii", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Nuctech", "85 FR 83420", "85 FR 83420, 12/22/20"),
        ("Dahua Technology", "84 FR 54002", "84 FR 54004, 10/9/19"),
        ("Huawei Technologies France SASU", "84 FR 43495", "84 FR 43495, 8/21/19"),
    ],
)
def test_the_known_vendors_are_found_in_either_list_alone_with_their_citation(known, name, csl, entity_list) -> None:
    for list_id, citation in (("us-csl", csl), ("us-bis-el", entity_list)):
        hits = known[list_id].search([name])[0]
        found = [
            listing
            for hit in hits
            for listing in known[list_id].vendors[hit.key].listings
            if listing.programme == "US-BIS-EL" and citation in (listing.citation or "")
        ]

        assert found, (list_id, hits)


def test_huawei_france_is_listed_itself(known) -> None:
    for watchlist in known.values():
        (hit, *_) = watchlist.search(["Huawei France"])[0]

        assert watchlist.vendors[hit.key].name == "Huawei France"
        assert watchlist.vendors[hit.key].country == "FR"


def test_a_real_far_end_is_kept(known) -> None:
    ends = {
        str(listing.period.end)
        for id_ in known["us-csl"].vendors
        for listing in known["us-csl"].vendors[id_].listings
        if listing.programme == "US-BIS-DPL"
    }

    assert "2056-06-29" in ends
    assert not any(end.startswith("2999") for end in ends)


def test_permanent_debarments_have_no_end(data) -> None:
    entries = read(data, "wb-debarred", [WORLD_BANK]).entries
    ends = [period.end for entry in entries for period in entry.periods]

    assert sum(end is None for end in ends) >= 600
    assert all(end is None or end.last.year < 2900 for end in ends)
