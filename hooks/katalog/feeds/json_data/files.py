"""The JSON files: one of all courses, and one beside every record."""

from collections.abc import Iterator

from katalog.catalogue.addresses import section_of
from katalog.feeds.feed import Feed
from katalog.feeds.former_addresses import at_former_addresses
from katalog.feeds.full_addresses import absolute_url
from katalog.feeds.json_data import models
from katalog.feeds.json_data.encoded import encoded, with_text
from katalog.feeds.json_data.records import schema_address
from katalog.json_encoding import json_bytes
from katalog.schema.entries import Entry
from katalog.views.memo import memoise
from katalog.views.reader import Reader


def record_files(reader: Reader, entry: Entry) -> Iterator[Feed]:
    """Yield the file beside a record, and at its former addresses."""
    if reader.settings.shows(section_of(entry)):
        whole = json_bytes(with_text(reader, entry)) + b"\n"
        file = Feed(reader.addresses.record_feed(entry, "json"), whole)
        yield from at_former_addresses(reader, entry, [file])


COURSES_IN_FILE = 100
"""How many courses a file of all holds; the next ones are in the file that it names."""


def course_file_keys(reader: Reader) -> list[str]:
    """Return the keys of the files of all courses: the index of the first course in each."""
    return [str(begin) for begin in range(0, max(1, len(_all(reader))), COURSES_IN_FILE)]


def course_files(reader: Reader, key: str) -> Iterator[Feed]:
    """Yield a file of all courses, each course on a line of its own."""
    courses, begin = _all(reader), int(key)
    end = begin + COURSES_IN_FILE
    whole = models.Courses(
        schema_=schema_address(reader, "courses"),
        title=reader.settings.site_name[reader.language],
        url=absolute_url(reader.addresses.section("courses"), reader.settings),
        language=reader.language,
        total=len(courses),
        next=absolute_url(_address(reader, end), reader.settings) if end < len(courses) else "",
    )
    head = json_bytes(whole).removesuffix(b"}")
    lines = b",\n".join(_line(reader, reader.entry(id_)) for id_ in courses[begin:end])
    yield Feed(_address(reader, begin), b'%b,"courses":[\n%b\n]}\n' % (head, lines))


@memoise
def _all(reader: Reader) -> tuple[str, ...]:
    found = reader.catalogue.by_collection.get("courses", ()) if reader.settings.shows("courses") else ()
    return tuple(sorted(entry.id for entry in found))


def _address(reader: Reader, begin: int) -> str:
    number = begin // COURSES_IN_FILE + 1
    return reader.addresses.feed("json" if number == 1 else f"{number}.json")


def _line(reader: Reader, entry: Entry) -> bytes:
    """Return a course's line in the file of all: its own file without the schema and the text."""
    before, own, after = encoded(reader, entry).partition(b',"state":')
    plain = before[before.index(b'"id":') :].partition(b',"html_language":')[0]
    return b"".join((b"{", plain, own, after))
