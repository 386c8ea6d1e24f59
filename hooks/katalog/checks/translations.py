"""Translations against the site's languages and their originals."""

from collections.abc import Iterator
from typing import Any

from katalog.problems import Position, Problem
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.record_parts import Part
from katalog.settings.model import Settings
from katalog.source import Loc

Unpaired = tuple[Loc, str, dict[str, str]]


def check_translation(
    translation: TranslationEntry, original: Entry | None, settings: Settings
) -> Iterator[Problem]:
    """Check that the language is the site's, and that items pair with the original's."""
    allowed = [language.tag for language in settings.languages]
    if translation.language not in allowed:
        params = {"written": translation.language, "allowed": ", ".join(allowed)}
        yield Problem(translation.path, Position(), "translation.language-unknown", params)
    if original:
        for loc, code, params in _unpaired(translation.texts, original.record, ()):
            position = translation.tree.position_of(loc)
            yield Problem(translation.path, position, code, params)


def _unpaired(texts: Part, original: Part, at: Loc) -> Iterator[Unpaired]:
    """Yield what cannot be paired item by item: lists of another length, texts that an item does not have."""
    for name in texts.__struct_fields__:
        new, old = getattr(texts, name), getattr(original, name, None)
        if isinstance(new, tuple) and new:
            yield from _unpaired_items(new, old if isinstance(old, tuple) else (), (*at, name))
        elif isinstance(new, Part) and isinstance(old, Part):
            yield from _unpaired(new, old, (*at, name))
        elif old is None and (isinstance(new, Part) or (isinstance(new, str) and at)):
            yield (*at, name), "translation.item-without-text", {"field": name}


def _unpaired_items(new: tuple[Any, ...], old: tuple[Any, ...], at: Loc) -> Iterator[Unpaired]:
    params = {"field": str(at[-1]), "count": str(len(new)), "limit": str(len(old))}
    if len(new) > len(old):
        yield (*at, len(old)), "translation.too-many-items", params
    elif len(new) < len(old):
        yield at, "translation.too-few-items", params
    elif isinstance(new[0], Part):
        for number, (one, other) in enumerate(zip(new, old, strict=True)):
            yield from _unpaired(one, other, (*at, number))
