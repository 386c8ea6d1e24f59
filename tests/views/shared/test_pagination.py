"""Long lists in parts: every item is on exactly one of them, in order, and each leads on."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from katalog.views.shared.pagination import CARD, ROOM, ROW, cut
from tests.support import Made, make_project, record

LISTS = st.lists(st.tuples(st.lists(st.integers(), max_size=900), st.sampled_from((ROW, CARD))), max_size=5)


@given(LISTS)
def test_every_item_is_on_one_part_in_order(lists: list[tuple[list[int], int]]) -> None:
    parts = cut(*lists)
    for at, (items, _) in enumerate(lists):
        assert [item for part in parts for item in part[at]] == items
    weights = [sum(len(piece) * lists[at][1] for at, piece in enumerate(part)) for part in parts]
    assert all(weight <= ROOM for weight in weights)
    assert all(weight > ROOM - CARD for weight in weights[2:])
    assert len(parts) == 1 or min(weights) >= ROOM / 2 - CARD


@given(LISTS, st.integers(1, 100))
def test_what_comes_in_front_leaves_the_last_parts_as_they_are(
    lists: list[tuple[list[int], int]], more: int
) -> None:
    before, after = cut(([], CARD), *lists), cut((range(more), CARD), *lists)
    assert after[len(after) - len(before) + 2 :] == before[2:]


def test_what_stands_beside_takes_room_of_the_first_part() -> None:
    assert [len(part[0]) for part in cut((range(600), ROW), beside=450)] == [50, 50, 500]


def test_nothing_makes_one_part() -> None:
    assert cut(([], ROW)) == [[()]]


SESSION = {"when": "2024-03-11", "place": "testby"}
FILES = {
    "content/libraries/testby.md": record(
        "Testby Bibliotek", kind="public", country="DK", region="Region Prøve"
    ),
    "projects/indsats.md": record("Indsats", kind="national-initiative"),
    "content/contacts/person.md": record("Person Prøve", organisation="testby", show_until="2030-01-01"),
    **{
        f"courses/kursus-{n:02}.md": record(
            f"Kursus {n:02}",
            organiser="testby",
            topics=["samskabelse"],
            teachers=["person"],
            initiative="indsats",
            sessions=[SESSION],
        )
        for n in range(12)
    },
    **{
        f"content/news/nyt-{n:02}.md": record(f"Nyt {n:02}", "Tekst.", date="2021-06-03", publisher="testby")
        for n in range(12)
    },
}
PAGES = (
    "kurser/aar/2024/",
    "emner/samskabelse/",
    "regioner/region-proeve/",
    "arkiv/2024/",
    "a-til-aa/",
    "nyheder/",
    "biblioteker/testby/",
    "indsatsomraader/indsats/",
    "kontakt/person/",
)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 10)
    monkeypatch.setattr("katalog.views.projects.page.BESIDE", 5)
    return make_project(tmp_path, FILES)


def listed(made: Made, address: str) -> list[str]:
    """Return the ids of courses and articles that a page links to, and its parts, in their order."""
    found: list[str] = []
    while address:
        page = LexborHTMLParser(made.html(address))
        links = [link.attributes["href"] or "" for link in page.css("li > a, h3 > a")]
        ids = [link.rstrip("/").rsplit("/", 1)[-1] for link in links]
        found += [id_ for id_ in ids if id_.startswith(("kursus-", "nyt-"))]
        following = page.css_first("[data-parts] [rel=next]")
        address = _at(address, following.attributes["href"] or "") if following else ""
    return found


def _at(page: str, link: str) -> str:
    folders = page.rstrip("/").split("/")
    for step in link.rstrip("/").split("/"):
        folders = folders[:-1] if step == ".." else [*folders, step]
    return "/".join(folders) + "/"


@pytest.mark.parametrize("address", PAGES)
def test_a_long_page_goes_on_until_all_is_shown(made: Made, address: str) -> None:
    assert address + "side/2/" in made.pages
    found = listed(made, address)
    courses = {each for each in found if each.startswith("kursus-")}
    assert len(courses) == len([each for each in found if each.startswith("kursus-")])
    assert len(courses) in {0, 12}
    assert len(set(found)) >= 12


def test_the_directory_of_people_leads_to_every_letter_on_its_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 10)
    names = [f"{letter}nne Prøve" for letter in "ABCDEFGHIJKL"]
    people = {
        f"content/contacts/p-{n}.md": record(name, show_until="2030-01-01") for n, name in enumerate(names)
    }
    made = make_project(tmp_path, people)
    first, second = (LexborHTMLParser(made.html(page)) for page in ("kontakt/", "kontakt/side/2/"))
    letters = {link.text(): link.attributes["href"] for link in first.css(".k-az a")}
    assert letters["A"] == "#k-a1"
    assert letters["L"] == "side/2/#k-a12"
    assert second.css_first("#k-a12")
    ways = [link.attributes["href"] for link in second.css("nav .k-chips a")]
    assert ways == ["../../#k-names", "#k-staff"]


def test_a_part_is_a_page_of_its_own(made: Made) -> None:
    part = made.pages["emner/samskabelse/side/2/"]
    assert part.title == "Samskabelse (side 2)"
    assert part.alternates == {
        "da": "emner/samskabelse/side/2/",
        "sv": "sv/amnen/samskabelse/sida/2/",
    }
    assert [link.address for link in part.breadcrumbs] == ["", "emner/", "emner/samskabelse/"]


def test_the_list_of_libraries_goes_on_with_a_map_of_those_on_each_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 3)
    libraries = {
        f"content/libraries/b-{country.lower()}-{n}.md": record(
            f"Bibliotek {country} {n}",
            kind="public",
            country=country,
            region=f"Region {n % 2}",
            location={"lat": place[0] + n / 10, "lon": place[1]},
        )
        for country, place in (("DK", (55.5, 10.5)), ("SE", (58.5, 14.5)))
        for n in range(2)
    }
    made = make_project(tmp_path, libraries)
    first, second = (LexborHTMLParser(made.html(page)) for page in ("biblioteker/", "biblioteker/side/2/"))
    for page, names in ((first, ["DK 0", "DK 1"]), (second, ["SE 0", "SE 1"])):
        assert [each.text() for each in page.css("#k-libraries li > a")] == [f"Bibliotek {n}" for n in names]
        assert [each.text() for each in page.css("svg a > title")] == [f"Bibliotek {n}" for n in names]
    assert [each.text() for each in second.css("#k-libraries h2, #k-libraries h3")] == [
        "Sverige", "Region 0 1 bibliotek", "Region 1 1 bibliotek",
    ]  # fmt: skip


def test_a_day_that_passes_changes_the_first_parts_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is over comes in front of what has long been so: the rest of a year's pages stay as they are."""
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 10)
    days = [date(2024, 5, 1) + timedelta(n) for n in range(14)]
    files = {
        f"courses/kursus-{day}.md": record(
            f"Kursus {day}", topics=["samskabelse"], sessions=[{"when": str(day)}]
        )
        for day in days
    }
    before, after = (make_project(tmp_path, files, day) for day in (days[-1], days[-1] + timedelta(1)))
    for address in ("kurser/aar/2024/side/{}/", "emner/samskabelse/side/{}/"):
        later = [address.format(number) for number in range(3, 8)]
        assert [before.html(page) for page in later] == [after.html(page) for page in later]
    assert before.html("kurser/aar/2024/") != after.html("kurser/aar/2024/")
