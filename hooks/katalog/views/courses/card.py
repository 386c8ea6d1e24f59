"""A course in a list: date, place, organiser, price, deadline and state."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

from msgspec import Struct

from katalog.catalogue.state import CourseRun
from katalog.catalogue.state_table import ALLOWED, is_ahead
from katalog.schema.entries import Entry
from katalog.schema.records import Course
from katalog.views.courses.list_values import list_values, prices_of_taking_part
from katalog.views.courses.listed import ListedCourse, listed_course
from katalog.views.courses.next_run import course_turns
from katalog.views.courses.when_and_where import Places, places_shown, run_span
from katalog.views.memo import memoise
from katalog.views.reader import Link, Reader
from katalog.views.shared.course_kind import kind_words
from katalog.views.shared.dates import DateBlock, date_block
from katalog.views.shared.deadlines import DeadlineView, deadline_view
from katalog.views.shared.prices import PriceTurn, price_turns
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.time_zones import zone_of_run
from katalog.views.shared.visible_periods import VisiblePeriod, instant, shown_while


class CourseCard(Struct, frozen=True):
    """A course in a list, with what filters need.  `start` and `deadline_day` are ISO days or empty.

    `span` says in words from when to when it is held; `runs` how many runs are ahead, if several; `spoken` in
    what languages it is held, if not the reader's;
    from the instant `front_until` (empty: never) another run stands in front, held in `next_span`.
    """

    id: str
    link: Link
    kind: str
    summary: str
    state: StateView
    block: DateBlock | None
    span: str
    next_span: str
    front_until: str
    places: Places
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
    turns = price_turns(reader, prices_of_taking_part(course, run))
    state = listed_course(reader, entry).state
    turn = next((each for each in course_turns(reader, localised.runs) if each.run.id != run.id), None)
    return CourseCard(
        id=entry.id,
        link=reader.link(entry),
        kind=kind_words(reader, course.kind).name,
        summary=localised.summary,
        state=state,
        block=date_block(facts.whens[0] if facts.whens else None, reader.phrases),
        span=run_span(reader, entry, run, facts.whens) or _new_date_follows(reader, state),
        next_span=run_span(reader, entry, turn.run, turn.run.whens) if turn else "",
        front_until=instant(reader, turn.at, zone_of_run(reader, turn.run)) if turn else "",
        places=places_shown(reader, (run, *(run.sessions_held or run.sessions))),
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


def _new_date_follows(reader: Reader, state: StateView) -> str:
    """Return that a new date follows, where the state shows no dates: of what is postponed."""
    return "" if ALLOWED[state.key].dates else reader.phrases("when.new-date")


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
