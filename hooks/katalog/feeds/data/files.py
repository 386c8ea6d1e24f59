"""The JSON files: one of all courses, and one beside every record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from katalog.feeds.data import models
from katalog.feeds.data.records import schema_address
from katalog.feeds.feed import Feed
from katalog.feeds.names import full
from katalog.json_text import json_bytes

if TYPE_CHECKING:
    from katalog.views.reader import Reader


class _Schema(Struct, omit_defaults=True):
    """What a line of the file of all courses leaves out before the id."""

    schema_: str = field(name="$schema")


class _Text(Struct, omit_defaults=True):
    """And before what only courses have."""

    html: str = ""
    html_language: str = ""


class JsonFiles:
    """The JSON files of one language, written while its pages are made: both say the same of a record."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._courses: dict[str, bytes] = {}

    def record(self, data: models.Record) -> Feed:
        """Return the file beside a record."""
        entry = self._reader.entry(data.id)
        whole = self._course(data) if isinstance(data, models.Course) else json_bytes(data)
        return Feed(self._reader.addresses.record_feed(entry, "json"), whole + b"\n")

    def _course(self, data: models.Course) -> bytes:
        """Return a course's file: its line in the file of all, with the text before its first own field."""
        line = json_bytes(replace(data, html="", html_language="", schema_=""))
        self._courses[data.id] = line
        head, own, rest = line.partition(b',"state":')
        text = json_bytes(_Text(data.html, data.html_language))
        return b"".join(
            (
                json_bytes(_Schema(data.schema_))[:-1],
                b",",
                head[1:],
                b"," if data.html else b"",
                text[1:-1],
                own,
                rest,
            )
        )

    def courses(self) -> Feed:
        """Return the file of all courses given to `record`, each on a line of its own."""
        reader = self._reader
        whole = models.Courses(
            schema_=schema_address(reader, "courses"),
            title=reader.settings.site_name[reader.language],
            url=full(reader.addresses.section("courses"), reader.settings),
            language=reader.language,
        )
        head = json_bytes(whole).removesuffix(b"}")
        lines = b",\n".join(text for _, text in sorted(self._courses.items()))
        return Feed(reader.addresses.feed("json"), b'%b,"courses":[\n%b\n]}\n' % (head, lines))
