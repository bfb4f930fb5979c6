"""The one way in: what programs state in memory is screened like files, and every answer is short to look at."""

import json
import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel

import vendorscreen
from tests.lists.store.stores import NAMES, install
from vendorscreen import Screener, Tender, UsageError, watchlist_of
from vendorscreen.errors import ListError, TenderError, WatchlistError
from vendorscreen.vendor.strength import counting_listings, said_once, strongest_first

TENDER = {
    "date": date(2026, 3, 1),
    "buyer": {"name": "Town", "country": "LT"},
    "tender": {"value": {"amount": Decimal("1200.50"), "currency": "EUR"}},
    "suppliers": [{"name": "Nuctech Warsaw Company Limited", "country": "PL"}],
}


class Named(BaseModel):
    """A supplier as a program may have it."""

    name: str
    country: str | None = None


class Offer(BaseModel):
    """A tender as a program may have it."""

    suppliers: list[Named]


def test_a_tender_in_memory_is_checked_like_one_in_a_file(screener: Screener, tmp_path: Path) -> None:
    file = tmp_path / "tender.yaml"
    file.write_text(
        "date: 2026-03-01\nbuyer: {name: Town, country: LT}\ntender: {value: {amount: 1200.5, currency: EUR}}\n"
        "suppliers: [{name: Nuctech Warsaw Company Limited, country: PL}]\n",
        encoding="utf-8",
    )
    from_memory, from_file = screener.check(TENDER), screener.check(str(file))

    assert [one.vendor for one in from_memory.matches] == [one.vendor for one in from_file.matches] != []
    assert from_memory.as_of == from_file.as_of == date(2026, 3, 1)
    assert next(iter(screener.check_many([Tender.from_dict(TENDER)]))).matches == from_memory.matches


def test_models_are_accepted_where_mappings_are(screener: Screener) -> None:
    report = screener.check(Offer(suppliers=[Named(name="Hikvision")]), "2026-03-01")
    nested = screener.check({"suppliers": [Named(name="Hikvision")]}, "2026-03-01")

    assert [one.vendor for one in report.matches] == [one.vendor for one in nested.matches] != []


def test_a_wrong_mapping_is_answered_with_the_field_and_the_right_key(screener: Screener) -> None:
    with pytest.raises(TenderError, match="did you mean 'name'"):
        screener.check({"suppliers": [{"nmae": "X"}]})
    with pytest.raises(UsageError, match="object is no value of a tender"):
        screener.check({"suppliers": [{"name": object()}]})
    with pytest.raises(UsageError, match="a mapping or a path is needed, not int"):
        screener.check(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "as_of",
    [date(2026, 3, 1), "2026-03-01", datetime(2026, 3, 1, 23, 59, tzinfo=UTC), datetime(2026, 3, 1)],  # noqa: DTZ001
)
def test_a_day_may_be_a_date_a_datetime_or_a_text(screener: Screener, as_of: date | str) -> None:
    assert screener.screen("Hikvision", as_of=as_of).as_of == date(2026, 3, 1)


@pytest.mark.parametrize("as_of", ["2026-3-1", "soon", "", 20260301])
def test_what_is_no_day_is_an_error_of_use(screener: Screener, as_of: str) -> None:
    with pytest.raises(UsageError, match="as_of"):
        screener.check(TENDER, as_of)
    with pytest.raises(UsageError, match="as_of"):
        screener.screen("Hikvision", as_of=as_of)


def test_a_supplier_is_shown_with_dated_cited_listings_the_strongest_first(screener: Screener) -> None:
    found = screener.screen("Hangzhou Hikvision Digital Technology", country="China", buyer="LT", as_of="2026-03-01")
    match = next(one for one in found.matches if one.vendor.id == "hikvision")

    assert match.listings == counting_listings(match.vendor.listings, date(2026, 3, 1))
    assert match.listings[0].kind == "procurement_ban"
    entry = found.to_dict()["matches"][0]["listings"][0]
    assert (entry["start_date"], entry["active"]) == ("2019-08-13", True)
    assert "FAR" in entry["citation"]
    assert json.loads(found.to_json()) == found.to_dict()


def test_what_a_buyer_must_do_depends_on_the_buyer(screener: Screener) -> None:
    plain = screener.screen("Hikvision", as_of="2026-03-01", buyer="DE")
    federal = screener.screen(
        "Hikvision", as_of="2026-03-01", buyer={"country": "US", "level": "national", "sector": "defence"}
    )
    assert federal.possible > plain.possible


def test_a_supplier_is_found_by_its_number_alone(screener: Screener) -> None:
    (same, *_) = screener.screen(identifiers=["USCC:914403001922038216"]).matches

    assert (same.vendor.id, same.certainty.word) == ("huawei", "confirmed")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "needs a name, or a number"),
        ({"name": "X", "country": "Atlantis"}, "country: 'Atlantis' is no country"),
        ({"name": "X", "identifiers": ["123"]}, "SCHEME:NUMBER"),
        ({"name": "X", "identifiers": [{"scheme": "LEI"}]}, "SCHEME:NUMBER"),
        ({"name": "X", "buyer": {"land": "DE"}}, "buyer: unknown key 'land'"),
        ({"name": "X", "buyer": {"country": "DE", "level": "town"}}, "'town' is no level of a buyer"),
        ({"name": "X", "buyer": "Atlantis"}, "buyer: country"),
        ({"name": "X", "at_least": 0.1}, "at_least"),
    ],
)
def test_what_cannot_be_read_of_a_supplier_is_named(screener: Screener, asked: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        screener.screen(**asked)  # type: ignore[arg-type]


def test_many_suppliers_are_screened_in_their_order(screener: Screener) -> None:
    found = list(screener.screen_many(["Hikvision", {"name": "Nuctech", "country": "PL"}], as_of="2026-03-01"))

    assert [one.name for one in found] == ["Hikvision", "Nuctech"]
    with pytest.raises(UsageError, match=r"suppliers\[0\]: unknown key 'nmae'"):
        list(screener.screen_many([{"nmae": "X"}]))


def test_a_person_is_given_the_reason_and_no_bare_answer(screener: Screener) -> None:
    assert "not searched by name" in (screener.screen("Herr Hans Meier").note or "")


def test_threads_share_a_screener(screener: Screener) -> None:
    names = ["Hikvision", "Huawei", "Nuctech", "ZTE Corporation", "Siemens AG"] * 8
    alone = [screener.screen(name, as_of="2026-03-01").to_json() for name in names]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda name: screener.screen(name, as_of="2026-03-01").to_json(), names))

    assert alone == together


