"""Made-up vendors of several lists."""

from datetime import date

from vendorscreen.identifier import Identifier
from vendorscreen.period import PartialDate, Period
from vendorscreen.vendor.vendor import Listing, Programme, Source, Vendor, VendorName
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.watchlist import Watchlist


def vendor(id_: str, name: str, **changes: object) -> Vendor:
    list_id = id_.partition(":")[0] if ":" in id_ else "curated"
    kinds = {"legal_name": [name], **changes.pop("names", {})}  # type: ignore[dict-item]
    fields: dict[str, object] = {
        "country": "CN",
        "list": list_id,
        "names": tuple(VendorName(text=text, kind=kind) for kind, texts in kinds.items() for text in texts),  # type: ignore[arg-type]
        "listings": (listing(id_, name, list_id),),
    }
    return Vendor(id=id_, name=name, **(fields | changes))  # type: ignore[arg-type]


def listing(vendor_id: str, name: str, list_id: str, **changes: object) -> Listing:
    fields: dict[str, object] = {
        "kind": "export_control",
        "authority": "Bureau",
        "jurisdiction": "US",
        "summary": "Named.",
        "period": Period(PartialDate.of(date(2019, 10, 9))),
        "evidence": "primary",
        "sources": (Source(title="List"),),
        "programme": "US-BIS-EL",
        "list": list_id,
    }
    return Listing(id=f"{vendor_id}/1", vendor=vendor_id, listed_name=name, **(fields | changes))  # type: ignore[arg-type]


def watchlist(*vendors: Vendor) -> Watchlist:
    """Return a watchlist with a part for each list the vendors are of, curated first."""
    lists = sorted({one.list for one in vendors}, key=lambda id_: (id_ != "curated", id_))
    parts = [Part.of(id_, [one for one in vendors if one.list == id_]) for id_ in lists]
    return Watchlist(parts, {}, [], "digest")


def number(scheme: str, id_: str) -> Identifier:
    return Identifier.of(scheme, id_)


PROGRAMME = Programme(
    id="US-BIS-EL",
    name="Entity List",
    authority="BIS",
    jurisdiction="US",
    kind="export_control",
    legal_basis="15 CFR 744",
    meaning="Information.",
    reach=(),
    evidence="primary",
)
