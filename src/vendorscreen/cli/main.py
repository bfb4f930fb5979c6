"""The command line: which commands there are, and how errors leave."""

import os
import sys
import traceback
from typing import Annotated

import typer

from vendorscreen.cli.check import check
from vendorscreen.cli.convert import convert
from vendorscreen.cli.exit import Exit
from vendorscreen.cli.match import match
from vendorscreen.cli.rules import rules
from vendorscreen.cli.terminal import complain
from vendorscreen.cli.watchlist import watchlist
from vendorscreen.errors import VendorscreenError

__all__ = ["app", "main"]

app = typer.Typer(
    name="vendorscreen",
    help="Screens public tenders against dated vendor watchlists and procurement rules, with evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(check)
app.command()(convert)
app.command()(match)
app.add_typer(rules, name="rules", no_args_is_help=True)
app.add_typer(watchlist, name="watchlist", no_args_is_help=True)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"vendorscreen {version('vendorscreen')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Screens public tenders against dated vendor watchlists and procurement rules, with evidence."""


def main() -> None:
    """Run the command; errors raised on purpose end in exit 2, anything else is a bug and ends in exit 101."""
    try:
        app()
    except VendorscreenError as error:
        complain(str(error))
        sys.exit(Exit.BAD_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.DONE)
    except Exception:  # noqa: BLE001 - the last door: whatever comes here is a bug and says so
        traceback.print_exc()
        complain("This is a bug in vendorscreen. Please report it with the lines above.")
        sys.exit(Exit.BUG)
