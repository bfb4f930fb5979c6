"""Every mistake in a vendor file is said, at its place, with what would be right."""

from pathlib import Path

import pytest

from vendorscreen.errors import WatchlistError
from vendorscreen.watchlist import read_watchlists

PROGRAMMES = """programmes:
  - id: EL
    name: Entity List
    authority: Bureau
    jurisdiction: US
    kind: export_control
    legal_basis: Law
    meaning: Information.
    reach: [{kind: named}]
    evidence: primary
"""
LISTS = """edition: 2026-11-21
lists:
  - id: us-csl
    title: List
    publisher: Bureau
    jurisdiction: US
    url: https://example.org
    max_age_days: 7
    programmes: [EL]
"""
ACME = """id: acme
name: Acme Optics Co., Ltd.
country: CN
what: A maker of lenses.
aliases: [Acme Optical]
identifiers:
  - {scheme: USCC, id: 91330000733796106P, evidence: primary}
affiliates:
  - {id: acme-france, name: Acme France SAS, kind: subsidiary, country: FR, evidence: primary}
listings:
  - id: el
    kind: export_control
    programme: EL
    listed_name: Acme
    authority: Bureau
    jurisdiction: US
    start_date: 2019-10-09
    end_date: 2020-10-09
    summary: Listed.
    evidence: primary
    sources: [{title: Notice}]
"""
BETA = ACME.replace("acme", "beta").replace("Acme", "Beta").replace("91330000733796106P", "91110108801144696L")
SECOND = """  - id: el-2
    kind: export_control
    programme: EL
    listed_name: Acme
    authority: Bureau
    jurisdiction: US
    start_date: 2020-06-01
    summary: Listed again.
    evidence: primary
    sources: [{title: Notice}]
"""


def problems(
    tmp_path: Path, acme: str = ACME, beta: str | None = None, programmes: str = PROGRAMMES, lists: str = LISTS
) -> list[str]:
    folder = tmp_path / "watchlists"
    (folder / "optics").mkdir(parents=True)
    (folder / "optics" / "acme.yaml").write_text(acme, encoding="utf-8")
    (folder / "programmes.yaml").write_text(programmes, encoding="utf-8")
    (folder / "lists.yaml").write_text(lists, encoding="utf-8")
    if beta is not None:
        (folder / "optics" / "beta.yaml").write_text(beta, encoding="utf-8")
    try:
        read_watchlists(folder)
    except WatchlistError as error:
        return [f"{Path(one.path).name}:{one.line}:{one.column}: {one.field}: {one.message}" for one in error.problems]
    return []


