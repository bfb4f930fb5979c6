"""Real notices that hold no vendor of the watchlist: whatever stands in them, nobody is tied to a vendor."""

from pathlib import Path

import pytest

from tests.matching.conftest import DAY
from vendorscreen.errors import InputError
from vendorscreen.matching import match_tender
from vendorscreen.tender import Tender, read_tenders
from vendorscreen.watchlist import Watchlist


def tenders(path: Path) -> list[Tender]:
    try:
        return list(read_tenders(path))
    except InputError:
        return []


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("606674-2021.xml", "brachyterapii"),  # holds "hytera"
        ("736603-2023.xml", "Lenovo P510"),  # in a description
        ("365953-2022.xml", "XIAN ELECTRIC ENGINEERING"),  # a consortium with a firm of China that is on no list
    ],
)
def test_a_word_of_a_real_notice_ties_nobody(data: Path, watchlist: Watchlist, file: str, word: str) -> None:
    path = data / "tenders" / "ted_legacy" / file
    assert word.casefold() in path.read_text(encoding="utf-8").casefold()
    [tender] = tenders(path)
    assert match_tender(tender, watchlist, DAY) == []


def test_no_party_of_any_real_notice_is_tied_to_a_vendor(data: Path, watchlist: Watchlist) -> None:
    files = sorted(path for path in (data / "tenders").rglob("*") if path.is_file())
    read = [tender for path in files for tender in tenders(path)]
    tied = [
        (tender.party(match.party or ""), match.vendor.id)
        for tender in read
        for match in match_tender(tender, watchlist, DAY)
    ]
    assert sum(len(tender.parties) for tender in read) > 1_000
    assert tied == []
