"""Organisations of eForms notices: names, countries, numbers, owners, and who is left out."""

import pytest

from tests.tender.eforms.notices import lot, lot_tender, organisation, read, tendering_party, told
from vendorscreen.tender.tender import Party

BUYER = "<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>{}</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>"


def only(definition: str) -> Party:
    return read(definition, lot_tender("TEN-1", "TPA-1") + tendering_party("TPA-1", "A"), lots=lot()).parties.members[0]


def test_a_name_is_read_in_the_language_of_the_notice() -> None:
    names = '<cbc:Name languageID="DEU">Eins</cbc:Name><cbc:Name languageID="ENG">One</cbc:Name>'
    assert only(organisation("A", names)).name == "One"


def test_a_name_in_other_languages_only_is_better_than_none() -> None:
    assert only(organisation("A", '<cbc:Name languageID="DEU">Eins</cbc:Name>')).name == "Eins"


def test_double_blanks_inside_a_name_mean_nothing() -> None:
    assert only(organisation("A", "Eksempel \n  AS ")).name == "Eksempel AS"


@pytest.mark.parametrize(("written", "code"), [("HUN", "HU"), ("XKX", "XK"), ("GRC", "GR"), ("GBR", "GB"), ("", None)])
def test_countries_are_kept_as_alpha_2(written: str, code: str | None) -> None:
    assert only(organisation("A", country=written)).country == code


def test_a_country_that_is_none_is_unknown_and_told() -> None:
    tender = read(organisation("A", country="QQQ"), body=BUYER.format("A"))
    assert tender.parties.members[0].country is None
    assert told(tender) == ["'QQQ' is no country"]
    assert any(one.field.endswith("/cac:Country/cbc:IdentificationCode") for one in tender.warnings)


def test_a_number_gets_its_scheme_by_country_and_shape_and_is_marked() -> None:
    (number,) = only(organisation("A", country="NOR", number="975 353 265")).identifiers
    assert (number.scheme, number.id, number.valid, number.inferred) == ("NO-BRC", "975353265", True, True)


def test_a_number_that_contradicts_the_country_keeps_what_it_says_itself() -> None:
    party = only(organisation("A", country="HUN", number="PL5263446902"))
    assert (party.country, [str(number) for number in party.identifiers]) == ("HU", ["PL-VAT 5263446902"])


@pytest.mark.parametrize("written", ["", " ", "N/A", "Org A", "not available"])
def test_what_is_no_number_is_no_identifier(written: str) -> None:
    assert only(organisation("A", number=written)).identifiers == ()


def test_a_withheld_name_is_withheld_not_unpublished() -> None:
    party = only(organisation("A", "unpublished"))
    assert (party.name, party.withheld) == (None, True)


def test_owners_are_persons_and_may_not_be_all() -> None:
    more = "<efac:UltimateBeneficialOwner><cbc:ID>UBO-1</cbc:ID></efac:UltimateBeneficialOwner>"
    owner = (
        "<efac:UltimateBeneficialOwner><cbc:ID>UBO-1</cbc:ID><cbc:FirstName>Ann</cbc:FirstName>"
        "<cbc:FamilyName>Example</cbc:FamilyName><efac:Nationality><cbc:NationalityID>CHN</cbc:NationalityID>"
        "</efac:Nationality></efac:UltimateBeneficialOwner>"
    )
    persons = only(organisation("A", more=more) + owner).persons
    assert persons is not None
    assert not persons.complete
    assert [(person.name, person.nationalities, person.residence) for person in persons] == [
        ("Ann Example", ("CN",), None)
    ]
    assert only(organisation("A") + owner).persons is None


def test_who_only_serves_the_buyer_is_no_party() -> None:
    service = (
        "<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>A</cbc:ID></cac:PartyIdentification>"
        "<cac:ServiceProviderParty><cac:Party><cac:PartyIdentification><cbc:ID>B</cbc:ID></cac:PartyIdentification>"
        "</cac:Party></cac:ServiceProviderParty></cac:Party></cac:ContractingParty>"
    )
    tender = read(organisation("A") + organisation("B"), body=service)
    assert [(party.id, party.roles) for party in tender.parties] == [("A", ("buyer",))]


