"""Which lists a buyer must screen, and whether they were."""

from datetime import date
from typing import get_args

import pytest

from vendorscreen.lists.official_list import (
    Container,
    Level,
    OfficialList,
    Requirement,
    coverage,
    coverage_of,
    warning_of,
)
from vendorscreen.lists.readers import READERS
from vendorscreen.lists.table_map import Columns, TableMap
from vendorscreen.tender import vocabulary
from vendorscreen.vendor.vendor import Gap, ListState
from vendorscreen.watchlist import read_watchlists
from vendorscreen.watchlist.vendor_folders import read_vendor_folders

AS_OF = date(2026, 11, 21)


def state(id_: str, edition: str, confirmed: str | None = None, gaps: tuple[Gap, ...] = ()) -> ListState:
    return ListState(id=id_, title=id_, edition=edition, confirmed=confirmed, screened=True, gaps=gaps)


def official(id_: str, **changes: object) -> OfficialList:
    fields = {"title": id_, "publisher": "p", "jurisdiction": "EU", "url": "u", "programmes": (), "max_age_days": 7}
    return OfficialList(id=id_, **(fields | {"downloads": ("https://x",)} | changes))  # type: ignore[arg-type]


def test_a_list_that_is_not_installed_is_missing_and_named_with_its_command() -> None:
    found = coverage_of(official("eu-fsf"), {}, AS_OF)

    assert (found.state, found.command) == ("missing", "vendorscreen watchlist update eu-fsf")


@pytest.mark.parametrize(
    ("edition", "confirmed", "state_", "age"),
    [
        ("2026-11-14", None, "screened", 7),
        ("2026-11-13", None, "stale", 8),
        ("2026-10-01", "2026-11-20", "screened", 1),
        ("2026-12-01", None, "screened", -10),
    ],
)
def test_the_age_runs_from_the_edition_or_its_last_confirmation(edition, confirmed, state_, age) -> None:
    found = coverage_of(official("eu-fsf"), {"eu-fsf": state("eu-fsf", edition, confirmed)}, AS_OF)

    assert (found.state, found.age_days, found.edition) == (state_, age, edition)


def test_a_list_is_screened_in_one_that_contains_it() -> None:
    sdn = official("us-ofac-sdn", contained_in=Container(list="us-csl", sources=("SDN",)))
    editions = {"us-ofac-sdn": state("us-ofac-sdn", "2024-05-03"), "us-csl": state("us-csl", "2026-11-20")}

    found = coverage_of(sdn, editions, AS_OF)

    assert (found.state, found.screened_in, found.edition) == ("screened", "us-csl", "2026-11-20")


SDN = official("us-ofac-sdn", contained_in=Container(list="us-csl", sources=("SDN",)))
CONS = official("us-ofac-cons", contained_in=Container(list="us-csl", sources=("SSI", "CMIC")))


@pytest.mark.parametrize(
    ("one", "gap", "expected"),
    [
        (SDN, Gap("no row of SDN is in it", ("SDN",)), "missing"),
        (SDN, Gap("no row of CMIC is in it", ("CMIC",)), "screened"),
        (SDN, Gap("its newer edition is damaged"), "incomplete"),
        (CONS, Gap("no row of CMIC is in it", ("CMIC",)), "incomplete"),
        (CONS, Gap("no row of SSI, CMIC is in it", ("SSI", "CMIC")), "missing"),
    ],
)
def test_a_list_that_contains_another_counts_for_what_is_in_it(one, gap, expected) -> None:
    found = coverage_of(one, {"us-csl": state("us-csl", "2026-11-20", gaps=(gap,))}, AS_OF)

    assert found.state == expected


def test_a_list_that_lacks_a_part_is_incomplete_and_named_with_its_command() -> None:
    hollow = state("eu-fsf", "2026-11-20", gaps=(Gap("the file of aliases is missing", ("aliases",)),))

    found = coverage_of(official("eu-fsf"), {"eu-fsf": hollow}, AS_OF)

    assert (found.state, found.gaps) == ("incomplete", ("the file of aliases is missing",))
    assert found.command == "vendorscreen watchlist update eu-fsf"


def test_a_whole_edition_counts_before_a_younger_one_that_is_not() -> None:
    hollow = state("us-ofac-sdn", "2026-11-21", gaps=(Gap("the file of aliases is missing", ("aliases",)),))

    found = coverage_of(SDN, {"us-ofac-sdn": hollow, "us-csl": state("us-csl", "2026-11-20")}, AS_OF)

    assert (found.state, found.screened_in) == ("screened", "us-csl")


