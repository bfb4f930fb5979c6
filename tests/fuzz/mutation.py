"""The n-th damaged input of a reader: the same on every machine, told by reader and number."""

from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.archive_mutation import changed_archive
from tests.fuzz.byte_mutation import changed_bytes, changed_footer
from tests.fuzz.tree_mutation import changed_json, changed_lines, changed_table, changed_xml, changed_yaml

__all__ = ["Files", "damaged"]

Files = dict[str, bytes]
"""What a reader reads at once: one file or several, by name; the name ends in the form."""

_BY_FORM: dict[str, Callable[[bytes, Random, bytes], bytes]] = {
    "bytes": changed_bytes,
    "csv": changed_table,
    "json": changed_json,
    "jsonl": changed_lines,
    "parquet": lambda content, random, _: changed_footer(content, random),
    "xlsx": changed_archive,
    "xml": changed_xml,
    "yaml": changed_yaml,
}


def damaged(reader: str, number: int, seeds: Sequence[Files]) -> Files:
    """Return a seed of a reader with one of its files damaged, now and then more."""
    random = Random(f"{reader}:{number}")
    files = dict(random.choice(seeds))
    names = list(files) if random.random() < 0.1 else [random.choice(list(files))]
    for name in names:
        form = name.rpartition(".")[2]
        others = [other for seed in seeds for known, other in seed.items() if known.endswith(form)]
        by_form = _BY_FORM[form] if random.random() < 0.7 else changed_bytes
        files[name] = by_form(files[name], random, random.choice(others))
    return files
