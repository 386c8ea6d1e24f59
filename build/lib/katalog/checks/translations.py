"""Translations against the site's languages and their originals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.problems import Place, Problem
from katalog.schema.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.schema.validate import Entry, TranslationEntry
    from katalog.settings import Settings
    from katalog.source import Loc


def check_translation(
    translation: TranslationEntry, original: Entry | None, settings: Settings
) -> Iterator[Problem]:
    """Check that the language is the site's, and that no list is longer than the original's."""
    allowed = [language.tag for language in settings.languages]
    if translation.language not in allowed:
        params = {"written": translation.language, "allowed": ", ".join(allowed)}
        yield Problem(translation.path, Place(), "translation.language-unknown", params)
    if original:
        for loc, count, limit in _longer(translation.texts, original.record, ()):
            place = translation.tree.place_of((*loc, limit))
            params = {"field": str(loc[-1]), "count": str(count), "limit": str(limit)}
            yield Problem(translation.path, place, "translation.too-many-items", params)


def _longer(texts: Part, original: Part, at: Loc) -> Iterator[tuple[Loc, int, int]]:
    for name in texts.__struct_fields__:
        new, old = getattr(texts, name), getattr(original, name, None)
        if isinstance(new, tuple):
            limit = len(old) if isinstance(old, tuple) else 0
            if len(new) > limit:
                yield (*at, name), len(new), limit
            elif limit and new and isinstance(new[0], Part):
                for number, (one, other) in enumerate(zip(new, old or (), strict=False)):
                    yield from _longer(one, other, (*at, name, number))
