"""Han numerals in names, in digits: behind "第", or before a word that counts works, institutes or troops.

Anywhere else they are parts of names (三一重工, 一汽, 三星).
"""

import re

__all__ = ["han_numerals_in_digits"]

_FIGURES = {
    sign: figure
    for figure, signs in enumerate("〇零 一壹壱 二贰貳弐两兩 三叁參参 四肆 五伍 六陆陸 七柒 八捌 九玖".split())
    for sign in signs
}
_POWERS = {**dict.fromkeys("十拾", 10), **dict.fromkeys("百佰", 100), **dict.fromkeys("千仟", 1000)}
_SIGNS = "".join([*_FIGURES, *_POWERS])
_COUNTED = "研究|设计|設計|工程局|医院|所|厂|廠|局|院|号|號|冶|师|師|旅|军|軍"
_ANOTHER_WORD = "统統唯万萬单單同合归歸专專"
_NUMERAL = re.compile(
    f"(?:第(?P<ordinal>[{_SIGNS}]{{1,9}})|(?<![{_SIGNS}{_ANOTHER_WORD}])(?P<count>[{_SIGNS}]{{1,9}})(?={_COUNTED})"
    "|[第제]?(?<![A-Za-z0-9])(?P<digits>[0-9]+)(?![A-Za-z0-9]))(?P<unit>[所厂廠]?)"
)
_UNITS = {"所": "研究所", "厂": "工厂", "廠": "工厂"}
"""What institutes and works are called in short where a number says which."""


def han_numerals_in_digits(text: str) -> str:
    """Return ``text`` with the Han numerals that number something in digits, apart ("第三十八" is " 38 ")."""
    return _NUMERAL.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    return f" {found['digits'] or _value(found['ordinal'] or found['count'])} {_UNITS.get(found['unit'], '')}"


def _value(numeral: str) -> int:
    if _POWERS.keys().isdisjoint(numeral):
        return int("".join(str(_FIGURES[sign]) for sign in numeral))
    total = figure = 0
    for sign in numeral:
        if sign in _POWERS:
            total += (figure or 1) * _POWERS[sign]
            figure = 0
        else:
            figure = _FIGURES[sign]
    return total + figure
