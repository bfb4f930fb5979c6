"""Concepts a text may mention, in several languages: rules/lexicons/<id>.yaml.

A language lists phrases, and pairs of word lists that count when one of each stands close together. A term is one or
more whole words; a trailing ``*`` takes every word that begins so. Chinese, Japanese and Korean are read by character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from vendorscreen.document import Document, Record, validate
from vendorscreen.errors import RuleError
from vendorscreen.rule.rule_file import ReferenceEntry, Slug, Words

__all__ = ["Lexicon", "Mention", "read_lexicon"]

LONGEST_TEXT = 200_000
"""Characters of a text that are searched."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|\w+")
_AROUND = 60


class TogetherEntry(Record):
    """Two lists of terms; one of each within so many words (characters, in CJK) is a mention."""

    within: Annotated[int, Field(ge=1, le=60)]
    first: Annotated[list[Words], Field(min_length=1)]
    second: Annotated[list[Words], Field(min_length=1)]


class LanguageEntry(Record):
    """What one language says, with texts that must and must not be found."""

    phrases: list[Words] = []
    together: list[TogetherEntry] = []
    found: Annotated[list[Words], Field(min_length=1)]
    not_found: Annotated[list[Words], Field(min_length=1)]


class LexiconFile(Record):
    """A whole lexicon file."""

    id: Slug
    title: Words
    references: list[ReferenceEntry] = []
    languages: Annotated[dict[str, LanguageEntry], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text mentions a concept, with the words around it."""

    language: str
    words: str


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Language:
    phrases: tuple[Term, ...]
    together: tuple[tuple[int, tuple[Term, ...], tuple[Term, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of a concept by language."""

    id: str
    title: str
    languages: tuple[tuple[str, _Language], ...]

    def mentions(self, text: str) -> list[Mention]:
        """Return where a text mentions the concept, at most once per language, in order of the languages."""
        text = text[:LONGEST_TEXT]
        tokens = _tokens(text)
        mentions = []
        for name, language in self.languages:
            span = _first_span(tokens, language)
            if span is not None:
                start, end = max(0, span[0] - _AROUND), span[1] + _AROUND
                mentions.append(Mention(name, " ".join(text[start:end].split())))
        return mentions


def read_lexicon(document: Document) -> Lexicon:
    """Return the lexicon of a file; its own examples must hold.

    Raises:
        RuleError: with every problem of the file.
    """
    file = validate(LexiconFile, document, RuleError)
    languages = tuple((name, _language(entry)) for name, entry in file.languages.items())
    lexicon = Lexicon(file.id, file.title, languages)
    problems = []
    for name, entry in file.languages.items():
        alone = Lexicon(file.id, file.title, ((name, _language(entry)),))
        for key, wanted in (("found", True), ("not_found", False)):
            for place, text in enumerate(getattr(entry, key)):
                if bool(alone.mentions(text)) != wanted:
                    message = "this text must be found and is not" if wanted else "this text must not be found and is"
                    problems.append(document.problem(("languages", name, key, place), message))
    if problems:
        raise RuleError(problems)
    return lexicon


def _language(entry: LanguageEntry) -> _Language:
    return _Language(
        tuple(_term(phrase) for phrase in entry.phrases),
        tuple((pair.within, tuple(map(_term, pair.first)), tuple(map(_term, pair.second))) for pair in entry.together),
    )


def _term(text: str) -> Term:
    return tuple(f"{token.text}*" if _followed_by_star(text, token) else token.text for token in _tokens(text))


def _followed_by_star(text: str, token: _Token) -> bool:
    return text[token.end : token.end + 1] == "*"


def _tokens(text: str) -> list[_Token]:
    return [_Token(_plain(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _first_span(tokens: Sequence[_Token], language: _Language) -> tuple[int, int] | None:
    for place, length in _occurrences(tokens, language.phrases):
        return tokens[place].start, tokens[place + length - 1].end
    for within, first, second in language.together:
        seconds = list(_occurrences(tokens, second))
        for place, length in _occurrences(tokens, first):
            for other, other_length in seconds:
                gap = other - (place + length) if other > place else place - (other + other_length)
                if gap < within:
                    ends = tokens[place + length - 1].end, tokens[other + other_length - 1].end
                    return min(tokens[place].start, tokens[other].start), max(ends)
    return None


def _occurrences(tokens: Sequence[_Token], terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Yield the place and length of every occurrence of a term."""
    whole: dict[str, list[Term]] = {}
    prefixes: list[Term] = []
    for term in terms:
        if term[0].endswith("*"):
            prefixes.append(term)
        else:
            whole.setdefault(term[0], []).append(term)
    for place, token in enumerate(tokens):
        for term in (*whole.get(token.text, ()), *prefixes):
            if place + len(term) <= len(tokens) and all(
                _fits(tokens[place + n].text, word) for n, word in enumerate(term)
            ):
                yield place, len(term)


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
