"""docs/watchlists.md: its examples are files that load, its tables name all there is."""

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.lists.store.stores import curated
from vendorscreen.document import parse_document, validate
from vendorscreen.errors import WatchlistError
from vendorscreen.lists.edition_reading import read_edition
from vendorscreen.lists.official_list import ListsFile
from vendorscreen.lists.readers import ListFile
from vendorscreen.lists.store.edition import Retrieved
from vendorscreen.vendor.vendor import ListingKind
from vendorscreen.watchlist import installed_watchlist, read_watchlists
from vendorscreen.watchlist.updating import import_table


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "watchlists.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_the_vendor_file_of_the_page_is_a_vendor_file(page, root, tmp_path) -> None:
    folder = tmp_path / "my-vendors" / "optics"
    folder.mkdir(parents=True)
    (folder / "example-optics.yaml").write_text(blocks(page, "yaml")[0], encoding="utf-8")

    vendor = read_watchlists(root / "watchlists", tmp_path / "my-vendors").vendors["example-optics"]

    assert vendor.listings[0].active(date(2026, 2, 11)) is False
    assert vendor.listings[0].active(date(2026, 2, 12)) is True


def test_the_map_of_the_page_reads_the_table_of_the_page(page, root, tmp_path) -> None:
    (tmp_path / "m.yaml").write_text(blocks(page, "yaml")[1], encoding="utf-8")
    (tmp_path / "excluded.csv").write_text(blocks(page, "text")[0], encoding="utf-8")

    import_table(tmp_path / "excluded.csv", tmp_path / "m.yaml", curated(tmp_path, root), tmp_path)
    known = installed_watchlist(root / "watchlists", home=tmp_path)
    (hit,) = known.search(["Example Batiment"])[0]

    assert str(known.vendors[hit.key].listings[0].period) == "since 2026-02-01, until 2029-02-01"


def test_every_kind_of_listing_and_every_list_that_is_read_is_on_the_page(page, root) -> None:
    assert [kind for kind in get_args(ListingKind) if f"| `{kind}` |" not in page] == []
    described = read_watchlists(root / "watchlists").official
    assert [one.id for one in described if one.readable and f"| `{one.id}` |" not in page] == []


def test_the_output_on_the_page_is_what_the_commands_print(page, tmp_path) -> None:
    (tmp_path / "my-vendors" / "optics").mkdir(parents=True)
    (tmp_path / "my-vendors" / "optics" / "example-optics.yaml").write_text(blocks(page, "yaml")[0], encoding="utf-8")
    (tmp_path / "excluded.map.yaml").write_text(blocks(page, "yaml")[1], encoding="utf-8")
    (tmp_path / "excluded.csv").write_text(blocks(page, "text")[0], encoding="utf-8")
    shown = "".join(block for block in blocks(page, "console") if block.startswith("$ "))
    environment = {**os.environ, "VENDORSCREEN_HOME": str(tmp_path / "home"), "NO_COLOR": "1"}

    printed = ""
    for line in re.findall(r"^\$ vendorscreen (.*)$", shown, re.MULTILINE):
        command = [str(Path(sys.executable).parent / "vendorscreen"), *shlex.split(line)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
        printed += f"$ vendorscreen {line}\n{done.stdout}{done.stderr}"

    assert printed == shown


def test_the_reader_of_the_page_on_lists_reads_a_list(root, tmp_path) -> None:
    page = (root / "docs" / "add-a-list.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(blocks(page, "python")[0], "xx_blocked.py", "exec"), names)
    table = "Number,Name,Country,Since\n7,Acme Optics,France,2026-02-01\n8,,France,2026-02-01\n"

    reading = names["read"]([ListFile("blocked.csv", table.encode())])

    (entry,) = reading.entries
    assert (entry.name, entry.countries, str(entry.periods[0].start)) == ("Acme Optics", ["FR"], "2026-02-01")
    assert [row.reason for row in reading.skipped] == ["no name"]


def test_the_header_of_the_page_on_lists_reads_a_list_without_code(root) -> None:
    described, tables = blocks((root / "docs" / "add-a-list.md").read_text(encoding="utf-8"), "yaml")[:2]
    text = f"edition: 2026-11-21\nlists:\n{described}{tables}"
    lists = validate(ListsFile, parse_document(text.encode(), "lists.yaml"), WatchlistError).lists
    rows = [
        "As of,01/11/2026",
        "Number,Given name,Name,Kind,Type,State,Country,Street,Town,Since,Born,Travel ban",
        "7a,,AO,a.k.a.,O,final,France,,,2026-02-01,,no",
        "7,,Acme Optics,main,O,final,France,5 rue A,Paris,2026-02-01,,no",
        "8,Jo,Doe,main,P,cleared,France,,,2026-02-01,1970,yes",
    ]

    reading = read_edition("xx-blocked", [Retrieved("b.csv", "b.csv", "\n".join([*rows, ""]).encode())], lists).reading

    (entry,) = reading.entries
    assert (entry.name, entry.names, entry.addresses) == ("Acme Optics", [("alias", "AO")], ["5 rue A, Paris"])
    assert (str(reading.edition), reading.left_out) == ("2026-11-01", {"cleared": 1})
