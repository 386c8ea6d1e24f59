"""Where a course is held, on site and online: inherited, shown, in calendars, data and filters."""

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from katalog.views.courses.list_values import list_values
from tests.support import Made, all_feeds, data_at, make_project, record

LINK = "https://moede.example/j/123"
SESSION = {"when": "2028-04-10 13:00/16:00", "title": "Møde"}
LIBRARIES = {
    "content/libraries/havneby.md": record(
        "Havneby Bibliotek", kind="public", country="DK", region="Region Havn", address="Kajen 1"
    ),
    "content/organisations/helsinki-hus.md": record("Helsinki-huset", kind="venue", country="FI"),
}


def project(root: Path, files: dict[str, str] | None = None, **fields: Any) -> Made:
    return make_project(root, LIBRARIES | {"courses/kursus.md": record("Kursus", **fields)} | (files or {}))


def text(html: str, selector: str) -> str:
    found = LexborHTMLParser(html).css_first(selector)
    assert found
    return " ".join(found.text(separator=" ").split())


def page(made: Made) -> str:
    return made.html("kurser/kursus/")


def calendar(made: Made) -> str:
    feeds = {feed.address: feed.data.decode() for feed in all_feeds(made.reader())}
    return feeds["kurser/kursus.ics"].replace("\r\n ", "")


def data(made: Made) -> Any:
    return json.loads(json_bytes(data_at(made.reader(), "kurser/kursus/")))


def linked_data(made: Made) -> str:
    found = data_at(made.reader(), "kurser/kursus/")
    return json_bytes(json_ld(made.pages["kurser/kursus/"], made.reader(), found)).decode()


def facets(made: Made) -> Any:
    return list_values(made.reader(), made.reader().entry("kursus")).facets


def test_a_link_to_join_can_be_followed_on_page_and_in_calendar(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=[{**SESSION, "place": "online", "online": LINK}])
    assert f'href="{LINK}"' in page(made)
    assert "Deltag online: moede.example/j/123" in text(page(made), ".k-session")
    assert f"LOCATION:Online\\, {LINK}" in calendar(made)
    assert f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{LINK}" in calendar(made)
    assert f"Deltag online: {LINK}" in calendar(made)


def test_a_session_may_be_held_at_a_place_and_online(tmp_path: Path) -> None:
    online = {"url": LINK, "platform": "Teams", "note": "Linket åbner kl. 12."}
    made = project(tmp_path, sessions=[{**SESSION, "place": "havneby", "online": online}])
    session = text(page(made), ".k-session")
    assert "Havneby Bibliotek , Kajen 1 · også online" in session
    assert "Teams" in session
    assert "Linket åbner kl. 12." in session
    assert "LOCATION:Havneby Bibliotek\\, Kajen 1" in calendar(made)
    [found] = data(made)["runs"][0]["sessions"]
    assert (found["place"]["id"], found["online"], found["join"]) == ("havneby", True, online)
    assert '"eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode"' in linked_data(made)
    assert f'{{"@type":"VirtualLocation","url":"{LINK}"}}' in linked_data(made)


def test_a_place_that_is_online_too_says_so_where_there_is_no_link(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=[{**SESSION, "place": "havneby"}], online="ja")
    assert "også online" in text(page(made), ".k-session")
    assert "også online" in calendar(made)
    assert [
        fact for fact in LexborHTMLParser(page(made)).css(".k-facts dd") if not fact.text(strip=True)
    ] == []


def test_a_course_is_online_where_its_form_alone_says_so(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=[SESSION], form=["online"])
    assert "Hvor Online" in text(page(made), ".k-facts")
    assert "Online" in text(made.html("kurser/"), ".k-card .k-at")
    assert "Online" in text(made.html("kurser/kursus/opslag/"), "article dl")
    assert "LOCATION:Online" in calendar(made)
    assert data(made)["runs"][0]["sessions"][0]["online"] is True


@pytest.mark.parametrize("placed", [{"place": "havneby"}, {"form": ["online", "in-person"]}, {"form": []}])
def test_no_other_form_makes_it_online(tmp_path: Path, placed: dict[str, Any]) -> None:
    made = project(tmp_path, **{"sessions": [SESSION], "form": ["online"], **placed})
    assert "LOCATION:Online" not in calendar(made)


def test_what_is_sent_after_enrolment_is_said_in_words(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=[SESSION], online="Linket sendes efter tilmelding")
    assert "Linket sendes efter tilmelding" in text(page(made), ".k-facts")
    assert "Linket sendes efter tilmelding" in calendar(made)


def test_runs_and_sessions_take_the_place_of_the_course(tmp_path: Path) -> None:
    runs = [
        {"id": "en", "sessions": [SESSION]},
        {"id": "to", "place": "Salen", "address": "Torvet 2", "sessions": [dict(SESSION)]},
    ]
    made = project(tmp_path, place="havneby", online=LINK, runs=runs)
    one, two = (run["sessions"][0] for run in data(made)["runs"])
    assert one["place"]["id"] == "havneby"
    assert (two["place"], two["address"]) == ({"title": "Salen"}, "Torvet 2")
    assert one["join"] == two["join"] == {"url": LINK}
    assert "Salen, Torvet 2" in text(page(made), "#k-to")


