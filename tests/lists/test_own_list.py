"""A user's own table, read as its map says."""

from datetime import date
from pathlib import Path

import pytest

from tests.lists.readers.files import workbook
from tests.lists.store.stores import curated
from vendorscreen.errors import InputError, ListError, UsageError
from vendorscreen.watchlist import installed_watchlist
from vendorscreen.watchlist.updating import import_table

MAP = """
id: city-excluded
title: Suppliers excluded by the city
publisher: City of Acme
jurisdiction: FR
kind: debarment
max_age_days: 30
delimiter: ";"
columns:
  name: Firm
  id: No
  names: [{column: Also, separator: "|"}, {column: Before, kind: previous_name}]
  country: Land
  address: Seat
  identifiers: [{column: SIREN, scheme: FR-RCS}]
  subject_type: {column: Kind, person: [P], organisation: [O]}
  start_date: {column: From, form: european}
  end_date: {column: To, form: european}
  citation: Decision
  summary: Why
"""
HEADER = "No;Firm;Also;Before;Land;Seat;SIREN;Kind;From;To;Decision;Why;Colour"
ROWS = [
    "1;Acme Optics;Acme|AO;Old Acme;France;5 rue A, Paris;732829320;O;01.02.2024;31.12.2999;D-7;Fraud;red",
    "2;Jo Doe;;;FR;;;P;05.03.2024;04.03.2026;D-8;;",
    "3;Beta;;;Atlantis;;;X;soon;;;;",
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def bring(home: Path, root: Path, text: str = "\n".join([HEADER, *ROWS]) + "\n", map_: str = MAP, **options: object):
    folder = home.parent
    (folder / "excluded.csv").write_text(text, encoding="utf-8")
    (folder / "excluded.map.yaml").write_text(map_, encoding="utf-8")
    known = curated(home, root)
    return import_table(folder / "excluded.csv", folder / "excluded.map.yaml", known, home, **options)  # type: ignore[arg-type]


def vendors_of(home: Path, root: Path):
    known = installed_watchlist(root / "watchlists", home=home)
    return known, {known.vendors[one].name: known.vendors[one] for one in known.vendors if one.startswith("city-")}


def test_a_list_that_nothing_reads_is_screened_once_it_is_imported_under_its_id(home, root) -> None:
    bring(home, root, map_=MAP.replace("city-excluded", "gb-debarment"), dated=date(2026, 11, 1))
    known = installed_watchlist(root / "watchlists", home=home)
    (covered,) = [one for one in known.coverage("GB", "local", date(2026, 11, 3)) if one.list == "gb-debarment"]

    assert (covered.state, covered.edition, covered.max_age_days) == ("screened", "2026-11-01", 7)
    assert [one.id for one in known.lists].count("gb-debarment") == 1


def test_every_mapped_column_is_read_and_the_others_are_kept_as_printed(home, root) -> None:
    bring(home, root, dated=date(2026, 11, 1))
    known, vendors = vendors_of(home, root)
    acme = vendors["Acme Optics"]
    (listing,) = acme.listings

    assert [(name.kind, name.text) for name in acme.names] == [
        ("legal_name", "Acme Optics"),
        ("weak_alias", "Acme"),
        ("weak_alias", "AO"),
        ("previous_name", "Old Acme"),
    ]
    assert (acme.country, acme.addresses, acme.subject_type) == ("FR", ("5 rue A, Paris",), "organisation")
    assert [str(number) for number in acme.identifiers] == ["FR-RCS 732829320"]
    assert (listing.kind, listing.jurisdiction, listing.authority) == ("debarment", "FR", "City of Acme")
    assert (str(listing.period), listing.citation) == ("since 2024-02-01", "D-7")
    assert "Fraud" in listing.summary
    assert listing.printed == (("Colour", "red"),)
    assert known.programmes["city-excluded"].name == "Suppliers excluded by the city"
    assert [one.edition for one in known.lists if one.id == "city-excluded"] == ["2026-11-01"]


def test_persons_are_told_where_the_table_tells_them(home, root) -> None:
    bring(home, root)
    known, vendors = vendors_of(home, root)

    assert vendors["Jo Doe"].subject_type == "person"
    assert known.search(["Jo Doe"]) == [[]]
    assert vendors["Beta"].subject_type is None


def test_vessels_and_aircraft_are_told_where_the_table_tells_them(home, root) -> None:
    told = MAP.replace("person: [P], organisation: [O]", "vessel: [P], aircraft: [X]")

    bring(home, root, map_=told, dated=date(2024, 6, 1))
    _, vendors = vendors_of(home, root)

    assert (vendors["Jo Doe"].subject_type, vendors["Beta"].subject_type) == ("vessel", "aircraft")


def test_only_rows_that_the_map_takes_are_listed_and_the_others_counted_by_their_word(home, root) -> None:
    taken = MAP.replace("columns:", "where: {column: Colour, is: [RED]}\ncolumns:")

    manifest = bring(home, root, map_=taken, dated=date(2024, 6, 1)).edition.manifest
    _, vendors = vendors_of(home, root)

    assert list(vendors) == ["Acme Optics"]
    assert (manifest.read, manifest.kept, manifest.left_out) == (3, 1, {"": 2})


def test_a_key_without_a_value_says_nothing(home, root) -> None:
    bring(home, root, map_=MAP.replace("address: Seat", "address:").replace("columns:", "where:\ncolumns:"))
    _, vendors = vendors_of(home, root)

    assert (len(vendors), vendors["Acme Optics"].addresses) == (3, ())


def test_a_map_that_takes_no_row_is_refused(home, root) -> None:
    with pytest.raises(ListError, match="no usable row among 3"):
        bring(home, root, map_=MAP.replace("columns:", "where: {column: Colour, is: [blue]}\ncolumns:"))


def test_a_column_that_decides_over_rows_must_be_there(home, root) -> None:
    with pytest.raises(InputError, match="no column 'Color', did you mean 'Colour'"):
        bring(home, root, map_=MAP.replace("columns:", "where: {column: Color, is: [red]}\ncolumns:"))


def test_a_date_that_cannot_be_read_is_a_caveat_and_the_entry_unknown_before_its_first_edition(home, root) -> None:
    bring(home, root, dated=date(2026, 11, 1))
    _, vendors = vendors_of(home, root)
    (listing,) = vendors["Beta"].listings

    assert listing.caveat == "Dates that could not be read: soon"
    assert listing.active(date(2026, 10, 31)) is None
    assert listing.active(date(2026, 11, 1)) is True


def test_a_workbook_is_read_as_a_csv_file_is(home, root, tmp_path) -> None:
    rows = [tuple(line.split(";")) for line in (HEADER, *ROWS)]
    (tmp_path / "excluded.xlsx").write_bytes(workbook([("A list",), *rows]).content)
    (tmp_path / "m.yaml").write_text(MAP, encoding="utf-8")

    done = import_table(tmp_path / "excluded.xlsx", tmp_path / "m.yaml", curated(home, root), home)

    assert done.edition.manifest.entries == 3


def test_a_map_may_name_one_of_our_programmes(home, root) -> None:
    bring(home, root, map_=MAP + "programme: WB-DEBARRED\n")
    _, vendors = vendors_of(home, root)

    assert vendors["Acme Optics"].listings[0].programme == "WB-DEBARRED"


def test_all_columns_that_are_missing_are_said_at_once_with_the_nearest(home, root) -> None:
    with pytest.raises(InputError) as caught:
        bring(home, root, text=HEADER.replace("Firm", "Firms").replace("From", "Form") + "\n1;2\n")

    assert [problem.message for problem in caught.value.problems] == [
        "no column 'Firm', did you mean 'Firms'?",
        "no column 'From', did you mean 'Form'?",
    ]


def test_all_mistakes_in_a_map_are_said_at_once_with_their_lines(home, root) -> None:
    wrong = (
        MAP.replace("kind: debarment", "kind: debarrment")
        .replace("form: european", "form: roman", 1)
        .replace("country:", "contry:")
    )

    with pytest.raises(InputError) as caught:
        bring(home, root, map_=wrong)

    messages = [f"{problem.line}: {problem.message}" for problem in caught.value.problems]
    assert messages == [
        "6: 'debarrment' is not known here, did you mean 'debarment'?",
        "13: unknown key, did you mean 'country'?",
        "17: 'roman' is not known here, did you mean 'european'?",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("id: city-excluded", "id: us-csl"), "id 'us-csl' is that of a list with a reader of its own"),
        (("id: city-excluded", "id: City"), "is no id"),
        (("jurisdiction: FR", "jurisdiction: France"), "is no country"),
    ],
)
def test_a_wrong_map_is_refused(home, root, change, message) -> None:
    with pytest.raises(InputError, match=message):
        bring(home, root, map_=MAP.replace(*change))


def test_a_programme_that_nobody_describes_is_refused(home, root) -> None:
    with pytest.raises(UsageError, match="programme 'NOBODY' is not described"):
        bring(home, root, map_=MAP + "programme: NOBODY\n")


def test_a_table_that_is_cut_is_refused(home, root) -> None:
    with pytest.raises(ListError, match="never closed"):
        bring(home, root, text="\n".join([HEADER, *ROWS])[:-8] + '"')
