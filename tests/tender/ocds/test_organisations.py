"""Organisations of OCDS releases: parties of 1.1, descriptions on the spot of 1.0, roles, countries, numbers, owners."""

import pytest

from tests.tender.ocds.releases import read
from vendorscreen.tender import Tender


def seen(tender: Tender) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(party.name, party.roles) for party in tender.parties]


def test_parties_are_joined_with_what_refers_to_them_whatever_the_type_of_id() -> None:
    tender = read(
        parties=[{"id": 7, "name": "Acme", "roles": ["tenderer"]}],
        bids={"details": [{"id": 1, "tenderers": {"id": "7"}}]},
        awards=[{"id": 1, "status": "active", "suppliers": [{"id": "7", "name": "Acme"}]}],
    )
    assert seen(tender) == [("Acme", ("tenderer", "supplier"))]
    assert tender.bids is not None
    assert tender.bids.members[0].tenderers == ("7",)


def test_version_1_0_describes_organisations_where_they_are_mentioned() -> None:
    company = {"name": "Acme", "identifier": {"id": "123"}, "address": {"countryName": "Paraguay"}}
    tender = read(buyer={"name": "Ministry"}, tender={"tenderers": [company]}, awards=[{"suppliers": [company]}])
    assert seen(tender) == [("Ministry", ("buyer",)), ("Acme", ("tenderer", "supplier"))]
    assert [party.country for party in tender.parties] == [None, "PY"]


def test_the_same_number_under_no_scheme_joins_mentions_with_cut_names() -> None:
    tender = read(
        tender={"tenderers": [{"name": "Acme SA de CV", "identifier": {"id": "ACM1"}}]},
        awards=[{"suppliers": [{"name": "Acme SA", "identifier": {"id": "ACM1"}}]}],
    )
    assert seen(tender) == [("Acme SA de CV", ("tenderer", "supplier"))]


def test_one_name_in_two_countries_is_two_organisations() -> None:
    tender = read(
        tender={
            "tenderers": [
                {"name": "Acme", "address": {"country": "FR"}},
                {"name": "Acme", "address": {"country": "DE"}},
                {"name": "ACME"},
            ]
        }
    )
    assert [party.country for party in tender.parties] == ["FR", "DE"]


def test_roles_never_mix() -> None:
    tender = read(
        buyer={"name": "B"},
        tender={"procuringEntity": {"name": "E"}, "tenderers": [{"name": "T"}]},
        awards=[
            {"status": "active", "suppliers": [{"name": "W"}]},
            {"status": "cancelled", "suppliers": [{"name": "C"}]},
        ],
        bids={"details": [{"status": "invited", "tenderers": [{"name": "I"}]}]},
    )
    assert dict(seen(tender)) == {
        "B": ("buyer",),
        "E": ("procuringEntity",),
        "T": ("tenderer",),
        "W": ("supplier",),
        "C": ("tenderer",),
        "I": ("interestedParty",),
    }
    assert tender.bids is None
    assert tender.awards is not None
    assert len(tender.awards) == 1


def test_a_role_that_is_not_known_hides_nobody() -> None:
    parties = [
        {"id": "1", "name": "A", "roles": ["socialWitness"]},
        {"id": "2", "name": "B", "roles": ["Supplier"]},
        {"id": "3", "name": "C", "roles": ["reviewContactPoint"]},
    ]
    assert seen(read(parties=parties)) == [("A", ()), ("B", ("supplier",))]


def test_a_party_without_a_name_is_kept() -> None:
    assert seen(read(parties=[{"id": "1", "roles": ["supplier"]}])) == [(None, ("supplier",))]


def test_tenderers_without_ids_go_by_their_names() -> None:
    assert seen(read(tender={"tenderers": [{"name": "A"}, {}, {"name": "A"}]})) == [("A", ("tenderer",))]


@pytest.mark.parametrize(
    ("registered", "common", "name"),
    [
        ("Acme Limited", "Acme Tools", "Acme Limited t/a Acme Tools"),
        ("Acme Limited", "Acme", "Acme Limited"),
        ("ACME", "Acme Limited", "Acme Limited"),
        (None, "Acme", "Acme"),
    ],
)
def test_registered_and_common_name_are_both_looked_for(registered: str | None, common: str, name: str) -> None:
    party = {"id": "1", "name": common, "identifier": {"scheme": "GB-COH", "id": "1", "legalName": registered}}
    assert read(parties=[party]).parties.members[0].name == name


def test_another_name_in_a_mention_is_not_lost() -> None:
    tender = read(parties=[{"id": "1", "name": "Front Ltd"}], awards=[{"suppliers": [{"id": "1", "name": "Back Ltd"}]}])
    assert seen(tender) == [("Front Ltd t/a Back Ltd", ("supplier",))]


def test_a_second_party_with_the_same_id_is_joined_and_told() -> None:
    parties = [{"id": "1", "name": "A", "roles": ["tenderer"]}, {"id": "1", "name": "B", "roles": ["supplier"]}]
    tender = read(parties=parties)
    assert seen(tender) == [("A t/a B", ("tenderer", "supplier"))]
    assert "parties[1].id: a second party has the id '1'" in str(tender.warnings[0])


