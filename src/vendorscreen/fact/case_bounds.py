"""How much one case may ask of the rules: bounds far above every real one, so that a screening takes seconds."""

from vendorscreen.errors import TenderError
from vendorscreen.fact.case import Case

__all__ = ["refuse_beyond_bounds"]

MOST_SUBJECTS = 5_000
"""Most parties that rules are asked about, each in one role and in lots in which the same is stated of it."""

MOST_ROWS = 20_000
"""Most parties in a role and a lot, each of which is a result of the report."""

MOST_TIES = 1_000
"""Most ties to vendors, each counted for every role and lots of its party: what findings are about."""

MOST_TIES_IN_LOTS = 10_000
"""Most ties to vendors, each counted for every role and lot of its party: a finding is repeated for each lot."""

MOST_ASKED = 100_000
"""Most products, owners and origins, each counted for every role and lots of its party."""


def refuse_beyond_bounds(case: Case) -> None:
    """Refuse a case that would take more than seconds, and a report that nobody could read.

    Raises:
        TenderError: with the bound.
    """
    ties = {party: len(matches) for party, matches in case.matches_of.items()}
    products = {party: len(offered) for party, offered in case.products_of.items()}
    rows = tied = tied_in_lots = asked = 0
    for seen in case.parties:
        id_, lots = seen.party.id, len(seen.lots)
        rows += lots
        tied += ties.get(id_, 0)
        tied_in_lots += ties.get(id_, 0) * lots
        asked += products.get(id_, 0) + len(seen.party.shareholders or ()) + len(case.origins_of.get(id_, ()))
    counts = (
        (len(case.parties), MOST_SUBJECTS, "parties in their roles and lots"),
        (rows, MOST_ROWS, "parties in their roles, lot by lot"),
        (tied + ties.get(None, 0), MOST_TIES, "ties to vendors of the lists"),
        (tied_in_lots, MOST_TIES_IN_LOTS, "ties to vendors of the lists, lot by lot"),
        (asked, MOST_ASKED, "products, owners and origins in the roles and lots of their parties"),
    )
    for count, most, what in counts:
        if count > most:
            raise TenderError.at(case.tender.source, f"{count:,} {what}, at most {most:,} are screened in one tender")
