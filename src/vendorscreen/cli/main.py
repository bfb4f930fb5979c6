"""The command line: which commands there are, and how errors leave."""

import gc
import os
import sys
import traceback
from importlib import import_module
from typing import Annotated

import typer

from vendorscreen import __version__
from vendorscreen.cli.exit import Exit
from vendorscreen.cli.streams import ReaderGoneError, guard_streams
from vendorscreen.cli.terminal import complain
from vendorscreen.errors import VendorscreenError

__all__ = ["application", "main"]

COMMANDS = ("batch", "check", "convert", "match", "rules", "watchlist")
"""Each stands in a module of its name; one with subcommands is a Typer there, another a function."""


def application(wanted: str | None = None) -> typer.Typer:
    """Return the command with all its subcommands, or with a wanted one alone: the others are then not imported."""
    app = typer.Typer(
        name="vendorscreen",
        help="Screens public tenders against dated vendor watchlists and procurement rules, with evidence.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for name in (wanted,) if wanted in COMMANDS else COMMANDS:
        command = getattr(import_module(f"vendorscreen.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, no_args_is_help=True)
        else:
            app.command(name)(command)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vendorscreen {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Screens public tenders against dated vendor watchlists and procurement rules, with evidence."""


def main() -> None:
    """Run the command; errors raised on purpose end in exit 2, anything else is a bug and ends in exit 101."""
    _start_quickly()
    guard_streams()
    sys.exit(_ended())


def _ended() -> int:
    """Run the command and return its exit code, everything written."""
    try:
        code = _run()
        sys.stdout.flush()
    except ReaderGoneError:
        return Exit.UNREAD
    except VendorscreenError as error:
        complain(str(error))
        return Exit.BAD_INPUT
    except KeyboardInterrupt:
        return Exit.STOPPED
    except Exception:  # noqa: BLE001 - the last door: whatever comes here is a bug and says so
        traceback.print_exc()
        complain("This is a bug in vendorscreen. Please report it with the lines above.")
        return Exit.BUG
    return code


def _run() -> int:
    try:
        application(next((word for word in sys.argv[1:] if not word.startswith("-")), None))()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else Exit.DONE
    return Exit.DONE


def _start_quickly() -> None:
    """Do without what would cost a third of a short run: useless garbage collections, and a search for plugins."""
    gc.set_threshold(100_000, 50, 50)  # nearly all that is made at the start stays
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads about every installed package
