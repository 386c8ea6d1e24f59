"""Fields that a site adds: checked by their kind, shown in each language, in the data, translated."""

from pathlib import Path
from typing import Any

import pytest

from katalog.feeds.json_data.records import data_of
from tests.support import make_project, record

FIELDS = [
    {"id": "lokale", "name": {"da": "Lokale", "sv": "Lokal"}},
    {"id": "lokalhistorie", "name": {"da": "Lokalhistorie", "sv": "Lokalhistoria"}, "place": "section"},
    {"id": "evaluering", "name": {"da": "Evaluering", "sv": "Utvärdering"}, "kind": "date"},
    {"id": "timer", "name": {"da": "Timer", "sv": "Timmar"}, "kind": "number", "records": ["courses"]},
    {"id": "teleslynge", "name": {"da": "Teleslynge", "sv": "Hörselslinga"}, "kind": "yes-no"},
    {"id": "kort", "name": {"da": "Kort", "sv": "Karta"}, "kind": "link"},
]
SITE = {"fields": FIELDS}
OWN = [
    {"timer": "1250,5"},
    {"lokale": "Sal 2"},
    {"evaluering": "3. marts 2028"},
    {"lokalhistorie": "Arkivet er med."},
    {"teleslynge": "ja"},
    {"kort": "https://kort.example/sal"},
]


def test_values_are_shown_as_their_kind_is(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", own=OWN)}, settings=SITE)
    danish, swedish = made.html("kurser/kursus/"), made.html("sv/kurser/kursus/")
    assert "<dt>Timer</dt><dd>1.250,5</dd>" in danish
    assert "<dt>Teleslynge</dt><dd>Ja</dd>" in danish
    assert "<dt>Evaluering</dt><dd>3. marts 2028</dd>" in danish
    assert '<a href="https://kort.example/sal">https://kort.example/sal</a>' in danish
    assert "<h2>Lokalhistorie</h2><p>Arkivet er med.</p>" in danish
    assert "<dt>Utvärdering</dt><dd>3 mars 2028</dd>" in swedish
    assert danish.index("Lokale") < danish.index("Evaluering") < danish.index("Timer"), "the settings' order"


def test_a_translation_says_them_in_its_language(tmp_path: Path) -> None:
    files = {
        "courses/kursus.md": record("Kursus", own=[{"lokale": "Sal 2"}]),
        "courses/kursus.sv.md": "---\ntitle: Kurs\nown:\n  - value: Sal två\n---\n",
    }
    made = make_project(tmp_path, files, settings=SITE, expected={"translation.outdated"})
    assert "<dt>Lokal</dt><dd>Sal två</dd>" in made.html("sv/kurser/kursus/")


@pytest.mark.parametrize(
    ("path", "address", "facts"),
    [
        ("projects/a.md", "projekter/a/", {"kind": "project"}),
        ("content/libraries/a.md", "biblioteker/a/", {"kind": "public", "country": "DK"}),
        ("content/organisations/a.md", "organisationer/a/", {"kind": "other", "country": "DK"}),
        ("content/contacts/a.md", "kontakt/a/", {"show_until": "2030-01-01"}),
        ("content/news/a.md", "nyheder/a/", {"date": "2026-01-01"}),
    ],
)
def test_every_kind_of_record_may_have_them(
    tmp_path: Path, path: str, address: str, facts: dict[str, Any]
) -> None:
    own = [{"lokale": "Sal 2"}, {"lokalhistorie": "Arkivet er med."}]
    made = make_project(tmp_path, {path: record("A", own=own, **facts)}, settings=SITE)
    html = made.html(address)
    assert "<dt>Lokale</dt><dd>Sal 2</dd>" in html
    assert "<p>Arkivet er med.</p>" in html


def test_programs_get_them(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", own=OWN)}, settings=SITE)
    reader = made.reader("sv")
    found = {each.id: each for each in data_of(reader, reader.entry("kursus")).own}
    assert (found["timer"].name, found["timer"].value) == ("Timmar", "1250,5")
    assert set(found) == {each["id"] for each in FIELDS}


def test_a_field_given_twice_has_both_values_everywhere(tmp_path: Path) -> None:
    own = [{"lokale": "Sal 1"}, {"timer": "2"}, {"lokale": "Sal 2"}]
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", own=own)}, settings=SITE)
    reader = made.reader()
    found = [(each.text, each.value) for each in data_of(reader, reader.entry("kursus")).own]
    assert found == [("Sal 1", "Sal 1"), ("Sal 2", "Sal 2"), ("2", "2")]
    assert "<dd>Sal 1</dd>" in made.html("kurser/kursus/")
    assert "<dd>Sal 2</dd>" in made.html("kurser/kursus/")


@pytest.mark.parametrize(
    ("path", "own", "code"),
    [
        ("courses/a.md", {"lokal": "Sal 2"}, "field.unknown-did-you-mean"),
        ("courses/a.md", {"xyz": "Sal 2"}, "field.unknown"),
        ("courses/a.md", {"timer": "mange"}, "field.number-expected"),
        ("courses/a.md", {"timer": "NaN"}, "field.number-expected"),
        ("courses/a.md", {"teleslynge": "måske"}, "field.yes-or-no-expected"),
        ("courses/a.md", {"evaluering": "snart"}, "date.unreadable"),
        ("courses/a.md", {"kort": "javascript:alert(1)"}, "field.web-address-expected"),
        ("content/news/a.md", {"timer": "4"}, "field.unknown"),
    ],
)
def test_what_a_field_cannot_hold_is_reported_at_its_line(
    tmp_path: Path, path: str, own: dict[str, str], code: str
) -> None:
    text = record("A", own=[{"lokale": "Sal 1"}, own], **({"date": "2026-01-01"} if "news" in path else {}))
    made = make_project(tmp_path, {path: text}, settings=SITE, expected={code})
    (problem,) = made.build.problems
    line = text.splitlines()[problem.position.line - 1]
    assert next(iter(own)) in line


def test_a_site_without_fields_has_none(tmp_path: Path) -> None:
    files = {"courses/a.md": record("A", own=[{"lokale": "Sal"}])}
    made = make_project(tmp_path, files, settings={"fields": []}, expected={"field.unknown"})
    assert [each.code for each in made.build.problems] == ["field.unknown"]
