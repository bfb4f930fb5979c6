"""``vendorscreen watchlist`` as a user runs it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.lists.readers.files import ofac, sdn
from tests.lists.store.stores import NAMES, csl_bytes

HOLLOW = "us-csl: not whole: no row of MEU, DPL, UVL, ISN, DTC, SDN, SSI, PLC, CMIC, NS-MBS is in it\n"
TENDER = "date: {day}\nbuyer: {{name: Agency, country: US, level: national}}\nsuppliers: [{{name: Acme Optics, country: CN}}]\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def installed(run, tmp_path: Path) -> Path:
    """A file of us-csl that is installed as the edition of 1 November 2026."""
    file = tmp_path / "consolidated.csv"
    file.write_bytes(csl_bytes(*NAMES))
    done = run("watchlist", "update", "us-csl", "--from", file, "--dated", "2026-11-01")
    assert (done.returncode, done.stderr) == (0, HOLLOW)
    assert "installed; 5 entries" in done.stdout
    return file


def test_without_a_list_the_way_to_one_is_shown(run) -> None:
    assert "watchlist list --all" in run("watchlist", "list").stdout


def test_every_list_that_can_be_read_is_shown(run) -> None:
    entries = json.loads(run("watchlist", "list", "--all", "--format", "json").stdout)

    assert [one["id"] for one in entries] == [
        "us-csl", "us-bis-el", "us-ofac-sdn", "us-ofac-cons", "eu-fsf", "un-sc", "wb-debarred", "au-dfat",
        "gb-ofsi",
    ]  # fmt: skip
    assert all(one["reader"] and not one["editions"] for one in entries)
    text = run("watchlist", "list", "--all").stdout
    assert "not installed: vendorscreen watchlist update eu-fsf" in text
    assert "vendorscreen watchlist update us-bis-el --from FILE" in text


def test_an_installed_list_is_shown_with_its_edition_and_counts(run, installed) -> None:
    assert "2026-11-01-" in run("watchlist", "list").stdout
    (entry,) = json.loads(run("watchlist", "list", "--format", "json").stdout)
    (edition,) = entry["editions"]

    assert (entry["id"], edition["edition"], edition["entries"], edition["read"]) == ("us-csl", "2026-11-01", 5, 5)
    assert edition["files"][0]["sha256"]
    assert edition["sources"] == {"EL": 5}


def test_a_second_update_with_the_same_file_changes_nothing(run, installed) -> None:
    done = run("watchlist", "update", "us-csl", "--from", installed)

    assert ": unchanged; 5 entries" in done.stdout
    assert done.stderr == HOLLOW


def test_a_file_from_a_disk_is_never_said_to_be_still_offered(run, installed) -> None:
    (entry,) = json.loads(run("watchlist", "list", "--format", "json").stdout)

    assert "confirmed" not in entry["editions"][0]
    assert "still offered" not in run("watchlist", "list").stdout


def test_an_edition_without_a_date_says_which_day_is_taken(run, tmp_path) -> None:
    (tmp_path / "consolidated.csv").write_bytes(csl_bytes(*NAMES))

    done = run("watchlist", "update", "us-csl", "--from", "consolidated.csv")

    assert "us-csl: no date is printed in it" in done.stderr
    assert "remove it and use --dated" in done.stderr


def test_a_day_that_is_not_used_is_said_with_the_reason(run, installed) -> None:
    done = run("watchlist", "update", "us-csl", "--from", installed, "--dated", "2026-11-08")

    assert done.stderr == HOLLOW + (
        "us-csl: stays the edition of 2026-11-01, not 2026-11-08: these very files are installed, remove them first\n"
    )


def test_a_refused_list_gives_exit_2_with_the_reason_and_the_former_edition_stays(run, installed, tmp_path) -> None:
    (tmp_path / "cut.csv").write_bytes(installed.read_bytes()[:-30])

    done = run("watchlist", "update", "us-csl", "--from", tmp_path / "cut.csv")

    assert done.returncode == 2
    assert done.stderr == "cut.csv: line 6: the file ends inside this row: it is cut off\n"
    assert "2026-11-01-" in run("watchlist", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["update", "us-cls"], "no list has the id 'us-cls', did you mean 'us-csl'?"),
        (["update", "us-sam"], "us-sam (SAM.gov exclusions) cannot be read here yet: look suppliers up at https://sam.gov/"),
        (["update", "us-csl", "us-sam"], "with 'id: us-sam' in the map"),
        (["update", "us-bis-el"], "us-bis-el has no address to download from: save it from https://"),
        (["update", "us-csl", "un-sc", "--from", "x"], "--from goes with one list, name one"),
        (["update", "us-csl", "--from", "absent.csv"], "absent.csv: there is no such file"),
        (["update", "us-csl", "--from", "x", "--dated", "soon"], "--dated: 'soon' is not a full date"),
        (["show", "nobody-at-all-xyz"], "no vendor has the id 'nobody-at-all-xyz', and none a name like it"),
        (["show", "huawei", "--edition", "us-csl"], "--edition: 'us-csl' is no edition, write LIST=DATE"),
        (["show", "huawei", "--edition", "us-csl=2020-01-01"], "us-csl: no edition '2020-01-01' is installed (installed: none)"),
        (["diff", "us-csl"], "us-csl: two editions are needed, 0 found"),
        (["remove", "us-csl"], "us-csl: no edition is installed"),
        (["import", "a.csv", "--map", "absent.yaml"], "absent.yaml: there is no such file"),
        (["validate", "absent"], "absent: is no folder of vendor files"),
    ],
)  # fmt: skip
def test_a_mistake_gives_exit_2_and_says_what_would_be_right(run, arguments, message) -> None:
    done = run("watchlist", *arguments)

    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_a_vendor_is_shown_with_what_counted_on_a_day(run) -> None:
    text = run("watchlist", "show", "megvii", "--as-of", "2024-06-01").stdout
    entry = json.loads(run("watchlist", "show", "megvii", "--as-of", "2025-01-07", "--format", "json").stdout)
    active = {one["programme"]: one["active"] for one in entry["listings"] if "programme" in one}

    assert "US-DOD-1260H" in text
    assert "[counts]" in text
    assert active["US-DOD-1260H"] is False
    assert active["US-BIS-EL"] is True


def test_a_vendor_may_be_asked_for_by_name(run) -> None:
    assert run("watchlist", "show", "Nuctech Company Limited").stdout.startswith("Nuctech Company Limited [nuctech]")


def test_a_listed_name_is_shown_with_its_list_and_since_when_it_is_known(run, installed) -> None:
    text = run("watchlist", "show", "Acme Optics").stdout

    assert "on the list since its edition of 2026-11-01" in " ".join(text.split())
    assert "US Consolidated Screening List, edition of 2026-11-01" in " ".join(text.split())


def test_nothing_a_list_holds_can_move_a_terminal(run, tmp_path) -> None:
    file = tmp_path / "hostile.csv"
    file.write_bytes(csl_bytes("Acme \x1b[2J Evil", *NAMES))
    run("watchlist", "update", "us-csl", "--from", file, "--dated", "2026-11-01")

    assert "\x1b" not in run("watchlist", "show", "Acme Evil").stdout
    assert "\x1b" not in run("watchlist", "list").stdout


def test_two_editions_are_compared(run, installed, tmp_path) -> None:
    newer = tmp_path / "newer.csv"
    newer.write_bytes(csl_bytes(*NAMES[1:], "Zeta Radio"))
    run("watchlist", "update", "us-csl", "--from", newer, "--dated", "2026-11-08")

    text = run("watchlist", "diff", "us-csl").stdout
    changes = json.loads(run("watchlist", "diff", "us-csl", "--format", "json").stdout)

    assert "+ Zeta Radio" in text
    assert "- Acme Optics" in text
    assert [one["name"] for one in changes["added"]] == ["Zeta Radio"]


def test_an_older_edition_can_be_screened(run, installed, tmp_path) -> None:
    newer, tender = tmp_path / "newer.csv", tmp_path / "t.yaml"
    newer.write_bytes(csl_bytes(*NAMES[1:]))
    run("watchlist", "update", "us-csl", "--from", newer, "--dated", "2026-11-08")
    tender.write_text(
        "buyer: {name: City, country: LT}\nparties: [{id: a, name: Acme Optics, roles: [tenderer]}]\ndate: 2026-11-20\n"
    )

    now = json.loads(run("check", tender, "--format", "json").stdout)
    then = json.loads(run("check", tender, "--format", "json", "--edition", "us-csl=2026-11-01").stdout)

    assert now["matches"] == []
    assert [one["vendor_name"] for one in then["matches"]] == ["Acme Optics"]
    assert [one["edition"] for one in then["lists"] if one["id"] == "us-csl"] == ["2026-11-01"]


def test_a_list_of_the_users_own_is_imported_and_screened(run, tmp_path) -> None:
    (tmp_path / "own.csv").write_text("Firm,Land\nAcme Optics,LT\n")
    (tmp_path / "own.yaml").write_text(
        "id: own\ntitle: Our own list\npublisher: City\njurisdiction: LT\nkind: debarment\ncolumns: {name: Firm, country: Land}\n"
    )

    done = run("watchlist", "import", "own.csv", "--map", "own.yaml", "--dated", "2026-11-01")

    assert (done.returncode, done.stderr) == (0, "")
    assert "own 2026-11-01-" in done.stdout
    assert "Our own list" in run("watchlist", "list").stdout
    assert "debarment" not in run("watchlist", "show", "Acme Optics").stderr


def test_a_list_of_the_users_own_is_imported_again_not_updated(run, tmp_path) -> None:
    (tmp_path / "own.csv").write_text("Firm\nAcme Optics\n")
    (tmp_path / "own.yaml").write_text(
        "id: own-69\ntitle: Our own list\npublisher: City\njurisdiction: LT\nkind: debarment\ncolumns: {name: Firm}\n"
    )
    run("watchlist", "import", "own.csv", "--map", "own.yaml", "--dated", "2026-11-01")

    done = run("watchlist", "update", "own-69")

    assert (done.returncode, "'own-69' is a list of your own: vendorscreen watchlist import" in done.stderr) == (
        2,
        True,
    )


def test_rows_that_a_map_leaves_out_are_told_by_their_word(run, tmp_path) -> None:
    (tmp_path / "own.csv").write_text("Firm,State\nAcme Optics,cleared\nBeta Lasers,FINAL\nGamma Drones,cleared\n")
    (tmp_path / "own.yaml").write_text(
        "id: own\ntitle: Our own list\npublisher: City\njurisdiction: LT\nkind: debarment\n"
        "where: {column: State, is: [final]}\ncolumns: {name: Firm}\n"
    )

    done = run("watchlist", "import", "own.csv", "--map", "own.yaml", "--dated", "2026-11-01")

    assert "1 entries, 1 names; 3 rows read, 1 kept, 2 skipped; left out: 2 'cleared'\n" in done.stdout


def test_a_list_without_its_aliases_is_told_when_it_is_installed_and_when_it_is_screened(run, tmp_path) -> None:
    main = ofac(sdn(36, "AEROCAR AIRLINES"), sdn(173, "ANGLO CO., LTD."))
    (tmp_path / "SDN.CSV").write_bytes(main.content)
    (tmp_path / "t.yaml").write_text(TENDER.format(day="2026-11-02"))

    done = run("watchlist", "update", "us-ofac-sdn", "--from", "SDN.CSV", "--dated", "2026-11-01")
    checked = run("check", "t.yaml")

    assert "us-ofac-sdn: not whole: the file of aliases is missing (about half of the names)" in done.stderr
    assert "not whole: the file of aliases is missing" in run("watchlist", "list").stdout
    assert "us-ofac-sdn, edition 2026-11-01: screened, but the file of aliases is missing" in checked.stderr
    assert "- screened, but the file of aliases is missing" in checked.stdout
    assert "edition 2026-11-01: screened, but the file of aliases" in run("match", "Acme").stderr


def test_a_damaged_newest_edition_is_told_wherever_the_older_one_counts(run, installed, home, tmp_path) -> None:
    newer = tmp_path / "newer.csv"
    newer.write_bytes(csl_bytes(*NAMES, "Zeta Radio"))
    run("watchlist", "update", "us-csl", "--from", newer, "--dated", "2026-11-08")
    (folder,) = (home / "lists" / "us-csl").glob("2026-11-08-*")
    (folder / "files" / "0-newer.csv").write_bytes(newer.read_bytes()[:-30])
    shutil.rmtree(home / "compiled")
    (tmp_path / "t.yaml").write_text(TENDER.format(day="2026-11-09"))

    checked, shown = run("check", "t.yaml", "--format", "json"), run("watchlist", "list").stdout
    (entry,) = [one for one in json.loads(checked.stdout)["lists"] if one["id"] == "us-csl"]

    assert entry["warnings"][0:2] == ["too old (8 days old, at most 7)", f"its newer edition {folder.name} is damaged"]
    assert f"but too old (8 days old, at most 7); its newer edition {folder.name} is damaged" in checked.stderr
    assert f"its newer edition {folder.name} is damaged" in run("match", "Zeta Radio").stderr
    assert f"{folder.name}  damaged; " in shown
    assert "2026-11-01-" in next(line for line in shown.splitlines() if "  counts" in line)


def test_a_list_of_which_no_edition_can_be_read_is_an_error(run, installed, home) -> None:
    (folder,) = (home / "lists" / "us-csl").iterdir()
    (folder / "manifest.json").write_text("{")

    done = run("match", "Acme Optics")

    assert (done.returncode, "us-csl: no edition can be read (its manifest cannot be read)" in done.stderr) == (2, True)
    assert f"{folder.name}  damaged" in run("watchlist", "list").stdout


def test_a_list_is_removed(run, installed) -> None:
    assert run("watchlist", "remove", "us-csl", "--edition", "2026-11-01").stdout.startswith(
        "removed us-csl 2026-11-01-"
    )
    assert "No list is installed" in run("watchlist", "list").stdout


def test_the_folder_of_the_store_is_printed(run, home) -> None:
    assert run("watchlist", "path").stdout == f"{home / 'lists'}\n"


def test_vendor_files_are_validated(run, tmp_path) -> None:
    folder = tmp_path / "vendors" / "optics"
    folder.mkdir(parents=True)
    (folder / "acme.yaml").write_text("id: acme-x\nname: Acme X\nwhat: A maker.\ncountry: China\n")

    wrong = run("watchlist", "validate", "vendors")

    assert "well formed" in run("watchlist", "validate").stdout
    assert wrong.returncode == 2
    assert "acme.yaml:4:10: country: 'China' is no country" in wrong.stderr


def test_what_is_said_of_a_programme_without_a_source_is_marked(run) -> None:
    text = run("watchlist", "show", "zte").stdout

    assert "The description of the programme EU-5GTB was not compared with a source." in " ".join(text.split())
    assert "programme US-BIS-EL was not compared" not in " ".join(text.split())


def test_every_command_has_an_example(run) -> None:
    for command in ("update", "import", "list", "show", "diff", "remove", "path", "validate"):
        assert "vendorscreen watchlist" in run("watchlist", command, "--help").stdout
