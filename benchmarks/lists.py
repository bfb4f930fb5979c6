"""What the readers make of real files of official lists: rows by another count, rows read, kept, skipped; or refusal.

    VENDORSCREEN_DATA=FOLDER python benchmarks/lists.py

Prints one row per file, as a table in Markdown. The first count is made here, without the readers.
"""

import csv
import gzip
import io
import json
import os
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

from vendorscreen.errors import ListError
from vendorscreen.lists.readers import ListFile, ListReading, read_official

SDN = ["us_ofac/sdn_2024-05-03.csv.gz", *(f"us_ofac/set_2025-12/{name}" for name in ("alt.csv.gz", "add.csv.gz"))]
EDITIONS = [
    ("us-csl", ["us_csl/consolidated_2022-04.csv.gz"]),
    ("us-csl", ["us_csl/consolidated_2025_small.csv"]),
    ("us-csl", ["us_csl/csl_2019-12_sample_old28.csv"]),
    ("us-csl", ["format_samples/old_csl_el_csv_2015/el.csv"]),
    ("us-csl", ["us_csl/csl_2023-11_truncated.csv.gz"]),
    ("us-csl", ["us_csl/csl_invalid_sample.csv"]),
    ("us-ofac-sdn", [*SDN, "us_ofac/set_2025-12/sdn_comments.csv"]),
    ("us-ofac-sdn", ["us_ofac/bad/sdn_2024-05-04_empty.csv"]),
    ("us-ofac-sdn", ["format_samples/ofac_xml/sdn.xml"]),
    ("us-ofac-cons", [f"us_ofac/cons_2025-12/cons_{part}.csv" for part in ("prim", "alt", "add", "comments")]),
    ("us-bis-el", ["us_tradelists_2026-07/bis_entity_list.json.gz"]),
    ("un-sc", ["un/UN_consolidated_2026-02.xml.gz"]),
    ("un-sc", ["format_samples/un/sample_unsc.xml"]),
    ("wb-debarred", ["debarment_2025-02/world_bank_listing_of_ineligible_firms_and_individuals.xlsx"]),
    ("eu-fsf", ["format_samples/eu_fsf/sample_eu.xml"]),
]


def own_count(path: Path) -> int | None:
    """Return the rows or entries of a file, counted by the plainest means; ``None`` where there is none to trust."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    name = path.name.removesuffix(".gz")
    if name.endswith(".json"):
        return len(json.loads(raw)["entities"])
    if name.endswith(".xml"):
        return len(re.findall(rb"<(?:INDIVIDUAL|ENTITY|sanctionEntity|sdnEntry)[ >]", raw))
    if name.endswith(".xlsx"):
        sheet = zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml")
        return len(re.findall(rb"<row ", sheet)) - 3  # the day of the download, and a header of two rows
    rows = sum(1 for row in csv.reader(io.StringIO(raw.decode("utf-8", "replace"))) if len(row) > 1)
    return rows - (b"source," in raw[:300].lower() or b"source list," in raw[:300].lower())


def reasons(reading: ListReading, file: str) -> str:
    """Return why rows of a file were skipped, with how often."""
    found = Counter(re.sub(r"\d+", "N", row.reason) for row in reading.skipped if row.file == file)
    return "; ".join(f"{reason} ({count:,})" for reason, count in found.most_common(3))


def main() -> None:
    folder = os.environ.get("VENDORSCREEN_DATA")
    if not folder:
        sys.exit("VENDORSCREEN_DATA names no folder with real lists")
    print("| File | List | Own count | Read | Kept | Skipped, why |\n| --- | --- | --- | --- | --- | --- |")
    for list_id, names in EDITIONS:
        paths = [Path(folder) / "lists" / name for name in names]
        try:
            reading = read_official(list_id, [ListFile.of(path.name, path.read_bytes()) for path in paths])
        except ListError as error:
            print(f"| {names[0]} | {list_id} | {own_count(paths[0]):,} | refused: {error} | | |")
            continue
        counts = {count.file: count for count in reading.files}
        for name, path in zip(names, paths, strict=True):
            one = counts[path.name]
            why = reasons(reading, path.name)
            print(f"| {name} | {list_id} | {own_count(path):,} | {one.read:,} | {one.kept:,} | {one.skipped:,} {why} |")


if __name__ == "__main__":
    main()
