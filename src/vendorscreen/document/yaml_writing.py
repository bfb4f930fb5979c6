"""Plain values out as YAML that reads back the same: keys in their order, texts quoted where they must be."""

from decimal import Decimal
from typing import Any

import yaml

__all__ = ["write_yaml"]

_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Writes amounts as plain numbers and texts of several lines as blocks."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out; the reader refuses aliases."""
        del data
        return True


def _number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    whole = value == value.to_integral_value()
    kind, text = ("int", str(int(value))) if whole else ("float", format(value, "f"))
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(str, _text)


def write_yaml(value: object) -> str:
    """Return a value of plain dicts, lists, texts, numbers and dates as YAML."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
