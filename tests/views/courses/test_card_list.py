"""Which lists of courses a page has, and what is said of a course in them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from katalog.views.courses.card import course_card, course_cards
from katalog.views.courses.card_list import lists_by_heading
from katalog.views.shared.visible_periods import VisiblePeriod
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


def test_a_course_held_in_several_towns_is_found_by_each_that_can_be_joined(tmp_path: Path) -> None:
    def library(region: str) -> str:
        return record(region, kind="public", country="DK", region=f"Region {region}")

    files = {f"content/libraries/{name}.md": library(name.title()) for name in ("nord", "syd", "vest")}
    runs = [
        {"id": "nord", "place": "nord", "sessions": ["2027-02-03"], "registration": {"closes": "2027-01-20"}},
        {"id": "syd", "place": "syd", "sessions": ["2027-03-03"], "registration": {"opens": "2027-02-01"}},
        {"id": "vest", "place": "vest", "sessions": ["2027-04-03"], "status": "full"},
        {"id": "online", "online": "Teams", "sessions": ["2027-05-03"]},
        {"id": "aflyst", "place": "vest", "sessions": ["2027-06-03"], "status": "cancelled"},
    ]
    files["courses/a.md"] = record("A", runs=runs, registration={"via": "https://tilmeld.example/"})
    reader = make_project(tmp_path, files, date(2027, 1, 5)).reader()
    facets = course_card(reader, reader.entry("a")).facets
    assert facets["region"] == ("region-nord", "region-syd", "*")
    assert facets["form"] == ("in-person", "online")
    assert facets["month"][-3:] == ("2027-02", "2027-03", "2027-05")


def test_a_card_turns_to_the_next_run_as_a_whole(tmp_path: Path) -> None:
    runs = [
        {"id": "a", "place": "Nordby", "sessions": ["2027-02-03"], "registration": {"closes": "2027-01-20"}},
        {"id": "b", "place": "Sydby", "sessions": ["2027-03-03"], "registration": {"closes": "2027-02-20"}},
        {
            "id": "c",
            "place": "Sydby",
            "price": "200 DKK",
            "sessions": ["2027-04-03"],
            "registration": {"closes": "2027-03-20"},
        },
    ]
    files = {"courses/a.md": record("A", runs=runs, price="100 DKK")}
    card = course_card(reader := make_project(tmp_path, files, date(2027, 1, 5)).reader(), reader.entry("a"))

    def days(shown: VisiblePeriod | None) -> tuple[str, str]:
        return (shown.since[:10], shown.until[:10]) if shown else ("", "")

    assert [(words, *days(shown)) for words, shown in card.spans] == [
        ("3. februar 2027", "", "2027-01-21"),
        ("3. marts 2027", "2027-01-21", "2027-02-21"),
        ("3. april 2027", "2027-02-21", ""),
    ]
    assert [(places.names, *days(shown)) for places, shown in card.places_in_turn] == [
        (("Nordby",), "", "2027-01-21"),
        (("Sydby",), "2027-01-21", ""),
    ]
    assert [(turn.prices[0].amount.split()[0], *days(turn.shown)) for turn in card.price_turns] == [
        ("100", "", "2027-02-21"),
        ("200", "2027-02-21", ""),
    ]


@pytest.mark.parametrize(
    ("facts", "span"),
    [
        ({"registration": {"closes": "2027-02-01"}}, "Dato følger"),
        ({"registration": {"via": "https://tilmeld.example/"}}, ""),
        ({"status": "cancelled"}, ""),
    ],
)
def test_a_card_without_dates_says_that_they_follow(tmp_path: Path, facts: dict[str, Any], span: str) -> None:
    reader = make_project(tmp_path, {"courses/a.md": record("A", **facts)}, date(2027, 1, 5)).reader()
    assert course_card(reader, reader.entry("a")).span == span
