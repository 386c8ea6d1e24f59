"""JSON, checked against the schemas we publish."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from katalog.feeds.json_data.files import course_file_keys, course_files
from tests.support import Made, make_project, record


def load(feeds: dict[str, bytes], address: str) -> Any:
    return json.loads(feeds[address])


def schemas(feeds: dict[str, bytes]) -> dict[str, Draft202012Validator]:
    found = {address: load(feeds, address) for address in feeds if address.startswith("schema/")}
    for schema in found.values():
        Draft202012Validator.check_schema(schema)
    return {s["$id"]: Draft202012Validator(s, format_checker=FormatChecker()) for s in found.values()}


def test_every_file_is_what_its_schema_says(feeds: dict[str, bytes]) -> None:
    known = schemas(feeds)
    files = [a for a in feeds if a.endswith(".json") and not a.startswith("schema/") and ".filter." not in a]
    assert len(files) == 2 * (8 + 1)
    for address in files:
        data = load(feeds, address)
        assert list(known[data["$schema"]].iter_errors(data)) == []


def test_the_schemas_of_what_editors_write_are_published_too(feeds: dict[str, bytes]) -> None:
    front = {"title": "Kursus", "language": "da", "sessions": [{"when": "2027-03-01"}]}
    validator = schemas(feeds)["https://katalog.example/schema/record/courses.json"]
    assert list(validator.iter_errors(front)) == []
    assert list(validator.iter_errors(front | {"pris": "10 kr."}))


def test_a_wrong_file_would_be_seen(feeds: dict[str, bytes]) -> None:
    data = load(feeds, "kurser/laesecirkler.json")
    validator = schemas(feeds)[data["$schema"]]
    assert list(validator.iter_errors(data | {"unheard": 1}))
    assert list(validator.iter_errors({key: value for key, value in data.items() if key != "title"}))


def test_all_courses_are_those_of_the_single_files_without_their_text(feeds: dict[str, bytes]) -> None:
    every = {course["id"]: course for course in load(feeds, "kurser.json")["courses"]}
    assert set(every) == {"laesecirkler", "to-gange"}
    alone = load(feeds, "kurser/laesecirkler.json")
    left = {key: value for key, value in alone.items() if key not in {"html", "html_language", "$schema"}}
    assert every["laesecirkler"] == left


def test_the_file_of_all_courses_goes_on_in_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.feeds.json_data.files.COURSES_IN_FILE", 2)
    files = {
        f"courses/nr-{n}.md": record(f"Nummer {n}", sessions=[{"when": f"2027-01-0{n}"}]) for n in range(1, 6)
    }
    reader = make_project(tmp_path, files).reader()
    feeds = {
        feed.address: feed.data for key in course_file_keys(reader) for feed in course_files(reader, key)
    }
    address, ids = "kurser.json", []
    while address:
        data = load(feeds, address)
        assert data["total"] == 5
        ids += [course["id"] for course in data["courses"]]
        address = data.get("next", "").removeprefix("https://katalog.example/")
    assert ids == [f"nr-{n}" for n in range(1, 6)]
    assert "kurser.3.json" in feeds


def test_a_course_tells_when_where_and_for_how_much(feeds: dict[str, bytes]) -> None:
    [run] = load(feeds, "sv/kurser/laesecirkler.json")["runs"]
    first, second = run["sessions"][0], run["sessions"][1]
    assert first["when"] == {
        "text": "27 mars 2027 kl. 9.00–16.00",
        "iso": "2027-03-27 09:00/16:00",
        "precision": "hours",
        "first_day": "2027-03-27",
        "last_day": "2027-03-27",
        "starts": "2027-03-27T09:00+01:00",
        "ends": "2027-03-27T16:00+01:00",
    }
    assert first["uid"] == "laesecirkler.kick-off-1@katalog.example"
    assert first["place"]["url"] == "https://katalog.example/sv/bibliotek/eksempel-bibliotek/"
    assert second["online"] is True
    assert run["prices"][0]["amount"] == 1200
    assert "when" not in run["sessions"][5]


def test_links_in_the_text_are_full(feeds: dict[str, bytes]) -> None:
    html = load(feeds, "kurser/laesecirkler.json")["html"]
    assert 'href="https://katalog.example/indsatsomraader/fremtid/"' in html


@pytest.mark.parametrize("hidden", ["bo@eksempel.dk", "20654321", "20 65 43 21"])
def test_who_may_no_longer_be_shown_is_in_no_feed(made: Made, feeds: dict[str, bytes], hidden: str) -> None:
    assert not [address for address, data in feeds.items() if hidden.encode() in data]
    assert not [address for address in made.pages if hidden in made.build.slots(made.pages[address])["head"]]


def test_who_may_be_shown_is(feeds: dict[str, bytes]) -> None:
    contacts = load(feeds, "kurser/laesecirkler.json")["contacts"]
    assert (contacts[0]["email"], contacts[0]["phone"]) == ("ane@eksempel.dk", "+4520123456")
    assert contacts[1] == {
        "id": "bo-skjult",
        "name": "Bo Skjult",
        "url": "https://katalog.example/kontakt/bo-skjult/",
        "for": "content",
    }
