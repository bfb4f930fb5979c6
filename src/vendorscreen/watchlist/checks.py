"""What must hold across vendor files: unique ids, known programmes and relations, no name that is another vendor's."""

from collections.abc import Iterable

from vendorscreen.document import Document, suggestion
from vendorscreen.errors import Problem
from vendorscreen.identifier import Identifier
from vendorscreen.watchlist.lists_file import ListsFile
from vendorscreen.watchlist.model import ListingKind
from vendorscreen.watchlist.vendor_file import AffiliateEntry, ListingEntry, VendorFile

__all__ = ["check_lists", "check_vendor_files"]

OF_A_PROGRAMME: frozenset[ListingKind] = frozenset(
    {
        "export_control",
        "military_company",
        "authorisation_ban",
        "sanction",
        "investment_ban",
        "forced_labour",
        "debarment",
    }
)
"""Kinds of entry that stand on a list and therefore name its programme and the printed name."""

Files = list[tuple[VendorFile, Document]]


def check_vendor_files(files: Files, programmes: Iterable[str]) -> list[Problem]:
    """Return every problem that only shows when files are held against each other and the programmes."""
    known = set(programmes)
    return [
        *_ids(files),
        *(problem for file, document in files for problem in _listings(file, document, known)),
        *_relations(files),
        *_orphans(files),
        *(problem for file, document in files for problem in _identifiers(file, document)),
        *_names(files),
    ]


def check_lists(files: Iterable[tuple[ListsFile, Document]], programmes: Iterable[str]) -> list[Problem]:
    """Return every problem of lists held against each other and the programmes."""
    known, problems = set(programmes), []
    files = list(files)
    ids = [entry.id for file, _ in files for entry in file.lists]
    for file, document in files:
        for place, entry in enumerate(file.lists):
            at = ("lists", place)
            if ids.count(entry.id) > 1:
                problems.append(document.problem((*at, "id"), f"list '{entry.id}' is described twice"))
            if entry.contained_in is not None and entry.contained_in not in ids:
                message = f"no list has the id '{entry.contained_in}', {suggestion(entry.contained_in, ids)}"
                problems.append(document.problem((*at, "contained_in"), message))
            for number, programme in enumerate(entry.programmes):
                if programme not in known:
                    message = f"unknown programme '{programme}', {suggestion(programme, known)}"
                    problems.append(document.problem((*at, "programmes", number), message))
    return problems


def _ids(files: Files) -> Iterable[Problem]:
    first: dict[str, str] = {}
    for file, document in files:
        for id_, at in [
            (file.id, ("id",)),
            *((item.id, ("affiliates", n, "id")) for n, item in enumerate(file.affiliates)),
        ]:
            if id_ in first:
                yield document.problem(at, f"id '{id_}' is taken, first used in {first[id_]}")
            first.setdefault(id_, document.path)


def _listings(file: VendorFile, document: Document, programmes: set[str]) -> Iterable[Problem]:
    seen: dict[str, int] = {}
    owners = {file.id, *(affiliate.id for affiliate in file.affiliates)}
    for place, listing in enumerate(file.listings):
        at = ("listings", place)
        if listing.id in seen:
            yield document.problem((*at, "id"), f"listing id '{listing.id}' is given twice in this file")
        seen.setdefault(listing.id, place)
        if listing.of is not None and listing.of not in owners:
            yield document.problem(
                (*at, "of"), f"no affiliate here has the id '{listing.of}', {suggestion(listing.of, owners)}"
            )
        if listing.programme is not None and listing.programme not in programmes:
            message = f"unknown programme '{listing.programme}', {suggestion(listing.programme, programmes)}"
            yield document.problem((*at, "programme"), message)
        if listing.kind in OF_A_PROGRAMME and (listing.programme is None or listing.listed_name is None):
            yield document.problem(
                at, f"an entry of kind {listing.kind} needs its programme and its listed_name as printed"
            )
        for earlier in range(place):
            if _overlap(file.listings[earlier], listing):
                message = (
                    f"overlaps in time with '{file.listings[earlier].id}': one listed name, one programme, one period"
                )
                yield document.problem((*at, "start_date"), message)
    for place, absent in enumerate(file.not_listed):
        if absent.programme not in programmes:
            message = f"unknown programme '{absent.programme}', {suggestion(absent.programme, programmes)}"
            yield document.problem(("not_listed", place, "programme"), message)


def _overlap(a: ListingEntry, b: ListingEntry) -> bool:
    same = (
        a.programme is not None and a.programme == b.programme and a.listed_name == b.listed_name and a.kind == b.kind
    )
    if not same or a.start_date is None or b.start_date is None:
        return False
    first, second = sorted((a, b), key=lambda listing: listing.start_date.first if listing.start_date else None)  # type: ignore[arg-type,return-value]
    return first.end_date is None or second.start_date is None or first.end_date.first > second.start_date.last


def _relations(files: Files) -> Iterable[Problem]:
    vendors = {file.id for file, _ in files}
    for file, document in files:
        for place, relation in enumerate(file.relations):
            at = ("relations", place, "vendor")
            if relation.vendor == file.id:
                yield document.problem(at, "a vendor is no relation of itself")
            elif relation.vendor not in vendors:
                yield document.problem(
                    at, f"no vendor file has the id '{relation.vendor}', {suggestion(relation.vendor, vendors)}"
                )


def _orphans(files: Files) -> Iterable[Problem]:
    """Yield a problem for a file of which nothing could ever follow: no entry, and no tie to a vendor that has one."""
    tied = {relation.vendor for file, _ in files for relation in file.relations}
    for file, document in files:
        if not file.listings and not file.relations and file.id not in tied:
            yield document.problem(
                (), f"nothing is known of '{file.id}': give it a listing, or a relation to a vendor that has one"
            )


def _identifiers(file: VendorFile, document: Document) -> Iterable[Problem]:
    holders: list[tuple[tuple[str | int, ...], VendorFile | AffiliateEntry]] = [((), file)]
    holders += [(("affiliates", place), affiliate) for place, affiliate in enumerate(file.affiliates)]
    for at, holder in holders:
        for place, number in enumerate(holder.identifiers):
            if Identifier.of(number.scheme, number.id).valid is False:
                message = f"the check digits of {number.scheme} {number.id} do not agree, compare with the source"
                yield document.problem((*at, "identifiers", place, "id"), message)


def _names(files: Files) -> Iterable[Problem]:
    """Yield a problem for every name that two vendors claim; weak aliases may be shared."""
    owners: dict[str, tuple[str, str]] = {}
    for file, document in files:
        holders: list[tuple[tuple[str | int, ...], VendorFile | AffiliateEntry]] = [((), file)]
        holders += [(("affiliates", place), affiliate) for place, affiliate in enumerate(file.affiliates)]
        for at, holder in holders:
            names = [
                ((*at, "name"), holder.name),
                *(((*at, "aliases", n), alias) for n, alias in enumerate(holder.aliases)),
            ]
            for place, name in names:
                plain = " ".join(name.casefold().split())
                if plain in owners and owners[plain][0] != holder.id:
                    other, where = owners[plain]
                    yield document.problem(
                        place, f"'{name}' is also a name of '{other}' in {where}, it can mean one of them"
                    )
                owners.setdefault(plain, (holder.id, document.path))
