"""Concepts a text may mention, in several languages: rules/lexicons/<id>.yaml.

A language lists phrases, and named lists of terms that count when a term of each stands close together. A term is
one or more whole words; a trailing ``*`` takes every word that begins so. Chinese, Japanese and Korean are read by
character. Searching takes time in proportion to the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Annotated

from msgspec import Meta, Struct

from vendorscreen.document import Document, suggestion, validate
from vendorscreen.document.field import Slug, Words
from vendorscreen.errors import RuleError
from vendorscreen.fact.node import Path
from vendorscreen.rule.rule import Reference

__all__ = ["Lexicon", "LexiconFile", "Mention", "read_lexicon"]

LONGEST_TEXT = 1_000_000
"""Characters of a text that are searched; what a longer text says is unknown where nothing is found."""

COMMON_WORDS = 2
"""Common words of a language that a text must hold to be taken for one in it."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|\w+")
_AROUND = 60


class TogetherEntry(Struct, frozen=True, kw_only=True):
    """Names of term lists; a term of each within so many words (characters, in CJK) is a mention."""

    within: Annotated[int, Meta(ge=2, le=80)]
    all_of: Annotated[tuple[Slug, ...], Meta(min_length=2, max_length=4)]


class LanguageEntry(Struct, frozen=True, kw_only=True):
    """What one language says, the words by which it is known, and texts that must and must not be found."""

    common: Annotated[tuple[Words, ...], Meta(min_length=3)]
    phrases: tuple[Words, ...] = ()
    terms: dict[Slug, Annotated[tuple[Words, ...], Meta(min_length=1)]] = {}
    together: tuple[TogetherEntry, ...] = ()
    found: Annotated[tuple[Words, ...], Meta(min_length=1)]
    not_found: Annotated[tuple[Words, ...], Meta(min_length=1)]


class LexiconFile(Struct, frozen=True, kw_only=True):
    """A whole lexicon file."""

    id: Slug
    title: Words
    references: tuple[Reference, ...] = ()
    languages: Annotated[dict[str, LanguageEntry], Meta(min_length=1)]


class Mention(Struct, frozen=True):
    """A place where a text mentions a concept, with the words around it."""

    language: str
    words: str


class _Token(Struct, frozen=True):
    text: str
    start: int
    end: int


Term = tuple[str, ...]
Found = tuple[int, int]
"""Place and length of an occurrence, in tokens."""

PHRASES = 0
"""The number of the list of phrases; lists of terms follow it."""


class _Language(Struct, frozen=True):
    """One language: ``together`` names lists by number; ``whole`` and ``starts`` find their terms by the first word."""

    common: frozenset[str]
    together: tuple[tuple[int, tuple[int, ...]], ...]
    whole: Mapping[str, list[tuple[int, Term]]]
    starts: Mapping[str, list[tuple[int, Term]]]
    lengths: tuple[int, ...]

    def occurrences(self, tokens: Sequence[_Token]) -> dict[int, list[Found]]:
        """Return where the terms of each list occur, in one sweep."""
        known: dict[str, list[tuple[int, Term]]] = {}
        found: dict[int, list[Found]] = {}
        for place, token in enumerate(tokens):
            candidates = known.get(token.text)
            if candidates is None:
                candidates = known[token.text] = self._beginning(token.text)
            for number, term in candidates:
                if _follow(tokens, place, term):
                    found.setdefault(number, []).append((place, len(term)))
        return found

    def _beginning(self, word: str) -> list[tuple[int, Term]]:
        starts = (self.starts.get(word[:length], ()) for length in self.lengths)
        return [*self.whole.get(word, ()), *chain.from_iterable(starts)]


class Lexicon(Struct, frozen=True):
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
                start, end = max(0, tokens[span[0]].start - _AROUND), tokens[span[1] - 1].end + _AROUND
                mentions.append(Mention(name, " ".join(text[start:end].split())))
        return mentions

    def reads(self, text: str) -> bool:
        """Return whether a text is short enough and in a language of this lexicon: else "not found" is no answer."""
        words = {token.text for token in _tokens(text[:LONGEST_TEXT])}
        known = any(len(language.common & words) >= COMMON_WORDS for _, language in self.languages)
        return known and len(text) <= LONGEST_TEXT


