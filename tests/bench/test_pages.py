"""Pages stay small however many courses there are: seen with parts a tenth of their size."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench.corpus import write_corpus
from bench.pages import MOST_BYTES, MOST_ELEMENTS, PageSize, sizes, too_large
from bench.records import BASE
from katalog.building.build import prepare
from katalog.settings import read_settings
from katalog.views.all_pages import KINDS
from tests.support import SETTINGS, Made, all_of

GROWING = (
    "course-list", "institution", "contact-list", "contact", "topic", "region", "news-list", "archive",
    "index",
)  # fmt: skip
"""The kinds of page whose lists grow with the catalogue."""
AROUND = 700
"""Elements of such a page besides its lists: the filters, facts, a map."""


@pytest.mark.parametrize("courses", [60, 240])
def test_pages_do_not_grow_with_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, courses: int
) -> None:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 50)
    write_corpus(tmp_path, courses, seed=1)
    settings = read_settings(SETTINGS | {"fields": []})
    made = Made(prepare(tmp_path, settings, BASE, tmp_path / "site"))
    reader = made.reader()
    for kind in GROWING:
        for page in all_of(KINDS[kind], reader):
            html = LexborHTMLParser(made.renderer.slots(page)["body"])
            assert len(html.css("*")) <= AROUND + MOST_ELEMENTS // 10, page.address


def test_a_page_that_is_too_large_is_named(tmp_path: Path) -> None:
    text = '<div class="k-page k-wrap k-topic">' + "<p>Ord</p>" * MOST_ELEMENTS
    (tmp_path / "index.html").write_text(text, "utf-8")
    (page,) = sizes(tmp_path)
    assert (page.address, page.kind, page.elements) == (".", "topic", MOST_ELEMENTS + 1)
    assert too_large([page]) == [page]
    assert too_large([PageSize("", "topic", MOST_BYTES + 1, 1)])
    assert not too_large([PageSize("", "topic", MOST_BYTES, MOST_ELEMENTS)])
