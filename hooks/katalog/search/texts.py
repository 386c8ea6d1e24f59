"""The texts of a view, each with the part of the page it stands in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from html import unescape
from typing import Any

from msgspec import Struct

from katalog.views.reader import Link
from katalog.views.shared.dates import WhenView
from katalog.views.shared.deadlines import DeadlineView
from katalog.views.shared.text import TextView
from katalog.views.shared.visible_periods import VisiblePeriod


class Weighted(Struct, frozen=True):
    """A text and the part it stands in, which says what its words weigh (`term_weights.WEIGHTS`)."""

    part: str
    text: str


_FIELDS = {
    "own": "contact_details isil",
    "lead": "subtitle summary goal",
    "topic": "topics",
    "name": (
        "organisers partners teachers speakers people coordinator funders facilitator author publisher "
        "organisation about part_of parent children groups job"
    ),
    "place": "place room place_link place_address municipality region address country",
    "fact": "prices documents results involvements",
    "body": "agenda programme note includes text",
}
PARTS = {field: part for part, fields in _FIELDS.items() for field in fields.split()}
"""The part of a field of any view; one without an entry belongs to the part around it, or is a fact."""

LEFT_OUT = frozenset({
    "id", "title", "kind", "card", "aliases", "notices", "picture", "history", "parts", "past_courses",
    "courses_ahead", "news", "related", "events", "source", "data", "edit", "calendar", "map", "fallback",
    "anchor", "number", "period", "when", "opens", "closes", "span", "state", "steps", "over_from",
    "deadline_file", "participants", "followers", "courses", "relations", "languages", "language",
    "enrol", "enrol_at", "first", "deadline",
    "language_name", "hours", "others", "seats", "standing", "lang", "online_link", "type",
})  # fmt: skip
"""Fields that say nothing of the record itself: addresses, other records, what has a part of its own."""
TITLED = frozenset({"runs", "sessions", "upcoming", "past_meetings", "documents", "results", "groups"})
"""Lists whose items have titles and kinds of their own."""


def texts_of(value: Any) -> list[Weighted]:
    """Return what a view shows of its record, field by field."""
    found: list[Weighted] = []
    _add(found, value, "fact")
    return found


def _add(found: list[Weighted], value: Any, part: str) -> None:
    if isinstance(value, str):
        if value:
            found.append(Weighted(part, str(value)))
    elif isinstance(value, tuple):
        for each in value:
            _add(found, each, part)
    elif isinstance(value, Link):
        found.append(Weighted(part, f"{value.title} {_shown_address(value)}"))
    elif isinstance(value, TextView):
        text = "".join(part for part in value.parts if isinstance(part, str))
        found.append(Weighted("body", plain(text)))
    elif isinstance(value, Struct) and not isinstance(value, (WhenView, DeadlineView, VisiblePeriod)):
        _add_fields(found, value, part)


def _add_fields(found: list[Weighted], value: Struct, part: str) -> None:
    for name in _fields_with_text(type(value)):
        if name in TITLED:
            for item in getattr(value, name):
                own = " ".join(str(getattr(item, each, "")) for each in ("title", "kind", "name"))
                found.append(Weighted(PARTS.get(name, "fact"), own))
                _add(found, item, PARTS.get(name, "fact"))
        elif field := getattr(value, name):
            _add(found, field, PARTS.get(name, part))


@cache
def _fields_with_text(view: type[Struct]) -> tuple[str, ...]:
    return tuple(name for name in view.__struct_fields__ if name in TITLED or name not in LEFT_OUT)


def _shown_address(link: Link) -> str:
    return link.address.removeprefix("mailto:") if link.address.startswith("mailto:") else ""


def lines_of(summary: str, texts: Sequence[Weighted]) -> Iterator[str]:
    """Yield the lines a hit may show: the summary, then what the view says, then its text by sentences."""
    if summary:
        yield str(summary)
    yield from (each.text for each in texts if each.part == "lead")
    sentences = [line for each in texts if each.part == "body" for line in _sentences(each.text)]
    yield from sentences[:MOST_SENTENCES]
    yield from (each.text for part in ("own", "name", "place", "fact") for each in texts if each.part == part)


MOST_SENTENCES = 8
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-ZÆØÅÄÖ])|\n+")


def _sentences(text: str) -> list[str]:
    return [line.strip() for line in _SENTENCE.split(text, MOST_SENTENCES)]


_BLOCK = re.compile(r"</(?:p|li|h[1-6]|t[dhr]|div|blockquote|dd|dt)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[ \t]*\n\s*")


@lru_cache(64)
def plain(html: str) -> str:
    """Return the text of HTML, a line for each block, so that no two words are glued."""
    return _SPACE.sub("\n", unescape(_TAG.sub("", _BLOCK.sub("\n", html)))).strip()
