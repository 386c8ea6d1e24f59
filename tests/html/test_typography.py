"""No line ends between "kl." and its hour."""

import re
from pathlib import Path

import pytest

from katalog.html.typography import with_unbroken_hours
from tests.support import make_project, record

BROKEN = re.compile(r"[Kk]l\.? \d")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1. marts kl. 9.00–16.00", "1. marts kl.\u00a09.00–16.00"),
        ("Kl. 14 og kl 15", "Kl.\u00a014 og kl\u00a015"),
        ("inkl. 2 kopper kaffe", "inkl. 2 kopper kaffe"),
        ("kl. ni", "kl. ni"),
    ],
)
def test_the_hour_stays_with_its_word(written: str, shown: str) -> None:
    assert with_unbroken_hours(written) == shown


def test_it_does_so_in_phrases_fields_and_texts(tmp_path: Path) -> None:
    course = record(
        "Kursus",
        "Vi begynder kl. 8 med kaffe.\n",
        organiser="elmby",
        enrolment_note="Ring før kl. 12.",
        sessions=[{"when": "2027-03-01 09:00-16:00"}],
    )
    library = record("Elmby Bibliotek", kind="public", country="DK")
    made = make_project(tmp_path, {"courses/a.md": course, "content/libraries/elmby.md": library})
    body = made.build.slots(made.pages["kurser/a/"])["body"]
    assert not BROKEN.search(body)
    assert len(re.findall("kl\\.\u00a0\\d", body)) >= 3
