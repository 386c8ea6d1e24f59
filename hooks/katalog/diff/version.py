"""One version of a site: what was found in its folder, and what became of each record there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from katalog.catalogue.addresses import Addresses, addresses
from katalog.catalogue.state_table import State
from katalog.i18n.phrases import site_phrases
from katalog.inspection import Inspection
from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.settings.model import Settings
from katalog.views.courses.next_run import next_run
from katalog.views.reader import Reader


@dataclass(frozen=True)
class Version:
    """A site as it was or as it is to be, on the day `today`.

    `problems` are those of the records and of what is around them; `files` the bytes' digests of other files
    by their paths.
    """

    inspection: Inspection
    settings: Settings
    today: date
    problems: tuple[Problem, ...]
    files: Mapping[str, str]

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """All records that could be read, drafts among them, by their ids."""
        return {each.id: each for each in self.inspection.project.entries}

    @cached_property
    def refused(self) -> frozenset[str]:
        """The ids of records that could not be read."""
        return frozenset(self.inspection.project.refused_files.values())

    def is_published(self, id_: str) -> bool:
        """Return whether a record has a page."""
        return id_ in self.inspection.catalogue.entries

    def title(self, id_: str) -> str:
        """Return what is called `id_`: a record's title, else the id itself."""
        return str(self.entries[id_].record.title) if id_ in self.entries else id_

    def topic(self, id_: str, language: str) -> str:
        """Return a topic's name."""
        topics = {each.id: each for each in self.inspection.project.topics}
        return topics[id_].name_in(language) if id_ in topics else id_

    @cached_property
    def addresses(self) -> dict[str, Addresses]:
        """The addresses of each language."""
        return addresses(self.settings, site_phrases)

    def state(self, id_: str) -> State:
        """Return the state of a published course."""
        entry = self.inspection.catalogue.entries[id_]
        runs = self._reader.localised(entry).runs
        return next_run(self._reader, runs).state(self.today, self.settings.closing_soon_days)

    @cached_property
    def _reader(self) -> Reader:
        tag = self.settings.languages[0].tag
        catalogue = self.inspection.catalogue
        return Reader(catalogue, self.settings, tag, self.today, site_phrases(tag), self.addresses)
