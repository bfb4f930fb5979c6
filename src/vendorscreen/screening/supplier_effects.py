"""What rules about parties and matches say of suppliers, remembered by all that their answers depend on.

In a supplier list nothing is stated of a party but its name, country and identifiers, and nothing of the purchase but
the buyer's country. So answers differ only by country and by how a match ties the supplier to which vendor; they
differ by the words of a name only where a rule reads these, and then they are not shared. Different vendors share them
where all that rules ask has the same answers.

What a rule misses of a supplier of the buyer's own country without a match as well, it misses of everybody: the
purchase, owners, lists that were not screened. That is no matter of one row, and is not counted as possible for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import NamedTuple, Self

import msgspec

from vendorscreen.fact import CASE, Case, Node
from vendorscreen.matching import Match
from vendorscreen.matching.match import Step
from vendorscreen.rule import Answer, Effect, Outcome, Rule, Rules, evaluate
from vendorscreen.rule.strongest_effects import OpenRule, established, open_rules, possible
from vendorscreen.screening.questions import Answers, Questions
from vendorscreen.screening.remembering import Remembered
from vendorscreen.tender import Tender
from vendorscreen.tender.tender import Party
from vendorscreen.vendor.vendor import Brand, Vendor
from vendorscreen.watchlist import Watchlist

__all__ = ["Effects", "Key", "SupplierEffects"]

_TIES = tuple(
    field.name
    for field in fields(Match)
    if field.name not in {"party", "comparison", "listed_name", "speaks_for", "speaks_against", "as_of"}
)
"""Fields of a match that say what it is; the others say how its words were found."""
_MOST_REMEMBERED = 100_000

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """The strongest effect that is established and that is possible for a supplier, and the rules that found one."""

    established: Effect
    possible: Effect
    rules: tuple[str, ...] = ()


class SupplierEffects:
    """Asks the rules about suppliers, on one date."""

    def __init__(self, watchlist: Watchlist, rules: Rules, as_of: date) -> None:
        self._watchlist = watchlist
        self._as_of = as_of
        self._groups = [
            _Group([rule for rule in rules.rules if rule.subject == subject]) for subject in ("party", "match")
        ]

    def of(self, tender: Tender, matches: Sequence[Match]) -> Effects:
        """Return what the rules say of the only supplier of a tender, with its matches."""
        of_party, of_match = self._groups
        itself = self._asked(of_party, tender, tuple(matches) if of_party.questions.reads_subjects else ())
        if not matches:
            return itself
        together = [tuple(matches)] if of_match.questions.reads_subjects else [(match,) for match in matches]
        asked = [itself, *(self._asked(of_match, tender, some) for some in together)]
        return Effects(
            max(one.established for one in asked),
            max(one.possible for one in asked),
            tuple(dict.fromkeys(rule for one in asked for rule in one.rules)),
        )

    def shared(self, supplier: Party) -> Key:
        """Return what all suppliers without a match share of which the rules say the same."""
        return self._groups[0].key(supplier, ())

    def _asked(self, group: "_Group", tender: Tender, matches: tuple[Match, ...]) -> Effects:
        (party,) = tender.parties
        return group.effects.of(group.key(party, matches), lambda: self._effects(group, tender, matches))

    def _effects(self, group: "_Group", tender: Tender, matches: tuple[Match, ...]) -> Effects:
        said, home = self._said(group, tender, matches), _at_home(tender)
        (party,) = home.parties
        of_everybody = group.at_home.of(group.key(party, ()), lambda: self._said(group, home, ()))
        return Effects(said.established, possible(said.established, said.open - of_everybody.open), said.rules)

    def _said(self, group: "_Group", tender: Tender, matches: tuple[Match, ...]) -> "_Said":
        case = Case(tender, self._watchlist, matches, self._as_of)
        answers = group.questions.answers(Node(CASE, case), self._as_of)
        return group.by_answers.of(answers, lambda: _Said.of(evaluate(group.rules, case)))


class _Said(NamedTuple):
    """What rules say of a supplier: the strongest effect, which miss something, and which found something."""

    established: Effect
    open: frozenset[OpenRule]
    rules: tuple[str, ...]

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Self:
        found = dict.fromkeys(outcome.rule.id for outcome in outcomes if outcome.answer is Answer.FINDING)
        return cls(established(outcomes), open_rules(outcomes), tuple(found))


class _Group:
    """Rules about one kind of subject, what they read beyond countries and ties, and their answers so far."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self.questions = Questions(rules)
        self.effects = Remembered[Key, Effects](_MOST_REMEMBERED)
        self.at_home = Remembered[Key, _Said](_MOST_REMEMBERED)
        self.by_answers = Remembered[Answers, _Said](_MOST_REMEMBERED)

    def key(self, supplier: Party, matches: tuple[Match, ...]) -> Key:
        ties = tuple(map(_tie, matches))
        if not self.questions.reads_words:
            return (supplier.country, ties)
        words = tuple((match.similarity, match.listed_name) for match in matches)
        return (supplier.country, ties, supplier.name, words)


def _at_home(tender: Tender) -> Tender:
    """Return the tender with its only supplier moved to the buyer's country, where both countries are stated."""
    (party,) = tender.parties
    if not party.country or not tender.buyer.country:
        return tender
    moved = msgspec.structs.replace(party, country=tender.buyer.country)
    return replace(tender, parties=msgspec.structs.replace(tender.parties, members=(moved,)))


def _tie(match: Match) -> Key:
    return tuple(_told_apart(getattr(match, name)) for name in _TIES)


def _told_apart(value: object) -> object:
    if isinstance(value, Vendor):
        return value.id
    if isinstance(value, Brand):
        return value.name
    if isinstance(value, Step):
        return value.vendor.id, value.relation.kind
    return tuple(map(_told_apart, value)) if isinstance(value, tuple) else value
