"""The texts of a view, each with the part of the page it stands in."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from katalog.views.reader import Link
from katalog.views.shared.dates import WhenView
from katalog.views.shared.deadlines import DeadlineView
from katalog.views.shared.text import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Weighted(Struct, frozen=True):
    """A text and the part it stands in, which says what its words weigh (`weights.WEIGHTS`)."""

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
    "deadline_file", "participants", "role_key", "followers", "courses", "relations", "languages", "language",
    "enrol", "enrol_at", "first", "button", "deadline", "closed", "add", "calendar_shown",
    "language_name", "hours", "others", "seats", "standing", "lang", "online_link", "type",
})  # fmt: skip
"""Fields that say nothing of the record itself: addresses, other records, what has a part of its own."""
TITLED = frozenset({"runs", "sessions", "upcoming", "past_meetings", "documents", "results", "groups"})
"""Lists whose items have titles and kinds of their own."""


def texts_of(value: Any, part: str = "fact") -> Iterator[Weighted]:
    """Yield what a view shows of its record, field by field."""
    if isinstance(value, str):
        if value:
            yield Weighted(part, str(value))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each, part)
    elif isinstance(value, Link):
        yield Weighted(part, f"{value.title} {_shown_address(value)}")
    elif isinstance(value, TextView):
        yield Weighted("body", plain("".join(part for part in value.parts if isinstance(part, str))))
    elif isinstance(value, Struct) and not isinstance(value, (WhenView, DeadlineView)):
        yield from _of_struct(value, part)


def _of_struct(value: Struct, part: str) -> Iterator[Weighted]:
    for name in value.__struct_fields__:
        if name in TITLED:
            for item in getattr(value, name):
                own = " ".join(str(getattr(item, each, "")) for each in ("title", "kind", "name"))
                yield Weighted(PARTS.get(name, "fact"), own)
                yield from texts_of(item, PARTS.get(name, "fact"))
        elif name not in LEFT_OUT:
            yield from texts_of(getattr(value, name), PARTS.get(name, part))


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
    return [line.strip() for line in _SENTENCE.split(text)]


_BLOCK = re.compile(r"</(?:p|li|h[1-6]|t[dhr]|div|blockquote|dd|dt)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[ \t]*\n\s*")


@lru_cache(64)
def plain(html: str) -> str:
    """Return the text of HTML, a line for each block, so that no two words are glued."""
    return _SPACE.sub("\n", unescape(_TAG.sub("", _BLOCK.sub("\n", html)))).strip()
