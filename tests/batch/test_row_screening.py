"""Batches: the same rows with the answers that each supplier gets alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.batch.conftest import DAY, OPTIONS
from tests.soak import examples
from vendorscreen.batch import RESULT_FIELDS, ScreeningOptions, result_schema, screen_batches
from vendorscreen.batch.columns import find_columns
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.suppliers import Supplier, read_supplier
from vendorscreen.errors import UsageError
from vendorscreen.fact import Case
from vendorscreen.matching import match_tender
from vendorscreen.rule import Effect, evaluate, read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.screening.supplier import supplier_tender
from vendorscreen.tender.tender import Buyer

Row = dict[str, object]

BUYERS = [
    *(Buyer(country=country) for country in ("DE", "US", "GB", "CA", "CH", None)),
    Buyer(country="US", level="national", sector="defence"),
    Buyer(country="LT", level="local", sector="airports"),
    Buyer(level="eu"),
]


def _batch(rows: Sequence[tuple[str | None, ...]], names: Sequence[str] = ("name", "country", "lei")) -> pa.RecordBatch:
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in columns], names=list(names))


def _options(buyer: Buyer) -> ScreeningOptions:
    told = {f"buyer_{name}": getattr(buyer, name) for name in ("country", "level", "sector")}
    return ScreeningOptions(as_of=DAY, **told)


def _screened(screener: Screener, batch: pa.RecordBatch, options: ScreeningOptions = OPTIONS) -> list[Row]:
    (answers,) = screen_batches(iter([batch]), screener, options)
    rows: list[Row] = answers.to_pylist()
    return rows


def _alone(screener: Screener, row: tuple[str | None, ...], buyer: Buyer) -> list[tuple[object, ...]]:
    """Return what a report on a tender with one supplier says, in the words of the added columns."""
    columns = find_columns(["name", "country", "lei"])
    assert columns is not None
    supplier = read_supplier(row, columns)
    if not supplier.name and not supplier.identifiers:
        return [("skipped", supplier.reason)]
    report = screener.check(supplier_tender(buyer, supplier.party()), DAY)
    (result,) = report.results
    rules = {finding.rule for finding in report.findings if finding.subject != "tender"}
    possible = max(Effect.of(result.established), _opened_by_itself(screener, supplier, buyer)).word
    common = ("screened", result.established, possible, tuple(sorted(rules)))
    if not report.matches:
        return [(*common, None)]
    return sorted(
        (*common, (one.vendor, one.relation, one.basis, one.certainty, one.similarity, one.listed_name))
        for one in report.matches
    )


def _opened_by_itself(screener: Screener, supplier: Supplier, buyer: Buyer) -> Effect:
    """Return the strongest effect that rules leave open for a supplier, and not alike for one of the buyer's country."""

    def missed(one: Supplier, *, matched: bool) -> dict[str, set[str]]:
        tender = supplier_tender(buyer, one.party())
        matches = tuple(match_tender(tender, screener.watchlist, DAY)) if matched else ()
        facts: dict[str, set[str]] = defaultdict(set)
        for outcome in evaluate(screener.rules.rules, Case(tender, screener.watchlist, matches, DAY)):
            facts[outcome.rule.id].update(missing.fact for missing in outcome.missing)
        return facts

    home = missed(
        supplier._replace(country=buyer.country) if buyer.country and supplier.country else supplier, matched=False
    )
    own = missed(supplier, matched=True)
    opened = [
        rule.effect
        for rule in screener.rules.rules
        if own.get(rule.id) and own[rule.id] != home.get(rule.id) and rule.subject != "tender" and not rule.context
    ]
    return max(opened, default=Effect.NO_FINDING)


def _together(rows: list[Row]) -> list[tuple[object, ...]]:
    answers: list[tuple[object, ...]] = []
    for row in rows:
        told = {name.removeprefix("screening_"): value for name, value in row.items()}
        if told["status"] == "skipped":
            answers.append(("skipped", told["reason"]))
            continue
        match = tuple(told[name] for name in ("vendor", "relation", "basis", "certainty", "similarity", "listed_name"))
        rules = tuple(sorted(told["rules"] or ()))  # type: ignore[call-overload]
        answers.append(("screened", told["established"], told["possible"], rules, match if told["vendor"] else None))
    return sorted(answers, key=repr)


