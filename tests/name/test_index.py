"""Finding listed names: all that a full scan finds, the same from memory, from a file and in every process."""

import os
import pickle
import random
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.alterations import ALTERATIONS
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.errors import NameIndexError
from vendorscreen.name import MINIMUM_SIMILARITY, NameIndex, comparable, compare_names, read_names
from vendorscreen.name.index_sections import build_sections
from vendorscreen.name.similarity import compare_comparable

LISTED = [
    "Hangzhou Hikvision Digital Technology Co., Ltd.", "Hikvision", "杭州海康威视数字技术股份有限公司", "Huawei Technologies Co., Ltd.",
    "Huawei Device Co., Ltd.", "Huawei Marine Networks", "华为技术有限公司", "ZTE Corporation", "Zhejiang Dahua Technology Co., Ltd.",
    "Dahua Electronics Corporation", "Hytera Communications Corporation Limited", "Nuctech Company Limited",
    "Nuctech Warsaw Company Limited sp. z o.o.", "Tongfang NucTech Technology Ltd.", "АО «Лаборатория Касперского»", "AO Kaspersky Lab",
    "China Railway Rolling Stock Corporation", "CRRC Corporation Limited", "China Railway Construction Corporation", "COSCO Shipping",
    "Semiconductor Manufacturing International Corporation", "SMIC", "Guangzhou Haige Communications Group Incorporated Company",
    "CNOOC Energy Technology & Services Limited", "Beijing Institute of Technology", "Beijing Institute of Aerospace Technology",
    "Central Bank of Syria", "Credit Bank of Moscow", "OOO Gudzon Shipping Co", "OOO Planar", "Planar AB", "JSC 140 Repair Plant", "Second Repair Plant", "Military Unit 61240", "Meridian Fund III L.P.",
    "Consortium Damco Energy S.A. - Xian Electric Engineering Co, Ltd", "Lukoil Oil Company", "Rostec State Corporation",
    "InsTech Netherlands B.V. (formerly Nuctech Netherlands B.V.)", "Shenzhen SenseTime Technology Co., Ltd.", "Megvii Technology",
    "Contemporary Amperex Technology Co., Limited", "BYD Company Limited", "Great Wall Drilling", "Great Lakes Business Company",
    "General Trading FZC", "Golden Business FZE", "Future Systems Pvt. Ltd.", "Aero Continente E.I.R.L.", "Comercial Cimex, S.A.",
    "National Aerospace Development Administration", "Kuusiaaren Sarnetex & Ter Oy", "Tsargrad-Kultura OOO", "Müller und Söhne GmbH",
]  # fmt: skip

ENTRIES = [(name.split()[0].lower(), name) for name in LISTED]
INDEX = NameIndex(ENTRIES)
PARTS = [(key, comparable(part.text)) for key, name in ENTRIES for part in read_names(name)]

NEAR_MISSES = st.builds(
    lambda name, first, second, rng: second(first(name, rng), rng),
    st.sampled_from(LISTED),
    st.sampled_from(list(ALTERATIONS.values())),
    st.sampled_from([lambda name, _: name, *ALTERATIONS.values()]),
    st.randoms(use_true_random=False),
)


def full_scan(name: str, at_least: float) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in read_names(name):
        searched = comparable(part.text)
        for key, listed in PARTS:
            alike = compare_comparable(searched, listed).similarity
            if alike >= at_least:
                found[key] = max(alike, found.get(key, 0.0))
    return found


def test_the_index_finds_a_name_with_a_slip_in_a_word_that_holds_its_legal_form() -> None:
    name = "uawei aechnologiesCo., Ltd."
    assert {match.key for match in INDEX.search([name], at_least=0.7)[0]} == set(full_scan(name, 0.7))


