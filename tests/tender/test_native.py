"""The native tender file: shorthands, three states, references, and every mistake told at its place."""

from datetime import date
from decimal import Decimal

import pytest

from vendorscreen.errors import DocumentError, TenderError
from vendorscreen.tender import Collection, Tender, parse_tender
from vendorscreen.tender.tender import Exemption


def tender(text: str) -> Tender:
    return parse_tender(text.encode(), "t.yaml")


def problems(text: str) -> list[str]:
    with pytest.raises((TenderError, DocumentError)) as caught:
        tender(text)
    return [str(problem) for problem in caught.value.problems]


def test_the_short_form_is_enough() -> None:
    read = tender(
        "title: Cameras\nbuyer: {country: FR}\n"
        "suppliers: [Hangzhou Hikvision Digital Technology, {name: ZTE Polska, country: PL}]\n"
    )
    assert (read.title, read.buyer.country) == ("Cameras", "FR")
    assert [(party.id, party.name, party.roles, party.country) for party in read.parties] == [
        ("supplier-1", "Hangzhou Hikvision Digital Technology", ("tenderer",), None),
        ("supplier-2", "ZTE Polska", ("tenderer",), "PL"),
    ]


def test_json_reads_like_yaml() -> None:
    assert tender('{"vendorscreen": 1, "title": "A", "buyer": {"country": "NO"}}').buyer.country == "NO"


def test_declared_none_differs_from_not_stated() -> None:
    assert tender("screening: {data: {remoteAccess: []}}").data.remote_access == ()
    assert tender("screening: {data: {}}").data.remote_access is None


@pytest.mark.parametrize(
    ("written", "code"),
    [("NO", "NO"), ("fra", "FR"), ("Germany", "DE"), ("UK", "GB"), ("EL", "GR"), ("Österreich", "AT"), ("XKX", "XK")],
)
def test_countries_are_kept_as_alpha_2(written: str, code: str) -> None:
    assert tender(f"buyer: {{country: {written}}}").buyer.country == code


@pytest.mark.parametrize(
    ("written", "code"), [("38581000-4", "38581000"), ("38581000", "38581000"), ("9331200", "09331200")]
)
def test_cpv_codes_are_eight_digits_however_they_are_written(written: str, code: str) -> None:
    read = tender(f"tender: {{items: [{{classification: {{scheme: CPV, id: {written}}}}}]}}")
    assert read.items is not None
    assert read.items.members[0].cpv == (code,)


def test_codes_of_the_whole_tender_say_what_is_bought_too() -> None:
    read = tender("tender: {classification: {id: '38580000'}}")
    assert read.items is not None
    assert (read.items.members[0].cpv, read.items.complete) == (("38580000",), False)


def test_a_shareholder_becomes_a_party_of_its_own() -> None:
    read = tender(
        "parties:\n- {id: B, name: Bidder, roles: [tenderer], shareholders: [{shareholder: {name: Owner, country: CN}, shareholding: 0.6}]}\n"
    )
    owner = read.party("party-1/shareholder-1")
    assert owner is not None
    assert (owner.name, owner.roles, owner.country) == ("Owner", ("shareholder",), "CN")


@pytest.mark.parametrize(("shares", "complete"), [("0.6", False), ("1.0", True), ("0.9996", True), ("null", False)])
def test_owners_whose_shares_do_not_add_up_are_not_all(shares: str, complete: bool) -> None:
    read = tender(f"parties: [{{id: B, shareholders: [{{shareholder: Owner, shareholding: {shares}}}]}}]")
    bidder = read.party("B")
    assert bidder is not None
    assert bidder.shareholders is not None
    assert bidder.shareholders.complete == complete


def test_no_owners_stated_differs_from_stated_that_there_are_none() -> None:
    without, none = tender("parties: [{id: A}]").party("A"), tender("parties: [{id: A, shareholders: []}]").party("A")
    assert without is not None
    assert without.shareholders is None
    assert none is not None
    assert none.shareholders is not None
    assert none.shareholders.complete


def test_roles_gather_from_where_a_party_is_mentioned() -> None:
    read = tender(
        "parties: [{id: A, name: A Ltd}, {id: M, name: M Ltd}]\n"
        "bids: {details: [{id: T, tenderers: [{id: A}], subcontracting: {subcontracts: [{subcontractor: {name: S Ltd}, share: 0.2}]}}]}\n"
        "awards: [{suppliers: [{id: A}]}]\n"
        "screening: {products: [{brand: X, manufacturer: {id: M}}]}\n"
    )
    assert {party.name: party.roles for party in read.parties} == {
        "A Ltd": ("tenderer", "supplier"),
        "M Ltd": ("manufacturer",),
        "S Ltd": ("subcontractor",),
    }


def test_the_share_of_a_subcontract_follows_from_values_of_one_currency() -> None:
    read = tender(
        "bids: {details: [{value: {amount: 200, currency: EUR}, tenderers: [A], subcontracting: {subcontracts: "
        "[{subcontractor: B, value: {amount: 30, currency: EUR}}, {subcontractor: C, value: {amount: 30, currency: PLN}}]}}]}"
    )
    assert read.bids is not None
    subcontracts = read.bids.members[0].subcontracts
    assert subcontracts is not None
    assert [contract.share for contract in subcontracts] == [0.15, None]


def test_that_nothing_is_passed_on_can_be_stated() -> None:
    read = tender("bids: {details: [{tenderers: [A], hasSubcontracting: false}, {tenderers: [B]}]}")
    assert read.bids is not None
    first, second = read.bids
    assert first.subcontracts is not None
    assert len(first.subcontracts) == 0
    assert second.subcontracts is None