def test_who_is_described_and_never_mentioned_is_a_party_without_a_role() -> None:
    tender = read(organisation("A") + organisation("B"), body=BUYER.format("A"))
    assert [(party.id, party.roles) for party in tender.parties] == [("A", ("buyer",)), ("B", ())]


def test_who_is_mentioned_only_at_a_place_that_is_not_read_is_kept_and_told() -> None:
    nameless = "<efac:TenderingParty><efac:Tenderer><cbc:ID>A</cbc:ID></efac:Tenderer></efac:TenderingParty>"
    tender = read(organisation("A"), nameless, lots=lot())
    assert [(party.name, party.roles) for party in tender.parties] == [("Org A", ())]
    assert told(tender) == ["the organisation 'Org A' is mentioned at a place that is not read: its role is not known"]
    assert any(one.field.endswith("/efac:TenderingParty/efac:Tenderer/cbc:ID") for one in tender.warnings)


def test_who_appealed_is_an_interested_party() -> None:
    party = "<cac:Party><cac:PartyIdentification><cbc:ID>A</cbc:ID></cac:PartyIdentification></cac:Party>"
    appeal = f"<efac:Appeals><efac:AppealInformation><efac:AppealingParty>{party}</efac:AppealingParty></efac:AppealInformation></efac:Appeals>"
    assert [one.roles for one in read(organisation("A"), more=appeal).parties] == [("interestedParty",)]


def test_a_second_organisation_with_the_same_id_is_not_lost() -> None:
    tender = read(organisation("A", "First") + organisation("A", "Second"), body=BUYER.format("A"))
    assert [(party.name, party.roles) for party in tender.parties] == [("First", ("buyer",)), ("Second", ())]
    assert told(tender) == [
        "a second organisation has the id 'A'",
        "the organisation 'Second' is defined and mentioned nowhere: its role is not known",
    ]


def test_a_notice_names_whom_it_must_so_there_may_be_more() -> None:
    assert not read(organisation("A")).parties.complete


def test_the_first_buyer_tells_the_kind_of_buyer() -> None:
    kinds = (
        "<cac:ContractingPartyType><cbc:PartyTypeCode listName='buyer-legal-type'>cga</cbc:PartyTypeCode>"
        "</cac:ContractingPartyType><cac:ContractingActivity><cbc:ActivityTypeCode listName='authority-activity'>"
        "airport</cbc:ActivityTypeCode></cac:ContractingActivity><cac:Party>"
    )
    body = BUYER.format("A").replace("<cac:Party>", kinds) + BUYER.format("B")
    tender = read(organisation("A", "One", "LTU") + organisation("B"), body=body)
    buyer = tender.buyer
    assert (buyer.name, buyer.country, buyer.level, buyer.sector) == ("One", "LT", "national", "airports")
    assert [party.roles for party in tender.parties] == [("buyer",), ("buyer",)]


def test_a_review_body_has_its_own_role() -> None:
    terms = (
        "<cac:AppealTerms><cac:AppealReceiverParty><cac:PartyIdentification><cbc:ID>R</cbc:ID></cac:PartyIdentification>"
        "</cac:AppealReceiverParty></cac:AppealTerms>"
    )
    tender = read(organisation("R"), lots=lot(terms=terms))
    assert [(party.id, party.roles) for party in tender.parties] == [("R", ("reviewBody",))]


def test_a_candidate_chosen_before_a_contest_is_known_by_name_only() -> None:
    chosen = "<cac:PreSelectedParty><cac:PartyName><cbc:Name>Studio Example</cbc:Name></cac:PartyName></cac:PreSelectedParty>"
    terms = f"<cac:EconomicOperatorShortList>{chosen}</cac:EconomicOperatorShortList>"
    tender = read(organisation("A"), lots=lot(terms=terms), root="ContractNotice", kind="competition")
    assert [(party.id, party.name, party.roles) for party in tender.parties] == [
        ("A", "Org A", ()),
        ("named-1", "Studio Example", ("interestedParty",)),
    ]
    assert tender.locate(tender.parties.members[1].at).endswith("/cac:PreSelectedParty")


def test_places_point_into_the_notice() -> None:
    tender = read(organisation("A") + organisation("B"))
    extension = "/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
    expected = f"n.xml#/ContractAwardNotice{extension}/efac:Organizations/efac:Organization[2]"
    assert tender.locate((*tender.parties.members[1].at, "address", "country")) == expected
