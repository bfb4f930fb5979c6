"""What buyers' systems write into or in place of a supplier's name: blocks, accounts for anybody, words for nobody."""

import re

__all__ = ["names_nobody", "one_time", "unmarked"]

_PHRASES = (
    r"do\s+not\s+use|don['’]?t\s+use|not\s+in\s+use|no\s+longer\s+(?:used|in\s+use|active)|(?:do\s+)?not\s+pay|to\s+be\s+deleted|"
    r"(?:for|marked\s+for)\s+deletion|duplicate\s+(?:vendor|supplier)|payment\s+block(?:ed)?|account\s+closed|closed\s+account|"
    r"gesperrt|nicht\s+(?:mehr\s+)?(?:verwenden|benutzen|nutzen|bebuchen)|(?:zum|zu)\s+löschen|löschvormerkung|"
    r"löschkennzeichen|dublette|ne\s+(?:pas|plus)\s+utiliser|à\s+supprimer|no\s+(?:usar|utilizar)|dado\s+de\s+baja|"
    r"não\s+(?:usar|utilizar)|non\s+(?:usare|utilizzare)|da\s+eliminare|niet\s+(?:meer\s+)?gebruiken|nie\s+używać|"
    r"nepoužívat|nepoužívať|använd\s+(?:ej|inte)|må\s+ikke\s+(?:bruges|brukes)|ikke\s+bruk|ei\s+käytössä|älä\s+käytä|"
    r"не\s+(?:использовать|використовувати)|停用|禁用|作废|冻结|使用禁止|使用停止|取引停止|사용\s*금지|사용\s*중지"
)
_SINGLE = (
    r"inactive|blocked|obsolete|deleted|duplicate|dnu|on\s+hold|löschen|gelöscht|inaktiv|doppelt|bloqué|inactif|supprimé|"
    r"doublon|bloqueado|inactivo|duplicado|inativo|bloccato|inattivo|duplicato|geblokkeerd|inactief|dubbel|zablokowany|"
    r"nieaktywny|duplikat|zablokováno|neaktivní|spärrad|spærret|sperret|заблокирован|неактивен|дубль|заблоковано"
)
"""Words that a firm may bear too: marks only beside a sign, or in capitals beside a name that is not."""

_SIGN = r"[\s*#!_\-–—:;.,<>()\[\]{}/|=+~（）【】「」]"
_WHERE = r"(?:\W*(?:(?:use|see|of|use\s+vendor|siehe|voir|ver|vedi|zie)\W+)?\d{3,}\W*)?"
"""The number of the account to use instead."""

_BEFORE = re.compile(
    rf"(?P<sign>{_SIGN}*(?:z{{2,3}}{_SIGN}+)?)(?:{_PHRASES}|(?P<single>{_SINGLE})){_WHERE}(?P<gap>{_SIGN}+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<gap>{_SIGN}+)(?:{_PHRASES}|(?P<single>{_SINGLE}))(?P<sign>{_WHERE}{_SIGN}*){_WHERE}$", re.IGNORECASE
)
_SORTED_LAST = re.compile(r"[\s*#]*(?:[xz]+_+|[xz]{1,3}\s+-\s+|zz(?=(?-i:[A-Z][a-z]))|#+\s*|\*+\s*)", re.IGNORECASE)
"""Letters before a name that sort it last; "X-Rays" and "ZZ Energy" are names."""

