"""``vendorscreen convert``: a notice in, a native tender file out."""

from pathlib import Path
from typing import Annotated

import typer

from vendorscreen.cli.exit import worst
from vendorscreen.cli.input import Inputs
from vendorscreen.cli.overwriting import refuse_overwriting
from vendorscreen.cli.terminal import write
from vendorscreen.errors import UsageError
from vendorscreen.file.ending import by_ending
from vendorscreen.tender import native_text

__all__ = ["convert"]

_ENDINGS = dict.fromkeys(("", ".yaml", ".yml"))


def convert(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A tender file or notice; - is stdin.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there: .yaml or .yml.")
    ] = None,
    tender: Annotated[
        str | None, typer.Option(metavar="ID", help="Convert the tender with this id, ocid or place.")
    ] = None,
) -> None:
    """Write a tender as a native tender file, with comments for what you may still fill in.

    Examples:
      vendorscreen convert notice.xml -o tender.yaml

      vendorscreen convert releases.jsonl --tender ocds-213czf-000-00001 -o tender.yaml
    """
    if output is not None:
        by_ending(output, _ENDINGS)
        refuse_overwriting(output, [Path(file)], "-o")
    inputs = Inputs([file], tender)
    tenders = inputs.tenders()
    first, second = next(tenders, None), next(tenders, None)
    if first is not None and second is not None:
        places = f"'{first.source}', '{second.source}'"
        raise UsageError(f"several tenders fit, name one with --tender by its id, ocid or place: {places}")
    if first is not None:
        write(native_text(first), output)
    raise typer.Exit(worst(inputs.exits))
