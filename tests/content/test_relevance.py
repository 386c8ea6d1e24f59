"""What readers look for in the shipped records is among the first five, in a browser, in every class."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.relevance import Query, found_by_class, read_queries, search
from tests.e2e.sites import Built
from tools.audit_server import served

QUERIES = read_queries(Path(__file__).with_name("relevance.tsv"))
OVERALL, EACH = 0.92, 0.85


@pytest.fixture(scope="module")
def answers(browser: Browser, shipped: Built) -> list[tuple[Query, list[str]]]:
    with served(shipped.site) as address:
        page = browser.new_page()
        page.goto(address)
        found = search(page, QUERIES)
        page.close()
    return list(zip(QUERIES, found, strict=True))


def test_there_are_enough_queries_in_every_class() -> None:
    counts = {each.kind: sum(other.kind == each.kind for other in QUERIES) for each in QUERIES}
    assert len(QUERIES) >= 250
    assert len(counts) == 17
    assert min(counts.values()) >= 12


def test_what_is_looked_for_is_among_the_first_five(answers: list[tuple[Query, list[str]]]) -> None:
    found = found_by_class(answers)
    missed = [query.text for query, hits in answers if not query.answered(hits)]
    assert {kind: share for kind, share in found.items() if share < EACH} == {}, missed
    assert len(missed) <= (1 - OVERALL) * len(QUERIES), missed


def test_for_a_word_that_is_nowhere_nothing_is_found(answers: list[tuple[Query, list[str]]]) -> None:
    assert [query.text for query, hits in answers if not query.wanted and hits] == []
