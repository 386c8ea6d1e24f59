"""What is looked for among generated records is among the first five, in every class of query."""

from pathlib import Path

from playwright.sync_api import Browser

from bench.corpus import write_corpus
from bench.records import BASE
from bench.relevance import found_by_class, generated_queries, search
from tests.e2e.sites import Run, build
from tools.audit_server import served

COURSES, SEED = 60, 3


def built(folder: Path) -> Run:
    write_corpus(folder, COURSES, SEED)
    return build(folder, today=BASE.isoformat())


def test_what_is_looked_for_is_among_the_first_five(browser: Browser, tmp_path: Path) -> None:
    run = built(tmp_path / "corpus")
    assert run.status == 0, run.output
    queries = generated_queries(COURSES, SEED)
    with served(tmp_path / "corpus" / "site") as address:
        page = browser.new_page()
        page.goto(address)
        answers = list(zip(queries, search(page, queries), strict=True))
        page.close()
    assert len(answers) > 200
    missed = [(query.text, hits) for query, hits in answers if not query.answered(hits)]
    assert min(found_by_class(answers).values()) >= 0.9, missed
    assert len(missed) <= 0.05 * len(answers), missed