@pytest.mark.parametrize(
    ("listed", "name", "at_least"),
    [
        ("ODK-UMPO PAO", "OKD-UM PO PAO", 0.7),
        ("PLF-ABU ABBAS", "LPF-ABU ABB AS", 0.85),
        ("FANA MOWJ", "AFNA MOWJ", 0.74),
        ("BS COMPANY SAL OFFSHORE", "BS COMPAYN SAL OFFSHORE", 0.85),
        ("imco imco", "im co im dokivumo desud", 0.72),
        ("oyen oyen miami", "oy en oy en", 0.79),
    ],
)
def test_the_index_finds_a_name_whose_last_pair_or_joined_words_decide(listed: str, name: str, at_least: float) -> None:
    assert compare_comparable(comparable(name), comparable(listed)).similarity >= at_least
    assert NameIndex([("listed", listed)]).search([name], at_least=at_least)[0]


@pytest.mark.parametrize("at_least", [0.5, 0.7, 0.85])
@given(name=NEAR_MISSES)
def test_the_index_misses_nothing_a_full_scan_would_report(at_least: float, name: str) -> None:
    [matches] = INDEX.search([name], at_least=at_least, limit=len(LISTED))
    assert {match.key: match.similarity for match in matches} == full_scan(name, at_least)


COMMON = ("technology", "industries", "construction", "trading", "international", "branch", "imco", "im", "co", "ltd",
          "limited", "gmbh", "innolight", "botik", "industrieslimited", "tradingco", "38", "39th", "xxxviii", "fourteenth",
          "14", "no", "twenty", "first", "one", "iv")  # fmt: skip
WORDS = st.builds(
    lambda word, alter, rng: alter(word, rng),
    st.sampled_from(COMMON),
    st.sampled_from([lambda word, _: word, ALTERATIONS["letter left out"], ALTERATIONS["letters swapped"]]),
    st.randoms(use_true_random=False),
)
NAMES_OF_COMMON_WORDS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize("at_least", [0.5, 0.74, 1.0])
@given(listed=st.lists(NAMES_OF_COMMON_WORDS, min_size=1, max_size=8, unique=True), name=NAMES_OF_COMMON_WORDS)
def test_names_of_common_words_are_found_without_a_miss(at_least: float, listed: list[str], name: str) -> None:
    [found] = NameIndex([(one, one) for one in listed]).search([name], at_least=at_least, limit=len(listed))
    searched = [comparable(part.text) for part in read_names(name)]
    alike = {
        one: max(
            compare_comparable(each, comparable(part.text)).similarity for each in searched for part in read_names(one)
        )
        for one in listed
    }
    assert {match.key: match.similarity for match in found} == {
        one: score for one, score in alike.items() if score >= at_least
    }


@given(name=st.one_of(st.text(max_size=60), NEAR_MISSES))
def test_anything_can_be_searched(name: str) -> None:
    [matches] = INDEX.search([name], at_least=MINIMUM_SIMILARITY)
    assert all(MINIMUM_SIMILARITY <= match.similarity <= 1 for match in matches)


def test_matches_come_best_first_one_per_key_and_no_more_than_asked_for() -> None:
    [matches] = INDEX.search(["Huawei Technologies"], at_least=0.5, limit=2)
    assert [match.key for match in matches] == ["huawei", "华为技术有限公司"]
    assert matches[0].similarity > matches[1].similarity


def test_a_match_explains_itself() -> None:
    [[match, *_]] = INDEX.search(["Acme Ltd t/a Hangzhou Hikvison Digital Technology"])
    assert (match.key, match.part) == ("hangzhou", "Hangzhou Hikvison Digital Technology")
    assert match.comparison == compare_names(match.part, match.name)


def test_a_batch_answers_as_each_name_alone() -> None:
    rng = random.Random(3)
    names = [alter(name, rng) for name in LISTED for alter in ALTERATIONS.values()]
    assert INDEX.search(names) == [INDEX.search([name])[0] for name in names]


def test_an_opened_index_answers_as_the_built_one(tmp_path: Path) -> None:
    INDEX.save(tmp_path / "names.index")
    opened = NameIndex.open(tmp_path / "names.index")
    assert opened.search(LISTED, at_least=0.5) == INDEX.search(LISTED, at_least=0.5)


