"""Dates of every precision, closed and open, for property tests."""

from datetime import date, time, timedelta

from hypothesis import strategies as st
from msgspec import structs

from katalog.when import day_spans as made
from katalog.when.day_spans import DaySpan
from katalog.when.model import Precision, Qualifier, When
from katalog.when.reading import read_when

# a year from each end: a week or winter at the very edge has days outside the years that are taken
years = st.integers(made.FIRST_YEAR + 1, made.LAST_YEAR - 1)
days = st.dates(date(made.FIRST_YEAR, 1, 1), date(made.LAST_YEAR, 12, 31))
minutes = st.times(max_value=time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))


def _week(day: date) -> DaySpan:
    return made.week(day.isocalendar().year, day.isocalendar().week)


points: dict[str, st.SearchStrategy[DaySpan]] = {
    "day": days.map(lambda day: made.day(day.year, day.month, day.day)),
    "week": st.dates(date(1901, 1, 8), date(2099, 12, 20)).map(_week),
    "month": st.builds(made.month, years, st.integers(1, 12)),
    "quarter": st.builds(made.quarter, years, st.integers(1, 4)),
    "season": st.builds(made.season, years, st.integers(21, 24)),
    "term": st.builds(made.term, years, st.sampled_from(made.TERMS)),
    "part of a month": st.builds(made.part_of_month, years, st.integers(1, 12), st.integers(1, 3)),
    "year": st.builds(made.whole_year, years),
}


@st.composite
def _spans(draw: st.DrawFn, point: st.SearchStrategy[DaySpan]) -> When:
    first, last = sorted((draw(point), draw(point)), key=lambda stretch: stretch.earliest)
    return _when(made.join(first, last))


@st.composite
def _near_spans(draw: st.DrawFn) -> When:
    first = draw(st.dates(date(1901, 1, 1), date(2099, 1, 1)))
    last = first + timedelta(days=draw(st.integers(0, 40)))
    ends = (made.day(day.year, day.month, day.day) for day in (first, last))
    return _when(made.join(*ends))


@st.composite
def _hours(draw: st.DrawFn) -> When:
    day = draw(points["day"])
    starts, ends = draw(minutes), draw(st.none() | minutes)
    if ends is not None and ends <= starts:
        ends = None
    return _when(made.on_day(day, made.Hours(starts, ends)))


def _when(stretch: DaySpan) -> When:
    qualifier = Qualifier.ABOUT if stretch.about else Qualifier.NONE
    when = When(stretch.earliest, stretch.latest, stretch.precision, "", qualifier=qualifier)
    return structs.replace(when, **stretch.hours._asdict()) if stretch.hours else when


def _opened(when: When) -> When:
    return When(when.earliest, None, when.precision, "", when.starts)


@st.composite
def _several_hours(draw: st.DrawFn) -> When:
    """Draw up to three stretches of one day, the first and the last hour perhaps approximate."""
    at = sorted(draw(st.lists(minutes, min_size=4, max_size=6, unique=True)))
    at = at[: len(at) // 2 * 2]
    pauses = tuple(zip(at[1:-1:2], at[2:-1:2], strict=True))
    hours = made.Hours(at[0], at[-1], pauses, draw(st.booleans()), draw(st.booleans()))
    return _when(made.on_day(draw(points["day"]), hours))


@st.composite
def _recurring(draw: st.DrawFn) -> When:
    """Draw days that come again, with hours or without, on one of which nothing may be held."""
    first = draw(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    last = first + timedelta(weeks=draw(st.integers(10, 20)))
    days = draw(st.sampled_from(["MO", "TU,TH", "SA", "MO,WE,FR", "MO,TU,WE,TH,FR", "MO,TU,WE,TH,FR,SA,SU"]))
    rules = [f"WEEKLY;BYDAY={days}", f"WEEKLY;INTERVAL=2;BYDAY={days}", f"WEEKLY;INTERVAL=3;BYDAY={days}"]
    rules += ["MONTHLY;BYDAY=1TU", "MONTHLY;BYDAY=-1TU"]
    every = draw(st.sampled_from(rules))
    hours = draw(st.sampled_from(["", " 09:00/12:00", " 19:00"]))
    when = read_when(f"{first}/{last}{hours} RRULE:FREQ={every}", "da")
    assert when.recurrence
    held = when.recurrence.days
    if draw(st.booleans()) and len(held) > 3:
        return read_when(f"{when.iso} EXDATE:{held[1]:%Y%m%d}", "da")
    return when


@st.composite
def _qualified(draw: st.DrawFn) -> When:
    return structs.replace(draw(single), qualifier=draw(st.sampled_from(Qualifier)))


single = st.one_of(*points.values()).map(_when)
spans = st.one_of(_near_spans(), *(_spans(point) for point in points.values()))
mixed = _spans(st.one_of(*points.values()))
_openable = single.filter(lambda when: when.precision is not Precision.MONTH_PART)
open_ended = st.one_of(_openable, _hours().filter(lambda when: when.ends is None)).map(_opened)


def _is_itself(when: When) -> bool:
    """Whether it is not said in two ways: a third of a month in days, or "about" of one."""
    if when.precision is Precision.MONTH_PART:
        return when.qualifier is not Qualifier.ABOUT
    about = when.qualifier is Qualifier.ABOUT and when.precision is Precision.DAYS
    return not (about and when.latest and when.earliest.month == when.latest.month)


whens = st.one_of(
    single, spans, mixed, _hours(), _several_hours(), open_ended, _qualified(), _recurring()
).filter(_is_itself)
