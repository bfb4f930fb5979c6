"""``vendorscreen watchlist``: official lists installed here, the user's own lists, and vendor files."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from vendorscreen.cli.chosen_edition import chosen_editions
from vendorscreen.cli.exit import Exit
from vendorscreen.cli.format import Format
from vendorscreen.cli.options import WatchlistsOption, named_folder
from vendorscreen.cli.progress import shown_downloads
from vendorscreen.cli.terminal import complain, write
from vendorscreen.cli.update_view import tell_update
from vendorscreen.cli.vendor_view import as_json, changes_view, lists_view, vendor_view
from vendorscreen.document import suggestion
from vendorscreen.errors import ListError, UsageError
from vendorscreen.lists.store import Edition, ListStore, home_folder
from vendorscreen.period import full_date
from vendorscreen.screening import shipped_folder
from vendorscreen.showing import shown
from vendorscreen.vendor.strength import said_once, strongest_first
from vendorscreen.vendor.vendor import Listing, Programme
from vendorscreen.watchlist import Watchlist, installed_watchlist, read_watchlists
from vendorscreen.watchlist.changes import changes_between
from vendorscreen.watchlist.compiling import CuratedPart, curated_part
from vendorscreen.watchlist.installed import counting_edition
from vendorscreen.watchlist.updating import import_table, refuse_unreadable, update_list

__all__ = ["watchlist"]

watchlist = typer.Typer(help="Install and list official lists; import your own; show vendors; validate vendor files.")

T = TypeVar("T")
FormatOption = Annotated[Format, typer.Option("--format", help="Text for people or JSON for programs.")]
Dated = Annotated[
    str | None, typer.Option("--dated", metavar="DATE", help="Day of the edition, where the file prints none.")
]
Smaller = Annotated[
    bool, typer.Option("--accept-smaller", help="Take an edition with far fewer entries than the one before.")
]


@watchlist.command()
def update(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Ids of lists: see list --all.")],
    source: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="FILE|URL", help="Files, folders or addresses instead of the publisher's own."),
    ] = None,
    dated: Dated = None,
    accept_smaller: Smaller = False,
) -> None:
    """Install the current edition of official lists. Exit 2 if one is refused; its former edition stays.

    Examples:
      vendorscreen watchlist update eu-fsf us-csl

      vendorscreen watchlist update us-ofac-sdn --from SDN.CSV --from ALT.CSV --from ADD.CSV --dated 2026-11-20
    """
    if source and len(names) > 1:
        raise UsageError("--from goes with one list, name one")
    curated, day, failed = _curated(), _day("--dated", dated), False
    described = {one.id: one for one in curated.lists}
    for name in names:
        if name not in described:
            raise UsageError(_no_such_list(name, described))
        refuse_unreadable(described[name])
    for name in names:
        try:
            with shown_downloads() as progress:
                done = update_list(
                    described[name],
                    curated,
                    home_folder(),
                    sources=source or (),
                    dated=day,
                    accept_smaller=accept_smaller,
                    progress=progress,
                )
        except ListError as error:
            complain(str(error))
            failed = True
            continue
        tell_update(done, day)
    raise typer.Exit(Exit.BAD_INPUT if failed else Exit.DONE)


@watchlist.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or XLSX table of your own.")],
    map_: Annotated[Path, typer.Option("--map", metavar="MAP.yaml", help="What its columns hold.")],
    dated: Dated = None,
    accept_smaller: Smaller = False,
) -> None:
    """Install a list of your own, as a map file describes it (see docs/watchlists.md).

    Example: vendorscreen watchlist import excluded.csv --map excluded.map.yaml
    """
    day = _day("--dated", dated)
    tell_update(import_table(file, map_, _curated(), home_folder(), dated=day, accept_smaller=accept_smaller), day)


@watchlist.command("list")
def list_(
    all_: Annotated[bool, typer.Option("--all", help="Also every list there is a reader for.")] = False,
    format_: FormatOption = Format.TEXT,
) -> None:
    """List the installed lists with their editions and counts.

    Example: vendorscreen watchlist list --all
    """
    home, curated = home_folder(), _curated()
    store = ListStore(home)
    described = {one.id: one for one in curated.lists}
    installed, found = store.installed(), store.ids()
    ids = [*(one for one in described if one in found or (all_ and described[one].readable)), *found]
    entries = [
        {
            "id": one,
            "title": described[one].title if one in described else _title(installed.get(one, [])),
            "reader": one in described and described[one].readable,
            "downloads": list(described[one].downloads) if one in described else [],
            "editions": [
                {
                    "id": edition.id,
                    **as_json(edition.manifest),
                    "read": edition.manifest.read,
                    "skipped": as_json(edition.skipped()),
                    "damage": edition.damage(),
                }
                for edition in installed.get(one, [])[::-1]
            ],
            "damaged": store.damaged(one),
            **_counting(one, store, curated),
        }
        for one in dict.fromkeys(ids)
    ]
    _write(entries, format_, lists_view)


def _title(editions: Sequence[Edition]) -> str:
    return editions[-1].manifest.title if editions else ""


def _counting(list_id: str, store: ListStore, curated: CuratedPart) -> dict[str, object]:
    """Return which edition of a list counts, and what it lacks."""
    if not store.ids().count(list_id):
        return {"counting": None, "warnings": []}
    try:
        chosen = counting_edition(list_id, store, curated, home_folder())
    except ListError as error:
        return {"counting": None, "warnings": [str(error)]}
    return {"counting": chosen.edition.id, "warnings": [gap.message for gap in chosen.gaps()]}


@watchlist.command()
def show(
    vendor: Annotated[str, typer.Argument(metavar="VENDOR", help="The id of a vendor, or a name.")],
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Mark what counted on that day.")] = None,
    watchlists: WatchlistsOption = None,
    edition: Annotated[
        list[str] | None, typer.Option("--edition", metavar="LIST=EDITION", help="Use this edition of a list.")
    ] = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show all that the watchlist knows of a vendor, from every list.

    Example: vendorscreen watchlist show hikvision --as-of 2021-02-16
    """
    folders = [shipped_folder("watchlists"), *(watchlists or [])]
    known = installed_watchlist(*folders, editions=chosen_editions(edition or []))
    found = known.vendors[_vendor(vendor, known)]
    day = _day("--as-of", as_of)
    entry = as_json(found) | {"ties": [as_json(tie) for tie in known.ties(found.id)]}
    entry |= {} if day is None else {"as_of": str(day)}
    same_said = said_once(strongest_first(found.listings, day))
    entry["listings"] = [_listing(same, day, known.programmes) for same in same_said]
    _write(entry, format_, vendor_view)


