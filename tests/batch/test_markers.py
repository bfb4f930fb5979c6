"""Marks that buyers' systems write into names."""

import pytest

from vendorscreen.batch.markers import names_nobody, one_time, unmarked


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("*** gesperrt *** Example Italy S.r.l.", "Example Italy S.r.l."),
        ("ZZ_DO NOT USE - Example Corporation", "Example Corporation"),
        ("Example Corporation - DO NOT USE - see 100200", "Example Corporation"),
        ("Example (duplicate of 10023)", "Example"),
        ("Example Corporation INACTIVE", "Example Corporation"),
        ("NE PAS UTILISER Example SA", "Example SA"),
        ("Example（停用）", "Example"),
        ("X - Example Ltd", "Example Ltd"),
    ],
)
def test_a_mark_is_taken_from_a_name(name: str, rest: str) -> None:
    assert unmarked(name)[0] == rest
    assert unmarked(name)[1]


@pytest.mark.parametrize(
    "name",
    [
        "Blocked Drains Ltd",
        "Duplicate Printing Ltd",
        "Deleted Scenes GmbH",
        "X-Ray Systems",
        "X-Trade S.r.l.",
        "XX Investment GmbH",
        "ZZ Energy OÜ",
        "Hold On Ltd",
        "***",
        "Löschen GmbH",
    ],
)
def test_a_name_of_such_words_stays(name: str) -> None:
    assert unmarked(name) == (name, "")


@pytest.mark.parametrize(
    "name", ["CPD Einmallieferant", "One-time vendor", "Sundry creditors", "Fournisseurs divers", "Diverse"]
)
def test_an_account_for_anybody_is_told(name: str) -> None:
    assert one_time(name)


@pytest.mark.parametrize(
    "name",
    ["Diverse Interiors Ltd", "Sundry Foods Ltd", "One Time Systems Ltd", "CPD Investment LLC", "Various Eateries plc"],
)
def test_a_firm_of_such_a_name_is_none(name: str) -> None:
    assert not one_time(name)


@pytest.mark.parametrize(
    "name", ["N/A", "REDACTED PERSONAL DATA", "[redacted]", "unknown", "keine Angabe", "n.v.t.", "不明"]
)
def test_a_cell_that_tells_no_name_names_nobody(name: str) -> None:
    assert names_nobody(name)


@pytest.mark.parametrize(
    "name", ["NA Group plc", "Unknown Pleasures Ltd", "Confidential Shredding Ltd", "None More Black Ltd"]
)
def test_a_firm_whose_name_holds_such_a_word_is_somebody(name: str) -> None:
    assert not names_nobody(name)
