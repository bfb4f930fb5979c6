"""Legacy TED notices put together from parts; every name and number in them is invented."""

from vendorscreen.tender import Tender, parse_tender

NAMESPACE = "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"


def address(name: str, country: str = "FR", number: str = "", more: str = "") -> str:
    """Return what stands in an address element."""
    national = f"<NATIONALID>{number}</NATIONALID>" if number else ""
    return f'<OFFICIALNAME>{name}</OFFICIALNAME>{national}<COUNTRY VALUE="{country}"/>{more}'


def contractor(name: str, country: str = "FR", number: str = "") -> str:
    """Return a winner of R2.0.9."""
    return f"<CONTRACTOR><ADDRESS_CONTRACTOR>{address(name, country, number)}</ADDRESS_CONTRACTOR><SME/></CONTRACTOR>"


def award(winners: str, more: str = "", item: int = 1) -> str:
    """Return an award with its winners, wrapped or not as they are given."""
    return f'<AWARD_CONTRACT ITEM="{item}"><AWARDED_CONTRACT>{winners}{more}</AWARDED_CONTRACT></AWARD_CONTRACT>'


def export(form: str, *, name: str = "F03_2014", coded: str = "", namespace: str = NAMESPACE) -> bytes:
    """Return an export with one form in its original language."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><TED_EXPORT xmlns="{namespace}" DOC_ID="000001-2020">'
        f"<CODED_DATA_SECTION>{coded}</CODED_DATA_SECTION><FORM_SECTION>"
        f'<{name} CATEGORY="ORIGINAL" LG="EN">{form}</{name}></FORM_SECTION></TED_EXPORT>'
    ).encode()


def read(form: str, **options: str) -> Tender:
    """Return the tender of an export."""
    return parse_tender(export(form, **options), "t.xml")
