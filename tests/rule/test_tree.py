"""A condition is a tree: every part is found, and any can be replaced."""

from tests.rule.test_condition import FR, SENSITIVE, condition
from vendorscreen.rule.condition import All, Leaf
from vendorscreen.rule.tree import replaced, walk

NESTED = {
    "all": [
        {"not": FR},
        {"any": [SENSITIVE, {"some item": {"cpv": {"under": ["38"]}, "tender.title": {"stated": True}}}]},
        {"count item": {"where": {"cpv": {"under": ["38"]}}, "at_least": 2}},
    ]
}


def test_a_walk_finds_every_leaf_with_the_scope_its_bare_name_belongs_to() -> None:
    leaves = [(here, one.path) for here, one in walk(condition(NESTED)) if isinstance(one, Leaf)]

    assert leaves == [
        ("case", "buyer.country"),
        ("case", "site.sensitive"),
        ("item", "cpv"),
        ("item", "tender.title"),
        ("item", "cpv"),
    ]


def test_a_leaf_is_replaced_wherever_it_stands_and_nothing_else() -> None:
    whole = condition(NESTED)
    leaves = [one for _, one in walk(whole) if isinstance(one, Leaf)]

    for leaf in leaves:
        left = [one for _, one in walk(replaced(whole, leaf, All(()))) if isinstance(one, Leaf)]
        assert list(map(id, left)) == [id(one) for one in leaves if one is not leaf]
    assert replaced(whole, All(()), leaves[0]) == whole
