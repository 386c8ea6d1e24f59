"""The catalogue as readers of one language see it on one day: what every view is made with."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from msgspec import Struct

from katalog.catalogue.addresses import NAVIGATION, SECTIONS, Addresses, Section
from katalog.catalogue.catalogue import Catalogue, LocalisedRecord
from katalog.catalogue.link_targets import target_of_link
from katalog.catalogue.revision import Revision
from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import State
from katalog.hand_pages import HandPage
from katalog.i18n.collation import sorter
from katalog.i18n.phrases import Phrases
from katalog.markdown import Label
from katalog.markdown import Link as TextLink
from katalog.money import Money, show_money
from katalog.read_tracking import Dependencies
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.settings.model import Settings
from katalog.when.model import When
from katalog.when.showing import show_when


class Link(Struct, frozen=True):
    """A title and where it leads: an address relative to the site's root, or elsewhere in full."""

    title: str
    address: str


@dataclass(frozen=True, eq=False)
class Reader:
    """One language on one day.  `today` is the day in `settings.time_zone`.

    `addresses_by_language` holds the addresses of every language of the site, for links between them.
    """

    catalogue: Catalogue
    settings: Settings
    language: str
    today: date
    phrases: Phrases
    addresses_by_language: Mapping[str, Addresses]
    hand_pages: tuple[HandPage, ...] = ()
    files_of_pages: Mapping[str, str] = field(default_factory=dict)
    introductions: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[str, Revision] = field(default_factory=dict)
    memo: dict[Hashable, tuple[Any, Dependencies]] = field(default_factory=dict, repr=False)
    """What was made once and is shown on several pages; see `memoise`."""

    @cached_property
    def addresses(self) -> Addresses:
        """Addresses of this language."""
        return self.addresses_by_language[self.language]

    @cached_property
    def _hand_pages_by_path(self) -> dict[str, HandPage]:
        return {page.path: page for page in self.hand_pages}

    @cached_property
    def _files_for_pages(self) -> set[str]:
        return {*self.files_of_pages, *self.catalogue.attachments}

    @cached_property
    def collation_key(self) -> Callable[[str], Any]:
        """The sort key of a text in this language."""
        return sorter(self.phrases)

    def entry(self, id_: str) -> Entry:
        """Return the published record with that id."""
        return self.catalogue.entries[id_]

    def known(self, id_: str | None) -> Entry | None:
        """Return the published record with that id, if there is one: a text may be an id or anything else."""
        return self.catalogue.entries.get(id_) if id_ else None

    def entries(self, ids: Iterable[str]) -> list[Entry]:
        """Return the published records of `ids`, in their order."""
        found = self.catalogue.entries
        return [found[each] for each in ids if each in found]

    def localised(self, entry: Entry) -> LocalisedRecord:
        """Return a record in this language, as far as it is translated."""
        return self.catalogue.localised(entry, self.language)

    def title(self, entry: Entry) -> LangText:
        """Return a record's title in this language, or in its own."""
        return self.catalogue.title(entry, self.language)

    def link(self, entry: Entry) -> Link:
        """Return a link to a record's page."""
        return Link(self.title(entry), self.addresses.record(entry))

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to the records of `ids`, in their order."""
        return tuple([self.link(entry) for entry in self.entries(ids)])

    def link_to(self, id_: str | None) -> Link | None:
        """Return a link to the published record with that id, if there is one."""
        entry = self.known(id_)
        return self.link(entry) if entry else None

    def by_title(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return records in the alphabetical order of this language."""
        return sorted(entries, key=lambda entry: self.collation_key(self.title(entry)))

    def sorted_links(self, entries: Iterable[Entry]) -> tuple[Link, ...]:
        """Return links in the alphabetical order of this language."""
        return tuple(map(self.link, self.by_title(entries)))

    def topics(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to topics, in their order."""
        found = ((id_, self.catalogue.topics.get(id_)) for id_ in ids)
        return tuple(
            Link(topic.name_in(self.language), self.addresses.topic(id_)) for id_, topic in found if topic
        )

    def section_name(self, section: Section) -> str:
        """Return the name of a section: the site's own, else the language's."""
        return self.settings.section_name(section, self.language) or self.phrases(f"section.{section}")

    @cached_property
    def navigation(self) -> tuple[Section, ...]:
        """The sections of the main navigation, in the site's order."""
        return tuple(each.section for each in self.settings.sections) or NAVIGATION

    def section_link(self, section: Section) -> Link:
        """Return a link to a section's first page."""
        return self._section_links[section]

    @cached_property
    def _section_links(self) -> dict[Section, Link]:
        where = self.addresses.section
        return {each: Link(self.section_name(each), where(each)) for each in SECTIONS}

    def alternates(self, address: Callable[[Addresses], str]) -> dict[str, str]:
        """Return the address of the same page in every language, by language tag."""
        return {tag: address(each) for tag, each in self.addresses_by_language.items()}

    def when(self, when: When | None) -> str:
        """Return a date in this language; `None` is "to be announced"."""
        return show_when(when, self.phrases) if when else self.phrases("when.to-be-set")

    def money(self, money: Money) -> str:
        """Return an amount in this language."""
        return show_money(money, self.phrases)

    def language_name(self, tag: str) -> str:
        """Return what a language is called: `dansk`, `engelska`."""
        return self.phrases.language_name(tag)

    def state(self, run: CourseRun) -> State:
        """Return the state of a run on the reader's day."""
        return run.state(self.today, self.settings.closing_soon_days)

    def turns(self, run: CourseRun) -> tuple[tuple[datetime, State], ...]:
        """Return the moments after the reader's day begins that change a run's state, with the new one."""
        return run.turns(self.today, self.settings.closing_soon_days)

    def label(self, prefix: str, value: str | None) -> str:
        """Return the phrase for one of a field's fixed values; nothing for none."""
        return self.phrases(f"{prefix}.{value}") if value else ""

    def text(self, localised: LocalisedRecord) -> tuple[str | TextLink, ...]:
        """Return a record's text as pieces of HTML and links, each link resolved to this language's pages."""
        return tuple([self._part(part, localised) for part in localised.body.parts])

    def _part(self, part: str | TextLink | Label, localised: LocalisedRecord) -> str | TextLink:
        if isinstance(part, str):
            return part
        if isinstance(part, Label):
            return self.phrases(part.message_id)
        return TextLink(self.link_address(part.url, localised.body_path), part.number, part.picture)

    def link_address(self, url: str, path: str) -> str:
        """Return where a link leads that stands in the text of the file at `path`; empty for nowhere."""
        catalogue = self.catalogue
        files = self._files_for_pages if path in self._hand_pages_by_path else catalogue.attachments
        target = target_of_link(url, path, catalogue.by_path, self._hand_pages_by_path, files)
        if target is None or target.kind in {"elsewhere", "anchor"}:
            return url if target else ""
        fragment = f"#{target.fragment}" if target.fragment else ""
        return self._site_address(target.kind, target.value) + fragment

    def _site_address(self, kind: str, value: str) -> str:
        if kind == "record":
            return self.addresses.record(self.entry(value))
        if kind == "page":
            return self._hand_pages_by_path[value].address
        return self.files_of_pages.get(value) or self.attachment_address(value)

    def attachment_address(self, path: str) -> str:
        """Return the address of an attachment: beside its record's page in the first language."""
        return self.attachment_addresses(path)[0]

    def attachment_addresses(self, path: str) -> list[str]:
        """Return the address of an attachment, and those that it had before its record was renamed."""
        folder, name = path.rsplit("/", 1)
        owner = self.catalogue.entries.get(folder.rsplit("/", 1)[-1])
        first = self.addresses_by_language[self.settings.languages[0].tag]
        return first.attachments(owner, name) if owner else [path]

    def target(self, to: str) -> Link | None:
        """Return where a setting leads: a section, a topic, a record or page by its file, or elsewhere."""
        if to.startswith(("https:", "http:")):
            return Link(to, to)
        if to in NAVIGATION:
            return self.section_link(to)
        if topics := self.topics([to.removeprefix("topics/")]):
            return topics[0]
        if entry := self.catalogue.by_path.get(to):
            return self.link(entry)
        page = self._hand_pages_by_path.get(to)
        page = page and (self.hand_page(page.key) or page)
        return Link(page.title, page.address) if page else None

    def hand_page(self, key: str) -> HandPage | None:
        """Return this language's hand-written page with that key."""
        return next((p for p in self.hand_pages if p.key == key and p.language == self.language), None)
