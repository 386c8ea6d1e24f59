"""Programmes, speakers, places for a session and choices among several: on pages, in calendars and data."""

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from katalog.search.texts import texts_of
from katalog.views.shared.record_events import record_events
from tests.support import Made, all_feeds, data_at, make_project, record

SPEAKERS = ["bo-proeve", {"name": "Ane Test", "role": "lektor", "affiliation": "Prøveuniversitetet"}]
PROGRAMME: list[Any] = [
    "9.30 Kaffe",
    {"hours": "10-11", "title": "Oplæg", "speakers": ["Cia Digt"], "room": "Sal 2"},
    {"hours": "11.15", "title": "Spor A", "track": "A", "choice": "Spor", "seats": 20, "status": "full"},
    {"hours": "11.15", "title": "Spor B", "track": "B", "choice": "Spor", "note": "Tag garn med"},
    {"hours": "12.00", "title": "Frokost", "pause": True},
]
CONFERENCE = record(
    "Konference",
    kind="seminar",
    sessions=[
        {
            "when": "2028-05-09 09:30/15:00",
            "title": "Dagen",
            "place": "Salen",
            "speakers": SPEAKERS,
            "programme": PROGRAMME,
        },
        {
            "when": "2028-05-09 15:00/17:00",
            "title": "Besøg 1",
            "choice": "Besøg",
            "participants": {"max": 40},
        },
        {
            "when": "2028-05-09 15:00/17:00",
            "title": "Besøg 2",
            "choice": "Besøg",
            "participants": {"max": 15},
            "status": "full",
        },
    ],
)
FILES = {
    "courses/konference.md": CONFERENCE,
    "content/contacts/bo-proeve.md": record("Bo Prøve", role="arkivar", show_until="2030-12-31"),
}

TRANSLATED = {"translation.outdated", "translation.too-few-items"}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_project(tmp_path, FILES)


def sessions(made: Made, address: str = "kurser/konference/") -> list[str]:
    page = LexborHTMLParser(made.html(address))
    return [" ".join(each.text(separator=" ").split()) for each in page.css(".k-session")]


def data(made: Made) -> Any:
    return json.loads(json_bytes(data_at(made.reader(), "kurser/konference/")))


def calendar(made: Made, language: str = "da") -> str:
    [file] = [
        feed.data.decode()
        for feed in all_feeds(made.reader(language))
        if feed.address.endswith("konference.ics")
    ]
    return file.replace("\r\n ", "")


def test_a_session_says_who_speaks(made: Made) -> None:
    day = sessions(made)[0]
    assert "Medvirkende: Bo Prøve , arkivar; Ane Test, lektor, Prøveuniversitetet" in day
    assert 'href="../../kontakt/bo-proeve/"' in made.html("kurser/konference/")


def test_a_person_is_found_among_the_speakers(made: Made) -> None:
    assert "Konference" in made.html("kontakt/bo-proeve/")


def test_the_programme_is_a_table_in_the_readers_form(made: Made) -> None:
    page = LexborHTMLParser(made.html("kurser/konference/"))
    rows = [" ".join(row.text(separator=" ").split()) for row in page.css(".k-programme tr")]
    assert rows[0] == "9.30 Kaffe"
    assert rows[1] == "10.00–11.00 Sal 2 Oplæg Cia Digt"
    assert "Fuldt booket" in rows[2]
    assert "højst 20 deltagere" in rows[2]
    assert "Tag garn med" in rows[3]


def test_what_excludes_what_is_said(made: Made) -> None:
    first, second = sessions(made)[1:]
    assert "Besøg: Man kan kun vælge én. Kan ikke kombineres med Besøg 2 ." in first
    assert "Kan ikke kombineres med Besøg 1 ." in second
    assert "Kan ikke kombineres med Spor B." in sessions(made)[0]


def test_each_session_has_its_own_places_and_state(made: Made) -> None:
    _, first, second = sessions(made)
    assert "40 deltagere" in first
    assert "Fuldt booket" not in first
    assert "15 deltagere" in second
    assert "Fuldt booket" in second


def test_a_full_session_is_not_offered_to_calendars_but_is_held(made: Made) -> None:
    _, first, second = LexborHTMLParser(made.html("kurser/konference/")).css(".k-session")
    assert first.css(".k-noprint")
    assert not second.css(".k-noprint")
    assert "STATUS:CANCELLED" not in calendar(made)