def test_a_session_may_be_left_out_of_what_is_online(tmp_path: Path) -> None:
    sessions = [{**SESSION, "place": "havneby", "online": "nej"}, {"when": "2028-04-11"}]
    made = project(tmp_path, online=LINK, sessions=sessions)
    first, second = data(made)["runs"][0]["sessions"]
    assert "online" not in first
    assert second["online"]


def test_a_course_without_sessions_says_where(tmp_path: Path) -> None:
    made = project(tmp_path, place="Salen", address="Torvet 2", online=LINK)
    facts = text(page(made), ".k-facts")
    assert "Salen, Online Torvet 2" in facts
    assert "moede.example" in facts


def test_a_library_lists_what_is_held_there_by_the_courses_place(tmp_path: Path) -> None:
    made = project(tmp_path, place="havneby", sessions=[SESSION])
    assert "Kursus" in made.html("biblioteker/havneby/")


@pytest.mark.parametrize(
    "fields",
    [
        {"form": ["blended"], "sessions": [{**SESSION, "place": "havneby"}]},
        {"form": ["in-person", "online"]},
        {"sessions": [{**SESSION, "place": "havneby", "online": LINK}]},
        {"form": ["in-person"], "sessions": [{**SESSION, "place": "havneby", "online": LINK}]},
        {"place": "havneby", "online": "ja"},
        {"sessions": [{**SESSION, "place": "havneby"}, {"when": "2028-05-01", "place": "online"}]},
    ],
)
def test_a_hybrid_course_is_found_under_both_forms(tmp_path: Path, fields: dict[str, Any]) -> None:
    assert {"in-person", "online"} <= set(facets(project(tmp_path, **fields))["form"])


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({"form": ["online"], "sessions": [{**SESSION, "place": "Skærmen"}]}, ("online",)),
        ({"sessions": [{**SESSION, "place": "havneby"}]}, ("in-person",)),
        ({"sessions": [SESSION], "online": LINK}, ("online",)),
        ({"sessions": [SESSION]}, ()),
    ],
)
def test_other_courses_are_found_under_one(
    tmp_path: Path, fields: dict[str, Any], form: tuple[str, ...]
) -> None:
    assert facets(project(tmp_path, **fields))["form"] == form


def test_what_is_hybrid_is_said_in_one_word(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=[{**SESSION, "place": "havneby", "online": LINK}])
    assert text(page(made), ".k-facts").count("Online") < 3


def test_an_online_course_is_kept_whatever_region_is_chosen(tmp_path: Path) -> None:
    others = {
        "courses/fysisk.md": record("Fysisk", sessions=[{**SESSION, "place": "havneby"}]),
        "courses/anden.md": record("Anden", organiser="fjeldby"),
        "content/libraries/fjeldby.md": record(
            "Fjeldby Bibliotek", kind="public", country="DK", region="Region Fjeld"
        ),
    }
    made = project(tmp_path, others, form=["online"], sessions=[SESSION])
    assert "*" in facets(made)["region"]
    options = LexborHTMLParser(made.html("kurser/")).css('select[name="region"] option')
    counts = {" ".join(each.text().split()) for each in options}
    assert {"Region Havn (2)", "Region Fjeld (2)"} <= counts


def test_hours_are_those_of_the_place(tmp_path: Path) -> None:
    made = project(tmp_path, organiser="havneby", sessions=[{**SESSION, "place": "helsinki-hus"}])
    assert "kl. 13.00–16.00 (lokal tid i Finland)" in text(page(made), ".k-session")
    assert "(lokal tid i Finland)" in text(page(made), ".k-facts dl")
    assert "(lokal tid i Finland)" in text(made.html("kurser/"), ".k-card")
    assert "DTSTART;TZID=Europe/Helsinki:20280410T130000" in calendar(made)
    [session] = data(made)["runs"][0]["sessions"]
    assert session["when"]["starts"] == "2028-04-10T13:00+03:00"
    assert session["time_zone"] == "Europe/Helsinki"


def test_hours_on_the_sites_clock_need_no_word(tmp_path: Path) -> None:
    made = project(tmp_path, sessions=[{**SESSION, "place": "havneby"}])
    assert "lokal tid" not in page(made)


def test_a_cancelled_session_cannot_be_joined(tmp_path: Path) -> None:
    session = {**SESSION, "place": "online", "online": LINK, "status": "cancelled"}
    made = project(tmp_path, sessions=[session, {"when": "2028-05-01"}])
    assert LINK not in page(made)


def test_an_address_in_a_text_is_a_link(tmp_path: Path) -> None:
    note = "Deltag på https://moede.example/j/9"
    made = project(
        tmp_path,
        enrolment_note="Ingen tilmelding. Læs mere: https://laes.example/",
        sessions=[{**SESSION, "place": "Salen, www.salen.example", "note": note, "agenda": [note]}],
    )
    assert 'href="https://laes.example/"' in page(made)
    assert page(made).count('href="https://moede.example/j/9"') == 2
    assert 'href="https://www.salen.example"' in page(made)
