"""The match command, as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_misspelt_name_among_common_words_leads_to_the_vendor(run: Run) -> None:
    shown = run("match", "Hikvison Security Systems")
    assert shown.returncode == 0
    assert "[hikvision]: affiliate, possible" in shown.stdout
    assert "hikvison = hikvision  17 bits, one letter off" in shown.stdout
    assert "of 1,000 clean firms are at least as similar to a listed name" in shown.stdout


def test_words_stand_side_by_side_with_bits_and_what_speaks_for_and_against(run: Run) -> None:
    shown = run("match", "Hangzhou Hikvison Digital Technology", "--country", "Poland").stdout
    assert "hangzhou = hangzhou" in shown
    assert "+ the name holds" in shown or "+ the name is like" in shown


def test_names_in_any_script_are_found(run: Run) -> None:
    shown = run("match", "华为技术有限公司", "АО «Лаборатория Касперского»", "--country", "CN").stdout
    assert "[huawei]: same, strong" in shown
    assert "[kaspersky]" in shown


def test_json_is_one_line_per_name(run: Run) -> None:
    shown = run("match", "--format", "json", stdin="Nuctech Warsaw\n\nAcme Ruritania\n")
    [found, none] = map(json.loads, shown.stdout.splitlines())
    assert found["name"] == "Nuctech Warsaw"
    assert found["matches"][0].keys() >= {
        "vendor",
        "relation",
        "certainty",
        "similarity",
        "bits",
        "aligned",
        "speaks_for",
    }
    assert (none["name"], none["matches"]) == ("Acme Ruritania", [])


def test_an_identifier_confirms(run: Run) -> None:
    shown = run("match", "Some Trading Name", "--id", "USCC:91330000733796106P").stdout
    assert "[hikvision]: same, confirmed" in shown


def test_a_match_is_as_similar_as_the_check_says(run: Run, tmp_path: Path) -> None:
    names = [
        "Nuctech Warsaw",
        "Hikvison Security Systems",
        "Hangzhou Hikvision Digital Technology Co., Ltd.",
        "ARGE Example GmbH / Huawie Technologies",
        "Xinjiang Hikvision",
    ]
    (tmp_path / "some.tender.yaml").write_text(
        "vendorscreen: 1\nsuppliers:\n" + "".join(f'- "{name}"\n' for name in names)
    )
    checked = json.loads(run("check", tmp_path / "some.tender.yaml", "--format", "json").stdout)["matches"]
    lines = run("match", "--format", "json", "--limit", 100, stdin="\n".join(names)).stdout.splitlines()
    matched = [(found["name"], match) for found in map(json.loads, lines) for match in found["matches"]]
    said = ("vendor", "listed_name", "certainty", "similarity", "bits")
    assert [(name, *map(match.get, said)) for name, match in matched] == [
        (match["party_name"], *map(match.get, said)) for match in checked
    ]


def test_an_identifier_without_a_like_name_shows_what_the_names_share(run: Run) -> None:
    [found] = map(
        json.loads,
        run("match", "China Example", "--id", "USCC:91330000733796106P", "--format", "json").stdout.splitlines(),
    )
    [match] = [match for match in found["matches"] if match["basis"] == "identifier"]
    assert match["bits"] == sum(words[3] for words in match["aligned"])


def test_names_from_a_pipe_are_answered_as_they_come(run: Run, home: Path, tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "vendorscreen"), "match", "--format", "json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for name in ("Huawei Technologies", "ZTE Corporation"):
            process.stdin.write(name + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["name"] == name
        process.stdin.close()


def test_whoever_reads_the_answers_may_stop_early(home: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Hikvision\n" * 1000)
    command = [str(Path(sys.executable).parent / "vendorscreen"), "match"]

    with (
        names.open() as lines,
        subprocess.Popen(command, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
    ):
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


@pytest.mark.parametrize("stdin", ["", "\n\n  \n", "\ufeff\r\n"])
def test_no_names_give_no_answers(run: Run, stdin: str) -> None:
    shown = run("match", stdin=stdin)
    assert (shown.returncode, shown.stdout) == (0, "")


def test_nothing_in_a_name_reaches_the_terminal(run: Run) -> None:
    shown = run("match", "Huawei \x1b[31mTechnologies\u202e \x07\u200b", "\x1b]0;evil\x07 ZTE Corporation").stdout
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


@pytest.mark.parametrize("name", ["a " * 50_000, "😀" * 50, "...", "Ltd", "0" * 60_000])
def test_hostile_names_are_answered(run: Run, name: str) -> None:
    shown = run("match", stdin=name)
    assert shown.returncode == 0
    assert shown.stdout.endswith("no vendor with a like name\n")
    assert len(shown.stdout) < 1_100


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--country", "Narnia"], "'Narnia' is no country"),
        (["x", "--id", "foo"], "'foo' is no identifier"),
        (["x", "--at-least", "0.2"], "0.5"),
        (["x", "--limit", "0"], "1"),
    ],
)
def test_a_wrong_option_is_told_with_what_would_be_right(run: Run, arguments: list[str], said: str) -> None:
    shown = run("match", *arguments)
    assert shown.returncode == 2
    assert said in shown.stderr


def test_a_number_alone_confirms(run: Run) -> None:
    shown = run("match", "--id", "USCC:914403001922038216").stdout

    assert shown.startswith("USCC 914403001922038216\n  1. Huawei Technologies Co., Ltd. [huawei]: same, confirmed\n")


def test_a_scheme_that_is_not_known_is_told(run: Run) -> None:
    shown = run("match", "Acme Ruritania", "--id", "VAT:12")

    assert "warning: --id: scheme not known" in shown.stderr


def test_who_may_be_a_person_is_told_that_persons_are_not_searched(run: Run) -> None:
    assert "listed persons are not searched by name" in run("match", "Viktor Muster", "--country", "RU").stdout
