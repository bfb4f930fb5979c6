"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from vendorscreen.errors import UsageError

__all__ = ["EditionOption", "RulesOption", "WatchlistsOption", "named_folder"]


def named_folder(text: str) -> Path:
    """Return the folder that was named.

    Raises:
        UsageError: the name is empty, as of a variable of the shell that is not set: the current folder is not meant.
    """
    if not text.strip():
        raise UsageError("the name of a folder is empty; write . for the current one")
    return Path(text)


RulesOption = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", parser=named_folder, help="Use these rules beside ours.")
]
WatchlistsOption = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", parser=named_folder, help="Use these vendor files beside ours.")
]
EditionOption = Annotated[
    list[str] | None,
    typer.Option(metavar="LIST=DATE", help="Use this edition of an installed list, not the newest."),
]