@pytest.fixture(scope="session")
def names(screener: Screener) -> list[str]:
    vendors = list(screener.watchlist.vendors.values())
    brands = [f"{brand.name} Distribution Sp. z o.o." for _, brand in screener.watchlist.brands]
    slips = [
        f"{brand.name[:-2]}{brand.name[-1]}{brand.name[-2]} Handels GmbH" for _, brand in screener.watchlist.brands
    ]
    friends = [friend.name for vendor in vendors for friend in vendor.false_friends]
    texts = [name.text for vendor in vendors for name in vendor.names]
    return [*texts, *brands, *slips, *friends, "Siemens AG", "", "?"]


@pytest.mark.parametrize("buyer", BUYERS)
@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_batch_says_of_every_supplier_what_a_report_on_it_alone_says(
    data: st.DataObject, screener: Screener, names: list[str], buyer: Buyer
) -> None:
    name = st.sampled_from(names).flatmap(
        lambda text: st.sampled_from(
            [text, text.upper(), text[:-1], text.partition(" ")[0], f"{text} Deutschland GmbH"]
        )
    )
    country = st.sampled_from(["CN", "DE", "China", "RU", None, "", "Narnia"])
    lei = st.sampled_from([None, "", "7LTWFZYICNSX8D621K86"])
    rows = data.draw(st.lists(st.tuples(name, country, lei), max_size=5))

    given = {name: name for name in ("name", "country", "lei")}
    options = replace(_options(buyer), all_candidates=True, columns=given)
    answers = _screened(screener, _batch(rows), options)

    alone = [answer for row in rows for answer in _alone(screener, row, buyer)]
    assert sorted(alone, key=repr) == _together(answers)


def test_the_level_and_sector_of_the_buyer_decide_which_rules_bind(screener: Screener) -> None:
    batch = _batch([("Hangzhou Hikvision Digital Technology Co., Ltd.", "CN", None)])
    found = [
        set(_screened(screener, batch, _options(buyer))[0]["screening_rules"])  # type: ignore[call-overload]
        for buyer in (Buyer(country="CA"), Buyer(country="CA", level="national"))
    ]
    assert found[0] < found[1]


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"buyer_level": "federal"}, "'federal' is no level of a buyer, known: eu, international, local, national"),
        ({"buyer_sector": "airport"}, r"'airport' is no sector of a buyer, did you mean 'airports'\?"),
    ],
)
def test_a_level_or_sector_that_is_not_known_is_refused(stated: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ScreeningOptions(as_of=DAY, **stated)  # type: ignore[arg-type]


def test_the_same_rows_give_the_same_answers_in_whatever_batches_they_come(
    screener: Screener, names: list[str]
) -> None:
    batch = _batch([(name, "CN", None) for name in names[:200]])
    pieces = [batch.slice(0, 1), batch.slice(1, 99), batch.slice(100, 0), batch.slice(100)]

    whole = pa.Table.from_batches(screen_batches(iter([batch]), screener, OPTIONS))
    parts = pa.Table.from_batches(screen_batches(iter(pieces), screener, OPTIONS))

    assert whole.equals(parts)


def test_every_row_is_kept_in_its_order_with_its_own_columns(screener: Screener) -> None:
    batch = _batch([("B", "1"), ("A", "2"), ("B", "3"), (None, "4")], ("name", "amount"))

    answers = _screened(screener, batch)

    assert [(row["name"], row["amount"]) for row in answers] == [("B", "1"), ("A", "2"), ("B", "3"), (None, "4")]


def test_an_empty_batch_has_the_columns_of_any_other(screener: Screener) -> None:
    batch = _batch([], ("name",))

    (answers,) = screen_batches(iter([batch]), screener, OPTIONS)

    assert answers.num_rows == 0
    assert answers.schema == result_schema(batch.schema)
    assert answers.schema.names == ["name", *(field.name for field in RESULT_FIELDS)]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.string_view()], ids=str)