def test_every_process_builds_the_same_bytes_and_answers(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from vendorscreen.name import NameIndex\n"
        "entries = [('a', 'Huawei Technologies'), ('b', 'Hikvision Digital'), ('c', 'Central Bank of Syria')]\n"
        "index = NameIndex(entries); index.save(Path(sys.argv[1]))\n"
        "print(index.search(['Huawie Technologies', 'Bank of Syria', 'Hikvison'], at_least=0.5))"
    )
    seen = set()
    for seed in ("0", "1", "2"):
        path = tmp_path / f"{seed}.index"
        command = [sys.executable, "-c", script, str(path)]
        run = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        seen.add((run.stdout, path.read_bytes()))
    assert len(seen) == 1


def test_an_entry_more_removes_no_match() -> None:
    more = NameIndex([*ENTRIES, ("new", "Hikvision Digital"), ("newer", "Zhejiang Dahua")])
    for name in LISTED:
        [before], [after] = INDEX.search([name], limit=100), more.search([name], limit=100)
        assert set(before) <= set(after)


def test_an_index_of_nothing_finds_nothing() -> None:
    assert NameIndex([]).search(["Huawei", ""]) == [[], []]


def test_keys_and_names_of_any_characters_come_back_as_given() -> None:
    entries = [("\ud800 key", "Huawei \ud800 Technologies"), ("", "Hikvision\x00Digital")]
    found = NameIndex(entries).search(["Huawei Technologies", "Hikvision Digital"])
    assert [(match.key, match.name) for [match] in found] == entries


@pytest.mark.parametrize("at_least", [0.49, 1.01, float("nan")])
def test_a_similarity_that_cannot_be_asked_for_is_refused(at_least: float) -> None:
    with pytest.raises(ValueError, match="at_least"):
        INDEX.search(["Huawei"], at_least=at_least)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="limit"):
        INDEX.search(["Huawei"], limit=0)


@pytest.fixture
def saved(tmp_path: Path) -> bytes:
    INDEX.save(tmp_path / "sound.index")
    return (tmp_path / "sound.index").read_bytes()


@pytest.mark.parametrize("cut", [0, 1, 20, 24, 200, -1, -100])
def test_a_cut_file_is_no_index(saved: bytes, tmp_path: Path, cut: int) -> None:
    (tmp_path / "cut.index").write_bytes(saved[:cut])
    with pytest.raises(NameIndexError, match=r"cut\.index"):
        NameIndex.open(tmp_path / "cut.index")


def test_any_changed_byte_of_the_contents_is_noticed(saved: bytes, tmp_path: Path) -> None:
    rng = random.Random(1)
    path = tmp_path / "changed.index"
    for _ in range(50):
        place = rng.randrange(len(saved))
        path.write_bytes(saved[:place] + bytes([saved[place] ^ 1]) + saved[place + 1 :])
        with pytest.raises(NameIndexError):
            NameIndex.open(path)


def test_a_missing_file_a_folder_and_another_file_are_no_index(tmp_path: Path) -> None:
    (tmp_path / "other.index").write_bytes(b"PK\x03\x04" + bytes(1000))
    for name in ("missing.index", ".", "other.index"):
        with pytest.raises(NameIndexError):
            NameIndex.open(tmp_path / name)


def test_matches_comparisons_and_parts_pass_from_process_to_process() -> None:
    match = NameIndex([("a", "Huawei Technologies Co., Ltd.")]).search(["Huawei Technologies"])[0][0]
    values = (match, match.comparison, *read_names(match.name), comparable(match.name))

    assert pickle.loads(pickle.dumps(values)) == values


def test_words_of_a_thousand_letters_take_space_in_proportion_and_are_found() -> None:
    rng = random.Random(3)
    long_words = ["".join(rng.choices("bcdfghklmnprst", k=999)) for _ in range(5)]
    index = NameIndex([(word[:9], word) for word in long_words])

    assert sum(map(len, build_sections([(word[:9], word) for word in long_words]).values())) < 500_000
    found = index.search([word[:500] + "x" + word[501:] for word in long_words], at_least=0.6)
    assert [[match.key for match in matches] for matches in found] == [[word[:9]] for word in long_words]
