"""A course in a list: who, when, where, what it costs, until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from katalog.catalogue.catalogue import holdings
from katalog.catalogue.state import AHEAD, JOINABLE, Holding, State
from katalog.schema.records import Course
from katalog.views.parts import ONLINE, summary_of, when_view

if TYPE_CHECKING:
    from datetime import date

    from katalog.schema.parts import Session
    from katalog.schema.validate import Entry
    from katalog.views.parts import WhenView
    from katalog.views.reader import Link, Reader


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which a state turns over, and what it then is."""

    on: str
    state: str
    label: str


@dataclass(frozen=True, slots=True)
class StateView:
    """A course's state; `turns` let a page built days ago say what holds today."""

    key: State
    label: str
    joinable: bool
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course in a list, with what filters need.  `start` and `deadline` are ISO days or empty."""

    id: str
    link: Link
    kind: str
    summary: str
    language: str
    state: StateView
    when: WhenView | None
    ends: WhenView | None
    places: tuple[str, ...]
    organiser: Link | None
    price: str
    amount: str
    free: bool
    deadline: WhenView | None
    topics: tuple[Link, ...]
    topic_ids: tuple[str, ...]
    forms: tuple[str, ...]
    regions: tuple[str, ...]
    start: str
    deadline_day: str
    month: str
    year: int | None
    ahead: bool


def state_view(reader: Reader, holding: Holding) -> StateView:
    """Return the state of one run on the reader's day, and when it turns over."""
    soon = reader.settings.closing_soon_days
    key = holding.state(reader.today, soon)
    turns = tuple(
        Turn(on.isoformat(), state, reader.phrases(f"state.{state}")) for on, state in holding.turns(reader.today, soon)
    )
    return StateView(key, reader.phrases(f"state.{key}"), key in JOINABLE, turns)


def next_holding(reader: Reader, course: Course) -> Holding:
    """Return the run a reader wants first: the next one ahead, else the latest."""
    runs = holdings(course)
    ahead = [run for run in runs if run.state(reader.today) in AHEAD]
    ordered = sorted(ahead or runs, key=_start_or_last)
    return ordered[0] if ahead else ordered[-1]


def _start_or_last(run: Holding) -> tuple[bool, str]:
    return run.start is None, run.start.isoformat() if run.start else ""


def course_card(reader: Reader, entry: Entry) -> CourseCard:
    """Return a course as lists show it; made once for each reader."""
    key = ("card", entry.id)
    if key not in reader.memo:
        reader.memo[key] = _course_card(reader, entry)
    card: CourseCard = reader.memo[key]
    return card


def _course_card(reader: Reader, entry: Entry) -> CourseCard:
    version = reader.version(entry)
    course = version.record
    assert isinstance(course, Course)
    run = next_holding(reader, course)
    dated = sorted((s.when for s in run.sessions if s.when), key=lambda when: when.earliest)
    state = state_view(reader, run)
    price = min(course.price, key=lambda each: each.label is not None, default=None)
    closes = run.registration.closes if run.registration else None
    return CourseCard(
        id=entry.id,
        link=reader.link(entry),
        kind=reader.words("course.kind", course.kind),
        summary=summary_of(version),
        language=course.language,
        state=state,
        when=when_view(reader, dated[0]) if dated else None,
        ends=when_view(reader, dated[-1]) if len(dated) > 1 else None,
        places=_places(reader, run.sessions),
        organiser=reader.links([course.organiser])[0] if course.organiser else None,
        price=reader.money(price.amount) if price else "",
        amount=f"{price.amount.amount}" if price else "",
        free=bool(price and price.amount.free),
        deadline=when_view(reader, closes) if closes else None,
        topics=reader.topics(course.topics),
        topic_ids=course.topics,
        forms=_forms(course, run.sessions),
        regions=_regions(reader, entry, run.sessions),
        start=_iso(run.start),
        deadline_day=_iso(run.deadline),
        month=_iso(run.start)[:7],
        year=run.start.year if run.start else None,
        ahead=state.key in AHEAD,
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _forms(course: Course, sessions: tuple[Session, ...]) -> tuple[str, ...]:
    if course.form:
        return course.form
    online = {str(s.place or "").casefold() in ONLINE for s in sessions if s.place}
    return tuple(form for form, there in (("in-person", False in online), ("online", True in online)) if there)


def _places(reader: Reader, sessions: tuple[Session, ...]) -> tuple[str, ...]:
    """Return the towns or places, each once: a known place by its municipality or name."""
    found: dict[str, None] = {}
    for session in sessions:
        place = str(session.place or "")
        entry = reader.catalogue.entries.get(place)
        if place.casefold() in ONLINE:
            found[reader.phrases("place.online")] = None
        elif entry:
            found[str(entry.record.title)] = None
        elif place:
            found[place] = None
    return tuple(found)


def _regions(reader: Reader, entry: Entry, sessions: tuple[Session, ...]) -> tuple[str, ...]:
    ids = [str(session.place or "") for session in sessions]
    organiser = getattr(entry.record, "organiser", None)
    places = reader.entries(ids) or reader.entries([organiser] if organiser else [])
    regions = {str(region) for place in places if (region := getattr(place.record, "region", None))}
    return tuple(sorted(regions, key=reader.alphabetical))


def by_start(card: CourseCard) -> tuple[bool, str, str]:
    """Order: by first day; courses without a date last."""
    return (not card.start, card.start, card.id)


def cards(reader: Reader) -> tuple[CourseCard, ...]:
    """Return every course: joinable ones first, then those ahead, then the past, newest first."""
    every = [course_card(reader, entry) for entry in reader.catalogue.by_collection.get("courses", ())]
    ahead = sorted((c for c in every if c.ahead), key=lambda c: (not c.state.joinable, *by_start(c)))
    past = sorted((c for c in every if not c.ahead), key=by_start, reverse=True)
    return (*ahead, *past)
