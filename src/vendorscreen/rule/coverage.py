"""Lists a rule needs: where one is missing or too old, the rule leaves its effect open for everybody who offers."""

from collections.abc import Iterator

from vendorscreen.fact import Case, Node, Nodes
from vendorscreen.rule.answer import Missing, Surroundings, Trace
from vendorscreen.rule.evaluation import clock_date, in_force_on, named_parts
from vendorscreen.rule.model import Answer, Outcome, Rule
from vendorscreen.watchlist.lists import Coverage, coverage_of

__all__ = ["uncovered"]


def uncovered(rule: Rule, root: Node, case: Case) -> list[Outcome]:
    """Return an unknown outcome for each party that offers, where a list the rule needs was not screened.

    A list that is too old adds unknowns and removes no finding. A list that no reader exists for opens nothing.
    """
    missing = tuple(_missing(rule, case))
    if not missing:
        return []
    bound = rule.bound.ask(Surroundings(named_parts(root), root, case.as_of))
    if bound.answer is False or in_force_on(rule, clock_date(rule, case)).answer is False:
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
            trace=Trace("lists", None, ", ".join(rule.lists)),
            missing=missing,
        )
        for party in offering or [None]
    ]


def _missing(rule: Rule, case: Case) -> Iterator[Missing]:
    states = {one.id: one for one in case.watchlist.lists}
    official = {one.id: one for one in case.watchlist.official}
    for name in rule.lists:
        if name not in official:
            yield Missing(f"list.{name}", f"The list {name} is not known here; is watchlists/lists.yaml missing?")
            continue
        state = coverage_of(official[name], states, case.as_of)
        if state.state in ("missing", "stale"):
            yield Missing(f"list.{name}", _question(state))


def _question(state: Coverage) -> str:
    if state.state == "missing":
        return f"{state.title} was not screened. Install it: {state.command}"
    age = f"{state.age_days} days old, more than {state.max_age_days}"
    return f"{state.title} was screened in the edition {state.edition}, {age}. Update it: {state.command}"
