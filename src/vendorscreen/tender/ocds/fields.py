"""Values of an OCDS document, read tolerantly: publishers write objects for lists and numbers for texts."""

from collections.abc import Iterator

from msgspec import Struct

from vendorscreen.file.place import field
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Path

__all__ = ["JsonPlace", "JsonPlaces", "Object", "each", "mapping", "objects", "pointer", "texts", "written"]

Object = dict[str, object]


def mapping(value: object) -> Object:
    """Return an object, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def each(value: object, at: Path) -> Iterator[tuple[Path, object]]:
    """Yield the members of a list with their paths; a value alone is taken for a list of one.

    An object whose keys are all numbers is a list too: PHP writes one for a list with gaps.
    """
    if isinstance(value, list):
        yield from (((*at, place), one) for place, one in enumerate(value))
    elif isinstance(value, dict) and value and all(map(str.isdecimal, value)):
        yield from (((*at, place), one) for place, one in value.items())
    elif value is not None:
        yield at, value


def objects(value: object) -> list[tuple[int, Object]]:
    """Return the objects of a list with their positions; an object alone is taken for a list of one."""
    members = (one for _, one in each(value, ()))
    return [(place, one) for place, one in enumerate(members) if isinstance(one, dict)]


def written(value: object) -> str | None:
    """Return a text that says something; a number as it is written."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def texts(value: object) -> list[str]:
    """Return the texts of a list, or a text alone."""
    values = value if isinstance(value, list) else [value]
    return [text for one in values if (text := written(one))]


def pointer(path: Path) -> str:
    """Return a path as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


class JsonPlace(Struct, frozen=True):
    """Where a release stands: the file, line and column of its document in it, and the path inside the document.

    ``line`` and ``column`` are 0 where the document begins the file, or the line of JSON Lines.
    """

    file: str
    line: int = 0
    column: int = 0
    path: Path = ()

    @property
    def document(self) -> str:
        """The place of the document."""
        line = f":{self.line}" if self.line else ""
        return f"{self.file}{line}:{self.column}" if self.column > 1 else f"{self.file}{line}"

    def __str__(self) -> str:
        return f"{self.document}#{pointer(self.path)}" if self.path else self.document


class JsonPlaces:
    """Where the parts of one tender stand in its document; ``at`` is where ``value`` stands."""

    def __init__(self, at: JsonPlace, value: Object) -> None:
        self.at = at
        self._value = value

    def locate(self, path: Path) -> str:
        """Return the place of a path, for people: file, line and JSON pointer, as deep as the source goes."""
        value: object = self._value
        for depth, step in enumerate(path):
            if isinstance(value, dict) and step in value:
                value = value[str(step)]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                path = path[:depth]
                break
        return f"{self.at.document}#{pointer((*self.at.path, *path))}"

    def remarks(self) -> Remarks[Path]:
        """Return what reads the values of this document."""
        return Remarks(self.at.file, lambda path: (self.at.line, field((*self.at.path, *path))))
