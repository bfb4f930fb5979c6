"""Which version of keys and tables an index is made of."""

import zlib
from importlib.resources import files

__all__ = ["RECIPE"]

_VERSION = 7
_TABLES = (
    "background.txt", "legal_form_words.txt", "legal_forms.tsv", "native_words.tsv", "numerals.txt", "short_words.txt",
    "word_classes.txt", "wordings.txt",
)  # fmt: skip


def _recipe() -> str:
    data = files("vendorscreen.name").joinpath("data")
    checksum = hash((0, 1)) & 0xFFFFFFFF  # keys are hashes of tuples, which other interpreters hash otherwise
    for table in _TABLES:
        checksum = zlib.crc32(data.joinpath(table).read_bytes(), checksum)
    return f"{_VERSION}-{checksum:08x}"


RECIPE = _recipe()
"""Equal for indexes that can be read by one another's code, unequal else."""
