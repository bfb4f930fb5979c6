"""Folders of rule files, lexicons and country groups to Rules; nothing is skipped."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import fields

from vendorscreen.document import Document, digest_of, read_folders, read_folders_once, suggestion, validate
from vendorscreen.errors import Problem, RuleError
from vendorscreen.fact import Scope
from vendorscreen.rule.answer import Condition
from vendorscreen.rule.condition import All
from vendorscreen.rule.country_group import CountryGroup, read_group
from vendorscreen.rule.example import ExampleReader
from vendorscreen.rule.lexicon import Lexicon, read_lexicon
from vendorscreen.rule.message import Template, read_template
from vendorscreen.rule.operator import Vocabulary
from vendorscreen.rule.parsing import ConditionParser, subject_scopes
from vendorscreen.rule.rule import Answer, Effect, Example, Rule, RuleHead, Unless
from vendorscreen.rule.rule_file import RuleFile, WrittenTest

__all__ = ["Rules", "read_rules"]

READ_IN_FULL = frozenset({"own_text", "official_page", "reprint"})
"""Ways of reading the law that let a rule prohibit."""

T = TypeVar("T", CountryGroup, Lexicon)


class Rules(Struct, frozen=True):
    """Rules by id, in order of their ids, the words they use, and a digest of all files."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    digest: str


def read_rules(*folders: Path | str, kept: Path | None = None, tests: bool = True) -> Rules:
    """Return the rules of all files in folders, which may add to each other.

    ``lexicons/`` and ``groups/`` below a folder hold lexicons and country groups; every other YAML file is a rule.
    ``kept`` is a folder in which parsed files are kept, so that the next start need not parse them. Without ``tests``
    the tests that stand in the files are not read: rules answer without them.

    Raises:
        RuleError: a folder is missing, empty or closed, or files are wrong; ``problems`` holds all.
    """
    read = read_folders(folders, "rule files") if kept is None else read_folders_once(folders, "rule files", kept)
    documents, problems = read
    groups = _words(documents, "groups", read_group, problems)
    lexicons = _words(documents, "lexicons", partial(read_lexicon, tests=tests), problems)
    vocabulary = Vocabulary(groups, lexicons)
    rules: dict[str, Rule] = {}
    for document in documents:
        if _folder(document) in ("groups", "lexicons"):
            continue
        try:
            rule = RuleReader(document, vocabulary).rule(tests=tests)
        except RuleError as error:
            problems += error.problems
            continue
        if rule.id in rules:
            problems.append(document.problem(("id",), f"rule id '{rule.id}' is taken by {rules[rule.id].place}"))
        rules[rule.id] = rule
    problems += _same_titles(documents, rules)
    if problems:
        raise RuleError(problems)
    return Rules(tuple(rules[id_] for id_ in sorted(rules)), vocabulary, digest_of(documents))


def _folder(document: Document) -> str:
    return Path(document.path).parent.name


def _words(
    documents: list[Document], folder: str, read: Callable[[Document], T], problems: list[Problem]
) -> dict[str, T]:
    words: dict[str, T] = {}
    for document in documents:
        if _folder(document) == folder:
            try:
                word = read(document)
            except RuleError as error:
                problems += error.problems
                continue
            if word.id in words or word.id != Path(document.path).stem:
                problems.append(
                    document.problem(("id",), f"the id is the file's name, '{Path(document.path).stem}', and used once")
                )
            words[word.id] = word
    return words


def _same_titles(documents: list[Document], rules: dict[str, Rule]) -> list[Problem]:
    first: dict[str, Rule] = {}
    problems = []
    by_path = {document.path: document for document in documents}
    for rule in rules.values():
        other = first.setdefault(rule.title.casefold(), rule)
        if other is not rule:
            problems.append(
                by_path[rule.place].problem(("title",), f"title '{rule.title}' is also that of '{other.id}'")
            )
    return problems