def _listing(same: Sequence[Listing], day: date | None, programmes: Mapping[str, Programme]) -> dict[str, object]:
    """Return a listing as JSON; ``also`` are other lists that say the same."""
    first = same[0]
    entry: dict[str, object] = as_json(first)
    entry |= {} if day is None else {"active": first.active(day)}
    caveat = first.caveat_under(programmes.get(first.programme or ""))
    also = sorted({one.list for one in same} - {first.list})
    return entry | ({"caveat": caveat} if caveat else {}) | ({"also": also} if also else {})


@watchlist.command()
def diff(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The id of a list.")],
    edition: Annotated[
        list[str] | None, typer.Option("--edition", metavar="EDITION", help="Two editions, older first.")
    ] = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show what changed between two editions of a list, the two newest where none are named.

    Example: vendorscreen watchlist diff us-csl
    """
    home, store = home_folder(), ListStore(home_folder())
    wanted = edition or [one.id for one in store.editions(name)[-2:]]
    if len(wanted) != 2:
        raise UsageError(f"{name}: two editions are needed, {len(wanted)} found; see: vendorscreen watchlist list")
    older, newer = (store.edition(name, one) for one in wanted)
    changes = as_json(changes_between(older, newer, store, _curated(), home))
    _write({"added": [], "removed": [], "changed": []} | changes, format_, changes_view)


@watchlist.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The id of a list.")],
    edition: Annotated[
        str | None, typer.Option("--edition", metavar="EDITION", help="Only this one; all where none is named.")
    ] = None,
) -> None:
    """Delete a list from this machine, or one edition of it.

    Example: vendorscreen watchlist remove us-csl --edition 2022-04-21
    """
    for gone in ListStore(home_folder()).remove(name, edition):
        write(f"removed {name} {gone}\n", None)


@watchlist.command()
def path() -> None:
    """Print the folder in which lists are kept; VENDORSCREEN_HOME names another.

    Example: vendorscreen watchlist path
    """
    write(f"{ListStore(home_folder()).folder}\n", None)


@watchlist.command()
def validate(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", parser=named_folder, help="Vendor files beside ours.", show_default=False),
    ] = None,
) -> None:
    """Read vendor files and say all that is wrong with them. Exit 2 if anything is.

    Example: vendorscreen watchlist validate my-vendors/
    """
    found = read_watchlists(shipped_folder("watchlists"), *(folders or []))
    heads = sum(found.vendors[one].head is None for one in found.vendors)
    write(f"{heads} vendor files and {len(found.programmes)} programmes are well formed\n", None)


def _no_such_list(name: str, described: Iterable[str]) -> str:
    if name in ListStore(home_folder()).ids():
        return f"'{name}' is a list of your own: vendorscreen watchlist import FILE --map MAP.yaml"
    return f"no list has the id '{name}', {suggestion(name, described)}; all: vendorscreen watchlist list --all"


def _curated() -> CuratedPart:
    return curated_part(home_folder(), [shipped_folder("watchlists")])


def _day(option: str, text: str | None) -> date | None:
    try:
        return full_date(text) if text is not None else None
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _vendor(text: str, known: Watchlist) -> str:
    if text in known.vendors:
        return text
    hits = known.search([text], limit=5)[0]
    if not hits:
        raise UsageError(f"no vendor has the id '{text}', and none a name like it")
    if len(hits) > 1 and hits[1].similarity == hits[0].similarity:
        same = ", ".join(hit.key for hit in hits if hit.similarity == hits[0].similarity)
        raise UsageError(f"'{text}' is a name of several vendors, name one by its id: {same}")
    return hits[0].key


def _write(value: T, format_: Format, view: Callable[[T], Iterator[str]]) -> None:
    # what a list holds is foreign: nothing in it may move a terminal's cursor
    text = json.dumps(value, indent=2) if format_ is Format.JSON else "\n".join(map(shown, view(value)))
    write(f"{text}\n", None)
