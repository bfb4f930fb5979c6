"""eForms notices (TED since 2022, national portals): UBL 2.3 with the extensions of the eForms SDK."""

from vendorscreen.tender.eforms.notice import ROOTS, read_eforms

__all__ = ["ROOTS", "read_eforms"]