class RuleReader:
    """Reads one rule file; everything wrong with it is found before anything is raised."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []

    def rule(self, *, tests: bool = True) -> Rule:
        """Return the rule, with its tests or without.

        Raises:
            RuleError: with every problem of the file.
        """
        file = self._file()
        named = subject_scopes(file.subject)
        self._check(file)
        bound, when, condition = self._conditions(file.subject, file.questions)
        rule = Rule(
            **{one.name: getattr(file, one.name) for one in fields(RuleHead)},
            bound=bound,
            when=when,
            condition=condition,
            lifts=tuple(self._lift(one, n, file.subject) for n, one in enumerate(file.unless)),
            message=self._template(file.message, named.values()),
            examples=tuple(self._example(one, file.subject, n) for n, one in enumerate(file.tests if tests else ())),
            place=self.document.path,
        )
        if self.problems:
            raise RuleError(self.problems)
        return rule

    def _file(self) -> RuleFile:
        """Return the file; where its keys are wrong, what is wrong with its conditions is told as well."""
        try:
            return validate(RuleFile, self.document, RuleError)
        except RuleError as error:
            raw = self.document.value
            if isinstance(raw, dict) and raw.get("subject") in ("tender", "party", "match") and "condition" in raw:
                self._conditions(raw["subject"], {})
            raise RuleError([*error.problems, *self.problems]) from None

    def _conditions(self, subject: str, questions: Mapping[str, str]) -> tuple[Condition, Condition, Condition]:
        """Return the conditions of ``bound``, ``when`` and ``condition``; every question must belong to one."""
        raw = self.document.value if isinstance(self.document.value, dict) else {}
        asked: set[str] = set()

        def read(key: str, about: str) -> Condition:
            if raw.get(key) is None:
                return All(())
            scopes = subject_scopes(about)
            parser = ConditionParser(self.document, scopes, self.vocabulary, questions, self.problems, asked)
            return parser.read(raw[key], (key,))

        conditions = read("bound", "tender"), read("when", subject), read("condition", subject)
        for path in questions:
            if path not in asked:
                read_facts = suggestion(path, sorted(asked))
                self._wrong(("questions", path), f"no condition of this rule reads '{path}', {read_facts}", key=True)
        return conditions

    def _lift(self, unless: Unless, place: int, subject: str) -> Condition:
        """Return what is asked for an exception: whether an exemption of its act is shown, of the party or of all."""
        whose = "party.exemption" if subject in ("party", "match") else "exemption"
        question = f"Is it shown that {unless.words}? State act, document, date and role under screening.exemptions."
        asked = {"party.exemption": question, "case.exemption": question, "exemption.shown": question}
        scopes = subject_scopes(subject)
        parser = ConditionParser(self.document, scopes, self.vocabulary, asked, self.problems, set())
        shown = {"act": {"equals": unless.act}, "shown": {"equals": True}}
        return parser.read({f"some {whose}": shown}, ("unless", place))

    def _check(self, file: RuleFile) -> None:
        stem = Path(self.document.path).stem
        if file.id != stem:
            self._wrong(("id",), f"the id is the file's name, '{stem}'")
        if not file.references and file.effect >= Effect.REQUIRES_INQUIRY:
            self._wrong(
                ("references",), f"a rule that {file.effect.word.replace('_', ' ')} needs a reference to its law"
            )
        if file.effect >= Effect.REQUIRES_EXCLUSION and not any(
            reference.read in READ_IN_FULL for reference in file.references
        ):
            self._wrong(
                ("effect",),
                "a rule prohibits or requires exclusion only where a reference was read in its own text; "
                "write requires_inquiry",
            )
        if file.context and (file.effect is not Effect.SIGNALS or file.weight):
            self._wrong(("context",), "context carries no weight: write effect: signals and weight: 0")
        for outcome in ("finding", "clear", *(["lifted"] if file.unless else [])):
            if not any(test.expect == outcome for test in file.tests):
                self._wrong(("tests",), f"a rule needs at least one test that expects '{outcome}'")

    def _template(self, text: str, named: Collection[Scope]) -> Template:
        """Return a message; it may also hold facts of the members of a collection that made the finding."""
        members = (part.scope for scope in named for part in scope.parts.values() if part.many)
        try:
            return read_template(text, [*named, *members])
        except ValueError as error:
            self._wrong(("message",), str(error))
            return Template("")

    def _example(self, test: WrittenTest, subject: str, place: int) -> Example:
        reader = ExampleReader(self.document, self.problems)
        at = ("tests", place, "facts")
        root = reader.read(test.facts, at)
        party, match = reader.subject(root, subject, at)
        return Example(
            name=test.name,
            as_of=test.as_of,
            clocks={str(clock): day for clock, day in test.clocks.items()},
            root=root,
            party=party,
            match=match,
            expect=Answer(test.expect),
            effect=test.effect,
        )

    def _wrong(self, at: tuple[str | int, ...], message: str, *, key: bool = False) -> None:
        self.problems.append(self.document.problem(at, message, key=key))
