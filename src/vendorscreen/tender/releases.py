"""JSON to Tenders: OCDS in any packaging, and native files, each told by its own content.

OCDS is read in spite of flaws of JSON, with a warning; a native file, which somebody wrote by hand, never.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from vendorscreen.document import Document
from vendorscreen.errors import DocumentError, InputError, Problem, TenderError
from vendorscreen.file.json_scan import Flaw
from vendorscreen.file.place import Path, field
from vendorscreen.tender import ocds
from vendorscreen.tender.conversion import native_tender
from vendorscreen.tender.json_documents import JsonDocument, json_documents
from vendorscreen.tender.reporting import Progress, Refused
from vendorscreen.tender.tender import Tender

__all__ = ["read"]

Found = tuple[ocds.JsonPlace, ocds.Object, ocds.Object] | TenderError


def read(stream: BinaryIO, source: str, refuse: Refused, progress: Progress) -> Iterator[Tender]:
    """Yield the tenders of a stream, one at a time."""
    for document in json_documents(stream, source, progress):
        for tender in [document] if isinstance(document, DocumentError) else _document(document, source):
            if isinstance(tender, Tender):
                yield tender
            else:
                refuse(tender)


def _document(document: JsonDocument, source: str) -> Iterator[Tender | InputError]:
    at = ocds.JsonPlace(source, document.line, document.column)
    try:
        if ocds.looks_like_ocds(document.value):
            yield from _releases(document, at)
        elif document.flaws:
            yield DocumentError(_problem(flaw, at) for flaw in document.flaws)
        else:
            yield native_tender(Document.of_json(str(at), document.text, document.value))
    except InputError as error:
        yield error


def _releases(document: JsonDocument, at: ocds.JsonPlace) -> Iterator[Tender | InputError]:
    """Yield the tenders of a document; a flaw that leaves open what is meant costs its own release only."""
    found = list(ocds.releases_in(document.value, at)) if document.flaws else ocds.releases_in(document.value, at)
    flaws = _by_release(document.flaws, found) if isinstance(found, list) else {}
    outside = [_problem(flaw, at) for flaw in flaws.get(None, ()) if flaw.fatal]
    if outside:
        yield DocumentError(outside)
    warnings = (*document.warnings, *(_problem(flaw, at) for flaw in flaws.get(None, ()) if not flaw.fatal))
    for one in found:
        if isinstance(one, TenderError):
            yield one
            continue
        place, standing, release = one
        own = flaws.get(place.path, [])
        if any(flaw.fatal for flaw in own):
            yield TenderError(_problem(flaw, at) for flaw in own if flaw.fatal)
        else:
            yield _release(place, standing, release, (*warnings, *(_problem(flaw, at) for flaw in own)))
            warnings = document.warnings


def _by_release(flaws: Iterable[Flaw], found: Iterable[Found]) -> dict[Path | None, list[Flaw]]:
    """Return the flaws by the place of the release that they stand in, ``None`` for those in none."""
    places = {one[0].path for one in found if not isinstance(one, TenderError)}
    sorted_out: dict[Path | None, list[Flaw]] = {}
    for flaw in flaws:
        around = (flaw.at[:steps] for steps in range(len(flaw.at) + 1))
        sorted_out.setdefault(next((path for path in around if path in places), None), []).append(flaw)
    return sorted_out


def _problem(flaw: Flaw, at: ocds.JsonPlace) -> Problem:
    return Problem(at.file, flaw.line, flaw.column, field(flaw.at), flaw.message)


def _release(
    at: ocds.JsonPlace, standing: ocds.Object, release: ocds.Object, warnings: tuple[Problem, ...]
) -> Tender | TenderError:
    try:
        tender = ocds.read_release(release, at, standing)
    except TenderError as error:
        return error
    return replace(tender, warnings=(*warnings, *tender.warnings)) if warnings else tender
