"""Plain values out as YAML that reads back the same: keys in their order, texts quoted where they must be."""

from decimal import Decimal
from typing import Any

import yaml

from vendorscreen.showing import shown

__all__ = ["write_yaml"]

_WIDTH = 110
_SHORT = 90


class _Dumper(yaml.SafeDumper):
    """Writes amounts as plain numbers, texts of several lines as blocks, and short things on one line."""

    def serialize(self, node: yaml.Node) -> None:
        """Write the outermost mapping as a block, however short."""
        node.flow_style = False  # type: ignore[attr-defined]
        super().serialize(node)

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        """Write a short mapping of plain values on one line."""
        node = super().represent_mapping(tag, mapping, flow_style)
        node.flow_style = _short([part for pair in node.value for part in pair])
        return node

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        """Write a short list of plain values on one line."""
        node = super().represent_sequence(tag, sequence, flow_style)
        node.flow_style = _short(node.value)
        return node

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Write a text in quotes; what nobody would see in it, or YAML would fold, stands there as its number."""
        if _hides(text):
            self.write_indicator(f'"{"".join(map(_numbered, text))}"', need_whitespace=True)
        else:
            super().write_double_quoted(text, split)

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out; the reader refuses aliases."""
        del data
        return True


def _short(parts: list[Any]) -> bool:
    plain = all(isinstance(part, yaml.ScalarNode) and "\n" not in part.value for part in parts)
    return plain and sum(len(part.value) + 2 for part in parts) <= _SHORT


def _number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    whole = value == value.to_integral_value()
    kind, text = ("int", str(int(value))) if whole else ("float", format(value, "f"))
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    quoted = _hides(value) or value[:1].isspace() or value.endswith("\n\n")
    style = '"' if quoted else "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _hides(text: str) -> bool:
    """Return whether a text holds more than line breaks that nobody would see."""
    plain = text.replace("\n", " ")
    return shown(plain) != plain


def _numbered(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if shown(letter) == letter:
        return letter
    return f"\\u{ord(letter):04X}" if letter <= "\uffff" else f"\\U{ord(letter):08X}"


_Dumper.add_representer(Decimal, _number)
_Dumper.add_representer(str, _text)


def write_yaml(value: object) -> str:
    """Return a value of plain dicts, lists, texts, numbers and dates as YAML."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