@pytest.mark.parametrize(
    ("party", "country"),
    [
        ({"address": {"country": "NO"}}, "NO"),
        ({"address": {"country": "USA"}}, "US"),
        ({"address": {"countryName": "England"}}, "GB"),
        ({"address": {"countryName": "ENG"}}, "GB"),
        ({"address": {"country": "??", "countryName": "México"}}, "MX"),
        ({"identifier": {"scheme": "PL-KRS", "id": "1"}}, "PL"),
        ({"identifier": {"scheme": "PL-VAT", "id": "1"}}, None),
        ({"identifier": {"scheme": "XI-LEI", "id": "1"}}, None),
        ({"address": {"countryName": "Other"}}, None),
        ({"name": "Nuctech Warsaw"}, None),
    ],
)
def test_the_country_is_stated_or_that_of_the_register_never_of_the_name(
    party: dict[str, object], country: str
) -> None:
    assert read(parties=[{"id": "1", **party}]).parties.members[0].country == country


def test_a_stated_scheme_is_kept_and_a_missing_one_inferred() -> None:
    party = {
        "id": "1",
        "address": {"country": "PL"},
        "identifier": {"scheme": "PL-KRS", "id": "123"},
        "additionalIdentifiers": [{"id": "526-344-69-02"}, {"scheme": "Registro", "id": "9"}, {"id": None}],
    }
    numbers = read(parties=[party]).parties.members[0].identifiers
    assert [(str(number), number.inferred) for number in numbers] == [
        ("PL-KRS 0000000123", False),
        ("PL-VAT 5263446902", True),
        ("REGISTRO 9", False),
    ]


def test_a_text_alone_is_the_id_of_a_party_or_a_name() -> None:
    tender = read(parties=[{"id": "7", "name": "Acme"}], awards=[{"suppliers": ["7", "Beta"]}])
    assert seen(tender) == [("Acme", ("supplier",)), ("Beta", ("supplier",))]


@pytest.mark.parametrize(
    "award", [{"supplier": {"name": "Acme"}}, {"supplier": "Acme"}, {"winner": {"name": "Acme"}}, {"company": "Acme"}]
)
def test_a_supplier_may_stand_in_the_singular(award: dict[str, object]) -> None:
    tender = read(awards=[{"relatedLots": ["L"], **award}], tender={"lots": [{"id": "L"}]})
    assert tender.awards is not None
    assert [(one.suppliers, one.lots) for one in tender.awards] == [(("party-1",), ("L",))]


def test_owners_of_who_is_described_on_the_spot_are_read() -> None:
    owner = {"shareholder": "Parent", "shareholding": 1}
    tender = read(awards=[{"suppliers": [{"name": "Acme", "shareholders": [owner]}]}])
    assert seen(tender) == [("Acme", ("supplier",)), ("Parent", ("shareholder",))]


def test_owners_are_read_in_older_and_newer_spelling() -> None:
    owners = [
        {"name": "A", "nationality": "US"},
        {"name": "B", "nationalities": ["FR", "DE"], "address": {"country": "BE"}},
    ]
    persons = read(parties=[{"id": "1", "beneficialOwners": owners}]).parties.members[0].persons
    assert persons is not None
    assert not persons.complete
    assert [(person.name, person.nationalities, person.residence) for person in persons] == [
        ("A", ("US",), None),
        ("B", ("FR", "DE"), "BE"),
    ]


@pytest.mark.parametrize(("share", "complete"), [(1.0, True), (0.4, False), (40, False), (10**400, False)])
def test_shareholders_become_parties_and_are_all_where_shares_add_up(share: float, complete: bool) -> None:
    owner = {"id": "h", "shareholder": {"id": "P", "name": "Parent"}, "shareholding": share}
    tender = read(parties=[{"id": "1", "name": "Acme", "roles": ["tenderer"], "shareholders": [owner]}])
    holders = tender.parties.members[0].shareholders
    assert holders is not None
    assert holders.complete is complete
    assert [(holder.party, holder.share) for holder in holders] == [("P", share if share <= 1 else None)]
    assert seen(tender) == [("Acme", ("tenderer",)), ("Parent", ("shareholder",))]


@pytest.mark.parametrize(
    ("scheme", "code", "level", "sector"),
    [
        ("eu-buyer-legal-type", "cga", "national", None),
        (
            "TED_CA_TYPE",
            "Ministry or any other national or federal authority, including their subdivisions",
            "national",
            None,
        ),
        ("TED_CA_TYPE", "Regional or local authority", None, None),
        ("COFOG", "02", None, "defence"),
        ("eu-main-activity", "airport", None, "airports"),
        ("other", "cga", None, None),
    ],
)
def test_the_kind_of_buyer_is_read_from_known_code_lists(
    scheme: str, code: str, level: str | None, sector: str | None
) -> None:
    details = {"classifications": [{"scheme": scheme, "id": code}]}
    buyer = read(parties=[{"id": "1", "name": "B", "roles": ["buyer"], "details": details}], buyer={"id": "1"}).buyer
    assert (buyer.name, buyer.level, buyer.sector) == ("B", level, sector)
