"""The terms under which a date is found: its days, weeks, months, quarters, seasons and years."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from katalog.when.model import Precision, When, quarter_of, season_of

MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 31, 100, 400
"""Days up to which a date is found by each of its days (if known), its weeks, its months and seasons."""
LONGEST = 20 * 366
"""Days after which no more years are counted; an open end counts the year it begins in and the next."""
_MEANT: dict[Precision, tuple[str, ...]] = {
    Precision.HOURS: ("day",), Precision.DAY: ("day",), Precision.DAYS: ("day",),
    Precision.WEEK: ("week",), Precision.WEEKS: ("week",), Precision.MONTH: ("month",),
    Precision.MONTHS: ("month",), Precision.MONTH_PART: ("month",), Precision.QUARTER: ("quarter",),
    Precision.SEASON: ("season",), Precision.TERM: ("season",), Precision.YEAR: ("year",),
    Precision.YEARS: ("year",),
}  # fmt: skip


@lru_cache(2048)
def date_terms(when: When) -> tuple[tuple[str, bool], ...]:
    """Return a date's terms, each with whether it is as precise as the date was meant."""
    last = when.latest or when.earliest + timedelta(366)
    again = when.recurrence
    days = [*again.days] if again else [*_days(when.earliest, min(last, when.earliest + timedelta(LONGEST)))]
    meant = _MEANT[when.precision]
    found: dict[str, bool] = {}
    for name, terms in _terms(days, by_day=when.exact, single=again is not None):
        for term in terms:
            found.setdefault(term, name in meant)
    return tuple(found.items())


def _days(first: date, last: date) -> Iterator[date]:
    """Yield the days from first to last; of long stretches one in each four weeks, and the last."""
    step = 1 if (last - first).days <= MOST_MONTHS else 28
    for offset in range(0, (last - first).days, step):
        yield first + timedelta(offset)
    yield last


def _terms(days: list[date], *, by_day: bool = True, single: bool = False) -> Iterator[tuple[str, set[str]]]:
    """Yield the kinds of terms; `single` days, not a stretch, are found by each however far apart."""
    length = (days[-1] - days[0]).days
    if by_day and (single or length <= MOST_DAYS):
        yield "day", {f"#{day}" for day in days} | {f"#{day:%m-%d}" for day in days}
    if single or length <= MOST_WEEKS:
        yield "week", _with_and_without_year(days, _week)
    if length <= MOST_MONTHS:
        yield "month", {f"#{day:%Y-%m}" for day in days} | {f"#m{day:%m}" for day in days}
        yield "quarter", _with_and_without_year(days, lambda day: (day.year, f"q{quarter_of(day)}"))
        yield "season", _with_and_without_year(days, _season)
    yield "year", {f"#{day.year}" for day in days}


def _with_and_without_year(days: list[date], part: Callable[[date], tuple[int, str]]) -> set[str]:
    found = {part(day) for day in days}
    return {f"#{year}-{name}" for year, name in found} | {f"#{name}" for _, name in found}


def _week(day: date) -> tuple[int, str]:
    year, week, _ = day.isocalendar()
    return year, f"w{week:02}"


def _season(day: date) -> tuple[int, str]:
    year, season = season_of(day)
    return year, f"s{season - 20}"


@lru_cache(2048)
def wider(term: str) -> tuple[str, ...]:
    """Return the coarser terms of a date that a text names, such as the year of a day."""
    if not term.startswith("#"):
        return ()
    parts = term[1:].split("-")
    if len(parts) == 3:
        return _wider_than_day(date.fromisoformat(term[1:])) if _exists(term[1:]) else (f"#{parts[0]}",)
    if len(parts) == 2 and len(parts[0]) == 4:
        without = f"#{'m' if parts[1].isdigit() else ''}{parts[1]}"
        return (f"#{parts[0]}", without)
    return ()


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _wider_than_day(day: date) -> tuple[str, ...]:
    return tuple(term for _, terms in _terms([day]) for term in sorted(terms))
