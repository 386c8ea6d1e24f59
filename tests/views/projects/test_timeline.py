"""The drawn time line: everything inside, nothing on top of another, ticks that a calendar has."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from katalog.views.projects.timeline import (
    LANES,
    LEFT,
    LETTER,
    MOST_ROWS,
    MOST_TICKS,
    RIGHT,
    WIDTH,
    Mark,
    Timeline,
    TimelineItem,
    scale_of,
    timeline,
)

TODAY = date(2018, 6, 1)
PERIOD = TimelineItem("period", "", date(2018, 1, 1), date(2019, 12, 31))
days = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@st.composite
def items(draw: st.DrawFn) -> TimelineItem:
    first = draw(days)
    length = draw(st.one_of(st.none(), st.integers(0, 4000)))
    last = None if length is None else first + timedelta(length)
    title = draw(st.text("aeg n", min_size=1, max_size=120))
    return TimelineItem(draw(st.sampled_from(LANES)), title, first, last, draw(st.booleans()))


def named(day: date, step: int) -> str:
    return f"{day}/{step}"


def draw(*found: TimelineItem, today: date = TODAY) -> Timeline:
    drawing = timeline(found, today, named)
    assert drawing
    return drawing


def ends(mark: Mark) -> tuple[float, float]:
    """Both ends of a mark with its title, as the browser will draw them."""
    text = len(mark.label) * LETTER
    start = mark.label_x if mark.anchor == "start" else mark.label_x - text
    return min(mark.x, start), max(mark.x + mark.width, start + text)


def test_one_stretch_makes_no_line() -> None:
    assert timeline([PERIOD], TODAY, named) is None


def test_two_years_are_drawn_by_quarters() -> None:
    drawing = draw(
        PERIOD, TimelineItem("milestone", "Start", date(2018, 3, 1), date(2018, 5, 31), coarse=True)
    )
    assert [tick.label for tick in drawing.ticks][:2] == ["2018-01-01/3", "2018-04-01/3"]
    assert drawing.marks[0].x == LEFT
    assert drawing.marks[0].x + drawing.marks[0].width == pytest.approx(RIGHT)


def test_a_day_is_a_point_and_a_season_a_bar() -> None:
    day = TimelineItem("meeting", "Møde", date(2018, 3, 5), date(2018, 3, 5))
    season = TimelineItem("meeting", "Forår", date(2018, 3, 1), date(2018, 5, 31), coarse=True)
    point, bar = draw(PERIOD, day, season).marks[1:][::-1]
    assert point.width == 0
    assert bar.width > 0


def test_today_is_marked_only_where_it_lies_on_the_line() -> None:
    pair = (PERIOD, replace(PERIOD, lane="project", title="Del"))
    assert draw(*pair).today is not None
    assert draw(*pair, today=date(2026, 11, 22)).today is None


def test_an_open_end_reaches_the_right_edge() -> None:
    drawing = draw(PERIOD, TimelineItem("milestone", "Udrulning", date(2018, 10, 1), None, coarse=True))
    assert drawing.marks[-1].x + drawing.marks[-1].width == pytest.approx(RIGHT)


def test_lanes_keep_their_order_and_rows_their_limit() -> None:
    many = [TimelineItem("meeting", "m" * 110, date(2018, 2, 1), date(2018, 2, 1))] * (MOST_ROWS + 3)
    drawing = draw(*many, PERIOD)
    assert [lane.key for lane in drawing.lanes] == ["period", "meeting"]
    assert drawing.left_out == 3
    assert len(drawing.marks) == MOST_ROWS + 1


@given(st.lists(items(), min_size=2, max_size=30), days)
def test_nothing_leaves_the_drawing(found: list[TimelineItem], today: date) -> None:
    drawing = draw(*found, today=today)
    for mark in drawing.marks:
        left, right = ends(mark)
        assert left >= 0
        assert right <= WIDTH + 0.1
        assert 0 < mark.y < drawing.bottom
    assert len(drawing.marks) + drawing.left_out == len(found)


@given(st.lists(items(), min_size=2, max_size=30), days)
def test_no_two_marks_of_a_row_touch(found: list[TimelineItem], today: date) -> None:
    rows: dict[float, list[Mark]] = {}
    for mark in draw(*found, today=today).marks:
        rows.setdefault(mark.y, []).append(mark)
    for marks in rows.values():
        for one, other in combinations(sorted(marks, key=lambda mark: ends(mark)[0]), 2):
            assert ends(one)[1] < ends(other)[0]


@given(st.lists(items(), min_size=1, max_size=10), days)
def test_the_scale_holds_all_in_a_few_ticks(found: list[TimelineItem], today: date) -> None:
    scale = scale_of(found, today)
    assert scale.first <= min(each.first for each in found)
    assert scale.last > max(each.last or each.first for each in found)
    assert 2 <= len(list(scale.ticks())) <= MOST_TICKS + 1


@pytest.mark.parametrize("last", [date(9999, 12, 31), date(2018, 1, 1)])
def test_the_ends_of_the_calendar_are_no_bug(last: date) -> None:
    drawing = draw(
        TimelineItem("period", "", date(1, 1, 1), last), TimelineItem("course", "x", date(1, 1, 1), last)
    )
    assert drawing.ticks
