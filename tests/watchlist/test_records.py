"""Vendors in a buffer: what comes out is what went in, and a damaged buffer is never read."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.soak import examples
from tests.watchlist.vendors import listing, number, vendor
from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.period import PartialDate, Period
from vendorscreen.vendor.vendor import Brand, FalseFriend, Proceeding, Reach, Relation, Response, Source
from vendorscreen.watchlist import read_watchlists
from vendorscreen.watchlist.records import Records, encode_records
from vendorscreen.watchlist.vendor_folders import read_vendor_folders

WHOLE = vendor(
    "acme",
    "Acme Optics Co., Ltd.",
    names={"previous_name": ["Old Acme"], "weak_alias": ["Acme"]},
    identifiers=(number("USCC", "91330000733796106P"), number("LEI", "wrong")),
    brands=(
        Brand(
            name="AcmeCam",
            evidence="primary",
            cpv=("323235",),
            sources=(Source(title="t", url="u", date=PartialDate.parse("2022")),),
        ),
    ),
    relations=(
        Relation(
            kind="parent",
            vendor="holding",
            evidence="primary",
            period=Period(PartialDate.parse("2019-05"), None),
            share=0.5,
        ),
    ),
    listings=(
        listing(
            "acme",
            "Acme",
            "curated",
            first_edition=date(2022, 4, 21),
            published=PartialDate.parse("2019"),
            responses=(Response(text="No."),),
            proceedings=(Proceeding(date=PartialDate.parse("2020-01"), body="Court", outcome="Dismissed"),),
            printed=(("remarks", "x"),),
        ),
    ),
    false_friends=(FalseFriend(name="Acne", what="Another", invented=True),),
    subject_type="organisation",
    group=True,
)


def test_a_vendor_comes_out_as_it_went_in() -> None:
    records = Records(encode_records([WHOLE, vendor("holding", "Holding Ltd")]))

    assert records.get("acme") is not None
    assert [record.vendor for record in records] == [WHOLE, vendor("holding", "Holding Ltd")]


def test_every_curated_vendor_comes_out_as_it_went_in(root) -> None:
    vendors = read_vendor_folders([root / "watchlists"]).vendors

    assert tuple(record.vendor for record in Records(encode_records(vendors))) == vendors


def test_the_same_vendors_give_the_same_bytes() -> None:
    assert encode_records([WHOLE]) == encode_records([WHOLE])


def test_a_tie_is_told_from_both_sides() -> None:
    records = Records(encode_records([WHOLE, vendor("holding", "Holding Ltd")]))

    assert [(tie.kind, tie.vendor) for tie in records.get("acme").ties] == [("parent", "holding")]
    assert [(tie.kind, tie.vendor) for tie in records.get("holding").ties] == [("subsidiary", "acme")]


def test_vendors_are_found_by_identifier_unless_its_check_digits_fail() -> None:
    records = Records(encode_records([WHOLE]))

    assert records.identified(number("USCC", "9133 0000 7337 96106P")) == [WHOLE]
    assert records.identified(Identifier.of("USCC", "91330000733796106P", inferred=True)) == [WHOLE]
    assert records.identified(number("LEI", "wrong")) == []


def test_vendors_are_found_by_exact_name_and_country_and_by_weak_names_never() -> None:
    records = Records(encode_records([WHOLE]))

    assert records.named("ACME OPTICS CO LTD", "CN") == [WHOLE]
    assert records.named("ACME OPTICS CO LTD", "FR") == []
    assert records.named("Acme", "CN") == []


def test_persons_are_not_found_by_name_and_country() -> None:
    person = vendor("us-ofac-sdn:7", "DOE, John", subject_type="person")

    assert Records(encode_records([person])).named("DOE, John", "CN") == []


def test_brands_are_listed_without_their_vendors() -> None:
    assert [(id_, brand.name) for id_, brand in Records(encode_records([WHOLE])).brands] == [("acme", "AcmeCam")]


def test_no_vendor_at_all_is_a_buffer_too() -> None:
    records = Records(encode_records([]))

    assert (len(records), list(records), records.get("acme"), records.brands) == (0, [], None, ())


@settings(max_examples=examples(60))
@given(st.data())
def test_a_buffer_with_any_byte_changed_or_cut_is_refused(data: st.DataObject) -> None:
    whole = encode_records([WHOLE])
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]

    for broken in (changed, whole[:place]):
        with pytest.raises(ListError, match="compiled records"):
            Records(broken)


def test_a_false_that_is_not_the_default_is_kept() -> None:
    assert Reach(kind="owned", certain=False) != Reach(kind="owned")
    ours = vendor("acme", "Acme", relations=(Relation(kind="affiliate", vendor="acme", evidence="primary", share=0.0),))

    assert Records(encode_records([ours])).get("acme").vendor.relations[0].share == 0.0


def test_reading_folders_and_reading_records_give_the_same_watchlist(root) -> None:
    known = read_watchlists(root / "watchlists")

    assert known.vendors["hikvision"].name == "Hangzhou Hikvision Digital Technology Co., Ltd."
    assert "nobody" not in known.vendors
