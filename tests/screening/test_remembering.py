"""What is remembered is made once, until there is too much of it."""

from vendorscreen.screening.remembering import Remembered


def test_a_value_is_made_once_until_all_are_forgotten() -> None:
    made: list[str] = []
    remembered = Remembered[str, int](2)

    for key in ("a", "a", "b", "a", "c", "a"):
        remembered.of(key, lambda key=key: made.append(key) or len(made))  # type: ignore[misc,func-returns-value]

    assert made == ["a", "b", "c", "a"]
