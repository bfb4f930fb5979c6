"""Traditional characters of the names that Chinese firms write in both forms, made simplified."""

__all__ = ["simplified"]

_TRADITIONAL = (
    "視為爲華興訊湯曠聯車亞圖雲從飛藥東達遠動騰廣國電運長儲榮螢樂寧時陽賽創樹網偉業際節躍發術衛機龍軟紅數環聖導"
)
_SIMPLIFIED = (
    "视为为华兴讯汤旷联车亚图云从飞药东达远动腾广国电运长储荣萤乐宁时阳赛创树网伟业际节跃发术卫机龙软红数环圣导"
)
_FORMS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """Return ``text`` with those characters simplified; all others stay."""
    return text.translate(_FORMS)