def test_files_without_a_mistake_are_read(tmp_path) -> None:
    assert problems(tmp_path, beta=BETA) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("country: CN", "contry: CN", "acme.yaml:3:1: contry: unknown key, did you mean 'country'?"),
        ("country: CN", "country: China", "acme.yaml:3:10: country: 'China' is no country, write its two letters (ISO 3166-1), such as FR"),
        ("country: FR", "country: ZZ", "acme.yaml:9:73: affiliates[0].country: 'ZZ' is no country, write its two letters (ISO 3166-1), such as FR"),
        ("jurisdiction: US", "jurisdiction: USA", "acme.yaml:16:19: listings[0].jurisdiction: 'USA' is no country, write its two letters (ISO 3166-1), such as FR"),
        ("id: acme\n", "id: Acme!\n", "acme.yaml:1:5: id: 'Acme!' is no id, use small letters, digits and dashes"),
        ("name: Acme Optics Co., Ltd.", "name: '  '", "acme.yaml:2:7: name: write a text, found nothing"),
        ("what: A maker of lenses.\n", "", "acme.yaml:1:1: what: missing, it is required here"),
        ("kind: export_control", "kind: export_controls", "acme.yaml:12:11: listings[0].kind: 'export_controls' is not known here, did you mean 'export_control'?"),
        ("programme: EL", "programme: ELL", "acme.yaml:13:16: listings[0].programme: unknown programme 'ELL', did you mean 'EL'?"),
        ("    programme: EL\n", "", "acme.yaml:11:5: listings[0]: an entry of kind export_control needs its programme and its listed_name as printed"),
        ("    listed_name: Acme\n", "", "acme.yaml:11:5: listings[0]: an entry of kind export_control needs its programme and its listed_name as printed"),
        ("start_date: 2019-10-09", "start_date: 2021-10-09", "acme.yaml:11:5: listings[0]: end_date 2020-10-09 is before start_date 2021-10-09"),
        ("start_date: 2019-10-09", "start_date: 2019-13-09", "acme.yaml:17:17: listings[0].start_date: '2019-13-09' is no date of the calendar (month must be in 1..12)"),
        ("start_date: 2019-10-09", "start_date: October 2019", "acme.yaml:17:17: listings[0].start_date: 'October 2019' is not a date, write it as YYYY-MM-DD, YYYY-MM or YYYY"),
        ("    start_date: 2019-10-09\n", "", "acme.yaml:11:5: listings[0]: a listing needs a start_date, as exact as the source gives it"),
        ("sources: [{title: Notice}]", "sources: []", "acme.yaml:11:5: listings[0]: a listing needs at least one source"),
        ("sources: [{title: Notice}]", "sources: [{title: Notice, url: www.x.y}]", "acme.yaml:21:36: listings[0].sources[0].url: 'www.x.y' is no web address, it begins with https://"),
        ("evidence: primary\n    sources", "evidence: certain\n    sources", "acme.yaml:20:15: listings[0].evidence: 'certain' is not known here, known: primary, secondary, unverified"),
        ("91330000733796106P", "91330000733796106X", "acme.yaml:7:24: identifiers[0].id: the check digits of USCC 91330000733796106X do not agree, compare with the source"),
        ("id: 91330000733796106P", "id: '-'", "acme.yaml:7:24: identifiers[0].id: write a number, found '-'"),
        ("id: acme-france", "id: acme", "acme.yaml:9:10: affiliates[0].id: id 'acme' is taken, first used in"),
        ("    programme: EL", "    of: acme-frence\n    programme: EL", "acme.yaml:13:9: listings[0].of: no affiliate here has the id 'acme-frence', did you mean 'acme-france'?"),
        ("listings:", "relations:\n  - {kind: parent, vendor: acme, evidence: primary}\nlistings:", "acme.yaml:11:28: relations[0].vendor: a vendor is no relation of itself"),
        ("listings:", "relations:\n  - {kind: parent, vendor: bet, evidence: primary}\nlistings:", "acme.yaml:11:28: relations[0].vendor: no vendor file has the id 'bet', did you mean 'beta'?"),
        ("aliases: [Acme Optical]", "aliases: [BETA  OPTICAL]", "beta.yaml:5:11: aliases[0]: 'Beta Optical' is also a name of 'acme' in"),
        ("listings:", "not_listed: [{programme: EX, as_of: 2026-01-01}]\nlistings:", "acme.yaml:10:26: not_listed[0].programme: unknown programme 'EX'"),
        ("listings:", "cpv: [x]\nlistings:", "acme.yaml:10:7: cpv[0]: 'x' is no branch of the CPV, write its two to eight leading digits"),
        ("name: Acme", "name: &a Acme", "acme.yaml:2:7: name: anchor &a is refused, write each value out"),
        ("kind: subsidiary", "kind: daughter", "acme.yaml:9:52: affiliates[0].kind: 'daughter' is not known here, known: "),
        ("kind: subsidiary", "kind: subsidiary, share: 1.5", "acme.yaml:9:71: affiliates[0].share: must be less than or equal to 1"),
        ("kind: subsidiary", "kind: subsidiary, start_date: 2020, end_date: 2019", "acme.yaml:9:5: affiliates[0]: end_date 2019 is before start_date 2020"),
        ("country: FR, evidence: primary", "country: FR", "acme.yaml:9:5: affiliates[0].evidence: missing, it is required here"),
        ("91330000733796106P", "91110108801144696L", "beta.yaml:7:24: identifiers[0].id: USCC 91110108801144696L is also that of 'acme' in"),
        ("    summary: Listed.\n", "", "acme.yaml:11:5: listings[0].summary: missing, it is required here"),
        ("    authority: Bureau\n", "", "acme.yaml:11:5: listings[0].authority: missing, it is required here"),
        ("    evidence: primary\n    sources", "    published: 2019-02-30\n    evidence: primary\n    sources", "acme.yaml:20:16: listings[0].published: '2019-02-30' is no date of the calendar"),
        ("listings:", "not_to_be_confused_with: [{name: Acme Foods}]\nlistings:", "acme.yaml:10:27: not_to_be_confused_with[0].what: missing, it is required here"),
        ("listings:", "brands: [{name: AcmeVision}]\nlistings:", "acme.yaml:10:10: brands[0].evidence: missing, it is required here"),
        ("aliases: [Acme Optical]", "aliases: Acme Optical", "acme.yaml:5:10: aliases: write a list, found 'Acme Optical'"),
        ("aliases: [Acme Optical]", "aliases: [Acme Optical", "acme.yaml:6:12: : this is not YAML: did not find expected ',' or ']'"),
        ("country: CN", "country: CN\ncountry: FR", "acme.yaml:4:1: country: duplicate key, first written in line 3"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_at_its_place(tmp_path, old, new, expected) -> None:
    assert old in ACME

    found = problems(tmp_path, acme=ACME.replace(old, new, 1), beta=BETA)

    assert [one for one in found if one.startswith(expected)], found


def test_periods_of_one_listed_name_in_one_programme_do_not_overlap(tmp_path) -> None:
    found = problems(tmp_path, acme=ACME + SECOND)

    assert found == [
        "acme.yaml:28:17: listings[1].start_date: overlaps in time with 'el': one listed name, one programme, one period"
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("listed_name: Acme", "listed_name: ACME"), ("kind: export_control", "kind: context")]
)
def test_neither_capitals_nor_the_kind_make_another_listed_name(tmp_path, old, new) -> None:
    assert "overlaps in time with 'el'" in problems(tmp_path, acme=ACME + SECOND.replace(old, new))[0]


