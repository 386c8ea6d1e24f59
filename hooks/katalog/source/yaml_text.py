"""A record as text: the one place that knows how values, front matter and the whole file are laid out.

What is written reads as the same again in Katalog, which takes every scalar for text, and is plain where
it can be: `when: 2026-03-07` and `lessons: 24` bear no quotation marks.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import NoneType
from typing import Any

import yaml

from katalog.source.decode import MAX_LINE
from katalog.source.suspicious_yaml import ends_in_stray_quote, suspicious_spaces

_TAG = "tag:yaml.org,2002:"
_TEXT, _NULL = f"{_TAG}str", f"{_TAG}null"


class _Dumper(yaml.BaseDumper):
    """Knows no numbers, truths and dates: only what Katalog does not read as text gets quotation marks."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML asks of every value
        """Write what occurs twice twice; the reader refuses anchors."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's
        """Set the items of a list two columns in from its field, as editors do."""
        super().increase_indent(flow, indentless=False)


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar(_TEXT, str(text), _style(text))


def _style(text: str) -> str | None:
    """Return how a text must be written for the reader's sake, or `None`: as YAML will have it."""
    if any(suspicious_spaces(text)):
        return '"'
    if "\n" in text.strip("\n"):
        return "|"
    return "'" if ends_in_stray_quote(text) else None


def _as_text(write: Callable[[Any], str]) -> Callable[[_Dumper, Any], yaml.Node]:
    return lambda dumper, value: dumper.represent_scalar(_TEXT, write(value))


_REPRESENTERS: dict[type, Callable[[_Dumper, Any], yaml.Node]] = {
    str: _text,
    NoneType: lambda dumper, _: dumper.represent_scalar(_NULL, ""),
    bool: _as_text(lambda value: str(value).lower()),
    int: _as_text(str),
    float: _as_text(str),
    date: _as_text(date.isoformat),
    datetime: _as_text(lambda value: value.isoformat(" ", "minutes")),
    list: lambda dumper, items: dumper.represent_sequence(f"{_TAG}seq", items),
    tuple: lambda dumper, items: dumper.represent_sequence(f"{_TAG}seq", items),
    dict: lambda dumper, fields: dumper.represent_mapping(f"{_TAG}map", fields),
}
for _type, _represent in _REPRESENTERS.items():
    _Dumper.add_multi_representer(_type, _represent)
_Dumper.add_implicit_resolver(_NULL, re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Dumper.add_implicit_resolver(f"{_TAG}merge", re.compile(r"<<$"), ["<"])


def front_text(data: Mapping[str, Any], **options: Any) -> str:
    """Return data as YAML, in its order and without folded lines; `options` are those of `yaml.dump`."""
    options = {"allow_unicode": True, "sort_keys": False, "width": MAX_LINE} | options
    return str(yaml.dump(dict(data), Dumper=_Dumper, **options)) if data else ""


def scalar(text: str, *, quoted: bool = False) -> str:
    """Return a text of one line as the value of a field; `quoted` even where it need not be."""
    written = front_text({"field": text}, default_style='"') if quoted else front_text({"field": text})
    return written.partition(": ")[2].rstrip("\n")


def text_in_line(value: Any) -> str:
    """Return a value as front matter has it on one line, lists and mappings between brackets."""
    return front_text({"v": value}, default_flow_style=True).strip()[len("{v: ") : -1]


def record_text(front: str, body: str) -> str:
    """Return the text of a record's file: front matter between its fences, a blank line, the body."""
    end = "" if not front or front.endswith("\n") else "\n"
    text = body.strip("\n")
    return f"---\n{front}{end}---\n" + (f"\n{text}\n" if text else "")
