"""When two words are alike, and the keys by which an index finds alike words.

Two different words are alike only if they share a key (``word_keys``), so what the index finds by keys is all there is.
Keys come from the consonants a word sounds of, one of them missing; short words, and words of few consonants, use their
letters instead.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA

__all__ = ["likeness", "skeleton", "sound", "word_keys"]

_SHORTEST = 5
"""Letters of the shortest word that may be misspelt; shorter words must be the same."""
_TWO_EDITS_FROM = 8
"""Letters of the shortest word that may hold two edits."""
_DIGITS = str.maketrans("0158", "olsb")
_LETTERS = str.maketrans("cqzywj", "kksivi")
_VOWELS = str.maketrans("", "", "aeiou")
_SOUNDS = (("rn", "m"), ("cl", "d"), ("sch", "sh"), ("ph", "f"), ("kh", "h"), ("ck", "k"), ("x", "ks"))


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Return the word with letters that sound or look the same made the same, and doubled letters single."""
    if not word.isalpha() and not word.isdigit():
        word = word.translate(_DIGITS)
    for spelling, to in _SOUNDS:
        if spelling in word:
            word = word.replace(spelling, to)
    word = word.translate(_LETTERS).replace("ei", "i").replace("ie", "i")
    return "".join(c for c, before in zip(word, " " + word, strict=False) if c != before)


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """Return the consonants a word sounds of."""
    kept = sound(word).translate(_VOWELS)
    return "".join(c for c, before in zip(kept, " " + kept, strict=False) if c != before)


@lru_cache(maxsize=1 << 16)
def word_keys(word: str) -> frozenset[str]:
    """Return the keys of a word; words that share none are never alike."""
    heard = sound(word)
    bones = skeleton(word)
    keys = {heard}
    if len(bones) >= 3:
        keys.add("-" + bones)
    if len(bones) >= 4:
        keys.update("-" + bones[:i] + bones[i + 1 :] for i in range(len(bones)))
    if len(bones) <= 3 and len(word) >= _SHORTEST - 1:
        keys.update(heard[:i] + heard[i + 1 :] for i in range(len(heard)))
    return frozenset(keys)


@lru_cache(maxsize=1 << 17)
def likeness(a: str, b: str) -> float:
    """Return how well ``a`` may stand for ``b``: 1 the same word, 0 another word. Symmetric."""
    if a == b:
        return 1.0
    shorter = min(len(a), len(b))
    if shorter < 3 or word_keys(a).isdisjoint(word_keys(b)):
        return 0.0
    same_sound = sound(a) == sound(b)
    if same_sound and (shorter >= _SHORTEST or not (a.isalpha() and b.isalpha())):
        return 0.95
    if shorter >= 4 and _devowelled(a, b):
        return 0.85
    if shorter < _SHORTEST:
        return 0.0
    budget = 2 if shorter >= _TWO_EDITS_FROM else 1
    edits = min(OSA.distance(a, b, score_cutoff=budget), OSA.distance(sound(a), sound(b), score_cutoff=budget))
    if edits > budget:
        return 0.0
    return 1.0 - 0.1 * edits if shorter >= 7 else 0.85


def _devowelled(a: str, b: str) -> bool:
    return len(skeleton(a)) >= 3 and (_without_vowels(a) == b or _without_vowels(b) == a)


def _without_vowels(word: str) -> str:
    return word[0] + word[1:-1].translate(_VOWELS) + word[-1]
