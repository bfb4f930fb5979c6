"""The command: arguments in, exit code out."""

from vendorscreen.cli.main import main

__all__ = ["main"]
