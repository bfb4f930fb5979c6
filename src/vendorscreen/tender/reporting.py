"""What a reader of many tenders tells on its way: parts that are no tender, and how far it has come."""

from collections.abc import Callable

from vendorscreen.errors import InputError

__all__ = ["Progress", "Refused"]

Refused = Callable[[InputError], None]
"""Called with the error of each part that is no tender."""

Progress = Callable[[int], None]
"""Called with the number of bytes of each step."""
