"""The languages a course is held in: as stated on the page, in the filter and the data, and never guessed."""

from pathlib import Path
from typing import cast, get_args

from katalog.feeds.json_data.models import Course
from katalog.feeds.json_data.records import data_of
from katalog.feeds.json_ld_courses import course
from katalog.i18n.phrases import site_phrases
from katalog.schema.record_parts import SpokenLanguage
from katalog.views.courses.card import course_card
from tests.support import make_project, record

FILES = {
    "courses/engelsk.md": record("Kursus", spoken=["en", "sv"]),
    "courses/uoplyst.md": record("Et andet"),
}


def test_it_is_said_where_it_is_stated(tmp_path: Path) -> None:
    made = make_project(tmp_path, FILES)
    assert "<dt>Undervisningssprog</dt><dd>engelsk, svensk</dd>" in made.html("kurser/engelsk/")
    assert "<dd>engelska, svenska</dd>" in made.html("sv/kurser/engelsk/")
    assert "Undervisningssprog" not in made.html("kurser/uoplyst/")


def test_the_filter_counts_what_is_stated(tmp_path: Path) -> None:
    reader = make_project(tmp_path, FILES).reader()
    found = {id_: course_card(reader, reader.entry(id_)).facets["language"] for id_ in ("engelsk", "uoplyst")}
    assert found == {"engelsk": ("en", "sv"), "uoplyst": ()}


def test_programs_get_what_is_stated(tmp_path: Path) -> None:
    reader = make_project(tmp_path, FILES).reader()
    stated, unstated = (cast("Course", data_of(reader, reader.entry(id_))) for id_ in ("engelsk", "uoplyst"))
    assert (stated.spoken, unstated.spoken) == (("en", "sv"), ())
    assert course(stated, reader).in_language == ("en", "sv")
    assert course(unstated, reader).in_language == ()


def test_sign_languages_are_named_in_every_language_of_a_site(tmp_path: Path) -> None:
    made = make_project(tmp_path, {"courses/tolket.md": record("Kursus", spoken=["da", "dsl"])})
    assert "<dd>dansk, dansk tegnsprog</dd>" in made.html("kurser/tolket/")
    assert "<dd>danska, danskt teckenspråk</dd>" in made.html("sv/kurser/tolket/")
    for tag in get_args(SpokenLanguage):
        for language in ("da", "sv", "nb", "en"):
            assert site_phrases(language).language_name(tag) != tag
