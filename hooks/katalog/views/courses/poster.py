"""A course on one sheet for a notice board: what, when, where, until when, and its address as a QR code."""

from collections.abc import Iterator
from typing import cast

import segno
from msgspec import Struct

from katalog.catalogue.state_table import ALLOWED
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.schema.records import Course
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.page import Page
from katalog.views.reader import Reader
from katalog.views.shared.people import PersonView, people
from katalog.views.shared.record_page import page_at

_MASK = 4
"""One of the standard's eight, all of which scanners read; comparing them takes four times as long."""
_QUIET = 4
"""Modules of light around the code (ISO/IEC 18004, 9.1)."""


class PosterView(Struct, frozen=True):
    """What stands on the sheet; `shown_address` is the course's as one types it, `code` an SVG of it."""

    title: LangText
    card: CourseCard
    contact: PersonView | None
    shown_address: str
    code: str


def poster_address(reader: Reader, entry: Entry) -> str:
    """Return the address of a course's poster; empty for one that is over, or a site without an address."""
    if not reader.settings.site_url or not course_card(reader, entry).ahead:
        return ""
    return reader.addresses.poster(entry)


def poster_pages(reader: Reader, entry: Entry) -> Iterator[Page]:
    """Yield the poster of a course that is ahead or going on."""
    address = poster_address(reader, entry)
    if not address:
        return
    title = reader.title(entry)
    yield page_at(
        reader,
        lambda addresses: addresses.poster(entry),
        reader.section_link("courses"),
        reader.link(entry),
        section="courses",
        title=reader.phrases("poster.title", title=title),
        template="poster.html",
        view=_view(reader, entry, title),
        description=reader.localised(entry).summary or title,
        kind="poster",
    )


def _view(reader: Reader, entry: Entry, title: LangText) -> PosterView:
    card, course = course_card(reader, entry), cast("Course", entry.record)
    contacts = course.contacts or next((run.contacts for run in course.runs if run.contacts), ())
    asked = people(reader, contacts) if ALLOWED[card.state.key].ask else ()
    full = f"{reader.settings.site_url}{reader.addresses.record(entry)}"
    return PosterView(
        title=title,
        card=card,
        contact=next(iter(asked), None),
        shown_address=full.partition("://")[2].removesuffix("/"),
        code=qr_code(full),
    )


def qr_code(text: str) -> str:
    """Return a QR code (ISO/IEC 18004) as SVG that takes the width of what it stands in."""
    code = segno.make_qr(text, error="m", mask=_MASK)
    return code.svg_inline(border=_QUIET, omitsize=True, svgclass=None, lineclass=None, light="#fff")