def test_tenders_reports_and_screenings_can_be_sent_to_another_process(screener: Screener) -> None:
    tender, report = Tender.from_dict(TENDER), screener.check(TENDER)
    screening = screener.screen("Hikvision", as_of="2026-03-01")

    assert pickle.loads(pickle.dumps(tender)).parties == tender.parties
    assert pickle.loads(pickle.dumps(report)).to_json() == report.to_json()
    assert pickle.loads(pickle.dumps(screening)).to_json() == screening.to_json()


def test_what_is_shown_in_a_prompt_or_notebook_is_short_and_harmless(screener: Screener) -> None:
    report = screener.check({**TENDER, "tender": {"title": "<script>alert(1)</script>"}}, "2026-03-01")
    screening = screener.screen("<b>Hikvision", as_of="2026-03-01")

    assert max(len(text) for text in map(repr, (report, screening, screening.matches[0]))) < 300
    assert str(report) == repr(report)
    shown = report._repr_html_() + screening._repr_html_() + screening.matches[0]._repr_html_()
    assert "<script" not in shown
    assert "<b>" not in shown


def test_markdown_lets_no_name_form_a_tag_or_link(screener: Screener) -> None:
    report = screener.check({"suppliers": [{"name": "[Hikvision](http://x) <img> | *a*"}]}, "2026-03-01")

    assert re.findall(r"(?<!\\)(?:<img|\]\(|\*a)", report.to_markdown()) == []


def test_own_vendors_stand_beside_ours_and_the_installed_lists(tmp_path: Path, root: Path) -> None:
    install(tmp_path / "home", root, NAMES, "2026-01-05")
    own = tmp_path / "own" / "all"
    own.mkdir(parents=True)
    (own / "acme.yaml").write_text(VENDOR, encoding="utf-8")

    opened = Screener.open(watchlists=tmp_path / "own", home=tmp_path / "home")

    assert [opened.screen(name).matches[0].vendor.list for name in ("Acme Perimeter Optics", NAMES[0])] == [
        "curated",
        "us-csl",
    ]
    assert opened.screen("Hikvision").matches
    without = Screener.open(watchlists=tmp_path / "own", home=tmp_path / "home", lists=[])
    assert [one.id for one in without.watchlist.lists if one.screened] == ["curated"]
    with pytest.raises(ListError, match="not installed"):
        Screener.open(home=tmp_path / "home", lists=["eu-fsf"])


def test_a_server_sees_an_update_and_reloads(tmp_path: Path, root: Path) -> None:
    opened = Screener.open(home=tmp_path / "home")
    assert opened.is_current()

    install(tmp_path / "home", root, NAMES, "2026-01-05")

    assert not opened.is_current()
    assert not opened.screen(NAMES[0]).matches
    assert opened.reload().screen(NAMES[0]).matches
    assert opened.is_current()


VENDOR = """
id: acme-optics
name: Acme Perimeter Optics
country: FR
what: Maker of lenses.
listings:
  - id: acme-optics-note
    kind: security_warning
    authority: Town
    jurisdiction: FR
    start_date: 2026-01-02
    summary: A note of the town.
    evidence: primary
    sources: [{title: Note 5}]
"""


def test_a_watchlist_is_made_of_mappings() -> None:
    listing = {
        "id": "acme-note", "kind": "security_warning", "authority": "Town", "jurisdiction": "FR",
        "start_date": date(2026, 1, 2), "summary": "A note.", "evidence": "primary", "sources": [{"title": "Note 5"}],
    }  # fmt: skip
    known = watchlist_of([{"id": "acme", "name": "Acme Perimeter Optics", "what": "Maker.", "listings": [listing]}])

    assert [hit.key for hit in known.search(["Acme Perimeter Optics"])[0]] == ["acme"]
    with pytest.raises(WatchlistError, match=r"vendors\[0\].*did you mean 'name'"):
        watchlist_of([{"id": "acme", "nmae": "X", "what": "Y"}])


def test_what_several_lists_say_is_said_once(screener: Screener) -> None:
    listings = screener.watchlist.vendors["hikvision"].listings
    twice = [*listings, *listings]

    assert sum(map(len, said_once(strongest_first(twice)))) == len(twice)
    assert len(counting_listings(twice, date(2026, 3, 1))) == len(counting_listings(listings, date(2026, 3, 1)))


def test_every_public_name_is_there_and_named_by_dir() -> None:
    assert [name for name in vendorscreen.__all__ if not hasattr(vendorscreen, name)] == []
    assert set(vendorscreen.__all__) <= set(dir(vendorscreen))
