"""Lists a rule needs: where one is missing, too old or not whole, its effect stays open for everybody who offers."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from vendorscreen.fact import Case, Node, Nodes
from vendorscreen.lists.official_list import Coverage, coverage_of
from vendorscreen.rule.answer import Missing, Trace
from vendorscreen.rule.rule import Answer, Effect, Outcome, Rule
from vendorscreen.rule.stages import clock_date, in_force_on

__all__ = ["NotScreened", "not_screened", "uncovered"]

_LIST = "list."
"""How the fact begins that stands for a list."""


class NotScreened(Struct, frozen=True):
    """A list that rules for this buyer need and that was missing, too old or not whole.

    ``message`` says so, with the command that mends it; ``possible`` is the strongest effect this leaves open, as
    reports spell it.
    """

    list: str
    message: str
    possible: str

    def __str__(self) -> str:
        return f"open for every supplier, up to {self.possible.replace('_', ' ')}: {self.message}"


def uncovered(rule: Rule, root: Node, case: Case) -> list[Outcome]:
    """Return an unknown outcome for each party that offers, where a list the rule needs was not screened.

    The rule binds the buyer, or may. A list that is too old or not whole adds unknowns and removes no finding. A list
    that no reader exists for opens nothing.
    """
    missing = tuple(_missing(rule, case))
    if not missing or in_force_on(rule, clock_date(rule, case)).answer is False:
        return []
    parties = root.part("party")
    offering: list[Node | None] = (
        [party for party in parties if party.value("offers")] if isinstance(parties, Nodes) else []
    )
    return [
        Outcome(
            rule=rule,
            answer=Answer.UNKNOWN,
            effect=rule.effect,
            party=party,
            match=None,
            trace=Trace("lists", "lists", None, ", ".join(rule.lists)),
            missing=missing,
        )
        for party in offering or [None]
    ]


def not_screened(outcomes: Iterable[Outcome]) -> tuple[NotScreened, ...]:
    """Return each list that was missing, too old or not whole once, the most consequential first."""
    effects: dict[Missing, Effect] = {}
    for outcome in outcomes:
        for missing in outcome.missing if outcome.trace.kind == "lists" else ():
            effects[missing] = max(outcome.rule.effect, effects.get(missing, Effect.NO_FINDING))
    ordered = sorted(effects.items(), key=lambda item: (-item[1], item[0].fact))
    return tuple(
        NotScreened(missing.fact.removeprefix(_LIST), missing.question, effect.word) for missing, effect in ordered
    )


def _missing(rule: Rule, case: Case) -> Iterator[Missing]:
    states = {one.id: one for one in case.watchlist.lists}
    official = {one.id: one for one in case.watchlist.official}
    for name in rule.lists:
        if name not in official:
            yield Missing(f"{_LIST}{name}", f"The list {name} is not known here; is watchlists/lists.yaml missing?")
            continue
        state = coverage_of(official[name], states, case.as_of)
        if state.state in ("missing", "stale", "incomplete"):
            yield Missing(f"{_LIST}{name}", _question(state))


def _question(state: Coverage) -> str:
    if state.state == "missing":
        return f"{state.title} was not screened. Install it: {state.command}"
    why = "; ".join(state.gaps)
    if state.state == "stale":
        why = f"{state.age_days} days old, more than {state.max_age_days}"
    but = ", but " if state.state == "incomplete" else ", "
    return f"{state.title} was screened in the edition {state.edition}{but}{why}. Update it: {state.command}"
