"""What an update of a list did, for people."""

from datetime import date

from vendorscreen.cli.terminal import complain, write
from vendorscreen.errors import first_told
from vendorscreen.report.text import shown
from vendorscreen.watchlist.updating import Update

__all__ = ["tell_update"]


def tell_update(done: Update, dated: date | None) -> None:
    """Say what an update did, and on stderr what it lacks or dates otherwise; ``dated`` is the day the user gave."""
    manifest = done.edition.manifest
    again = "unchanged, still offered" if manifest.confirmed else "unchanged"
    what = "installed" if done.new else again
    left_out = ", ".join(f"{rows:,} '{word}'" for word, rows in manifest.left_out.items())
    unknown = f"; left out: {left_out}" if left_out else ""
    columns = ", ".join(first_told(manifest.unknown_columns))
    unknown += f"; unknown columns: {columns}" if columns else ""
    skipped = manifest.read - manifest.kept
    told = (
        f"{manifest.list} {done.edition.id}: {what}; {manifest.entries:,} entries, {manifest.names:,} names; "
        f"{manifest.read:,} rows read, {manifest.kept:,} kept, {skipped:,} skipped{unknown}"
    )
    write(f"{shown(told)}\n", None)
    for gap in done.gaps:
        complain(f"{manifest.list}: not whole: {gap.message}")
    if dated not in (None, manifest.edition):
        why = "it prints its date" if manifest.printed else "these very files are installed, remove them first"
        complain(f"{manifest.list}: stays the edition of {manifest.edition}, not {dated}: {why}")
    elif done.new and not (manifest.printed or manifest.confirmed or dated):
        complain(
            f"{manifest.list}: no date is printed in it, {manifest.edition} is taken; "
            "if that is wrong, remove it and use --dated"
        )
