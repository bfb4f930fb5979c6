"""JSON to tenders: packages behind each other, and flaws that cost their own release only."""

import io
import json

import pytest

from vendorscreen.errors import InputError
from vendorscreen.tender import Tender, parse_tenders


def release(number: int, title: str = '"Cameras"') -> str:
    supplier = json.dumps([{"id": "S", "name": f"Supplier {number}", "roles": ["supplier"]}])
    return (
        f'{{"ocid": "o-{number}", "tag": ["award"], "parties": {supplier}, "tender": {{"id": "t", "title": {title}}}}}'
    )


def package(*releases: str, more: str = "") -> str:
    return f'{{"uri": "u", {more}"releases": [{", ".join(releases)}]}}'


def read(text: str) -> tuple[list[Tender], list[str]]:
    refused: list[InputError] = []
    tenders = list(parse_tenders(io.BytesIO(text.encode()), "x", refused=refused.append))
    return tenders, [str(error) for error in refused]


def suppliers(tenders: list[Tender]) -> list[str | None]:
    return [party.name for tender in tenders for party in tender.parties]


@pytest.mark.parametrize("between", ["", " ", "\n", "\r\n\r\n"])
def test_packages_behind_each_other_are_read(between: str) -> None:
    pretty = [json.dumps(json.loads(package(release(number))), indent=1) for number in (1, 2, 3)]

    tenders, refused = read(between.join(pretty))

    assert suppliers(tenders) == ["Supplier 1", "Supplier 2", "Supplier 3"]
    assert refused == []
    assert len({tender.source for tender in tenders}) == 3


def test_packages_of_one_line_have_places_of_their_own() -> None:
    tenders, _ = read(package(release(1)) + package(release(2)))

    column = len(package(release(1))) + 1
    assert [tender.source for tender in tenders] == ["x#/releases/0", f"x:1:{column}#/releases/0"]
    assert tenders[1].locate(("parties", 0)) == f"x:1:{column}#/releases/0/parties/0"


def test_a_package_that_is_cut_off_leaves_those_before_it() -> None:
    tenders, refused = read(package(release(1)) + "\n\n" + package(release(2))[:-3])

    assert suppliers(tenders) == ["Supplier 1"]
    assert len(refused) == 1


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("NaN", "releases[0].tender.title: NaN is no JSON number"),
        ('"Cam\teras"', "releases[0].tender.title: a raw control sign, such as a tab, within a text"),
        ('"a", "title": "a"', "releases[0].tender.title: duplicate key, first written in line 1"),
    ],
)
def test_a_flaw_that_leaves_no_doubt_is_a_warning_of_its_release(title: str, message: str) -> None:
    tenders, refused = read(package(release(1, title), release(2)))

    assert suppliers(tenders) == ["Supplier 1", "Supplier 2"]
    assert refused == []
    assert [str(warning).partition(": ")[2] for warning in tenders[0].warnings] == [message]
    assert tenders[1].warnings == ()


def test_a_key_with_two_values_costs_its_own_release_only() -> None:
    tenders, refused = read(package(release(1, '"a", "title": "b"'), release(2)))

    assert suppliers(tenders) == ["Supplier 2"]
    assert [error.partition(": ")[2] for error in refused] == [
        "releases[0].tender.title: duplicate key, first written in line 1"
    ]


def test_a_key_of_the_package_with_two_values_is_told_and_the_releases_are_read() -> None:
    tenders, refused = read(package(release(1), more='"uri": "v", '))

    assert suppliers(tenders) == ["Supplier 1"]
    assert refused == ["x:1:14: uri: duplicate key, first written in line 1"]


def test_a_flaw_outside_the_releases_is_told_once() -> None:
    tenders, _ = read(package(release(1), release(2), more='"n": NaN, '))

    assert [len(tender.warnings) for tender in tenders] == [1, 0]


def test_a_flaw_in_json_lines_costs_its_own_line_only() -> None:
    lines = [release(1), release(2, '"a", "title": "b"'), release(3, "NaN")]

    tenders, refused = read("\n".join(lines))

    assert suppliers(tenders) == ["Supplier 1", "Supplier 3"]
    assert [str(warning)[:4] for warning in tenders[1].warnings] == ["x:3:"]
    assert [error[:4] for error in refused] == ["x:2:"]


def test_a_native_file_with_a_flaw_is_refused() -> None:
    tenders, refused = read('{"title": "a", "title": "a"}')

    assert tenders == []
    assert refused == ["x:1:16: title: duplicate key, first written in line 1"]
