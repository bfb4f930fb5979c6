"""Downloads that broke off: kept for the next try, for one process at a time, and not for ever."""

import os
import time

from vendorscreen.lists.store.partial import KEPT_SECONDS, Partial

URL = "https://example.org/list.csv"


def begun(folder, content: bytes = b"begun") -> None:
    with Partial(folder, URL) as partial:
        partial.begin('"v1"', None, 100)
        partial.add(content)


def test_what_broke_off_is_at_hand_the_next_time(tmp_path) -> None:
    begun(tmp_path)

    with Partial(tmp_path, URL) as partial:
        assert (partial.content(), partial.size(), partial.validator) == (b"begun", 5, '"v1"')


def test_what_nothing_tells_the_rest_of_is_not_kept(tmp_path) -> None:
    with Partial(tmp_path, URL) as partial:
        partial.begin(None, None, 100)
        partial.add(b"begun")

    assert list(tmp_path.iterdir()) == []


def test_a_second_download_of_the_same_file_gets_a_place_of_its_own(tmp_path) -> None:
    with Partial(tmp_path, URL) as first, Partial(tmp_path, URL) as second:
        for partial, content in ((first, b"first"), (second, b"second")):
            partial.begin('"v1"', None, None)
            partial.add(content)

        assert (first.content(), second.content()) == (b"first", b"second")

    with Partial(tmp_path, URL) as third:
        assert third.content() == b"first"


def test_an_abandoned_download_is_deleted_by_the_next_one_and_nothing_else(tmp_path) -> None:
    begun(tmp_path)
    (tmp_path / "notes.txt").touch()
    old = time.time() - KEPT_SECONDS - 60
    for path in tmp_path.iterdir():
        os.utime(path, (old, old))

    with Partial(tmp_path, "https://example.org/other.csv"):
        pass

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_only_the_rest_of_the_very_same_file_fits(tmp_path) -> None:
    with Partial(tmp_path, URL) as partial:
        partial.begin('"v1"', "Sun, 01 Nov 2026 00:00:00 GMT", 100)
        partial.add(b"begun")

        assert partial.fits(5, 99, 100, '"v1"', None)
        assert partial.fits(5, 99, 100, None, "Sun, 01 Nov 2026 00:00:00 GMT")
        assert not partial.fits(4, 99, 100, '"v1"', None)
        assert not partial.fits(5, 98, 100, '"v1"', None)
        assert not partial.fits(5, 199, 200, '"v1"', None)
        assert not partial.fits(5, 99, 100, '"v2"', None)
        assert not partial.fits(5, 99, 100, '"v1"', "Mon, 02 Nov 2026 00:00:00 GMT")
