"""A session's programme against its hours, and choices among several that there is only one of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import time

from katalog.problems import Problem
from katalog.schema.course_parts import Session
from katalog.schema.entries import Entry
from katalog.schema.programme_parts import ProgrammeRow
from katalog.source import Loc


def check_programmes(entry: Entry, sessions: Sequence[Session], at: Loc) -> Iterator[Problem]:
    """Yield choices with one row only, and rows out of order or outside the session's hours.

    `at` is the path of keys to `sessions` in the front matter, such as `("runs", 0, "sessions")`.
    """
    yield from _alone(entry, [each.choice for each in sessions], at)
    for number, session in enumerate(sessions):
        loc = (*at, number, "programme")
        yield from _alone(entry, [each.choice for each in session.programme], loc)
        if session.when is None or session.when.latest == session.when.earliest:
            yield from _order(entry, session.programme, loc)
            yield from _titles_with_hours(entry, session.programme, loc)
            yield from _outside(entry, session, loc)


def _alone(entry: Entry, choices: Iterable[str | None], at: Loc) -> Iterator[Problem]:
    every = list(choices)
    counts = Counter(filter(None, every))
    for number, choice in enumerate(every):
        if choice and counts[choice] == 1:
            yield entry.problem((*at, number, "choice"), "course.choice-alone", written=choice)


def _order(entry: Entry, rows: Sequence[ProgrammeRow], at: Loc) -> Iterator[Problem]:
    """Yield rows that begin before one above them in the same track."""
    latest: dict[str | None, time] = {}
    for number, row in enumerate(rows):
        if row.hours is None:
            continue
        earlier = latest.get(row.track)
        if earlier and row.hours.starts < earlier:
            params = {"starts": f"{row.hours.starts:%H:%M}", "earlier": f"{earlier:%H:%M}"}
            yield entry.problem((*at, number), "course.programme-order", **params)
        latest[row.track] = max(row.hours.starts, earlier or row.hours.starts)


_BARE_HOURS = re.compile(
    r"(?P<hour>\d{1,2})(?: ?[–-] ?(?P<last>\d{1,2}))?(?(last)|(?=:| [–-]| [A-ZÆØÅÄÖ]))"
    r"(?::| [–-])? (?P<title>[^\W\d].*)"
)
"""`10-12 workshop`, `9 Velkomst`, but not `13 deltagere`."""


def _titles_with_hours(entry: Entry, rows: Sequence[ProgrammeRow], at: Loc) -> Iterator[Problem]:
    """Yield rows whose title begins with what may be its hours: they fit between those above and below."""
    for number, row in enumerate(rows):
        found = _BARE_HOURS.fullmatch(row.title) if row.hours is None else None
        if found is None:
            continue
        before = max((each.hours.starts.hour for each in rows[:number] if each.hours), default=None)
        after = min((each.hours.starts.hour for each in rows[number + 1 :] if each.hours), default=24)
        first, last = int(found["hour"]), int(found["last"] or 24)
        if before is not None and before <= first <= after and first < last <= 24:
            hours = "–".join(f"{int(each)}.00" for each in (found["hour"], found["last"]) if each)
            suggestion = f"{hours} {found['title']}"
            params = {"written": str(row.title), "suggestion": suggestion}
            yield entry.problem((*at, number), "course.programme-hours", **params)


def _outside(entry: Entry, session: Session, at: Loc) -> Iterator[Problem]:
    when = session.when
    if when is None or when.starts is None or when.latest != when.earliest:
        return
    for number, row in enumerate(session.programme):
        hours = row.hours
        if hours is None:
            continue
        begins_early = hours.starts < when.starts
        ends_late = when.ends and max(hours.starts, hours.ends or hours.starts) > when.ends
        if begins_early or ends_late:
            yield entry.problem((*at, number), "course.programme-outside", when=when.iso, row=row.title)
