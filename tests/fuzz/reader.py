"""Every reader, with what its answers go on to: screening, reports, and what is written."""

import io
import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.mutation import Files
from tests.fuzz.seed import seeds_of
from tests.fuzz.seed.home import NAMES, unpacked
from tests.fuzz.seed.vendor import WATCHLISTS
from vendorscreen.batch import ScreeningOptions
from vendorscreen.batch.answers import result_schema
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.reading import open_table
from vendorscreen.batch.row_screening import BatchScreener
from vendorscreen.batch.running.output import Output
from vendorscreen.batch.running.summary import Summary
from vendorscreen.batch.writing import ENDINGS
from vendorscreen.cli.vendor_view import as_json, vendor_view
from vendorscreen.document import parse_document
from vendorscreen.errors import InputError
from vendorscreen.fact import Case
from vendorscreen.lists.edition_reading import read_edition
from vendorscreen.lists.readers.vendors import vendors_of_list
from vendorscreen.lists.store.edition import Retrieved
from vendorscreen.matching import match_tender
from vendorscreen.report import render_text, summary_line
from vendorscreen.report.text import shown
from vendorscreen.rule import evaluate, failing_examples, read_rules
from vendorscreen.rule.country_group import read_group
from vendorscreen.rule.describing import condition_lines
from vendorscreen.rule.lexicon import read_lexicon
from vendorscreen.rule.proving import unproven_leaves
from vendorscreen.rule.rule_folders import RuleReader
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import Tender, native_text, parse_tender, parse_tenders
from vendorscreen.tender.tender import Buyer
from vendorscreen.vendor import Vendor
from vendorscreen.watchlist import Watchlist, installed_watchlist, read_watchlists
from vendorscreen.watchlist.part import Part

__all__ = ["READERS", "screener"]

DAY = date(2026, 3, 2)

MOST_CHECKED = 3
"""Tenders or vendors of an input that go on: a repeated line would bring the same hundreds of times."""

Reader = Callable[[Files, Path, bool], None]
"""Reads files, where it must from a folder; with True, what was read goes on as far as a command would bring it."""


@cache
def screener() -> Screener:
    """Return a screener with the vendors and rules that come with vendorscreen."""
    return Screener(read_watchlists(shipped_folder("watchlists")), read_rules(shipped_folder("rules"), tests=False))


def _tenders(files: Files, _: Path, onward: bool) -> None:
    refused: list[InputError] = []
    (content,) = files.values()
    for place, tender in enumerate(parse_tenders(io.BytesIO(content), "tender", refused=refused.append)):
        if onward and place < MOST_CHECKED:
            _checked(tender, screener())
            native_text(tender).encode("utf-8", "replace")
    if refused:
        raise refused[0]


def _checked(tender: Tender, with_: Screener) -> None:
    report = with_.check(tender, tender.date or DAY)
    for text in (render_text(report), report.to_json(), summary_line(report)):
        text.encode("utf-8", "replace")


def _vendors_of_files(files: Files, folder: Path, onward: bool) -> None:
    sound = {path.name: path.read_bytes() for path in WATCHLISTS.glob("*.yaml")}
    for name, content in (sound | files).items():
        (folder / name).write_bytes(content)
    watchlist = read_watchlists(folder)
    if onward:
        _shown(watchlist)


def _shown(watchlist: Watchlist) -> None:
    """Show vendors as people ask for them, and check a tender of suppliers with their names."""
    vendors = [watchlist.vendors[id_] for id_ in islice(watchlist.vendors, MOST_CHECKED)]
    for vendor in vendors:
        entry = as_json(vendor) | {"ties": [as_json(tie) for tie in watchlist.ties(vendor.id)]}
        "\n".join(map(shown, vendor_view(entry))).encode("utf-8", "replace")
        json.dumps(entry)
    suppliers = [{"name": vendor.name, "country": vendor.country or "CN"} for vendor in vendors]
    tender = parse_tender(json.dumps({"title": "x", "suppliers": suppliers}).encode(), "tender")
    _checked(tender, Screener(watchlist, screener().rules))


def _rule(files: Files, _: Path, onward: bool) -> None:
    ((name, content),) = files.items()
    rule = RuleReader(parse_document(content, name), screener().rules.vocabulary).rule()
    if onward:
        unproven_leaves(rule)
        "\n".join(map(shown, (*condition_lines(rule.condition), *condition_lines(rule.bound)))).encode(
            "utf-8", "replace"
        )
        for _, outcome in failing_examples(rule):
            str(outcome)
        evaluate([rule], _case())


