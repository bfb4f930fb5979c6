"""How often chance alone is as similar."""

from vendorscreen.name import MATCH_THRESHOLD, clean_alerts_per_thousand


def test_the_more_similar_the_rarer_among_clean_suppliers() -> None:
    levels = [clean_alerts_per_thousand(step / 100) for step in range(101)]
    assert levels == sorted(levels, reverse=True)
    assert all(0 < level <= 1000 for level in levels)


def test_at_the_threshold_no_more_than_two_of_a_thousand_are_taken_for_a_listed_one() -> None:
    assert clean_alerts_per_thousand(MATCH_THRESHOLD) <= 2
