"""What a release buys, who bid and won, and values that publishers write oddly."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tender.ocds.releases import read
from vendorscreen.tender.tender import Collection, Value

CCTV = {"scheme": "CPV", "id": "35125300-2"}


def test_codes_are_read_in_all_three_places() -> None:
    tender = read(
        tender={
            "classification": {"scheme": "CPV", "id": "45000000"},
            "additionalClassifications": [CCTV],
            "items": [{"classification": {"scheme": "CPV", "id": "38581000"}}, {"additionalClassifications": [CCTV]}],
        }
    )
    assert [item.cpv for item in tender.items or ()] == [("45000000", "35125300"), ("38581000",), ("35125300",)]


def test_codes_of_the_whole_tender_alone_say_what_is_bought() -> None:
    items = read(tender={"classification": CCTV, "items": [{"id": "1", "deliveryAddresses": [{"region": "x"}]}]}).items
    assert items == Collection(items.members if items else (), complete=True)
    assert [item.cpv for item in items or ()] == [("35125300",)]


def test_an_item_that_has_no_code_is_unknown_not_left_out() -> None:
    items = read(tender={"classification": CCTV, "items": [{"description": "And something else"}]}).items
    assert [item.cpv for item in items or ()] == [("35125300",), None]


def test_items_of_awards_are_some_of_what_is_bought() -> None:
    items = read(awards=[{"items": [{"classification": CCTV}]}]).items
    assert items is not None
    assert (items.complete, items.members[0].cpv) == (False, ("35125300",))


@pytest.mark.parametrize("scheme", [None, "", "UNSPSC"])
def test_a_code_without_the_scheme_is_no_cpv(scheme: str | None) -> None:
    assert read(tender={"classification": {"scheme": scheme, "id": "45000000"}}).items is None


def test_a_code_from_a_spreadsheet_is_read() -> None:
    items = read(tender={"classification": {"scheme": "cpv", "id": "45233130.0"}}).items
    assert [item.cpv for item in items or ()] == [("45233130",)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"amount": 1.5, "currency": "EUR"}, Value(Decimal("1.5"), "EUR")),
        ({"amount": "1000", "currency": "EUR"}, Value(Decimal(1000), "EUR")),
        ({"amount": 7}, Value(Decimal(7))),
        ({"amountNet": 7, "currency": "EUR"}, Value(Decimal(7), "EUR")),
        ({"amount": 0, "currency": "EUR"}, None),
        ({"amount": None, "currency": "EUR"}, None),
        ({"amount": 7, "currency": "Euro"}, Value(Decimal(7))),
        ({"amount": -1, "currency": "EUR"}, None),
        ({"amount": "1.000,00", "currency": "EUR"}, None),
        ({"amount": 1e30, "currency": "EUR"}, None),
        ({"amount": True, "currency": "EUR"}, None),
        ([1], None),
        ("7", None),
    ],
)
def test_values_are_amounts_of_money_or_unknown(value: object, expected: Value | None) -> None:
    assert read(tender={"value": value}).value == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-02-29T23:30:00-06:00", date(2020, 2, 29)),
        ("2020-02-29", date(2020, 2, 29)),
        ("20200229", date(2020, 2, 29)),
        ("2021-02-29", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_those_of_the_writers_calendar(written: str, day: date | None) -> None:
    assert read(date=written).date == day


def test_bids_keep_their_subcontractors_and_origins() -> None:
    subcontracts = [{"id": "1", "subcontractor": {"id": "S"}, "mainContractors": [{"id": "T"}]}]
    bid = {
        "id": "B1",
        "tenderers": [{"id": "T"}],
        "relatedLots": ["L1", "gone"],
        "value": {"amount": 9, "currency": "EUR"},
        "countriesOfOrigin": ["CN", "CHN", "??"],
        "subcontracting": {"subcontracts": subcontracts},
    }
    tender = read(
        parties=[{"id": "T", "roles": ["tenderer"]}, {"id": "S", "roles": ["subcontractor"]}],
        tender={"lots": [{"id": "L1", "value": {"amount": 5, "currency": "EUR"}}]},
        bids={"details": [bid]},
    )
    assert tender.bids is not None
    (read_bid,) = tender.bids
    assert (read_bid.lots, read_bid.origins) == (("L1",), ("CN",))
    assert [(one.subcontractor, one.main_contractors) for one in read_bid.subcontracts or ()] == [("S", ("T",))]
    assert not (read_bid.subcontracts or Collection(())).complete
    assert [lot.value for lot in tender.lots or ()] == [Value(Decimal(5), "EUR")]


@pytest.mark.parametrize(
    ("said", "expected"), [(False, Collection(())), (True, Collection((), complete=False)), (None, None)]
)
def test_that_nothing_is_passed_on_is_known_only_where_it_is_said(said: object, expected: object) -> None:
    tender = read(bids={"details": [{"tenderers": [{"name": "T"}], "hasSubcontracting": said}]})
    assert tender.bids is not None
    assert tender.bids.members[0].subcontracts == expected


def test_an_empty_list_says_nothing() -> None:
    tender = read(
        parties=[], tender={"items": [], "lots": [], "tenderers": []}, awards=[], contracts=[], bids={"details": []}
    )
    assert (tender.items, tender.lots, tender.awards, tender.contracts, tender.bids) == (None,) * 5
    assert not tender.parties.complete


def test_contracts_belong_to_awards_that_stand() -> None:
    tender = read(
        awards=[{"id": "A1"}, {"id": "A2", "status": "unsuccessful"}],
        contracts=[
            {"id": "C1", "awardID": "A1", "dateSigned": "2020-02-01T00:00:00Z"},
            {"id": "C2", "awardID": "A2"},
            {"id": "C3", "awardID": 4, "suppliers": [{"name": "W"}]},
        ],
    )
    assert [(one.id, one.award, one.signed) for one in tender.contracts or ()] == [
        ("C1", "A1", date(2020, 2, 1)),
        ("C2", None, None),
        ("C3", None, None),
    ]
    assert [(party.name, party.roles) for party in tender.parties] == [("W", ("supplier",))]


def test_a_legal_basis_is_a_celex_number() -> None:
    assert read(tender={"legalBasis": {"scheme": "CELEX", "id": "32014L0024"}}).legal_basis == "32014L0024"
    assert read(tender={"legalBasis": {"id": "Anskaffelsesforskriften"}}).legal_basis is None


def test_covering_regimes_of_the_tender_and_its_lots_are_read() -> None:
    tender = read(tender={"coveredBy": ["GPA"], "lots": [{"id": "1", "coveredBy": ["GPA", "EU-FSR"]}]})
    assert tender.covered_by == Collection(("GPA", "EU-FSR"))
    assert read(tender={}).covered_by is None


def test_words_outside_the_closed_lists_are_unknown() -> None:
    tender = read(tender={"procurementMethod": "negociado", "mainProcurementCategory": ["goods"]})
    assert (tender.procurement_method, tender.category) == (None, None)


def test_half_characters_cannot_come_through() -> None:
    assert read(tender={"title": "a\ud800b"}).title == "a\ufffdb"


def test_an_endless_name_is_told() -> None:
    tender = read(parties=[{"id": "1", "name": "A " * 5000, "roles": ["supplier"]}])
    assert [problem.message for problem in tender.warnings] == [
        "this name is 9,999 characters long, only 1,000 are compared"
    ]


def test_awards_and_bids_inside_the_tender_are_read_like_those_beside_it() -> None:
    tender = read(
        tender={
            "lots": [{"id": "L"}],
            "awards": [{"id": "a", "suppliers": [{"id": "1", "name": "Acme"}], "relatedLots": ["L"]}],
            "bids": {"details": [{"id": "b", "tenderers": [{"id": "2", "name": "Beta"}]}]},
        }
    )
    assert [(award.suppliers, award.lots) for award in tender.awards or ()] == [(("1",), ("L",))]
    assert [bid.tenderers for bid in tender.bids or ()] == [("2",)]
    assert tender.locate((tender.awards or ()).members[0].at) == "r.json#/tender/awards/0"  # type: ignore[union-attr]


def test_a_tender_in_a_list_is_read() -> None:
    assert read(tender=[{"title": "One"}]).title == "One"


@pytest.mark.parametrize("key", ["bidder", "company", "supplier", "tenderers"])
def test_who_stands_in_a_bid_has_tendered(key: str) -> None:
    tender = read(bids=[{key: {"name": "Acme"}}])
    assert [(party.name, party.roles) for party in tender.parties] == [("Acme", ("tenderer",))]


def test_the_buyer_goes_before_the_procuring_entity_wherever_it_stands() -> None:
    assert read(buyer={"name": "B"}, tender={"procuringEntity": {"name": "E"}}).buyer.name == "B"
    assert read(procuringEntity={"name": "E"}).buyer.name == "E"