@cache
def _case() -> Case:
    suppliers = [{"name": "Nuctech Warsaw", "country": "PL"}, {"name": "Hikvision", "country": "CN"}]
    value = {"title": "Cameras", "buyer": {"name": "City", "country": "LT"}, "suppliers": suppliers}
    tender = parse_tender(json.dumps(value).encode(), "tender")
    return Case(tender, screener().watchlist, tuple(match_tender(tender, screener().watchlist, DAY)), DAY, {})


def _lexicon(files: Files, _: Path, onward: bool) -> None:
    ((name, content),) = files.items()
    lexicon = read_lexicon(parse_document(content, name))
    if onward:
        for text in ("watching the minority of a city", "针对少数民族的人", "x " * 500):
            lexicon.mentions(text)
            lexicon.reads(text)


def _group(files: Files, _: Path, onward: bool) -> None:
    ((name, content),) = files.items()
    group = read_group(parse_document(content, name))
    if onward:
        group.holds("LT", DAY)


def _list(files: Files, _: Path, onward: bool, *, id_: str) -> None:
    read = read_edition(id_, [Retrieved(name, name, content) for name, content in files.items()])
    if onward:
        own = read.own.programme
        programmes = {**screener().watchlist.programmes, **({own.id: own} if own else {})}
        about = {"list_id": id_, "title": "List", "url": "https://example.org", "edition": DAY, "first_seen": {}}
        vendors = vendors_of_list(read.reading.entries, programmes=programmes, **about)
        as_json(read.reading.skipped)
        _shown(_watchlist(id_, vendors))


def _watchlist(id_: str, vendors: Iterable[Vendor]) -> Watchlist:
    return Watchlist([Part.of(id_, list(vendors))], screener().watchlist.programmes, [], "digest")


def _suppliers(files: Files, folder: Path, onward: bool) -> None:
    ((name, content),) = files.items()
    path = folder / name
    path.write_bytes(content)
    table = open_table(path)
    if not onward:
        for _ in table.chunks():
            pass
        return
    screen = BatchScreener(screener(), ScreeningOptions(as_of=DAY, buyer_country="DE"), table.columns)
    answers = [screen(chunk.batch) for chunk in table.chunks()]
    origin = Origin.of(screener(), DAY, Buyer(country="DE"))
    for ending in sorted(set(ENDINGS) - {".ndjson"}):
        summary = Summary(origin=origin, columns=table.columns)
        schema = result_schema(table.schema, origin.metadata())
        with Output(folder / f"out{ending}", folder, schema, table.delimiter, marked=table.marked) as output:
            for batch in answers:
                summary.add(batch)
                output.write(batch)
            output.tell(summary)


def _home(files: Files, folder: Path, _: bool) -> None:
    """Search in a home; another answer than that of the sound one must come with a word."""
    answer, told = _answer(files, folder)
    if answer != _sound_answer() and not told:
        raise AssertionError("another answer than that of the sound home, without a word")


@cache
def _sound_answer() -> object:
    with TemporaryDirectory() as folder:
        return _answer(seeds_of("home")[0], Path(folder))[0]


def _answer(files: Files, folder: Path) -> tuple[object, bool]:
    """Return what is found in a home, and whether anything is said against its list."""
    watchlist = installed_watchlist(WATCHLISTS, home=unpacked(files, folder))
    found = [[(hit.key, hit.similarity) for hit in hits] for hits in watchlist.search(NAMES)]
    vendors = [as_json(watchlist.vendors[key]) for hits in found for key, _ in hits]
    told = any(not one.screened or one.gaps for one in watchlist.lists if one.id == "us-csl")
    return (found, vendors), told


READERS: dict[str, Reader] = {
    **dict.fromkeys(("native-yaml", "native-json", "ocds", "ocds-lines", "eforms", "ted"), _tenders),
    **dict.fromkeys(("vendor-files", "programmes", "lists"), _vendors_of_files),
    "rules": _rule,
    "lexicons": _lexicon,
    "groups": _group,
    **dict.fromkeys(("own-list-csv", "own-list-xlsx"), partial(_list, id_="city-excluded")),
    **{id_: partial(_list, id_=id_) for id_ in ("us-csl", "us-ofac-sdn", "us-bis-el", "un-sc", "eu-fsf")},
    **dict.fromkeys(("wb-debarred-xlsx", "wb-debarred-json"), partial(_list, id_="wb-debarred")),
    "home": _home,
    **dict.fromkeys(("suppliers-csv", "suppliers-jsonl", "suppliers-xlsx", "suppliers-parquet"), _suppliers),
}
"""Every reader, by the name of its seeds."""
