"""Facts about the lists a buyer must screen: which were screened, and how old they are."""

from typing import get_args

from vendorscreen.fact.node import Fact, Scope, ValueKind
from vendorscreen.lists.official_list import CoverageState

__all__ = ["LIST"]

LIST = Scope.of(
    "list",
    "a list that the buyer must screen, by its country and level",
    (
        Fact(name="id", kind=ValueKind.TEXT, meaning="the id of the list, such as eu-fsf", read=lambda one: one.list),
        Fact(
            name="state",
            kind=ValueKind.CHOICE,
            values=get_args(CoverageState),
            meaning="whether it was screened, in an edition young enough and whole",
            read=lambda one: one.state,
        ),
        Fact(
            name="age_days",
            kind=ValueKind.NUMBER,
            unit="days",
            meaning="days from the edition, or the later day the web still offered it, to the as-of date",
            read=lambda one: one.age_days,
            unknown_when="the list was not screened",
            question="Which edition of the list was screened?",
        ),
    ),
)
