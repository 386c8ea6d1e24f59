"""Fields of plain text: Markdown, which readers would see as it was typed, and a yes that says nothing."""

import re
from collections.abc import Iterator

from katalog.problems import Problem
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.field_introspection import fields_of, parts_in
from katalog.schema.record_parts import Part
from katalog.schema.value_types import NO, YES
from katalog.source import Loc
from katalog.source.yaml_tree import field_at

_MARKUP = re.compile(
    r"!?\[(?P<words>[^\[\]\n]+)\]\((?P<address>[^\s()]+(?:\([^\s()]*\))?)\)"
    r"|<(?P<bare>https?://[^\s<>]+)>"
    r"|(?P<mark>\*\*|__)(?P<strong>[^\s*_](?:[^*_\n]*[^\s*_])?)(?P=mark)"
)


def check_plain_text(each: Entry | TranslationEntry) -> Iterator[Problem]:
    """Yield the first piece of Markdown in every field of plain text, and those that say yes or no alone."""
    root = each.texts if hasattr(each, "texts") else each.record
    for loc, text in _texts(root):
        if found := _MARKUP.search(text):
            params = {"field": field_at(loc), "written": found[0], "suggestion": _plain(found)}
            yield Problem(each.path, each.tree.position_of(loc), "field.markup", params)
        elif text.casefold() in YES | NO and field_at(loc) not in {"title", "value"}:
            params = {"field": field_at(loc), "written": text}
            yield Problem(each.path, each.tree.position_of(loc), "field.yes-in-text", params)


def _plain(found: re.Match[str]) -> str:
    """Return what says the same without marks: addresses become links by themselves."""
    words, address = found["words"], (found["address"] or "").removeprefix("mailto:")
    if not words:
        return found["bare"] or found["strong"]
    if not address.startswith(("https://", "http://", "www.")) and "@" not in address:
        return words
    return address if words.casefold() in address.casefold() else f"{words}: {address}"


def _texts(root: Part) -> Iterator[tuple[Loc, str]]:
    for at, part in parts_in(root):
        for field in fields_of(type(part)):
            value = getattr(part, field.name) if field.translatable else None
            for number, text in enumerate(value if field.many else (value,)) if value else ():
                yield ((*at, field.name, number) if field.many else (*at, field.name)), text
