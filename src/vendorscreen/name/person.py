"""Names that may be those of natural persons: listed persons are not searched by name, and the answer says so."""

import re
from functools import cache
from importlib.resources import files

from vendorscreen.name.background import is_known
from vendorscreen.name.comparable import comparable

__all__ = ["NOT_SEARCHED", "may_be_a_person"]

NOT_SEARCHED = "listed persons are not searched by name, and this may be one"

LONGEST_NAME = 80
"""Characters of the longest name that may be a person's."""

_FEWEST_WORDS, _MOST_WORDS = 2, 5
_LONGEST_INITIALS = 2
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "ibn", "la", "van", "von"})
_PATRONYMIC = re.compile(r"\w{3,}(?:ovich|evich|yevich|ovna|evna|ovych|iovych|oglu|kyzy)")
_SURNAME_IN_CAPITALS = re.compile(r"(?:[^\W\d_][^\W\d_A-Z]+[\s-])+[A-Z][A-Z'-]{3,}(?:\s[A-Z][A-Z'-]{3,})?")
_TITLE = re.compile(
    r"(?:herrn?|frau|mme|mlle|madame|monsieur|srta|señora?|senhora?|signora?|mrs?|miss|pani|пани?|г-н|"
    r"г-жа|господин|госпожа)(?:\.\s*|\s+)(?=\w)|(?:m|sra?|sig|ms|dr)\.\s*(?=\w{3})",
    re.IGNORECASE,
)
_SOLE_TRADER = re.compile(
    r"(?:ИП|ФОП|ФЛП|индивидуальный предприниматель|фізична особа[\s-]+підприємець)\s+(?=\w)", re.IGNORECASE
)
_HAN_NAME = re.compile(
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏"
    "苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石贾賈韦韋夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向汤湯]"
    "(?:(?![山河江海湖金])[\u4e00-\u9fff]|[\u4e00-\u9fff]{2})|(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛)[\u4e00-\u9fff]{1,2}"
)
_HAN_TRADE = frozenset("厂廠店行院所局社部处處站场場馆館县縣市区區省镇鎮村港路桥橋钢鋼铁鐵煤电電科药藥酒业業司矿礦团團")


def may_be_a_person(name: str) -> bool:
    """Return whether a name looks like a person's.

    It has two to five words, no legal form, number, place or trade word, and holds a usual given name, a patronymic, a
    title, or a surname in capitals behind another word: "Jan Novak", "Frau Novak", "Jan NOVAK", "Novak, Jan". So do
    sole traders ("ИП Петров Петр"); a Chinese name is a usual surname with one or two characters.
    """
    name = name.strip()
    if len(name) > LONGEST_NAME or any(letter.isdigit() or letter in "&+/" for letter in name):
        return False
    if _HAN_NAME.fullmatch(name):
        return _HAN_TRADE.isdisjoint(name)
    if trader := _SOLE_TRADER.match(name):
        return _is_called(name[trader.end() :], titled=True)
    if title := _TITLE.match(name):
        return _is_called(name[title.end() :], titled=True, fewest=1)
    return _is_called(name)


def _is_called(name: str, *, titled: bool = False, fewest: int = _FEWEST_WORDS) -> bool:
    """Return whether the words may be a person's name; ``titled`` is whether a title or trade before them says so."""
    words = comparable(name)
    if words.fillers or not fewest <= len(words.words) <= _MOST_WORDS:
        return False
    given = _given_names()
    others = [word for word in words.words if word not in given | _PARTICLES]
    if titled:
        others = [word for word in others if len(word) > _LONGEST_INITIALS]
    if any(map(is_known, others)) or not (others or titled):
        return False
    is_called = titled or not given.isdisjoint(words.words) or any(map(_PATRONYMIC.fullmatch, others))
    return is_called or _SURNAME_IN_CAPITALS.fullmatch(name) is not None


@cache
def _given_names() -> frozenset[str]:
    text = files("vendorscreen.name").joinpath("data/given_names.txt").read_text(encoding="ascii")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
