"""Every kind of feed of one language."""

from collections.abc import Iterator, Mapping

from katalog.feeds.atom import project_atoms, site_atoms, topic_atoms
from katalog.feeds.calendars import CALENDARS, record_calendars
from katalog.feeds.feed import Feed
from katalog.feeds.filter_data import filter_data
from katalog.feeds.for_programs import manifest, opml, search_description
from katalog.feeds.json_data.files import course_file_keys, course_files, record_files
from katalog.feeds.vcard import vcards
from katalog.views.output_kinds import OutputKind, of_each, of_topics, whole
from katalog.views.reader import Reader


def _around(reader: Reader) -> Iterator[Feed]:
    """Yield what tells programs of the site as a whole."""
    yield opml(reader)
    yield manifest(reader)
    if reader.settings.site_url:
        yield search_description(reader)


KINDS: Mapping[str, OutputKind[Feed]] = {
    **CALENDARS,
    "record-calendars": of_each(record_calendars, "courses", "projects", "libraries", "organisations"),
    "atom": whole(site_atoms),
    "topic-atoms": of_topics(topic_atoms),
    "project-atoms": of_each(project_atoms, "projects"),
    "cards": of_each(vcards, "contacts"),
    "course-data": OutputKind(course_file_keys, course_files),
    "filter-data": whole(filter_data),
    "record-data": of_each(record_files),
    "around": whole(_around),
}
"""Every kind of feed."""