_CLOSING = re.compile(r"\s*[*#]{2,}\s*$|(?<=\w)\*$")
_SET_APART = re.compile(r"[*#!:_<>()\[\]{}/|=~（）【】「」]|\s[-–—]|[-–—]\s|[-–—]{2}")
_ONE_TIME = re.compile(
    r"^cpd$|\bcpd[\s-]+(?:konto|kreditor|lieferant|inland|ausland|eu\b)|\beinmal(?:ige[rn]?)?[\s-]*(?:lieferant|kreditor|zahlung|konto)\w*|\bdiverse\b(?:\s+(?:lieferanten|kreditoren|"
    r"vendors|suppliers|leveranciers|leverandører|leverantörer)(?:\s+(?:inland|ausland|eu))?)?$|\b(?:lieferanten|kreditoren)\s+diverse\b|"
    r"\bone[\s-]*time\b(?:.*\b(?:vendor|supplier|account|creditor|payee)s?\b|$)|\bone[\s-]*off\s+(?:vendor|supplier|payment)s?\b|"
    r"^(?:misc(?:ellaneous|\.)?|sundry|various|generic|dummy|petty\s+cash)(?:\s+(?:vendor|supplier|creditor|payee|account|cash)s?)?$|"
    r"^(?:fournisseurs?|tiers)\s+(?:divers|occasionnels?|ponctuels?|de\s+passage)$|^divers(?:\s+fournisseurs)?$|^contado$|^零星供应商$|^proveedor(?:es)?\s+(?:varios|ocasional(?:es)?)$|"
    r"^(?:proveedor\s+)?varios$|^fornitori?\s+(?:diversi|vari|occasional[ei])$|^fornecedor(?:es)?\s+(?:diversos|eventua(?:l|is))$|"
    r"^dostawc[ay]\s+(?:jednorazow[ay]|różni)$|^eenmalige\s+(?:leverancier|crediteur)$|^engångsleverantör$|^engangsleverandør$|"
    r"^разовый\s+(?:поставщик|контрагент)$|^一次性供应商$|^スポット取引先$",
    re.IGNORECASE,
)  # fmt: skip
_NOBODY = frozenset(
    {
        "n/a", "n.a", "n.a.", "n/k", "nil", "none", "null", "nan", "#n/a", "tbc", "tbd", "tba",
        "to be confirmed", "to be determined", "unknown", "not known", "not available", "not applicable",
        "not disclosed", "not stated", "undisclosed", "no name", "no supplier", "name withheld", "withheld",
        "redacted", "redacted data", "name redacted", "redacted personal data", "personal data redacted",
        "personal data", "redacted - personal data", "redacted for data protection", "confidential",
        "anonymised", "anonymized", "private individual", "individual", "k.a.", "k. a.", "keine angabe",
        "unbekannt", "geschwärzt", "vertraulich", "anonymisiert", "inconnu", "non communiqué",
        "non renseigné", "confidentiel", "anonymisé", "sans objet", "sin datos", "desconocido",
        "no disponible", "no aplica", "confidencial", "sconosciuto", "non disponibile", "riservato",
        "omissis", "desconhecido", "não disponível", "n.v.t.", "nvt", "onbekend", "vertrouwelijk",
        "geanonimiseerd", "brak", "brak danych", "nieznany", "neuvedeno", "neznámý", "anonymizováno",
        "okänd", "ukendt", "ukjent", "tuntematon", "nincs adat", "necunoscut", "няма", "нет данных",
        "неизвестно", "немає даних", "bilinmiyor", "不明", "无", "未知", "なし",
    }
)  # fmt: skip
"""Cells that say that the name is not told; compared whole, without case and the signs around them."""

_AROUND = " \t-–—*<>[](){}\"'_:;"
_WORD = re.compile(r"[^\W_]+")
_COMMON = {"no", "da", "of", "to", "be", "for", "à", "de", "in", "on"}
_TRIGGERS = frozenset(_WORD.findall(re.sub(r"\\.", " ", f"{_PHRASES}|{_SINGLE}"))) - _COMMON
"""Words without which no phrase is there; most names have none of them, and are looked at no further."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


def unmarked(name: str) -> tuple[str, str]:
    """Return a name without marks that say that it is blocked, and those marks; none where no name would be left."""
    if not _SORTED_LAST.match(name) and name[-1:] not in "*#" and _TRIGGERS.isdisjoint(_WORD.findall(name.lower())):
        return name, ""
    rest = name
    for pattern in (_BEFORE, _SORTED_LAST, _BEFORE, _BEHIND, _CLOSING):
        match = pattern.match(rest) if pattern in (_BEFORE, _SORTED_LAST) else pattern.search(rest)
        if match:
            shorter = f"{rest[: match.start()]}{rest[match.end() :]}".strip()
            rest = shorter if _LETTERS.search(shorter) and _is_mark(match, shorter) else rest
    if rest == name:
        return name, ""
    before, _, behind = name.partition(rest)
    return rest, " ... ".join(part for part in (before.strip(), behind.strip()) if part)


def _is_mark(match: re.Match[str], rest: str) -> bool:
    said = match.groupdict()
    single = said.get("single")
    if not single or _SET_APART.search(f"{said['sign']} {said['gap']}"):
        return True
    return single.isupper() and not rest.isupper()


def one_time(name: str) -> bool:
    """Return whether a name is that of an account for suppliers who have none of their own."""
    return _ONE_TIME.search(name) is not None


def names_nobody(name: str) -> bool:
    """Return whether a cell says, in place of a name, that it is not told ("N/A", "REDACTED PERSONAL DATA")."""
    return name.strip(_AROUND).casefold() in _NOBODY
