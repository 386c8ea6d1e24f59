"""A project's timeline as a drawing: pure geometry, no words of its own and no clock.

Each lane has as many rows as it takes for its items and their titles not to overlap.  The page lists the
same items in words, so the drawing is hidden from screen readers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from katalog.when.months import Month

WIDTH, LEFT, RIGHT = 720.0, 104.0, 708.0  # the drawing's units are about a screen's pixels
TOP, ROW, GAP = 26.0, 24.0, 8.0
LETTER = 6.3  # mean width of a letter at 12 pixels, rather too wide than too narrow
SMALLEST_BAR = 9.0  # a shorter item is drawn as a point
MOST_TICKS = 8
MOST_ROWS = 12
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between ticks
TEXT_INSIDE = 60.0  # a bar this wide may hold its title when there is no room beside it

Lane = Literal["period", "project", "course", "meeting", "milestone"]
LANES: tuple[Lane, ...] = Lane.__args__  # type: ignore[attr-defined]


class TimelineItem(Struct, frozen=True):
    """Something with a beginning and an end (both inclusive; no end is an open one).

    `coarse` marks a date known only by its week, season or year.
    """

    lane: Lane
    title: str
    first: date
    last: date | None
    coarse: bool = False


class Mark(Struct, frozen=True):
    """A drawn item; a point has no width.  `y` is the middle of its row, `label` may be shortened."""

    lane: Lane
    coarse: bool
    x: float
    y: float
    width: float
    label: str
    label_x: float
    anchor: Literal["start", "end"]
    inside: bool


class Tick(Struct, frozen=True):
    """A line of the calendar and its name."""

    x: float
    label: str


class LaneView(Struct, frozen=True):
    """A lane's name stands at `y`, the middle of its first row."""

    key: Lane
    y: float


class Timeline(Struct, frozen=True):
    """What a template draws; `today` is `None` where the day is outside the drawing."""

    width: float
    height: float
    bottom: float
    ticks: tuple[Tick, ...]
    lanes: tuple[LaneView, ...]
    marks: tuple[Mark, ...]
    today: float | None
    left_out: int


class Scale(Struct, frozen=True):
    """The days of the left and the right end; `step` months lie between two ticks."""

    first: date
    last: date
    step: int

    def x(self, day: date) -> float:
        """Return where the day begins."""
        share = (day - self.first).days / (self.last - self.first).days
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 1)

    def ticks(self) -> Iterator[date]:
        """Yield the day of every tick."""
        day = self.first
        while day < self.last:
            yield day
            day = min(_months_later(day, self.step), self.last)
        yield self.last


class _Placed(Struct, frozen=True):
    mark: Mark
    row: int


def timeline(items: Sequence[TimelineItem], today: date, name: Callable[[date, int], str]) -> Timeline | None:
    """Draw `items`; `name` says a tick's day and the months between ticks in the reader's words.

    Fewer than two items make no line: nothing is drawn.
    """
    if len(items) < 2:
        return None
    scale = scale_of(items, today)
    marks: list[Mark] = []
    lanes: list[LaneView] = []
    left_out, top = 0, TOP
    for lane in LANES:
        placed = _rows([each for each in items if each.lane == lane], scale)
        drawn = [each for each in placed if each.row < MOST_ROWS]
        left_out += len(placed) - len(drawn)
        if drawn:
            lanes.append(LaneView(lane, top + ROW / 2))
            marks += [_at(each.mark, top + ROW * (each.row + 0.5)) for each in drawn]
            top += ROW * (1 + max(each.row for each in drawn)) + GAP
    ticks = tuple(Tick(scale.x(day), name(day, scale.step)) for day in scale.ticks())
    within = scale.x(today) if scale.first <= today < scale.last else None
    return Timeline(WIDTH, top + 16, top, ticks, tuple(lanes), tuple(marks), within, left_out)


