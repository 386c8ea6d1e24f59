"""Which lists of courses a page has, and what is said of a course in them."""

from pathlib import Path

import pytest

from katalog.views.courses.card import course_card, course_cards
from katalog.views.courses.card_list import lists_by_heading
from tests.support import make_project, record

DAYS = ["2027-03-11", "2027-05-11", "2027-06-11"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_days_stand_in_their_order_however_they_are_written(order: tuple[int, ...], tmp_path: Path) -> None:
    sessions = [DAYS[at] for at in order]
    reader = make_project(tmp_path, {"courses/a.md": record("A", sessions=sessions)}).reader()
    card = course_card(reader, reader.catalogue.entries["a"])
    assert (card.start, card.span) == ("2027-03-11", "11. marts–11. juni 2027")
    assert card.block
    assert (card.block.main, card.block.under) == ("mar", "2027")


def test_a_list_that_a_course_will_come_to_is_there(tmp_path: Path) -> None:
    course = record("A", sessions=[{"when": "2027-03-11"}], registration={"closes": "2027-02-01"})
    reader = make_project(tmp_path, {"courses/a.md": course}).reader()
    lists = lists_by_heading(course_cards(reader, ["a"]))
    assert {heading: (len(each.cards), each.expects) for heading, each in lists.items()} == {
        "joinable": (1, True),
        "ahead": (0, True),
        "past": (0, True),
    }


def test_the_last_run_that_was_held_stands_for_those_that_are_over(tmp_path: Path) -> None:
    runs = [
        {"id": "a", "sessions": ["2025-03-01"]},
        {"id": "b", "sessions": ["2026-03-01"]},
        {"id": "c", "sessions": ["2026-05-01"], "status": "cancelled"},
    ]
    reader = make_project(tmp_path, {"courses/a.md": record("A", runs=runs)}).reader()
    card = course_card(reader, reader.catalogue.entries["a"])
    assert (card.start, card.state.key) == ("2026-03-01", "finished")