def test_an_edition_that_is_too_old_or_not_whole_is_never_simply_screened() -> None:
    hollow = state("eu-fsf", "2022-04-21", gaps=(Gap("no row of it"),))
    warning = warning_of(hollow, official("eu-fsf"), AS_OF)

    assert str(warning) == (
        "eu-fsf, edition 2022-04-21: screened, but too old (1,675 days old, at most 7); no row of it"
    )
    assert warning_of(state("eu-fsf", "2026-11-14"), official("eu-fsf"), AS_OF) is None


def test_a_list_without_a_reader_is_named_as_such_and_has_no_command() -> None:
    found = coverage_of(official("gb-sanctions"), {}, AS_OF)

    assert (found.state, found.command) == ("no_reader", None)


def test_a_list_that_is_read_as_a_table_is_missing_and_named_with_its_command() -> None:
    described = official("xx-blocked", downloads=(), tables=(TableMap(columns=Columns(name=("Firm",))),))

    found = coverage_of(described, {}, AS_OF)

    assert (found.state, found.command) == ("missing", "vendorscreen watchlist update xx-blocked --from FILE")


def test_a_list_without_an_address_is_installed_from_a_file_or_in_the_list_that_contains_it() -> None:
    alone, within = (
        official("us-bis-el", downloads=()),
        official("us-bis-el", downloads=(), contained_in=Container(list="us-csl", sources=("EL",))),
    )

    assert coverage_of(alone, {}, AS_OF).command == "vendorscreen watchlist update us-bis-el --from FILE"
    assert coverage_of(within, {}, AS_OF).command == "vendorscreen watchlist update us-csl"


@pytest.mark.parametrize(
    ("country", "level", "as_of", "expected"),
    [
        ("LT", "national", AS_OF, ["eu-fsf"]),
        ("LT", None, AS_OF, ["eu-fsf"]),
        ("LT", "local", date(2014, 3, 16), []),
        (None, "eu", AS_OF, ["eu-fsf", "eu-edes"]),
        ("GB", "local", AS_OF, ["gb-sanctions", "gb-debarment"]),
        ("GB", "local", date(2020, 6, 1), ["eu-fsf"]),
        ("US", "national", AS_OF, ["us-ofac-sdn", "us-sam"]),
        ("US", "local", AS_OF, ["us-ofac-sdn"]),
        ("FR", "regional", AS_OF, ["eu-fsf", "fr-gels"]),
        ("JP", "national", AS_OF, []),
        (None, None, AS_OF, []),
    ],
)  # fmt: skip
def test_which_lists_a_buyer_must_screen(root, country, level, as_of, expected) -> None:
    found = read_watchlists(root / "watchlists").coverage(country, level, as_of)

    assert [one.list for one in found] == expected


def test_a_requirement_that_names_levels_only_needs_the_level_stated() -> None:
    rule = Requirement(levels=("eu",), basis="b", evidence="primary", sources=())

    assert not rule.binds("FR", None, AS_OF)
    assert rule.binds("FR", "eu", AS_OF)


def test_every_list_with_a_reader_is_described_and_every_requirement_is_sourced(root) -> None:
    lists = read_vendor_folders([root / "watchlists"]).lists

    assert set(READERS) <= {one.id for one in lists}
    assert all(rule.sources and rule.basis for one in lists for rule in one.required)


def test_the_members_of_the_union_are_those_of_the_country_group(root) -> None:
    members = (root / "rules" / "groups" / "eu.yaml").read_text(encoding="utf-8")
    today = {
        line.split("country: ")[1][:2] for line in members.splitlines() if "country:" in line and "to:" not in line
    }
    lists = read_vendor_folders([root / "watchlists"]).lists
    (fsf,) = [one for one in lists if one.id == "eu-fsf"]

    assert set(fsf.required[0].countries) == today


def test_levels_are_those_of_tenders() -> None:
    assert get_args(Level) == get_args(vocabulary.Level)


def test_coverage_keeps_the_order_of_the_lists() -> None:
    lists = [
        official("b", required=(Requirement(countries=("FR",), basis="b", evidence="primary", sources=()),)),
        official("a"),
    ]

    assert [one.list for one in coverage(lists, {}, "FR", None, AS_OF)] == ["b"]
