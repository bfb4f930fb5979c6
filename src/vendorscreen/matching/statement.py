"""How a party and a vendor are tied, in one sentence that says only what is known."""

from vendorscreen.matching.match import Certainty, Match, Step
from vendorscreen.name import contains_words
from vendorscreen.tender.tender import Party

__all__ = ["identity_question", "statement"]

_TIE = {
    "parent": "is a subsidiary of",
    "subsidiary": "is the parent of",
    "branch": "is the head office of",
    "joint_venture": "is tied by a joint venture to",
    "affiliate": "is an affiliate of",
    "former_parent": "was formerly a subsidiary of",
    "former_subsidiary": "was formerly the parent of",
    "former_affiliate": "was formerly an affiliate of",
}
"""What the nearer vendor is to the further one, by what the further one is to it."""


def statement(match: Match, party: Party) -> str:
    """Return the sentence for a match of a party."""
    name = party.called or "The party"
    if match.relation == "same":
        return _same(match, name)
    if match.relation == "brand":
        return _brand(match, name if match.party else None)
    if match.relation == "owned":
        return f"{_capital(match.speaks_for[0]).replace('owns it', f'owns {name}')}.{_chain(match)}"
    if match.basis == "brand_word":
        holds = "holds" if contains_words(name, match.listed_name) else "holds a word like"
        return (
            f"The name {name} {holds} '{match.listed_name}', a brand of {match.vendor.name}; "
            "whether it belongs to that group is not established."
        )
    itself = match.itself.name if match.itself and match.itself.name != name else ""
    identity = f" ({_identity(match)} {itself})" if itself else ""
    return f"{name}{identity} {_ties(match.via)}; it is not itself {_listed(match)}."


def identity_question(match: Match, party: Party) -> str:
    """Return what to ask so that the tie of a match is sure."""
    name, vendor = party.called or "the party", match.vendor.name.removesuffix(".")
    if match.relation == "brand":
        brand = match.product.brand if match.product else match.listed_name
        return f"Who makes the offered products of the brand {brand}: is it {vendor} or a firm of its group?"
    if match.relation == "owned":
        return f"Who are the owners of {name}: is one of them {vendor}? Ask for register extracts."
    if match.relation == "affiliate":
        return f"Does {name} belong to the group of {vendor}? Ask for its ownership and registration number."
    return f"Is {name} the same as {vendor}? Ask for its registration number and registered seat."


def _same(match: Match, name: str) -> str:
    vendor = match.vendor.name
    if match.certainty is Certainty.CONFIRMED:
        return f"{name} is {vendor.removesuffix('.')}." if name != vendor else f"{name} is on the watchlist."
    if name == vendor:
        return f"{name} bears the name of a vendor on the watchlist; the identity is {match.certainty.word}."
    if match.similarity == 1:
        return f"{name} bears a name of {vendor}; the identity is {match.certainty.word}."
    return f"{name} resembles '{match.listed_name}', a name of {vendor}; the identity is {match.certainty.word}."


def _listed(match: Match) -> str:
    """Return what the party is not: listed at all, or the company whose entries follow."""
    own = match.itself.listings if match.itself else ()
    return "the company these entries name" if any(listing.programme for listing in own) else "listed"


def _identity(match: Match) -> str:
    return "here" if match.certainty >= Certainty.STRONG else f"{match.certainty.word}:"


def _brand(match: Match, name: str | None) -> str:
    brand = match.product.brand if match.product else match.listed_name
    offers = f"{name} offers" if name else "The tender names"
    return f"{offers} products of the brand {brand}, a brand of {match.vendor.name.removesuffix('.')}."


def _chain(match: Match) -> str:
    return f" {match.itself.name if match.itself else 'It'} {_ties(match.via)}." if match.via else ""


def _ties(via: tuple[Step, ...]) -> str:
    parts = []
    for step in via:
        dates = (
            "dates not known"
            if not (step.relation.period.start or step.relation.period.end)
            else str(step.relation.period)
        )
        evidence = ", unverified" if step.relation.evidence == "unverified" else ""
        parts.append(f"{_TIE[step.relation.kind]} {step.vendor.name} ({dates}{evidence})")
    return ", which ".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
