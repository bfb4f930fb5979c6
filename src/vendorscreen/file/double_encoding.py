"""Text that was encoded twice: UTF-8 read as Windows-1252 or Latin-1 and written as UTF-8 again ("MÃ¼ller").

Such a text holds nothing beyond ASCII but pairs and triples that are the bytes of one character. One sign beyond ASCII
outside of them ("SÃO PAULO") shows that it was not; so does a pair that people write themselves ("MAÇÃ®").
"""

import re

__all__ = ["repaired"]

_TIMES = 2
"""How often a text is encoded too much at most."""

_BYTES = {ord(bytes([byte]).decode("cp1252", "replace")): byte for byte in range(0x80, 0x100)} | {
    byte: byte for byte in range(0x80, 0x100)
}
"""The byte behind each character that Windows-1252 or Latin-1 reads one as."""

_NEXT = "".join(re.escape(chr(sign)) for sign, byte in _BYTES.items() if byte < 0xC0 and sign != 0xFFFD)
_PAIR = rf"[ÂÃÄÅÆËÎÏÐÑÒÓÔ×ØÙÚÛ][{_NEXT}]"
_LONG = rf"[à-ï][{_NEXT}]{{2}}|ð[{_NEXT}]{{3}}"
_SEQUENCE = re.compile(rf"{_LONG}|{_PAIR}")
_NO_WORD = "\xa0“”‘’‚„–—…•™®«»‹›´·"
"""Signs that people write behind a capital letter at the end of a word."""

_BETWEEN_LETTERS = "“‘‚„–…™®"
"""Those of them that hardly anybody writes between two letters."""

_SURE = re.compile(
    rf"{_LONG}|(?:{_PAIR})(?:(?<![{_NO_WORD}])|(?<=[{_BETWEEN_LETTERS}])(?=[^\W\d_])|(?<=\xa0)(?=[ .,;)]))"
)


def repaired(text: str) -> str:
    """Return a text as it was before it was encoded twice, or as it is where it was not."""
    for _ in range(_TIMES):
        if text.isascii() or not _SURE.search(text) or not _SEQUENCE.sub("", text).isascii():
            return text
        try:
            text = _SEQUENCE.sub(_character, text)
        except UnicodeDecodeError:
            return text
    return text


def _character(sequence: re.Match[str]) -> str:
    return bytes(_BYTES[ord(sign)] for sign in sequence[0]).decode()