def test_a_listing_id_is_given_once(tmp_path) -> None:
    again = SECOND.replace("el-2", "el").replace("2020-06-01", "2021-06-01")

    assert problems(tmp_path, acme=ACME + again) == [
        "acme.yaml:22:9: listings[1].id: listing id 'el' is given twice in this file"
    ]


def test_periods_that_touch_do_not_overlap(tmp_path) -> None:
    assert problems(tmp_path, acme=ACME + SECOND.replace("2020-06-01", "2020-10-09")) == []


def test_a_file_of_which_nothing_is_known_is_an_orphan(tmp_path) -> None:
    orphan = "id: gamma\nname: Gamma\nwhat: A maker.\n"

    assert problems(tmp_path, beta=orphan) == [
        "beta.yaml:1:1: : nothing is known of 'gamma': give it a listing, or a relation to a vendor that has one"
    ]


def test_a_file_that_another_one_is_tied_to_is_no_orphan(tmp_path) -> None:
    tied = ACME.replace("listings:", "relations:\n  - {kind: parent, vendor: gamma, evidence: primary}\nlistings:")

    assert problems(tmp_path, acme=tied, beta="id: gamma\nname: Gamma\nwhat: A maker.\n") == []


def test_a_weak_alias_may_be_shared(tmp_path) -> None:
    ours, theirs = (text.replace("aliases: [", "weak_aliases: [AO]\naliases: [") for text in (ACME, BETA))

    assert problems(tmp_path, acme=ours, beta=theirs) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("max_age_days: 7", "max_age_days: 0", "lists.yaml:8:19: lists[0].max_age_days: must be greater than or equal to 1"),
        ("programmes: [EL]", "programmes: [EX]", "lists.yaml:9:18: lists[0].programmes[0]: unknown programme 'EX'"),
        ("programmes: [EL]", "programmes: [EL]\n    contained_in: {list: us-cls, sources: [EL]}", "lists.yaml:10:26: lists[0].contained_in.list: no list has the id 'us-cls', did you mean 'us-csl'?"),
        ("programmes: [EL]", "programmes: [EL]\n    required: [{basis: b, evidence: primary, sources: [{title: t}]}]", "lists.yaml:10:16: lists[0].required[0]: write which buyers must screen it: countries, levels or both"),
        ("programmes: [EL]", "programmes: [EL]\n    required: [{countries: [FR], basis: b, evidence: primary, sources: []}]", "lists.yaml:10:16: lists[0].required[0]: a requirement needs at least one source"),
        ("programmes: [EL]", "programmes: [EL]\n    required: [{levels: [town], basis: b, evidence: primary, sources: [{title: t}]}]", "lists.yaml:10:26: lists[0].required[0].levels[0]: 'town' is not known here"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_of_lists_is_said(tmp_path, old, new, expected) -> None:
    found = problems(tmp_path, lists=LISTS.replace(old, new, 1))

    assert [one for one in found if one.startswith(expected)], found


def test_a_list_and_a_programme_are_described_once(tmp_path) -> None:
    twice = LISTS + LISTS.partition("lists:\n")[2]
    again = PROGRAMMES + PROGRAMMES.partition("programmes:\n")[2]

    found = problems(tmp_path, lists=twice, programmes=again)

    assert [one.partition(": ")[2] for one in found] == [
        "lists[0].id: list 'us-csl' is described twice",
        "lists[1].id: list 'us-csl' is described twice",
        "programmes[1].id: programme 'EL' is described twice",
    ]


def test_all_mistakes_of_all_files_are_said_at_once(tmp_path) -> None:
    wrong = ACME.replace("programme: EL", "programme: EX").replace("91330000733796106P", "91330000733796106X")

    found = problems(tmp_path, acme=wrong, beta=BETA.replace("programme: EL", "programme: EY"))

    assert len(found) == 3


def test_a_folder_without_vendor_files_and_a_missing_one_are_said(tmp_path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(WatchlistError) as caught:
        read_watchlists(tmp_path / "empty", tmp_path / "absent")

    assert sorted(one.message for one in caught.value.problems) == [
        "holds no vendor files (*.yaml)",
        "is no folder of vendor files",
    ]
