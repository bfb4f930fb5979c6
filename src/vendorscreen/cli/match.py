"""``vendorscreen match``: who is behind a name."""

from typing import Annotated

import typer

from vendorscreen.name import MATCH_THRESHOLD
from vendorscreen.screening import Screener

__all__ = ["match"]


def match(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names of suppliers.")],
    limit: Annotated[int, typer.Option(help="How many vendors to show per name.")] = 5,
) -> None:
    """Show which vendors bear a name like the given ones.

    Example:
      vendorscreen match "Hangzhou Hikvision Digital Technology" "Nuctech Warsaw"
    """
    watchlist = Screener.default().watchlist
    for name, hits in zip(names, watchlist.search(names, at_least=MATCH_THRESHOLD, limit=limit), strict=True):
        typer.echo(name)
        for hit in hits:
            typer.echo(f"  {hit.similarity:.3f}  {watchlist.vendors[hit.key].name} [{hit.key}]: '{hit.name}'")
        if not hits:
            typer.echo("  no vendor with a like name")
