"""The firm whose branch a name says it is: "X GmbH Zweigniederlassung Wien", "Ogranak X d.o.o.", "X有限公司北京分公司".

A branch is the same legal person as the firm whose name stands with the word in full, that is with its legal form. In
"Branch Energy Ltd" or "Olive Branch Ltd" no such name stands before the word.
"""

from vendorscreen.name.legal_form import begins_with_form, ends_with_form
from vendorscreen.name.wording import BRANCH, BRANCH_OF

__all__ = ["firm_of_branch"]

_MOST_PLACE_WORDS = 3
"""Words that may stand between the firm and the word for a branch ("X Ltd, New York City Branch")."""

_LONGEST_HAN_PLACE = 12
_SIGNS = " \t,;:(–—-"


def firm_of_branch(text: str) -> tuple[int, int] | None:
    """Return where in ``text`` the name of the firm stands, or ``None`` if it names no branch of a firm."""
    ahead = BRANCH_OF.match(text)
    if ahead and (ends_with_form(text[ahead.end() :]) or begins_with_form(text[ahead.end() :])):
        return ahead.end(), len(text)
    for word in BRANCH.finditer(text):
        end = _end_of_firm(text[: word.start()])
        if end:
            return 0, end
    return None


def _end_of_firm(before: str) -> int:
    """Return where the full name of a firm ends in ``before``, maybe followed by a place; 0 if it does not."""
    company = before.rfind("公司") + len("公司")
    if company > len("公司") and len(before) - company <= _LONGEST_HAN_PLACE:
        return company
    whole = before.rstrip(_SIGNS)
    name = whole
    for _ in range(_MOST_PLACE_WORDS + 1):
        if ends_with_form(name):
            return len(name)
        name = name.rpartition(" ")[0].rstrip(_SIGNS)
    return len(whole) if begins_with_form(whole) else 0
