"""Any tender as a native file: it reads back the same, and says what may still be filled in."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tender.eforms.notices import (
    contract,
    cpv,
    lot,
    lot_result,
    lot_tender,
    notice,
    organisation,
    tendering_party,
)
from tests.tender.ocds.releases import read as release
from tests.tender.ted.exports import address, award, contractor, export
from vendorscreen.identifier import Identifier
from vendorscreen.tender import Collection, Party, Tender, native_text, parse_tender
from vendorscreen.tender.tender import Buyer, Item, Person, Value

PLACES = ("at", "locate", "source", "warnings")

NATIVE = """
ocid: ocds-test-1
date: 2026-01-02
buyer: {name: Town, country: FR, level: local, sector: ports, identifier: {scheme: FR-RCS, id: "552100554"}}
tender:
  id: T
  procurementMethod: open
  value: {amount: 5, currency: EUR}
  lots: [{id: L1, value: {amount: 2.5, currency: EUR}}]
  classification: {id: "38581000"}
  items: [{classification: {id: "33111000"}, relatedLot: L1}, {description: "two\\nlines: and a colon"}]
parties:
  - id: B1
    name: "NO"
    roles: [tenderer]
    withheld: true
    shareholders: [{shareholder: {id: P1, name: Parent}, shareholding: 0.5}]
    beneficialOwners: []
  - {id: B2, name: "0712", roles: [subcontractor], beneficialOwners: [{nationalities: [CN], share: 0.25, country: BE}]}
bids:
  details:
    - id: X1
      tenderers: [{id: B1}]
      relatedLots: [L1]
      hasSubcontracting: true
      subcontracting: {subcontracts: [{subcontractor: {id: B2}, mainContractors: [{id: B1}], share: 0.1, value: {amount: 3}}]}
    - {id: X2, tenderers: [{id: B1}], hasSubcontracting: false, countriesOfOrigin: []}
awards: [{id: A1, suppliers: [{id: B1}], relatedLots: [L1], date: 2026-02-03}]
contracts: [{id: C1, awardID: A1, dateSigned: 2026-03-04}]
screening:
  site: {kind: port-free, sensitive: true, criticalInfrastructure: []}
  exemptions: [{act: some-act, document: Decision 7, date: 2025-01-02, until: 2026-01-02, party: {id: B1}, lot: L1}]
  products: [{brand: Brand, manufacturer: {id: P1}, relatedBids: [X1], countryOfOrigin: CN}]
  funding: [{source: loan, country: CN, tied: true}]
  data: {personal: false, categories: [video], storage: [], remoteAccess: [CN], networked: true}
  declarations:
    derogations: []
    coveredEquipment: [{party: {id: B1}, uses: false}]
    foreignContributions: [{party: {id: B1}, country: CN, amount: 4000000, currency: EUR}]
  incomplete: [parties, bids, awards]
""".replace("port-free", "seaport")

EFORMS = notice(
    organisation("A", "Acme: #1 'quoted' \"twice\"", number="x") + organisation("B") + organisation("S"),
    lot_result("RES-1", "selec-w", "TEN-1", "CON-1")
    + lot_tender("TEN-1", "TPA-1")
    + contract("CON-1", "TEN-1", "<cbc:IssueDate>2026-02-20Z</cbc:IssueDate>")
    + tendering_party("TPA-1", "A", "B", lead="A", more="<efac:SubContractor><cbc:ID>S</cbc:ID></efac:SubContractor>"),
    lots=lot(project=cpv("38581000", "33111000")),
)
TED = export(
    f"<CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY>{address('Town', number='1')}</ADDRESS_CONTRACTING_BODY></CONTRACTING_BODY>"
    + award(f"<CONTRACTORS PUBLICATION='NO'>{contractor('Acme', 'PL', '5263446902')}</CONTRACTORS>")
)


def stated(value: object) -> object:
    """Return a tender, or a part of one, as plain values without places."""
    if isinstance(value, tuple):
        return tuple(stated(one) for one in value)
    if is_dataclass(value) or isinstance(value, msgspec.Struct):
        names = [one.name for one in (fields(value) if is_dataclass(value) else msgspec.structs.fields(value))]
        return {name: stated(getattr(value, name)) for name in names if name not in PLACES}
    return value


def reread(tender: Tender) -> Tender:
    return parse_tender(native_text(tender).encode(), "tender.yaml")


@pytest.mark.parametrize("content", [NATIVE.encode(), EFORMS, TED], ids=["native", "eForms", "legacy TED"])
def test_a_tender_of_any_source_reads_back_the_same(content: bytes) -> None:
    tender = parse_tender(content, "source")
    assert stated(reread(tender)) == stated(tender)


def test_an_ocds_release_reads_back_the_same() -> None:
    tender = release(
        buyer={"name": "Town", "identifier": {"scheme": "GB-COH", "id": "1"}},
        tender={"value": {"amount": 1e14, "currency": "IDR"}, "coveredBy": ["GPA"], "tenderers": [{"name": "Acme"}]},
        contracts=[{"id": 1}],
    )
    assert stated(reread(tender)) == stated(tender)


TEXT = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=40),
    st.text("\n\r\t \x1b\x85\xad\u2028\u202e\ufeff:#'\"\\-|>{[&*!%@`~a1_.海", min_size=1, max_size=12),
)


@given(
    text=TEXT, name=TEXT, amount=st.decimals(0, 10**14, places=4), day=st.dates(), code=st.from_regex(r"[0-9A-Z]{1,18}")
)
def test_no_text_and_no_number_is_changed(text: str, name: str, amount: Decimal, day: date, code: str) -> None:
    tender = Tender(
        source="x",
        date=day,
        title=text,
        description=f"{text}\n{name}",
        buyer=Buyer(name=name, identifiers=(Identifier.of("X", code, inferred=True),)),
        value=Value(amount.normalize(), "EUR"),
        items=Collection((Item(description=text),)),
        parties=Collection((Party(id=text, name=name, persons=Collection((Person(name=text),), complete=False)),)),
    )
    assert stated(reread(tender)) == stated(tender)


def test_a_file_says_what_is_worth_adding_and_how() -> None:
    text = native_text(parse_tender(b"title: Cameras\nbuyer: {country: FR}\n", "a\x1b[2Jb.xml"))
    assert text.startswith(
        "# Converted from a?[2Jb.xml. What is not stated here counts as unknown.\n# Worth adding: buyer.level,"
    )
    assert "# suppliers:\n#   - {name: Example GmbH, country: DE}\n" in text
    assert "# screening:\n  # site: {kind: airport" in text


def test_every_hint_is_a_line_that_can_be_used_as_it_stands() -> None:
    text = native_text(parse_tender(b"title: Cameras\n", "x"))
    used = re.sub(r"^(\s*)# (suppliers:|  - |screening:|\w+: [{\[])", r"\1\2", text, flags=re.MULTILINE)
    tender = parse_tender(used.encode(), "used.yaml")
    assert tender.site.kind == "airport"
    assert [product.brand for product in tender.products or ()] == ["Example"]
    assert [party.roles for party in tender.parties] == [("tenderer",), ("manufacturer",)]


def test_lists_that_may_lack_members_say_so() -> None:
    text = native_text(parse_tender(EFORMS, "x"))
    assert "incomplete: [subcontracts, parties, bids, lots, awards, contracts]" in text


def test_the_same_tender_is_written_the_same() -> None:
    assert native_text(parse_tender(EFORMS, "x")) == native_text(parse_tender(EFORMS, "x"))
