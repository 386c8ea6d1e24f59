"""The page of a library's staff: courses they can reach, deadlines, what the library follows, colleagues."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from katalog.views.my_library.choice import LibraryChoiceView
from katalog.views.my_library.page import MOST_COURSES, MOST_DEADLINES, MyLibraryView
from tests.support import Made, make_project, record


def library(title: str, region: str = "", **more: object) -> str:
    return record(title, kind="public", country="DK", **({"region": region} if region else {}), **more)


def course(title: str, organiser: str, when: str, closes: str, **more: object) -> str:
    return record(
        title, organiser=organiser, sessions=[{"when": when}], registration={"closes": closes}, **more
    )


FILES = {
    "content/libraries/havby.md": library("Havby Bibliotek", "Region Hav"),
    "content/libraries/skovby.md": library("Skovby Bibliotek", "Region Skov"),
    "content/libraries/ingensteds.md": library("Ingensteds Bibliotek"),
    "content/contacts/asta.md": record(
        "Asta Opdigtet", organisation="havby", role="Bibliotekar", show_until="2028-01-01"
    ),
    "courses/her.md": course("Her", "havby", "2027-01-10", "2026-12-20", contacts=["asta"]),
    "courses/der.md": course("Der", "skovby", "2027-01-11", "2026-12-21"),
    "courses/paa-nettet.md": course("På nettet", "skovby", "2027-01-12", "2026-12-19", form=["online"]),
    "courses/egen.md": course("Egen", "ingensteds", "2027-01-13", "2026-12-22"),
    "courses/forbi.md": course("Forbi", "havby", "2026-01-10", "2025-12-20"),
    "projects/faelles.md": record(
        "Fælles",
        kind="project",
        followers=[{"library": "havby"}],
        registration={"closes": "2026-12-01", "deadlines": [{"title": "Forslag", "when": "2026-12-02"}]},
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_project(tmp_path_factory.mktemp("mine"), FILES)


def view(made: Made, library: str) -> MyLibraryView:
    found = made.pages[f"mit-bibliotek/{library}/"].view
    assert isinstance(found, MyLibraryView)
    return found


def test_within_reach_is_what_is_held_in_the_region_online_or_by_the_library(made: Made) -> None:
    assert [card.id for card in view(made, "havby").courses.cards] == ["her", "paa-nettet"]
    assert [card.id for card in view(made, "skovby").courses.cards] == ["der", "paa-nettet"]
    assert [card.id for card in view(made, "ingensteds").courses.cards] == ["paa-nettet", "egen"]


def test_all_of_them_are_the_catalogue_filtered_by_region(made: Made) -> None:
    assert view(made, "havby").all_courses.address == "kurser/?region=region-hav"
    assert view(made, "ingensteds").all_courses.address == "kurser/"


def test_deadlines_are_those_of_courses_and_of_what_the_library_follows(made: Made) -> None:
    found = [(each.link.title, each.title) for each in view(made, "havby").deadlines]
    assert found == [("Fælles", ""), ("Fælles", "Forslag"), ("På nettet", ""), ("Her", "")]
    assert [each.link.title for each in view(made, "skovby").deadlines] == ["På nettet", "Der"]


def test_what_it_follows_and_colleagues_with_their_courses(made: Made) -> None:
    havby = view(made, "havby")
    assert [card.id for card in havby.follows] == ["faelles"]
    [asta] = havby.people
    assert (asta.person.link.title, [link.title for link in asta.courses]) == ("Asta Opdigtet", ["Her"])
    assert not view(made, "skovby").follows
    assert not view(made, "skovby").people


def test_every_library_can_be_chosen_without_javascript(made: Made) -> None:
    page = made.pages["mit-bibliotek/"]
    assert isinstance(page.view, LibraryChoiceView)
    links = {
        link.attributes["href"] for link in HTMLParser(made.html("mit-bibliotek/")).css("#k-libraries a")
    }
    assert links == {"havby/", "skovby/", "ingensteds/"}
    assert page.alternates["sv"] == "sv/mitt-bibliotek/"


def test_the_page_says_what_is_kept_and_the_front_page_and_the_library_lead_there(made: Made) -> None:
    kept = made.reader().phrases("mine.kept")
    assert kept in made.html("mit-bibliotek/")
    assert kept in made.html("mit-bibliotek/havby/")
    assert 'href="mit-bibliotek/"' in made.html("")
    assert 'href="../../mit-bibliotek/havby/"' in made.html("biblioteker/havby/")


def test_a_catalogue_without_libraries_offers_none(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/her.md": record("Her")})
    assert "mit-bibliotek/" not in made.pages
    assert "data-mine" not in made.html("")


def test_of_many_courses_the_first_to_join_and_the_first_to_close_are_shown(tmp_path: Path) -> None:
    days = [f"2027-{1 + number % 6:02}-{1 + number * 7 % 28:02}" for number in range(120)]
    closing = [f"2026-12-{1 + number * 11 % 28:02}" for number in range(120)]
    organisers = ("skovby", "havby", "naboby", "naboby", "naboby", "naboby", "naboby")
    files = {
        f"courses/k{number}.md": course(
            f"Kursus {number}",
            organisers[number % 7],
            days[number],
            closing[number],
            **({"form": ["online"]} if number % 5 == 0 else {}),
        )
        for number in range(120)
    }
    files["content/libraries/naboby.md"] = library("Naboby Bibliotek", "Region Skov")
    found = view(make_project(tmp_path, FILES | files), "skovby")
    within = [number for number in range(120) if number % 7 != 1 or number % 5 == 0]
    by_day = sorted((days[number], f"k{number}") for number in within)
    shown = [card.id for card in found.courses.cards if card.id.startswith("k")]
    assert shown == [id_ for _, id_ in by_day][: len(shown)]
    assert len(shown) == MOST_COURSES - 2  # and two others
    by_deadline = sorted((closing[number], f"Kursus {number}") for number in within)
    assert [each.link.title for each in found.deadlines] == [title for _, title in by_deadline][
        :MOST_DEADLINES
    ]