def test_of_sessions_that_exclude_each_other_one_counts(made: Made) -> None:
    facts = LexborHTMLParser(made.html("kurser/konference/")).css_first(".k-facts")
    assert facts
    assert "2 " in facts.text()
    assert "3 mødegange" not in facts.text()


def test_the_calendar_describes_the_programme(made: Made) -> None:
    text = calendar(made)
    assert "Medvirkende: Bo Prøve\\, arkivar\\; Ane Test\\, lektor\\, Prøveuniversitetet" in text
    assert "9.30 Kaffe\\n10.00–11.00 Oplæg (Cia Digt) (Sal 2)" in text


def test_a_row_says_all_it_has_in_the_calendar(tmp_path: Path) -> None:
    row = {"hours": "10-11", "title": "Oplæg", "speakers": ["Cia Digt", "Dan Prøve"], "room": "Sal 2"}
    row["note"] = "Tag garn med"
    session = {"when": "2028-05-09 09:30/15:00", "programme": [row]}
    reader = make_project(tmp_path, {"courses/a.md": record("A", sessions=[session])}).reader()
    (event,) = record_events(reader, reader.entry("a"))
    assert event.details[-1] == "10.00–11.00 Oplæg (Cia Digt; Dan Prøve) (Sal 2) – Tag garn med"


def test_the_data_holds_rows_with_instants(made: Made) -> None:
    day, first, second = data(made)["runs"][0]["sessions"]
    assert day["speakers"][1] == {
        "name": "Ane Test",
        "role": "lektor",
        "affiliation": "Prøveuniversitetet",
    }
    assert day["speakers"][0]["id"] == "bo-proeve"
    assert day["programme"][1] == {
        "title": "Oplæg",
        "hours": "10.00–11.00",
        "starts": "2028-05-09T10:00+02:00",
        "ends": "2028-05-09T11:00+02:00",
        "speakers": [{"name": "Cia Digt"}],
        "room": "Sal 2",
    }
    assert first["participants"] == {"max": 40}
    assert (second["status"], second["choice"]) == ("full", "Besøg")


def test_json_ld_names_performers_and_rows(made: Made) -> None:
    page = made.pages["kurser/konference/"]
    nodes = json_bytes(json_ld(page, made.reader(), data_at(made.reader(), page.address))).decode()
    assert '"performer":[{"@type":"Person"' in nodes
    assert '"name":"Ane Test"' in nodes
    assert '"startDate":"2028-05-09T10:00+02:00"' in nodes
    assert '"name":"Frokost"' not in nodes


def test_rows_of_two_days_have_no_instants(tmp_path: Path) -> None:
    text = record("Internat", sessions=[{"when": "2028-05-09/2028-05-10", "programme": ["9.30 Kaffe"]}])
    made = make_project(tmp_path, {"courses/konference.md": text})
    [session] = data(made)["runs"][0]["sessions"]
    assert session["programme"] == [{"title": "Kaffe", "hours": "9.30"}]


def test_a_full_session_with_a_waiting_list_says_so(tmp_path: Path) -> None:
    session = {"when": "2028-05-09", "status": "full", "participants": {"max": 9, "waiting_list": True}}
    made = make_project(tmp_path, {"courses/konference.md": record("Dag", sessions=[session])})
    assert "Venteliste" in sessions(made)[0]


def test_speakers_are_found_by_their_names(made: Made) -> None:
    texts = [(each.part, each.text) for each in texts_of(made.pages["kurser/konference/"].view)]
    assert ("name", "Ane Test") in texts
    assert ("name", "Cia Digt") in texts


def test_a_programme_is_translated_row_by_row(tmp_path: Path) -> None:
    rows = "[{title: Kaffe och te}, {}, {}, {}, {title: Lunch}]"
    swedish = f"---\ntitle: Konferensen\nsessions: [{{programme: {rows}}}]\n---\n"
    made = make_project(tmp_path, FILES | {"courses/konference.sv.md": swedish}, expected=TRANSLATED)
    page = LexborHTMLParser(made.html("sv/kurser/konference/"))
    shown = [" ".join(row.text(separator=" ").split()) for row in page.css(".k-programme tr")]
    assert shown[0] == "9.30 Kaffe och te"
    assert "Oplæg" in shown[1]
    assert shown[4] == "12.00 Lunch"


def test_a_row_may_begin_when_the_session_ends(tmp_path: Path) -> None:
    session = {"when": "2027-02-02 09:00/15:00", "programme": ["9.00 Kaffe", "15.00 Tak for i dag"]}
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", sessions=[session])})
    assert "Tak for i dag" in made.html("kurser/kursus/")
