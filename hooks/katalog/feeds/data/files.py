"""The JSON files: one of all courses, and one beside every record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.data import models
from katalog.feeds.data.records import schema_address
from katalog.feeds.feed import Feed
from katalog.feeds.identifiers import absolute_url
from katalog.json_encoding import json_bytes

if TYPE_CHECKING:
    from katalog.views.reader import Reader


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
        """Return a course's file; its line in the file of all leaves out the schema and the text."""
        whole = json_bytes(data)
        before, own, after = whole.partition(b',"state":')
        plain = before[before.index(b'"id":') :].partition(b',"html":')[0]
        self._courses[data.id] = b"".join((b"{", plain, own, after))
        return whole

    def courses(self) -> Feed:
        """Return the file of all courses given to `record`, each on a line of its own."""
        reader = self._reader
        whole = models.Courses(
            schema_=schema_address(reader, "courses"),
            title=reader.settings.site_name[reader.language],
            url=absolute_url(reader.addresses.section("courses"), reader.settings),
            language=reader.language,
        )
        head = json_bytes(whole).removesuffix(b"}")
        lines = b",\n".join(text for _, text in sorted(self._courses.items()))
        return Feed(reader.addresses.feed("json"), b'%b,"courses":[\n%b\n]}\n' % (head, lines))
