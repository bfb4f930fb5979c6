"""eForms notices (TED since 2022, national portals): UBL 2.3 with the extensions of the eForms SDK."""

from vendorscreen.tender.eforms.notice import TAGS, read_eforms

__all__ = ["TAGS", "read_eforms"]
