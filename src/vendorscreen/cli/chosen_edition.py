"""Which edition of a list a command uses."""

from vendorscreen.errors import UsageError

__all__ = ["chosen_editions"]


def chosen_editions(texts: list[str]) -> dict[str, str]:
    """Return the edition named for each list by options of the form ``us-csl=2022-04-21``.

    Raises:
        UsageError: an option has another form.
    """
    pairs = [text.partition("=") for text in texts]
    for name, sign, edition in pairs:
        if not (name and sign and edition):
            raise UsageError(f"--edition: '{name}{sign}{edition}' is no edition, write LIST=DATE")
    return {name: edition for name, _, edition in pairs}
