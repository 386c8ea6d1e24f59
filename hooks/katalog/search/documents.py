"""What search knows of a page: its texts by their weight, its dates, and what a hit shows of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from katalog.catalogue.addresses import SECTIONS, Section
from katalog.hand_pages import HandPage
from katalog.schema.annotations import LangText
from katalog.schema.entries import Entry
from katalog.search.texts import Weighted, lines_of, texts_of
from katalog.views.calendar.week import WeekView
from katalog.views.courses.card import CourseCard, course_card
from katalog.views.page import Page
from katalog.views.projects.card import project_card
from katalog.views.reader import Reader
from katalog.views.shared.lists import kind_label
from katalog.views.shared.text import TextView, text_view
from katalog.when.model import When

GROUPS: tuple[Section, ...] = SECTIONS
"""What hits are filtered by, and what a document's `group` numbers."""
MOST_LINES, LONGEST_LINE, LONGEST_LINES = 18, 160, 1300
"""How much text a hit carries to choose its line from, in lines and characters."""


class Shown(Struct, frozen=True, array_like=True):
    """What a hit shows; `language` is the title's where it is not the page's, `steps` see `StateView`.

    `lines` are texts of the page, the first its summary: the one that answers the query is shown.
    """

    address: str
    title: str
    language: str = ""
    kind: str = ""
    when: str = ""
    state: str = ""
    state_label: str = ""
    steps: str = ""
    place: str = ""
    price: str = ""
    lines: tuple[str, ...] = ()


class Document(Struct, frozen=True):
    """One page: `texts` by weight, `dates` with theirs, and how it is ranked and filtered.

    One that only `lists` what has a page of its own gives way to that, where a query says no week.
    """

    shown: Shown
    group: int
    texts: tuple[Weighted, ...]
    dates: tuple[tuple[When, int], ...] = ()
    joinable: bool = False
    online: bool = False
    ahead: bool = False
    topics: tuple[str, ...] = ()
    lists: bool = False


def record_document(reader: Reader, others: Sequence[Reader], page: Page, entry: Entry) -> Document:
    """Return the document of a record's page; `others` read the same catalogue in other languages."""
    localised = reader.localised(entry)
    card = course_card(reader, entry) if entry.collection == "courses" else None
    kind, texts = kind_label(reader, entry), texts_of(page.view)
    dates: list[tuple[When, int]] = []
    _add_dates(dates, localised.record)
    return Document(
        shown=_shown(reader, page, entry, card, _cut(lines_of(page.description, texts))),
        group=GROUPS.index(page.section),
        joinable=bool(card and card.state.joinable),
        online=bool(card and {"online", "blended"} & set(card.facets["form"])),
        ahead=bool(card and card.ahead),
        texts=(
            Weighted("title", str(page.title)),
            *(Weighted("alias", each) for each in getattr(localised.record, "aliases", ())),
            Weighted("kind", f"{kind} {reader.phrases(f'section.{page.section}')}"),
            *texts,
            *_names_elsewhere(others, page, entry),
        ),
        dates=tuple(dates),
        topics=entry.record.topics,
    )


def _names_elsewhere(others: Sequence[Reader], page: Page, entry: Entry) -> Iterator[Weighted]:
    """Yield what a record is called in other languages: kind, topics, title, summary."""
    for reader in others:
        localised = reader.localised(entry)
        yield Weighted(
            "other-kind", f"{kind_label(reader, entry)} {reader.phrases(f'section.{page.section}')}"
        )
        yield from (Weighted("other", link.title) for link in reader.topics(entry.record.topics))
        if localised.record.title != page.title:
            yield Weighted("other-title", localised.record.title)
        if localised.summary != page.description:
            yield Weighted("other", localised.summary)
            yield from (Weighted("other-body", text) for text in _lang_texts(localised.record))
            yield from (Weighted("other-body", each.text) for each in texts_of(text_view(reader, localised)))


def _lang_texts(value: object) -> Iterator[str]:
    """Yield what an editor wrote in words in a record's front matter."""
    if isinstance(value, LangText):
        yield str(value)
    elif isinstance(value, tuple):
        yield from (text for each in value for text in _lang_texts(each))
    elif isinstance(value, Struct):
        yield from (text for name in value.__struct_fields__ for text in _lang_texts(getattr(value, name)))