def read_lexicon(document: Document, *, tests: bool = True) -> Lexicon:
    """Return the lexicon of a file; with ``tests`` its own texts must be found, and not found.

    Raises:
        RuleError: with every problem of the file.
    """
    file = validate(LexiconFile, document, RuleError)
    problems = [document.problem(at, "a term needs a letter or digit") for at, term in _terms(file) if not _term(term)]
    problems += [document.problem(at, wrong) for at, wrong in _wrong_names(file)]
    if problems:
        raise RuleError(problems)
    languages = tuple((name, _language(entry)) for name, entry in file.languages.items())
    lexicon = Lexicon(file.id, file.title, languages)
    for name, entry in file.languages.items() if tests else ():
        alone = Lexicon(file.id, file.title, ((name, _language(entry)),))
        for key, wanted in (("found", True), ("not_found", False)):
            for place, text in enumerate(getattr(entry, key)):
                if bool(alone.mentions(text)) != wanted:
                    message = "this text must be found and is not" if wanted else "this text must not be found and is"
                    problems.append(document.problem(("languages", name, key, place), message))
    if problems:
        raise RuleError(problems)
    return lexicon


def _terms(file: LexiconFile) -> Iterator[tuple[Path, str]]:
    for name, entry in file.languages.items():
        at = ("languages", name)
        yield from (((*at, "phrases", n), phrase) for n, phrase in enumerate(entry.phrases))
        for key, terms in entry.terms.items():
            yield from (((*at, "terms", key, n), term) for n, term in enumerate(terms))


def _wrong_names(file: LexiconFile) -> Iterator[tuple[Path, str]]:
    for name, entry in file.languages.items():
        at = ("languages", name)
        used = [key for one in entry.together for key in one.all_of]
        for n, one in enumerate(entry.together):
            for m, key in enumerate(one.all_of):
                if key not in entry.terms:
                    yield (*at, "together", n, "all_of", m), f"unknown list '{key}', {suggestion(key, entry.terms)}"
        yield from (((*at, "terms", key), f"list '{key}' is never used") for key in entry.terms if key not in used)


def _language(entry: LanguageEntry) -> _Language:
    numbers = {key: PHRASES + 1 + number for number, key in enumerate(entry.terms)}
    lists = [(PHRASES, entry.phrases), *((numbers[key], terms) for key, terms in entry.terms.items())]
    whole: dict[str, list[tuple[int, Term]]] = {}
    starts: dict[str, list[tuple[int, Term]]] = {}
    for number, terms in lists:
        for term in map(_term, terms):
            table = starts if term[0].endswith("*") else whole
            table.setdefault(term[0].removesuffix("*"), []).append((number, term))
    return _Language(
        frozenset(_plain(word) for word in entry.common),
        tuple((one.within, tuple(numbers[key] for key in one.all_of)) for one in entry.together),
        whole,
        starts,
        tuple(sorted({len(start) for start in starts})),
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
    """Return the first tokens, from and to, that are a mention."""
    found = language.occurrences(tokens)
    for place, length in found.get(PHRASES, ()):
        return place, place + length
    for within, lists in language.together:
        places = sorted((*where, number) for number in lists for where in found.get(number, ()))
        span = _window(places, len(lists), within)
        if span is not None:
            return span
    return None


def _window(places: list[tuple[int, int, int]], lists: int, within: int) -> tuple[int, int] | None:
    """Return the first stretch of at most ``within`` tokens that holds a term of every list, in one sweep."""
    last: dict[int, tuple[int, int]] = {}
    for place, length, number in places:
        last[number] = (place, length)
        if len(last) == lists:
            start = min(begin for begin, _ in last.values())
            end = max(begin + size for begin, size in last.values())
            if end - start <= within:
                return start, end
    return None


def _follow(tokens: Sequence[_Token], place: int, term: Term) -> bool:
    """Return whether the words of a term behind its first stand behind a place."""
    if place + len(term) > len(tokens):
        return False
    return all(_fits(tokens[place + n].text, term[n]) for n in range(1, len(term)))


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
