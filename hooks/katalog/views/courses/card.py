"""A course in a list: date, place, organiser, price, deadline and state."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import ALLOWED, is_ahead
from katalog.schema.entries import Entry
from katalog.schema.records import Course
from katalog.views.courses.card_turns import fronts, joined, prices_in_turn
from katalog.views.courses.list_values import list_values
from katalog.views.courses.listed import ListedCourse, listed_course
from katalog.views.courses.when_and_where import Places, places_shown, run_span
from katalog.views.memo import memoise
from katalog.views.reader import Link, Reader
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.dates import DateBlock, date_block
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.prices import PriceTurn
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.time_zones import zone_of_run
from katalog.views.shared.visible_periods import VisiblePeriod, shown_while


class CourseCard(Struct, frozen=True):
    """A course in a list, with what filters need.  `start` and `deadline_day` are ISO days or empty.

    `span` says in words from when to when it is held; `runs` how many runs are ahead, if several; `spoken` in
    what languages it is held, if not the reader's;
    until the instant `front_until` (empty: for good) this run stands in front; `spans` and `places_in_turn`
    say of it and of those that come after it when and where each is held, and while what stands there.
    """

    id: str
    link: Link
    kind: str
    summary: str
    state: StateView
    block: DateBlock | None
    span: str
    spans: tuple[tuple[str, VisiblePeriod], ...]
    front_until: str
    places: Places
    places_in_turn: tuple[tuple[Places, VisiblePeriod], ...]
    organisers: tuple[Link, ...]
    price: str
    price_turns: tuple[PriceTurn, ...]
    deadline: DeadlineView | None
    deadline_shown: VisiblePeriod | None
    runs: str
    spoken: str
    topics: tuple[Link, ...]
    facets: Mapping[str, tuple[str, ...]]
    start: str
    deadline_day: str
    ahead: bool

    @property
    def dates(self) -> str:
        """When it is held, as a line says it that has no badge: also that it is cancelled or full."""
        allowed = ALLOWED[self.state.key]
        stopped = allowed.event == "Cancelled" or allowed.offer == "SoldOut"
        return ": ".join(filter(None, (self.state.label, self.span))) if stopped else self.span


C = TypeVar("C", CourseCard, ListedCourse)


def course_cards(reader: Reader, ids: Iterable[str]) -> tuple[CourseCard, ...]:
    """Return the cards of courses, in the order of `ids`."""
    return tuple([course_card(reader, entry) for entry in reader.entries(ids)])


def split_by_date(cards: Iterable[C]) -> tuple[tuple[C, ...], tuple[C, ...]]:
    """Return those ahead, the soonest first and undated ones last, and those past, the newest first."""
    every = list(cards)
    ahead = sorted(
        (card for card in every if card.ahead), key=lambda card: (not card.start, card.start, card.id)
    )
    past = sorted((card for card in every if not card.ahead), key=lambda card: card.start, reverse=True)
    return tuple(ahead), tuple(past)


@memoise
def course_card(reader: Reader, entry: Entry) -> CourseCard:
    """Return a course as lists show it: with dates, place and deadline of the run one wants first."""
    localised, facts = reader.localised(entry), list_values(reader, entry)
    course, run = cast("Course", localised.record), localised.runs[facts.run_index]
    every = fronts(reader, localised.runs)
    turns = prices_in_turn(reader, localised, every)
    state = listed_course(reader, entry).state
    span = run_span(reader, entry, run, facts.whens) or _date_follows(reader, state)
    later = [(run_span(reader, entry, each.run, each.run.whens), each.shown) for each in every[1:]]
    places = [(_places(reader, each.run), each.shown) for each in every]
    return CourseCard(
        id=entry.id,
        link=reader.link(entry),
        kind=kind_words(reader, course.kind).name,
        summary=localised.summary,
        state=state,
        block=date_block(facts.whens[0] if facts.whens else None, reader.phrases),
        span=span,
        spans=joined([(span, every[0].shown), *later]),
        front_until=every[0].shown.until,
        places=places[0][0],
        places_in_turn=joined(places),
        organisers=reader.links(course.organiser),
        price=_price_shown(turns[0]) if turns else "",
        price_turns=turns,
        deadline=_deadline(reader, run, state),
        deadline_shown=shown_while(reader, run, lambda allowed: allowed.deadline == "ahead"),
        runs=_runs_shown(reader, localised.runs),
        spoken=_spoken(reader, course),
        topics=reader.topics(course.topics),
        facets=facts.facets,
        start=facts.start,
        deadline_day=facts.deadline,
        ahead=facts.ahead,
    )


def _price_shown(turn: PriceTurn) -> str:
    """Return what taking part costs in one line, with all that it depends on."""
    return "; ".join(
        (f"{each.label}: " if each.label else "")
        + " ".join(filter(None, (each.amount, each.per, each.audience and f"({each.audience})")))
        + (f" – {each.condition}" if each.condition else "")
        for each in turn.prices
    )


def _places(reader: Reader, run: CourseRun) -> Places:
    return places_shown(reader, (run, *(run.sessions_held or run.sessions)))


def _date_follows(reader: Reader, state: StateView) -> str:
    """Return that a date follows, or of what is postponed a new one, where the badge does not say so."""
    allowed = ALLOWED[state.key]
    if not allowed.dates:
        return reader.phrases("when.new-date")
    return reader.phrases("when.to-be-set") if allowed.held and allowed.heading != "undated" else ""


def _deadline(reader: Reader, run: CourseRun, state: StateView) -> DeadlineView | None:
    """Return the deadline where the state lets it be shown."""
    if not run.registration or ALLOWED[state.key].deadline != "ahead":
        return None
    return deadline_view(reader, run.registration.closes, zone_of_run(reader, run), counted=False)


def _spoken(reader: Reader, course: Course) -> str:
    """Return the languages it is held in, where the reader's is not among them."""
    if reader.language in course.spoken:
        return ""
    return ", ".join(reader.language_name(tag) for tag in course.spoken)


def _runs_shown(reader: Reader, runs: Sequence[CourseRun]) -> str:
    if len(runs) == 1:
        return ""
    states = [reader.state(run) for run in runs]
    ahead = [state for state in states if is_ahead(state) and ALLOWED[state].held]
    return reader.phrases.count("card.runs", len(ahead)) if len(ahead) > 1 else ""
