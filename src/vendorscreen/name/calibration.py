"""How often a clean supplier reaches a similarity by chance."""

from bisect import bisect_left

__all__ = ["clean_alerts_per_thousand"]

_MEASURED = ((0.5, 60.0), (0.6, 25.0), (0.7, 9.0), (0.8, 3.0), (0.85, 1.5), (0.9, 0.7), (0.95, 0.3), (1.0, 0.1))


def clean_alerts_per_thousand(similarity: float) -> float:
    """Return how many of 1,000 clean suppliers are at least this similar to any of about 17,000 listed names."""
    place = bisect_left(_MEASURED, (similarity, 0.0))
    return _MEASURED[min(place, len(_MEASURED) - 1)][1]
