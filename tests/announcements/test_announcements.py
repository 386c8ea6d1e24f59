"""Every fact of announcements as libraries publish them is shown; nearly every one has a field of its own.

The records follow ten public announcements of meetings, courses, conferences and webinars, each in its
language and fact by fact, as far as their stored pages went. Names, places, addresses and titles are
made up and the days moved to 2027, so that no record is a real event; a few details the pages left open
(the name behind an address, the language spoken, a last day to register) are filled in as such pages
usually have them. Beside each is a table of what was announced: in which field it stands, and what shows
it on the page, in the calendar and in the data.
"""

from collections.abc import Callable

import pytest

from tests.announcements.announced import (
    NAMES,
    Fact,
    calendar_of,
    data_of,
    facts,
    fields_of,
    make,
    page_of,
    text_of,
)
from tests.support import Made

IN_FIELDS = 0.95
"""The least share of all facts that have a field."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("announcements"))


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_on_the_page(made: Made, name: str) -> None:
    danish, swedish = page_of(made, name, "da"), page_of(made, name, "sv")
    assert _missing(name, danish, lambda fact: fact.da) == {}
    assert _missing(name, swedish, lambda fact: fact.sv or fact.da) == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_a_calendar_is_in_it(made: Made, name: str) -> None:
    assert _missing(name, calendar_of(made, name, "da"), lambda fact: fact.calendar) == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_in_the_data(made: Made, name: str) -> None:
    assert _missing(name, data_of(made, name, "da"), lambda fact: fact.data) == {}


def _missing(name: str, shown: str, wanted: Callable[[Fact], str]) -> dict[str, str]:
    """Return what should be shown and is not, by the fact's id."""
    return {fact.id: wanted(fact) for fact in facts(name) if wanted(fact) not in shown}


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_stands_where_its_table_says(name: str) -> None:
    fields = fields_of(name)
    assert {fact.id: fact.field for fact in facts(name) if fact.field not in {*fields, "text"}} == {}
    assert {
        fact.id: fact.da for fact in facts(name) if fact.field == "text" and fact.da not in text_of(name)
    } == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_table_says_a_thing_twice_or_leaves_a_column_out(name: str) -> None:
    rows = facts(name)
    assert len({fact.id for fact in rows}) == len(rows)
    assert all(fact.id and fact.fact and fact.field and fact.da for fact in rows)


def test_nearly_every_fact_has_a_field() -> None:
    fields = [fact.field for name in NAMES for fact in facts(name)]
    assert 1 - fields.count("text") / len(fields) >= IN_FIELDS
