"""What a key of a release, or a role as a publisher writes it, says an organisation does.

Keys are read by their words ("winningBidder", "supplier_name"), in English and the languages publishers mix into it.
"""

import re
from functools import lru_cache
from typing import get_args

from msgspec import Struct

from vendorscreen.tender.vocabulary import Role

__all__ = ["NOTHING", "KeyMeaning", "meaning_of", "roles_in"]

_ROLES = {role.casefold(): role for role in get_args(Role)}

_NOUNS: dict[str, str] = {
    noun: role
    for role, nouns in {
        "tenderer": "tenderer bidder offeror offerer proposer proponent proponente applicant licitante licitador "
        "oferente ofertante postor soumissionnaire bieter offerente concorrente oferent учасник участник",
        "supplier": "supplier provider winner awardee contractor vendor seller concessionaire proveedor adjudicatario "
        "contratista contratado fornecedor prestador fournisseur prestataire titulaire attributaire "
        "lieferant auftragnehmer dienstleister fornitore fornitori aggiudicatario aggiudicatari dodavatel leverancier "
        "wykonawca dostawca постачальник переможець виконавець поставщик победитель подрядчик исполнитель",
        "subcontractor": "subcontractor subsupplier subcontratista subcontratado unterauftragnehmer nachunternehmer "
        "subappaltatore podwykonawca субпідрядник субподрядчик",
        "manufacturer": "manufacturer producer fabricante fabricant hersteller produttore producent виробник "
        "производитель",
        "payee": "payee receiver",
        "interestedParty": "candidate invitee candidato candidat",
    }.items()
    for noun in nouns.split()
}
_PAIRS: dict[tuple[str, ...], str] = {
    ("economic", "operator"): "tenderer",
    ("interested", "party"): "interestedParty",
    ("sub", "contractor"): "subcontractor",
    ("sub", "supplier"): "subcontractor",
    ("sous", "traitant"): "subcontractor",
}
_PAYER = {("provider", "organization"), ("provider", "organisation")}
"""Whom transactions of OCDS 1.0 call so pays: the buyer's side."""

_QUALIFIED = {
    **dict.fromkeys(("winning", "awarded", "successful", "selected", "chosen"), "supplier"),
    **dict.fromkeys(("losing", "unsuccessful", "rejected", "disqualified", "excluded", "failed"), "tenderer"),
    **dict.fromkeys(
        ("invited", "notified", "potential", "registered", "eligible", "recommended", "shortlisted", "preselected"),
        "interestedParty",
    ),
}
"""Words before a noun that say what became of who offered or was asked to."""

_COMPANY = frozenset(
    "company firm enterprise organisation organization organizacion party consortium venture empresa entreprise "
    "sociedad unternehmen firma".split()
)
_OWNER = frozenset("owner parent shareholder subsidiary affiliate".split())
_MEMBERS = frozenset("member partner integrante miembro membro membre mitglied".split())
_LOOSE = frozenset("info information detail data entity record".split())
"""Words behind a noun under which a text may tell more than a name."""

_DETAIL = frozenset({"name", "list", *_LOOSE, *_COMPANY})
"""Words behind a noun that leave its meaning."""

_COUNTED = frozenset("number count maximum minimum max min has is no total type".split())
_OTHERS = frozenset(
    "buyer procuring payer funder financing publisher purchaser customer contracting requesting comprador contratante "
    "acheteur authority review reviewer mediation mediator official attendee guarantor insurer jury committee panel "
    "contact person persone people beneficial source".split()
)
"""Words for who never supplies, and for persons."""

_THINGS = frozenset(
    "address location place site identifier classification document criterion criteria requirement unit project".split()
)
"""Words for what has a name and is no organisation."""

_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_GAP = re.compile(r"[\W_]+")
_SEPARATOR = re.compile(r"\s*[,;|/]\s*")
_PLURALS = (("ies", "y"), ("es", ""), ("en", ""), ("s", ""))
_LONGEST_KEY = 60
_SINGULAR = {
    *_NOUNS,
    *_COMPANY,
    *_OWNER,
    *_MEMBERS,
    *_DETAIL,
    *_OTHERS,
    *_THINGS,
    *(word for pair in _PAIRS for word in pair),
}


class KeyMeaning(Struct, frozen=True):
    """What a key says of who stands under it.

    ``role`` is what they do, ``company`` that organisations stand there, ``owner`` that owners or affiliates do,
    ``members`` that these belong to the organisation that has the key; ``loose`` that a text may tell more than a name.
    ``others`` are only those who never supply, persons or things.
    """

    role: str | None = None
    company: bool = False
    owner: bool = False
    members: bool = False
    loose: bool = False
    others: bool = False


NOTHING = KeyMeaning()
"""What most keys say."""


@lru_cache(maxsize=4096)
def meaning_of(key: str) -> KeyMeaning:
    """Return what a key, or a role word, says."""
    words = _words(key)
    last = words[-1] if words else ""
    if not _OTHERS.isdisjoint(words) or last in _THINGS or words in _PAYER:
        return KeyMeaning(others=True)
    said = KeyMeaning(
        role=_role(words) if _COUNTED.isdisjoint(words) else None,
        company=last in _COMPANY,
        owner=last in _OWNER,
        members=last in _MEMBERS,
        loose=last in _LOOSE,
    )
    return NOTHING if said == NOTHING else said


def roles_in(stated: list[str]) -> tuple[str, ...]:
    """Return the known roles among stated ones, several in one text parted."""
    words = [word for text in stated for word in _SEPARATOR.split(text) if word]
    roles = (_ROLES.get(word.casefold()) or meaning_of(word).role for word in words)
    return tuple(dict.fromkeys(role for role in roles if role))


def _role(words: tuple[str, ...]) -> str | None:
    while words and words[-1] in _DETAIL and words[-2:] not in _PAIRS:
        words = words[:-1]
    role = _PAIRS.get(words[-2:]) or (_NOUNS.get(words[-1]) if words else None)
    if role in ("tenderer", "supplier"):
        return next((_QUALIFIED[word] for word in words if word in _QUALIFIED), role)
    return role


def _words(key: str) -> tuple[str, ...]:
    parts = _GAP.split(_HUMP.sub(" ", key)) if len(key) <= _LONGEST_KEY else []
    return tuple(_singular(part.casefold()) for part in parts if part)


def _singular(word: str) -> str:
    if word in _SINGULAR:
        return word
    singulars = (word.removesuffix(end) + instead for end, instead in _PLURALS if word.endswith(end))
    return next((one for one in singulars if one in _SINGULAR), word)
