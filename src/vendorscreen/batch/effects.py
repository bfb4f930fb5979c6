"""What rules about parties and matches say of suppliers, remembered by all that their answers depend on.

In a supplier list nothing is stated of a party but its name, country and identifiers, and nothing of the purchase but
the buyer's country. So answers differ only by country and by how a match ties the supplier to which vendor; they
differ by the words of a name only where a rule reads these, and then they are not shared. Different vendors share them
where all that rules ask has the same answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from vendorscreen.batch.questions import Answers, Questions
from vendorscreen.batch.suppliers import Supplier
from vendorscreen.fact import CASE, Case, Node
from vendorscreen.matching import Match
from vendorscreen.matching.match import Step
from vendorscreen.report.effects import established, possible
from vendorscreen.rule import Answer, Effect, Rule, evaluate
from vendorscreen.screening import Screener
from vendorscreen.tender.model import Buyer, Collection, Tender
from vendorscreen.watchlist.model import Brand, Vendor

__all__ = ["Effects", "Key", "SupplierEffects", "supplier_tender"]

_PARTY = CASE.parts["party"].scope
_MATCH = _PARTY.parts["match"].scope
_WORDS = {"name", "similarity", "statement", "identity_question"}
"""Facts of a party or match that depend on the words of a name."""
_TIES = tuple(
    field.name
    for field in fields(Match)
    if field.name not in {"party", "comparison", "listed_name", "speaks_for", "speaks_against"}
)
"""Fields of a match that say what it is; the others say how its words were found."""
_COLLECTIONS = (CASE.parts["party"], _PARTY.parts["match"])
_MOST_REMEMBERED = 100_000

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """The strongest effect that is established and that is possible for a supplier, and the rules that found one."""

    established: Effect
    possible: Effect
    rules: tuple[str, ...] = ()


def supplier_tender(supplier: Supplier, buyer_country: str | None) -> Tender:
    """Return the tender of which nothing is known but one supplier and the buyer's country."""
    buyer = Buyer(country=buyer_country)
    return Tender(source="suppliers", buyer=buyer, parties=Collection((supplier.party(),), complete=False))


class SupplierEffects:
    """Asks the rules about suppliers, on one date and for buyers of one country."""

    def __init__(self, screener: Screener, as_of: date, buyer_country: str | None) -> None:
        self._watchlist = screener.watchlist
        self._as_of = as_of
        self._buyer_country = buyer_country
        rules = screener.rules.rules
        self._groups = [_Group([rule for rule in rules if rule.subject == subject]) for subject in ("party", "match")]

    def of(self, supplier: Supplier, matches: Sequence[Match]) -> Effects:
        """Return what the rules say of a supplier with its matches: what a report on it alone would."""
        of_party, of_match = self._groups
        itself = self._asked(of_party, supplier, tuple(matches) if of_party.reads_collections else ())
        if not matches:
            return itself
        together = [tuple(matches)] if of_match.reads_collections else [(match,) for match in matches]
        asked = [itself, *(self._asked(of_match, supplier, some) for some in together)]
        return Effects(
            max(one.established for one in asked),
            max(one.possible for one in asked),
            tuple(dict.fromkeys(rule for one in asked for rule in one.rules)),
        )

    def shared(self, supplier: Supplier) -> Key:
        """Return what all suppliers without a match share of which the rules say the same."""
        return self._groups[0].key(supplier, ())

    def _asked(self, group: "_Group", supplier: Supplier, matches: tuple[Match, ...]) -> Effects:
        key = group.key(supplier, matches)
        if key not in group.remembered:
            if len(group.remembered) >= _MOST_REMEMBERED:
                group.remembered.clear()
            group.remembered[key] = self._evaluated(group, supplier, matches)
        return group.remembered[key]

    def _evaluated(self, group: "_Group", supplier: Supplier, matches: tuple[Match, ...]) -> Effects:
        tender = supplier_tender(supplier, self._buyer_country)
        case = Case(tender, self._watchlist, matches, self._as_of)
        root = Node(CASE, case)
        answers = group.questions.answers(root, self._as_of)
        if answers not in group.by_answers:
            if len(group.by_answers) >= _MOST_REMEMBERED:
                group.by_answers.clear()
            outcomes = [outcome for rule in group.rules for outcome in evaluate(rule, root, case)]
            found = [outcome.rule.id for outcome in outcomes if outcome.answer is Answer.FINDING]
            effects = Effects(established(outcomes), possible(outcomes), tuple(dict.fromkeys(found)))
            group.by_answers[answers] = effects
        return group.by_answers[answers]


class _Group:
    """Rules about one kind of subject, what they read beyond countries and ties, and their answers so far."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self.questions = Questions(rules)
        words = [scope.facts[name] for scope in (_PARTY, _MATCH) for name in scope.facts if name in _WORDS]
        self.reads_words = any(fact in words for fact in self.questions.facts)
        self.reads_collections = any(part in _COLLECTIONS for part in self.questions.collections)
        self.remembered: dict[Key, Effects] = {}
        self.by_answers: dict[Answers, Effects] = {}

    def key(self, supplier: Supplier, matches: tuple[Match, ...]) -> Key:
        ties = tuple(map(_tie, matches))
        if not self.reads_words:
            return (supplier.country, ties)
        return (
            supplier.country,
            ties,
            supplier.name,
            tuple((match.similarity, match.listed_name) for match in matches),
        )


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
