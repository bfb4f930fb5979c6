"""The one door for foreign text on its way to people: it moves no cursor, hides nothing, and ends."""

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["LONGEST", "MOST", "first_few", "html_table", "shortened", "shown", "shown_json"]

MOST = 50
"""Messages, or words in a message, that are shown of any number."""

LONGEST = 1000
"""Characters of one line of a message."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Categories of Unicode: controls, marks of direction, halves of characters, private use, separators of lines."""


def shown(text: str) -> str:
    """Return a text as one line with everything replaced by ``?`` that would not be seen as a letter, sign or blank."""
    return text if text.isprintable() else "".join("?" if _is_unseen(letter) else letter for letter in text)


def shown_json(text: str) -> str:
    """Return a JSON text with everything but its line breaks escaped that ``shown`` would replace."""
    lines = (line if line.isprintable() else "".join(map(_escaped, line)) for line in text.split("\n"))
    return "\n".join(lines)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text of at most so many characters, an ellipsis at the end of what was longer."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def first_few(texts: Sequence[object], most: int = MOST, longest: int = LONGEST) -> list[str]:
    """Return the first of some texts, each on one line, and how many more there are."""
    few = [shown(shortened(str(text), longest)) for text in texts[:most]]
    return [*few, f"and {len(texts) - most:,} more"] if len(texts) > most else few


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the HTML of a table with a caption."""
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(shown(str(cell)))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(shown(caption))}</caption><tr>{titles}</tr>{body}</table>"


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in _UNSEEN


def _escaped(letter: str) -> str:
    if not _is_unseen(letter):
        return letter
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
