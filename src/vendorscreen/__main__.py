"""``python -m vendorscreen``: the command line."""

from vendorscreen.cli import main

main()
