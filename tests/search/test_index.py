"""The index of a small catalogue: what stands in it, and what stands in none."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from katalog.search.documents import Document
from katalog.search.files import Line, base36, encoded
from katalog.search.index import index_files
from katalog.search.sources import Source, source
from katalog.search.store import Store, Update
from katalog.search.term_weights import postings
from tests.support import Made, make_project, record

FILES = {
    "courses/kursus.md": record(
        "Læselyst",
        "Vi taler om *kompostbunker* hos [naboen](gammel.md).\n\n- ét\n- to",
        organiser="testby",
        topics=["laesning"],
        registration={"closes": "2027-02-01", "via": "anna"},
        contacts=[{"person": "anna", "role": "registration"}],
        price=[{"amount": "1.950 kr.", "per": "participant"}],
        sessions=[{"when": "2027-03-11", "place": "testby", "title": "Opstart"}, {"when": "uge 20 2027"}],
    ),
    "courses/kursus.sv.md": "---\ntitle: Läslust\ntranslates: 51b56047\nsummary: En kurs.\n---\n",
    "courses/gammel.md": record("Gammel", topics=["laesning"], sessions=[{"when": "2018-Q4"}]),
    "courses/kladde.md": record("Hemmeligkladde", draft=True),
    "content/libraries/testby.md": record(
        "Testby Bibliotek", kind="public", country="DK", municipality="Testby", aliases=["Ældre Navn"]
    ),
    "content/contacts/anna.md": record(
        "Anna Prøve", email="anna@example.org", phone="24782393", show_until="2027-12-31"
    ),
    "content/contacts/forbi.md": record(
        "Bo Forbi", email="bo@example.org", phone="23624190", show_until="2020-12-31"
    ),
}


EXPECTED = {"person.show-until-passed", "translation.outdated"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_project(tmp_path_factory.mktemp("search"), FILES, expected=EXPECTED)


def sources(made: Made, language: str = "da") -> list[Source]:
    reader = made.reader(language)
    others = [each for each in made.build.readers.values() if each is not reader]
    pages = (page for page in made.pages.values() if page.language == language)
    return [found for page in pages if (found := source(reader, others, page))]


def documents(made: Made, language: str = "da") -> dict[str, Document]:
    return {each.address: each.make() for each in sources(made, language)}


def weights(made: Made, address: str, language: str = "da") -> dict[str, int]:
    return {term: weight for term, (weight, _) in postings(documents(made, language)[address]).items()}


def files(made: Made, language: str = "da") -> dict[str, bytes]:
    index = Update(Store())
    for each in sources(made, language):
        index.take(each)
    index.finish()
    return dict(index_files(made.reader(language), index.store))


def test_a_course_is_found_by_everything_it_says(made: Made) -> None:
    found = weights(made, "kurser/kursus/")
    wanted = {
        "laselyst", "kurs", "kompostbunk", "testby", "ana", "1950", "opstart", "#2027-03-11", "#2027-03",
        "#2027", "#2027-w20", "#w20", "#2027-02-01", "+24782393", "anna@example.org", "laslust", "lasning",
    }  # fmt: skip
    assert wanted - set(found) == set()
    assert found["laselyst"] > found["testby"] > found["kompostbunk"]
    assert found["#2027-03-11"] > found["#2027"]


def test_words_are_never_glued(made: Made) -> None:
    assert {"et", "to"} <= set(weights(made, "kurser/kursus/"))
    assert not [each for each in documents(made)["kurser/kursus/"].shown.lines if re.search("ét *to", each)]


def test_a_course_is_not_found_by_what_it_only_leads_to(made: Made) -> None:
    assert "gamel" not in weights(made, "kurser/kursus/")


def test_what_a_hit_shows(made: Made) -> None:
    shown = documents(made)["kurser/kursus/"].shown
    assert (shown.title, shown.kind, shown.price) == ("Læselyst", "Kursus", "1.950\u00a0kr. pr. deltager")
    assert (shown.state, shown.place) == ("open", "Testby Bibliotek")
    assert documents(made, "sv")["sv/kurser/gammel/"].shown.language == "da"
    assert documents(made, "sv")["sv/kurser/kursus/"].shown.language == ""


def test_other_names_are_found(made: Made) -> None:
    assert {"aldr", "navn"} <= set(weights(made, "biblioteker/testby/"))


@pytest.mark.parametrize("language", ["da", "sv"])
def test_what_is_not_public_is_in_no_index(made: Made, language: str) -> None:
    index = b"".join(files(made, language).values()).decode().lower()
    for secret in ("hemmeligkladde", "bo@example", "23624190", "23 62 41 90"):
        assert secret not in index
    assert "anna@example.org" in index


def test_the_same_records_make_the_same_bytes(made: Made, tmp_path: Path) -> None:
    again = make_project(tmp_path, FILES, expected=EXPECTED)
    assert files(made) == files(again)


def test_the_first_file_names_all_others(made: Made) -> None:
    found = files(made)
    first: dict[str, Any] = json.loads(found["search-index/da/index.json"])
    named = {f"search-index/da/{name}.json" for name in (*first["pieces"], *first["hits"])}
    assert named == set(found) - {"search-index/da/index.json"}
    assert len(first["flags"]) == 2 * len(documents(made))
    lines = [line for name in first["pieces"] for line in json.loads(found[f"search-index/da/{name}.json"])]
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)


def test_a_term_is_written_as_distances_and_weights() -> None:
    line = Line({0: 1, 37: 2, 1: 26}, {"test": 1, "tests": 2})
    assert json.loads(encoded("test", line)) == ["test", "tests", "AZ10B"]
    assert [base36(number) for number in (1, 35, 36, 1296)] == ["1", "z", "10", "100"]


def test_a_site_has_synonyms_of_its_own(tmp_path: Path) -> None:
    made = make_project(tmp_path, {}, date(2026, 11, 22), {"synonyms": ["bogbus, Bokbuss"]})
    first = json.loads(files(made)["search-index/da/index.json"])
    assert ["bogbus", "bokbus"] in first["tables"]["synonyms"]


def test_a_season_leads_to_courses_before_the_weeks_of_the_calendar(made: Made) -> None:
    week, course = weights(made, "kalender/2027/uge-20/"), weights(made, "kurser/kursus/")
    assert week["#2027-w20"] > course["#2027-w20"]
    for term in ("#2027-05", "#2027-s1", "#2027-q2"):
        assert week[term] < course[term]
