"""What the picture says that stands beside a page's address where it is shared."""

from datetime import timedelta
from typing import cast

from msgspec import Struct

from katalog.catalogue.addresses import Section, section_of
from katalog.catalogue.state_table import is_ahead
from katalog.schema.entries import Entry
from katalog.schema.records import News
from katalog.views.courses.card import course_card
from katalog.views.memo import memoise
from katalog.views.projects.card import project_card
from katalog.views.reader import Reader

SHARE = "assets/share/"
"""The folder of these pictures, below the site's root."""
WITH_PICTURE = ("courses", "projects", "news")
"""The records that have a picture of their own while they are ahead, going on or new."""
NEW = timedelta(366)
"""How long an article has a picture of its own."""


class SharePicture(Struct, frozen=True):
    """A picture's address and the words on it: the site's name, what it is about, and facts, a line each.

    One that is not `drawn` is a file of the site's own.
    """

    address: str
    site: str
    label: str
    title: str
    lines: tuple[str, ...] = ()
    drawn: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is written on it, from top to bottom."""
        return tuple(filter(None, (self.site, self.label, self.title, *self.lines)))

    @property
    def alt(self) -> str:
        """What those read who do not see it."""
        return " · ".join(dict.fromkeys(self.words))


@memoise
def record_picture(reader: Reader, entry: Entry) -> SharePicture | None:
    """Return the picture of a record; none of its own for one that is over, and for other kinds."""
    make = {"courses": _course_facts, "projects": _project_facts, "news": _news_facts}.get(entry.collection)
    found = make(reader, entry) if make else None
    if found is None:
        return None
    label, *lines = found
    address = f"{SHARE}{reader.language}/{section_of(entry)}/{entry.id}.png"
    name = _site_name(reader)[0]
    return SharePicture(address, name, label, reader.title(entry), tuple(filter(None, lines)))


def _course_facts(reader: Reader, entry: Entry) -> tuple[str, ...] | None:
    """Return the kind of a course, its dates, places, and its deadline or state."""
    card = course_card(reader, entry)
    if not card.ahead:
        return None
    if card.deadline:
        last = reader.phrases("share.deadline", day=card.deadline.when.shown)
    else:
        last = card.state.label
    return card.kind, card.span, ", ".join(card.places.all), last


def _project_facts(reader: Reader, entry: Entry) -> tuple[str, ...] | None:
    """Return the kind of a project, its period and its coordinator."""
    card = project_card(reader, entry)
    if card.state and not is_ahead(card.state.key):
        return None
    period, coordinator = card.period, card.coordinator
    return card.kind, period.shown if period else "", coordinator.title if coordinator else ""


def _news_facts(reader: Reader, entry: Entry) -> tuple[str, ...] | None:
    """Return the day of an article and who publishes it."""
    news = cast("News", entry.record)
    if news.date.earliest + NEW < reader.today:
        return None
    publisher = reader.link_to(news.publisher)
    return reader.section_name("news"), reader.when(news.date), publisher.title if publisher else ""


def section_picture(reader: Reader, section: Section) -> SharePicture:
    """Return the picture of the pages of a section that have none of their own."""
    address, (name, _, more) = f"{SHARE}{reader.language}/{section}.png", _site_name(reader)
    if section == "home":
        return SharePicture(address, "", "", name, (more,) if more else ())
    return SharePicture(address, name, "", reader.section_name(section))


def _site_name(reader: Reader) -> tuple[str, str, str]:
    """Return the site's name, and after a dash what explains it."""
    return reader.settings.site_name[reader.language].partition(" – ")