def test_text_is_read_from_every_type_of_text(screener: Screener, kind: pa.DataType) -> None:
    names = pa.array(["Hangzhou Hikvision Digital Technology Co., Ltd", None]).cast(kind)

    answers = _screened(screener, pa.RecordBatch.from_arrays([names], names=["name"]))

    assert [row["screening_vendor"] for row in answers] == ["hikvision", None]


def test_identifiers_are_read_from_a_column_of_lists(screener: Screener) -> None:
    batch = pa.RecordBatch.from_pydict({"name": ["X"], "identifiers": [["USCC:91330000733796106P"]]})

    (row,) = _screened(screener, batch)

    assert (row["screening_vendor"], row["screening_certainty"]) == ("hikvision", "confirmed")


@pytest.mark.parametrize(
    "column", [pa.array([1.5]), pa.array([b"x"]), pa.array([{"a": 1}])], ids=lambda one: str(one.type)
)
def test_a_column_of_names_of_another_type_is_refused(screener: Screener, column: pa.Array) -> None:
    with pytest.raises(UsageError, match=r"'name' holds .*(text is needed|say which)"):
        _screened(screener, pa.RecordBatch.from_arrays([column], names=["name"]))


def test_a_batch_without_names_is_refused(screener: Screener) -> None:
    with pytest.raises(UsageError, match="no column holds names of suppliers; there are: amount"):
        _screened(screener, _batch([("1",)], ("amount",)))


def test_a_result_is_not_screened_again_by_mistake(screener: Screener) -> None:
    (answers,) = screen_batches(iter([_batch([("Siemens",)], ("name",))]), screener, OPTIONS)

    with pytest.raises(UsageError, match="columns of an earlier screening"):
        _screened(screener, answers)


def test_a_row_marked_before_keeps_its_status_and_reason(screener: Screener) -> None:
    batch = _batch(
        [("Huawei", "skipped", "cut"), ("Huawei", None, None)], ("name", "screening_status", "screening_reason")
    )

    marked, other = _screened(screener, batch)

    assert (marked["screening_status"], marked["screening_reason"], marked["screening_vendor"]) == (
        "skipped",
        "cut",
        None,
    )
    assert (other["screening_status"], other["screening_vendor"]) == ("screened", "huawei")


