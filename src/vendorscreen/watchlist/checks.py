"""What must hold across vendor files: unique ids, known programmes and relations, no name that is another vendor's."""

from collections.abc import Iterable

from vendorscreen.document import Document, suggestion
from vendorscreen.errors import Problem
from vendorscreen.identifier import Identifier
from vendorscreen.lists.official_list import ListsFile
from vendorscreen.vendor.vendor import Listing, ListingKind
from vendorscreen.vendor.vendor_file import Affiliate, VendorFile

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
        *_identifiers(files),
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
            if entry.contained_in is not None and entry.contained_in.list not in ids:
                container = entry.contained_in.list
                message = f"no list has the id '{container}', {suggestion(container, ids)}"
                problems.append(document.problem((*at, "contained_in", "list"), message))
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
        if listing.vendor and listing.vendor not in owners:
            message = f"no affiliate here has the id '{listing.vendor}', {suggestion(listing.vendor, owners)}"
            yield document.problem((*at, "of"), message)
        if listing.programme is not None and listing.programme not in programmes:
            message = f"unknown programme '{listing.programme}', {suggestion(listing.programme, programmes)}"
            yield document.problem((*at, "programme"), message)
        if listing.kind in OF_A_PROGRAMME and (listing.programme is None or not listing.listed_name):
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


def _overlap(a: Listing, b: Listing) -> bool:
    """Return whether two entries of one listed name in one programme certainly hold on a common day."""
    if a.programme is None or (a.programme, _plain(a.listed_name)) != (b.programme, _plain(b.listed_name)):
        return False
    starts_and_ends = [(one.period.start, one.period.end) for one in (a, b) if one.period.start]
    if len(starts_and_ends) < 2:
        return False
    (_, end), (start, _) = sorted(starts_and_ends, key=lambda period: period[0].first)
    return end is None or end.first > start.last


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


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


def _holders(file: VendorFile) -> list[tuple[tuple[str | int, ...], VendorFile | Affiliate]]:
    """Return each organisation of a file, and where it stands."""
    return [((), file), *((("affiliates", place), affiliate) for place, affiliate in enumerate(file.affiliates))]


def _identifiers(files: Files) -> Iterable[Problem]:
    """Yield a problem for every number that is none or has wrong check digits, and every one that two vendors claim."""
    owners: dict[Identifier, tuple[str, str]] = {}
    for file, document in files:
        for at, holder in _holders(file):
            for place, entry in enumerate(holder.identifiers):
                where, number = (*at, "identifiers", place, "id"), Identifier.of(entry.scheme, entry.id)
                if not number.id:
                    yield document.problem(where, f"write a number, found '{entry.id[:60]}'")
                elif number.valid is False:
                    message = f"the check digits of {entry.scheme} {entry.id} do not agree, compare with the source"
                    yield document.problem(where, message)
                owner, path = owners.setdefault(number, (holder.id, document.path))
                if owner != holder.id:
                    yield document.problem(where, f"{number} is also that of '{owner}' in {path}, it can be one's only")


def _names(files: Files) -> Iterable[Problem]:
    """Yield a problem for every name that two vendors claim; weak aliases may be shared."""
    owners: dict[str, tuple[str, str]] = {}
    for file, document in files:
        for at, holder in _holders(file):
            names = [
                ((*at, "name"), holder.name),
                *(((*at, "aliases", n), alias) for n, alias in enumerate(holder.aliases)),
            ]
            for place, name in names:
                plain = _plain(name)
                if plain in owners and owners[plain][0] != holder.id:
                    other, where = owners[plain]
                    yield document.problem(
                        place, f"'{name}' is also a name of '{other}' in {where}, it can mean one of them"
                    )
                owners.setdefault(plain, (holder.id, document.path))
