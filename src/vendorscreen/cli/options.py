"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["EditionOption", "RulesOption", "WatchlistsOption"]

RulesOption = Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Use these rules beside ours.")]
WatchlistsOption = Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Use these vendor files beside ours.")]
EditionOption = Annotated[
    list[str] | None,
    typer.Option(metavar="LIST=DATE", help="Use this edition of an installed list, not the newest."),
]
