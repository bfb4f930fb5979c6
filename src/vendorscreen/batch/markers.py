"""What buyers' systems write into the name of a supplier beside the name: blocks, and accounts for anybody."""

import re

__all__ = ["one_time", "unmarked"]

_WORDS = (
    r"do\s+not\s+use|don'?t\s+use|not\s+in\s+use|no\s+longer\s+(?:used|in\s+use)|(?:do\s+)?not\s+pay|inactive|blocked|"
    r"obsolete|deleted|to\s+be\s+deleted|for\s+deletion|duplicate(?:\s+vendor)?|on\s+hold|payment\s+block|closed\s+account|"
    r"gesperrt|nicht\s+(?:mehr\s+)?(?:verwenden|benutzen|nutzen|bebuchen)|zum\s+löschen|zu\s+löschen|löschen|gelöscht|"
    r"löschvormerkung|löschkennzeichen|inaktiv|doppelt|dublette|alt\s+nicht\s+verwenden|"
    r"ne\s+pas\s+utiliser|ne\s+plus\s+utiliser|bloqué|inactif|à\s+supprimer|supprimé|doublon|"
    r"no\s+usar|no\s+utilizar|bloqueado|inactivo|duplicado|dado\s+de\s+baja|não\s+usar|não\s+utilizar|inativo|"
    r"non\s+usare|non\s+utilizzare|bloccato|inattivo|duplicato|da\s+eliminare|"
    r"niet\s+gebruiken|niet\s+meer\s+gebruiken|geblokkeerd|inactief|dubbel|"
    r"nie\s+używać|zablokowany|nieaktywny|duplikat|nepoužívat|nepoužívať|zablokováno|neaktivní|"
    r"använd\s+ej|använd\s+inte|spärrad|inaktiv|må\s+ikke\s+(?:bruges|brukes)|ikke\s+bruk|spærret|sperret|"
    r"ei\s+käytössä|älä\s+käytä|не\s+использовать|заблокирован|неактивен|дубль|не\s+використовувати|заблоковано|"
    r"停用|禁用|作废|冻结|使用禁止|使用停止|取引停止|사용\s*금지|사용\s*중지"
)
_SIGNS = r"[\s*#!_\-–—:;.,<>()\[\]{}/|=+~]"
_BEFORE = re.compile(rf"{_SIGNS}*(?:z{{2,3}}{_SIGNS}+)?{_SIGNS}*(?:{_WORDS})(?:{_SIGNS}+|$)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:\s*[*#!_\-–—:;<(\[{{/|=+~]{_SIGNS}*)(?:{_WORDS}){_SIGNS}*$", re.IGNORECASE)
_SORTED_LAST = re.compile(
    r"[\s*#]*(?:z{2,3}[_\-. ]+(?:x+[_\-. ]+)?|zz(?=[A-Z][a-z])|zzz+|x{1,3}[_-]+\s*|xx+\s+|#+\s*|\*+\s*)", re.IGNORECASE
)
_CLOSING = re.compile(r"[\s*#]*[*#]+[\s*#]*$")
_ONE_TIME = re.compile(
    r"\bcpd\b|\beinmal(?:ige[rn]?)?[\s-]*(?:lieferant|kreditor|zahlung|konto)\w*|\bdiverse\b(?:\s+(?:lieferanten|kreditoren|"
    r"vendors|suppliers|leveranciers|leverandører|leverantörer))?$|\b(?:lieferanten|kreditoren)\s+diverse\b|"
    r"\bone[\s-]*time\b(?:.*\b(?:vendor|supplier|account|creditor|payee)s?\b|$)|\bone[\s-]*off\s+(?:vendor|supplier|payment)s?\b|"
    r"^(?:misc(?:ellaneous|\.)?|sundry|various|generic|dummy|petty\s+cash)(?:\s+(?:vendor|supplier|creditor|payee|account|cash)s?)?$|"
    r"^(?:fournisseurs?|tiers)\s+(?:divers|occasionnels?|ponctuels?|de\s+passage)$|^divers$|^proveedor(?:es)?\s+(?:varios|ocasional(?:es)?)$|"
    r"^(?:proveedor\s+)?varios$|^fornitori?\s+(?:diversi|vari|occasional[ei])$|^fornecedor(?:es)?\s+(?:diversos|eventua(?:l|is))$|"
    r"^dostawc[ay]\s+(?:jednorazow[ay]|różni)$|^eenmalige\s+(?:leverancier|crediteur)$|^engångsleverantör$|^engangsleverandør$|"
    r"^разовый\s+(?:поставщик|контрагент)$|^一次性供应商$|^スポット取引先$",
    re.IGNORECASE,
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]{2}")


def unmarked(name: str) -> tuple[str, str]:
    """Return a name without marks that say that it is blocked, and those marks; none are taken where nothing is left."""
    rest = name
    for pattern in (_BEFORE, _SORTED_LAST, _BEFORE, _BEHIND, _CLOSING):
        match = pattern.search(rest) if pattern in (_BEHIND, _CLOSING) else pattern.match(rest)
        if match:
            shorter = f"{rest[: match.start()]}{rest[match.end() :]}".strip()
            rest = shorter if _LETTERS.search(shorter) else rest
    if rest == name:
        return name, ""
    before, _, behind = name.partition(rest)
    return rest, " ... ".join(part for part in (before.strip(), behind.strip()) if part)


def one_time(name: str) -> bool:
    """Return whether a name is that of an account for suppliers who have none of their own."""
    return _ONE_TIME.search(name) is not None
