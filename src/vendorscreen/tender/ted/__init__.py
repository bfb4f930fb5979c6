"""Legacy TED notices (until eForms took over in 2023): TED_EXPORT of the schemas R2.0.8 and R2.0.9."""

from vendorscreen.tender.ted.notice import ROOTS, TAG, read_ted

__all__ = ["ROOTS", "TAG", "read_ted"]