def test_a_subsidiary_on_no_list_stands_behind_its_listed_group(screener: Screener) -> None:
    rows = _screened(
        screener, _batch([("Nuctech Warsaw Company Limited", "PL", None)]), replace(OPTIONS, all_candidates=True)
    )

    assert [row["screening_candidate"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["screening_listings"]
    assert rows[0]["screening_relation"] == "affiliate"
    assert "nuctech-warsaw" in [row["screening_vendor"] for row in rows[1:]]


def test_listings_are_those_in_force_on_the_day(screener: Screener) -> None:
    batch = _batch([("Hangzhou Hikvision Digital Technology Co., Ltd", "CN", None)])

    (now,) = _screened(screener, batch)
    (before,) = _screened(screener, batch, ScreeningOptions(as_of=DAY.replace(year=2015)))

    assert "hikvision/us-entity-list-2019" in now["screening_listings"]  # type: ignore[operator]
    assert "hikvision/us-entity-list-2019" not in (before["screening_listings"] or ())  # type: ignore[operator]


def test_a_higher_bar_leaves_only_names_as_alike(screener: Screener) -> None:
    batch = _batch([("Hangzhou Hikvisionn Digital Technologies", "CN", None)])

    (low,) = _screened(screener, batch)
    (high,) = _screened(screener, batch, ScreeningOptions(as_of=DAY, at_least=1.0))

    assert low["screening_basis"] == "name"
    assert high["screening_basis"] != "name"


@pytest.mark.parametrize("at_least", [0.49, 1.01])
def test_a_bar_outside_its_range_is_refused(at_least: float) -> None:
    with pytest.raises(UsageError, match=r"between 0\.5 and 1"):
        ScreeningOptions(as_of=DAY, at_least=at_least)


def test_a_row_that_comes_again_gets_the_same_answer(screener: Screener) -> None:
    rows: list[tuple[str | None, ...]] = [
        ("Unheard of Works", "DE", None),
        ("ZTE", "CN", None),
        ("", "", None),
        ("A", "?", None),
    ]

    first, again = (batch.to_pylist() for batch in screen_batches(iter([_batch(rows)] * 2), screener, OPTIONS))

    assert first == again == _screened(screener, _batch(rows))


@pytest.mark.parametrize("buyer", BUYERS)
@pytest.mark.parametrize("country", ["DE", "US", None])
def test_what_is_open_for_every_supplier_is_possible_for_none(
    screener: Screener, buyer: Buyer, country: str | None
) -> None:
    batch = _batch([("Unheard of Works", country, None)])

    (row,) = _screened(screener, batch, _options(buyer))

    assert (row["screening_established"], row["screening_possible"]) == ("no_finding", "no_finding")


@pytest.mark.parametrize(
    ("country", "possible"), [("RU", "prohibits"), ("CN", "prohibits"), ("TR", "permits_exclusion")]
)
def test_what_a_law_says_of_a_country_is_possible_for_a_supplier_from_there(
    screener: Screener, country: str, possible: str
) -> None:
    (row,) = _screened(screener, _batch([("Unheard of Works", country, None)]))

    assert (row["screening_established"], row["screening_possible"]) == ("no_finding", possible)


def test_a_doubtful_tie_to_a_listed_vendor_shows_what_it_could_be(screener: Screener) -> None:
    batch = _batch([("InfoTeCS JSC", "FR", None)])

    (row,) = _screened(screener, batch)

    found = [row[f"screening_{name}"] for name in ("certainty", "established", "possible")]
    assert found == ["possible", "requires_inquiry", "prohibits"]


@pytest.fixture(scope="session")
def only_freeze(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Screener:
    """Return a screener whose one rule needs a list that is not installed."""
    folder = tmp_path_factory.mktemp("rules")
    for name in ("european-union/eu-asset-freeze.yaml", "groups/eu.yaml"):
        (folder / name).parent.mkdir()
        (folder / name).write_bytes((shipped_folder("rules") / name).read_bytes())
    return Screener(screener.watchlist, read_rules(folder))


def test_a_list_that_was_not_screened_is_named_for_all_rows_where_a_report_leaves_each_open(
    only_freeze: Screener,
) -> None:
    batch = _batch([("Unheard of Works", "DE", None), ("Siemens AG", "DE", None)])

    (answers,) = screen_batches(iter([batch]), only_freeze, OPTIONS)

    report = only_freeze.check(supplier_tender(Buyer(country="DE"), Supplier("Siemens AG", "DE").party()), DAY)
    (question,) = report.unknown
    origin = Origin.told_in(answers.schema)
    assert origin is not None
    (missing,) = origin.not_screened
    assert (missing.list, missing.message, missing.possible) == ("eu-fsf", question.question, report.possible)
    assert answers.column("screening_possible").to_pylist() == ["no_finding", "no_finding"]


def test_a_list_that_does_not_bind_the_buyer_is_not_named(only_freeze: Screener) -> None:
    options = replace(OPTIONS, buyer_country="US")

    (answers,) = screen_batches(iter([_batch([])]), only_freeze, options)

    origin = Origin.told_in(answers.schema)
    assert origin is not None
    assert origin.not_screened == ()


def test_a_missing_list_hides_nothing_that_a_match_leaves_open(only_freeze: Screener) -> None:
    (row,) = _screened(only_freeze, _batch([("InfoTeCS JSC", "FR", None)]))

    assert (row["screening_established"], row["screening_possible"]) == ("requires_inquiry", "prohibits")
