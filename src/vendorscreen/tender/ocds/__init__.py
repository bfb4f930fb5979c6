"""OCDS: releases, records and packages of them, versions 1.0 and 1.1, with the extensions publishers use."""

from vendorscreen.tender.ocds.fields import JsonPlace, Object
from vendorscreen.tender.ocds.package import looks_like_ocds, releases_in
from vendorscreen.tender.ocds.release import read_release

__all__ = ["JsonPlace", "Object", "looks_like_ocds", "read_release", "releases_in"]