def scale_of(items: Iterable[TimelineItem], today: date) -> Scale:
    """Return the smallest scale between two ticks that holds all; an open end reaches today, at least."""
    known = list(items)
    first = min(each.first for each in known)
    ends = [each.last or max(today, each.first) for each in known]
    last = _day_after(max(*ends, first))
    ticks = {step: _ticks(first, last, step) for step in STEPS}
    step = next((step for step in STEPS if len(ticks[step]) <= MOST_TICKS + 1), STEPS[-1])
    return Scale(ticks[step][0], max(ticks[step][-1], last), step)


def _ticks(first: date, last: date, step: int) -> list[date]:
    """Return the ticks around `first` and `last`, or one more than the most when there are too many."""
    ticks = [_floor(first, step)]
    while ticks[-1] < last and len(ticks) < MOST_TICKS + 2:
        ticks.append(_months_later(ticks[-1], step))
    return ticks


def _floor(day: date, step: int) -> date:
    """Return the last tick not after `day`; ticks count from January of the year 0."""
    months = (day.year * 12 + day.month - 1) // step * step
    return date(max(1, months // 12), months % 12 + 1 if months >= 12 else 1, 1)


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(1)


def _months_later(day: date, step: int) -> date:
    month = Month.of(day).later(step)
    return month.first_day if month.year <= date.max.year else date.max


def _rows(items: Sequence[TimelineItem], scale: Scale) -> list[_Placed]:
    """Give each item the first row whose marks and titles it leaves alone."""
    ends: list[float] = []
    placed = []
    for each in sorted(items, key=lambda s: (s.first, s.last or date.max, s.title)):
        mark = _mark(each, scale)
        left, right = _extent(mark)
        row = next((number for number, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[row : row + 1] = [right]
        placed.append(_Placed(mark, row))
    return placed


def _mark(each: TimelineItem, scale: Scale) -> Mark:
    start = scale.x(each.first)
    end = scale.x(_day_after(each.last)) if each.last else RIGHT
    if end - start < SMALLEST_BAR:
        middle = round((start + end) / 2, 1)
        return _labelled(each, middle, 0.0, 7.0)
    return _labelled(each, start, round(end - start, 1), 4.0)


def _labelled(each: TimelineItem, x: float, width: float, room: float) -> Mark:
    """Put the title right of the mark, else left of it, else inside; shorten it only where all are short."""
    if each.lane == "period":
        return Mark(each.lane, each.coarse, x, 0.0, width, "", x, "start", inside=False)
    right, left = WIDTH - (x + width + room), x - room - LEFT
    wanted = len(each.title) * LETTER
    if right >= min(wanted, max(left, TEXT_INSIDE)) and right >= min(wanted, width):
        text = _shortened(each.title, right)
        return Mark(each.lane, each.coarse, x, 0.0, width, text, x + width + room, "start", inside=False)
    if left >= min(wanted, width):
        text = _shortened(each.title, left)
        return Mark(each.lane, each.coarse, x, 0.0, width, text, x - room, "end", inside=False)
    return Mark(
        each.lane, each.coarse, x, 0.0, width, _shortened(each.title, width - 8), x + 4, "start", inside=True
    )


def _shortened(text: str, room: float) -> str:
    letters = int(room / LETTER)
    return text if len(text) <= letters else f"{text[: max(0, letters - 1)].rstrip()}…"


def _extent(mark: Mark) -> tuple[float, float]:
    """Return the left and right ends of a mark with its title."""
    text = len(mark.label) * LETTER
    start, end = (
        (mark.label_x, mark.label_x + text) if mark.anchor == "start" else (mark.label_x - text, mark.label_x)
    )
    reach = 0.0 if mark.width else 6.0
    return min(mark.x - reach, start), max(mark.x + mark.width + reach, end)


def _at(mark: Mark, y: float) -> Mark:
    return replace(mark, y=y, label_x=round(mark.label_x, 1))