def _add_dates(found: list[tuple[When, int]], value: Any, weight: int = 6) -> None:
    """Add every date of a record's front matter; those of registration and documents weigh less."""
    if isinstance(value, When):
        found.append((value, weight))
    elif isinstance(value, tuple):
        for each in value:
            _add_dates(found, each, weight)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name != "show_until" and (field := getattr(value, name)):
                _add_dates(found, field, 3 if name in {"registration", "documents"} else weight)


def _shown(
    reader: Reader, page: Page, entry: Entry, card: CourseCard | None, lines: tuple[str, ...]
) -> Shown:
    state, when, place, price = None, "", "", ""
    if card:
        state, when, price = card.state, card.span, card.price
        place = ", ".join(card.places.all) or ", ".join(each.title for each in card.organisers)
    elif entry.collection == "projects":
        project = project_card(reader, entry)
        state, when = project.state, project.period.shown if project.period else ""
        place = project.coordinator.title if project.coordinator else ""
    else:
        when, place = _when_and_place(reader, entry)
    return Shown(
        address=page.address,
        title=str(page.title),
        language=_title_language(page),
        kind=kind_label(reader, entry),
        when=when,
        state=state.key if state else "",
        state_label=state.label if state else "",
        steps=state.steps if state else "",
        place=place,
        price=price,
        lines=lines,
    )


def _when_and_place(reader: Reader, entry: Entry) -> tuple[str, str]:
    record: Any = entry.record
    if entry.collection == "news":
        return reader.when(record.date), ""
    if entry.collection == "contacts":
        return "", str(reader.link(reader.entry(record.organisation)).title) if record.organisation else ""
    return "", str(record.municipality or record.region or "")


def _title_language(page: Page) -> str:
    """Return the language of a page's title where it is not the page's own."""
    title = page.title
    return title.lang if isinstance(title, LangText) and title.lang != page.language else ""


def _cut(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the first lines, each cut at a word, as many as a hit may carry."""
    found: dict[str, None] = {}
    left = LONGEST_LINES
    for line in lines:
        short = line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 2].rsplit(' ', 1)[0]} …"
        if short and len(short) <= left and len(found) < MOST_LINES:
            left -= 0 if short in found else len(short)
            found[short] = None
    return tuple(found)


WEEK = 24
"""What its date weighs for the page of a week: more than for a course that is held then."""
NAMING = frozenset({"topics", "regions"})
"""Sections whose pages are what their titles name."""


def page_document(reader: Reader, others: Sequence[Reader], page: Page) -> Document:
    """Return the document of a page that lists records: found by its name, not by what it lists.

    A week of the calendar is found by its date too, whatever the query calls it.
    """
    week = week_of(page)
    naming = page.section in NAMING or week is not None
    names = [Weighted("other-title", title) for title in _titles_elsewhere(others, page)]
    section = reader.phrases(f"section.{page.section}")
    return Document(
        shown=Shown(
            page.address,
            str(page.title),
            kind=section if section != page.title else "",
            lines=_cut(lines_of(page.description, ())),
        ),
        group=GROUPS.index(page.section),
        ahead=_lies_ahead(reader, page),
        texts=(
            Weighted("title" if naming else "fact", str(page.title)),
            Weighted("kind" if naming else "body", section),
            *names,
        ),
        dates=((week, WEEK),) if week else (),
        lists=week is not None,
    )


def week_of(page: Page) -> When | None:
    """Return the date of the page of a week."""
    return page.view.when if isinstance(page.view, WeekView) else None


def _lies_ahead(reader: Reader, page: Page) -> bool:
    """Return whether a page is that of a week that is not over."""
    week = week_of(page)
    return bool(week and week.latest and week.latest >= reader.today)


def _titles_elsewhere(others: Sequence[Reader], page: Page) -> Iterator[str]:
    """Yield a topic's names in the other languages."""
    id_ = page.address.rstrip("/").rpartition("/")[2] if page.kind == "topic" else ""
    for reader in others:
        if id_:
            yield str(reader.catalogue.topics[id_].name_in(reader.language))


def hand_document(page: HandPage, html: str) -> Document:
    """Return the document of a hand-written page, whose text MkDocs has rendered."""
    texts = texts_of(TextView((html,), page.language))
    return Document(
        shown=Shown(page.address, page.title, lines=_cut(lines_of("", texts))),
        group=GROUPS.index("home"),
        texts=(Weighted("title", page.title), *texts),
    )
