"""What a course counts for in an education: on its page, in its data and in JSON-LD."""

from pathlib import Path

import pytest

from katalog.feeds.json_data import models
from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from tests.support import Made, data_at, make_project, record
from tests.views.courses.test_course_page import text_of

FACTS = {"credits": "7,5 hp", "level": "advanced", "pace": "50 %", "funders": ["fond"]}
FOND = record("Prøvefonden", kind="other", country="DK")


def make(tmp_path: Path, **facts: object) -> Made:
    files = {"courses/kursus.md": record("Kursus", **(FACTS | facts)), "content/organisations/fond.md": FOND}
    return make_project(tmp_path, files)


def test_it_is_on_the_page_in_each_language(tmp_path: Path) -> None:
    made = make(tmp_path)
    danish = text_of(made.html("kurser/kursus/"))
    swedish = text_of(made.html("sv/kurser/kursus/"))
    assert "Point 7,5 högskolepoäng (hp) Niveau avanceret Tempo 50 % af fuld tid" in danish
    assert "Poäng 7,5 högskolepoäng Nivå avancerad Studietakt 50 % av heltid" in swedish
    assert "Finansiering Prøvefonden" in danish


@pytest.mark.parametrize(
    ("pace", "shown"), [("100", "100 % af fuld tid"), ("i dit eget tempo", "i dit eget tempo")]
)
def test_pace_is_a_percentage_or_words(tmp_path: Path, pace: str, shown: str) -> None:
    assert f"Tempo {shown}" in text_of(make(tmp_path, pace=pace).html("kurser/kursus/"))


def test_other_programs_get_it(tmp_path: Path) -> None:
    made = make(tmp_path, credits={"amount": "10", "unit": "ECTS"})
    data = data_at(made.reader(), "kurser/kursus/")
    assert isinstance(data, models.Course)
    assert data.credits
    assert (data.credits.amount, data.credits.unit, data.level, data.pace) == (10, "ECTS", "advanced", "50 %")
    assert [each.title for each in data.funders] == ["Prøvefonden"]
    page = made.pages["kurser/kursus/"]
    said = json_bytes(json_ld(page, made.reader(), data)[-1]).decode()
    assert '"numberOfCredits":{"@type":"PropertyValue","propertyID":"ECTS","value":"10"}' in said
    assert '"educationalLevel":"advanced"' in said
    assert '"courseWorkload":"50 %"' in said
    assert '"funder":[{' in said