def test_the_buyer_may_be_a_party() -> None:
    read = tender("parties: [{id: K, name: Town, roles: [buyer], address: {country: IE}}]")
    assert (read.buyer.name, read.buyer.country) == ("Town", "IE")


def test_an_amount_is_kept_exactly() -> None:
    read = tender("tender: {value: {amount: 1234567.89, currency: EUR}}")
    assert read.value is not None
    assert read.value.amount == Decimal("1234567.89")


def test_a_date_with_a_time_is_its_day() -> None:
    assert tender("tender: {datePublished: '2026-10-01T12:00:00Z'}").launched == date(2026, 10, 1)


def test_an_exemption_is_read_with_its_document_dates_party_and_lot() -> None:
    read = tender(
        "tender: {lots: [{id: L}]}\nsuppliers: [{id: s, name: Acme}]\n"
        "screening: {exemptions: [{act: eu-833-5k, document: Decision 7, date: 2025-01-02, role: authority,"
        " until: 2025-12-31, party: {id: s}, lot: L}]}\n"
    )
    assert read.exemptions == Collection(
        (
            Exemption(
                act="eu-833-5k",
                document="Decision 7",
                date=date(2025, 1, 2),
                role="authority",
                until=date(2025, 12, 31),
                party="s",
                lot="L",
                at=("screening", "exemptions", 0),
            ),
        )
    )


def test_derogations_are_exemptions_without_a_document() -> None:
    at = ("screening", "declarations", "derogations")
    invoked = Collection((Exemption(act="eu-833-5k-derogation", at=at),))
    assert tender("title: x").exemptions is None
    assert tender("screening: {declarations: {derogations: []}}").exemptions == Collection(())
    assert tender("screening: {declarations: {derogations: [authorised, space]}}").exemptions == invoked


def test_stated_exemptions_go_before_derogations() -> None:
    assert tender("screening: {exemptions: [], declarations: {derogations: [space]}}").exemptions == Collection(())


def test_subcontracts_may_be_incomplete_unless_a_bid_has_none() -> None:
    read = tender(
        "bids: {details: [{subcontracting: {subcontracts: []}}, {hasSubcontracting: false}, {hasSubcontracting: true}]}\n"
        "screening: {incomplete: [subcontracts]}\n"
    )
    assert [bid.subcontracts for bid in read.bids or ()] == [
        Collection((), complete=False),
        Collection(()),
        Collection((), complete=False),
    ]


def test_every_value_can_be_found_in_the_file() -> None:
    read = tender("title: X\nbuyer:\n  country: FR\n")
    assert read.locate(("buyer", "country")) == "t.yaml:3:12"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("titel: X", "t.yaml:1:1: titel: unknown key, did you mean 'title'?"),
        (
            "date: 2026-02-30",
            "t.yaml:1:7: date: '2026-02-30' is no date of the calendar (day is out of range for month)",
        ),
        ("date: 2026-02", "t.yaml:1:7: date: '2026-02' is not a full date, write it as YYYY-MM-DD"),
        (
            "buyer: {country: Ruritania}",
            "t.yaml:1:18: buyer.country: 'Ruritania' is no country, write its two letters (ISO 3166-1), such as FR",
        ),
        (
            "suppliers: [{name: A, contry: FR}]",
            "t.yaml:1:23: suppliers[0].contry: unknown key, did you mean 'country'?",
        ),
        ("tender: {items: [{classification: {id: 3858}}]}", "is no CPV code, write eight digits"),
        ("tender: {value: {amount: '12 000'}}", "write a number, without currency sign or blanks"),
        ("tender: {value: {amount: -1}}", "tender.value.amount: must be greater than or equal to 0"),
        ("tender: {value: {amount: 1, currency: euro}}", "'euro' is no currency code"),
        ("parties: [{id: A, shareholders: [{shareholder: B, shareholding: 60}]}]", "must be less than or equal to 1"),
        ("screening: {site: {kind: airprt}}", "'airprt' is not known here, did you mean 'airport'?"),
        ("screening: {data: {personal: 1}}", "write true or false, found '1'"),
        (
            "parties: [{id: A}, {id: A}]",
            "t.yaml:1:25: parties[1].id: party id 'A' is given twice, each party needs its own",
        ),
        ("parties: [{id: A1}]\nbids: {details: [{tenderers: [{id: A2}]}]}", "no party has the id 'A2', known: A1"),
        ("tender: {items: [{relatedLot: L2}], lots: [{id: L1}]}", "no lot has the id 'L2', known: L1"),
        ("screening: {exemptions: [{act: a, lot: L2}]}", "screening.exemptions[0].lot: no lot has the id 'L2'"),
        ("screening: {exemptions: [{document: D}]}", "screening.exemptions[0].act: missing, it is required here"),
        ("screening: {exemptions: [{act: An Act}]}", "'An Act' is no id, use small letters, digits and dashes"),
        ("contracts: [{awardID: X}]", "contracts[0].awardID: no award has the id 'X', nothing is known here"),
        ("[1, 2]", "a tender file holds keys and values"),
        ("just words", "a tender file holds keys and values"),
        ("vendorscreen: 2", "'2' is not known here"),
        ("title: A, and B\nsuppliers: [{name: C, Ltd, country: FR}]", "unknown key"),
    ],
)
def test_each_mistake_is_answered_with_its_place_and_what_would_be_right(text: str, wanted: str) -> None:
    assert wanted in "\n".join(problems(text))


def test_all_mistakes_of_a_file_come_at_once() -> None:
    text = "titel: x\ndate: soon\nbuyer: {country: Xx}\nsuppliers: [{name: A, contry: FR}, 3]\n"
    assert len(problems(text)) == 5
