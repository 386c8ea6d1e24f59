"""What is documented of templates is what they are: every template, its view, its blocks."""

from pathlib import Path

import pytest

from katalog.generated_docs.template_page import FILE, blocks, template_page
from katalog.html import THEME
from katalog.views.page import Page
from katalog.views.templates import VIEWS
from tests.support import REPOSITORY, make_project, record, write_files


def test_the_page_is_up_to_date() -> None:
    assert (REPOSITORY / FILE).read_text("utf-8") == template_page(), "run: katalog schema"


def test_every_template_is_in_it() -> None:
    assert set(VIEWS) == {path.name for path in (THEME / "katalog").glob("*.html")}


@pytest.mark.parametrize("template", sorted(VIEWS))
def test_every_template_can_be_kept_and_added_to(template: str) -> None:
    assert blocks(f"katalog/{template}") == ["before", "page", "after"]


def test_templates_show_the_views_they_are_said_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 5)
    files = {
        "courses/et.md": record("Et kursus", topics=["laesning"], sessions=[{"when": "2026-12-01"}]),
        "projects/et-projekt.md": record("Et projekt", kind="project"),
        "content/libraries/by.md": record("Byens bibliotek", kind="public", country="DK", region="Øst"),
        "content/organisations/o.md": record("Foreningen", kind="association", country="DK"),
        "content/contacts/ane.md": record("Ane Opdigtet", show_until="2030-01-01", organisation="by"),
        "content/news/nyt.md": record("Nyt", date="2026-01-01"),
    }
    for number in range(7):
        files[f"courses/forbi-{number}.md"] = record(
            f"Forbi {number}",
            organiser="by",
            teachers=["ane"],
            initiative="et-projekt",
            sessions=[{"when": f"2020-12-0{number + 1}"}],
        )
    pages = make_project(tmp_path, files).pages.values()
    assert {page.template for page in pages} == set(VIEWS) - {"own.html"}  # of tests/test_extend.py
    assert [page.address for page in pages if type(page.view) is not VIEWS[page.template]] == []


def test_a_sites_template_can_keep_the_engines_and_change_a_block(tmp_path: Path) -> None:
    own = (
        '{% extends "engine/course.html" %}{% block after %}<p class="own">{{ page.title }}</p>{% endblock %}'
    )
    write_files(tmp_path, {"overrides/katalog/course.html": own})
    made = make_project(tmp_path, {"courses/et.md": record("Et kursus")})
    html = made.html("kurser/et/")
    assert html.rstrip().endswith('<p class="own">Et kursus</p>')
    assert "<h1" in html


def test_fields_are_listed_with_what_they_hold() -> None:
    text = template_page()
    assert all(f"| `{name}` |" in text for name in Page.__struct_fields__)
    assert all(f"### {view.__name__}\n" in text for view in VIEWS.values())
