"""A small table for notebooks: everything in it is escaped, nothing is loaded."""

from collections.abc import Iterable, Sequence
from html import escape

from vendorscreen.showing import shown

__all__ = ["html_table"]


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the HTML of a table with a caption."""
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(shown(str(cell)))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(shown(caption))}</caption><tr>{titles}</tr>{body}</table>"
