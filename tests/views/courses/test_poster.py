"""The sheet for a notice board: which course has one, and what stands on it."""

from pathlib import Path

import pytest

from tests.support import Made, make_project, record

ADDRESS = "kurser/cirkler/opslag/"


def make(
    tmp_path: Path, when: str = "2027-03-01", settings: dict[str, object] | None = None, **more: object
) -> Made:
    course = {
        "organiser": "elmby",
        "sessions": [{"when": when, "place": "Elmby"}],
        "registration": {"closes": "2027-02-01", "via": "https://elmby.example/"},
        "price": [{"amount": "450 DKK"}],
        "contacts": ["ida"],
    }
    files = {
        "content/libraries/elmby.md": record("Elmby Bibliotek", kind="public", country="DK"),
        "content/contacts/ida.md": record(
            "Ida Opdigtet", organisation="elmby", phone="+45 33 33 33 33", show_until="2030-01-01"
        ),
        "courses/cirkler.md": record("Læsecirkler & fællesskab", **course | more),
    }
    return make_project(tmp_path, files, settings=settings)


def test_a_poster_says_what_people_decide_by(tmp_path: Path) -> None:
    html = make(tmp_path).html(ADDRESS)
    for words in (
        "Læsecirkler &amp; fællesskab", "1. marts 2027", "Elmby", "1. februar 2027", "450\u00a0kr.",
        "Ida Opdigtet", "33 33 33 33", "katalog.example/kurser/cirkler<", "<svg",
    ):  # fmt: skip
        assert words in html


def test_paper_says_until_when_a_price_holds(tmp_path: Path) -> None:
    price = [{"amount": "450 DKK", "until": "2027-01-15"}, {"amount": "600 DKK"}]
    html = make(tmp_path, price=price).html(ADDRESS).replace("\u00a0", " ")
    assert "450 kr. til og med 15. januar 2027" in html
    assert "600 kr. efter 15. januar 2027" in html


def test_the_page_of_the_course_leads_to_it_and_search_engines_do_not(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert 'href="opslag/"' in made.html("kurser/cirkler/")
    assert '<meta name="robots" content="noindex">' in made.slots(ADDRESS)["head"]
    assert "noindex" not in made.slots("kurser/cirkler/")["head"]
    assert not made.pages[ADDRESS].in_search_and_sitemap


def test_it_is_there_in_every_language(tmp_path: Path) -> None:
    assert make(tmp_path).pages[ADDRESS].alternates == {"da": ADDRESS, "sv": "sv/kurser/cirkler/anslag/"}


@pytest.mark.parametrize(
    ("when", "settings"), [("2025-03-01", {}), ("2027-03-01", {"site_url": ""})], ids=["over", "no address"]
)
def test_a_course_that_is_over_or_a_site_without_an_address_has_none(
    tmp_path: Path, when: str, settings: dict[str, object]
) -> None:
    made = make(tmp_path, when, settings, registration={"via": "https://elmby.example/"})
    assert ADDRESS not in made.pages
    assert "opslag/" not in made.html("kurser/cirkler/")


def test_a_full_course_hurries_nobody(tmp_path: Path) -> None:
    html = make(tmp_path, status="full").html(ADDRESS)
    assert "Fuldt booket" in html
    assert "1. februar" not in html
