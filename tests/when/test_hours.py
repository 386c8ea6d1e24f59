"""Hours that stand apart from their day, and lines that begin with some."""

from datetime import time

import pytest

from katalog.i18n.phrases import site_phrases
from katalog.problems import InvalidValueError
from katalog.when.day_spans import Hours
from katalog.when.hours import read_hours, split_hours
from katalog.when.showing import show_clock

REFUSED = {"efter frokost": "date.hours-expected", "25.00": "date.no-such-time"}

LINES = {
    "9.30 Kaffe": ("9.30", "Kaffe"),
    "kl. 10-11 Oplæg ved Ane Test": ("kl. 10-11", "Oplæg ved Ane Test"),
    "kl. 10-11: Oplæg": ("kl. 10-11", "Oplæg"),
    "kl 9 Start": ("kl 9", "Start"),
    "09:00–09.45 | Velkomst": ("09:00–09.45", "Velkomst"),
    "9.30-10 - Kaffe": ("9.30-10", "Kaffe"),
    "10.15 – 11.00 Åbning": ("10.15 – 11.00", "Åbning"),
    "9.30 til 10 Kaffe": ("9.30 til 10", "Kaffe"),
    "13.00-14.00, Frokost": ("13.00-14.00", "Frokost"),
    "ca. 12.30 Frokost": ("ca. 12.30", "Frokost"),
    "1.30 pm Lunch": ("1.30 pm", "Lunch"),
    "3 oplæg": ("", "3 oplæg"),
    "2-3 oplæg": ("", "2-3 oplæg"),
    "1. oplæg": ("", "1. oplæg"),
    "Frokost": ("", "Frokost"),
    "12.00": ("", "12.00"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_split_where_its_hours_are_plain(line: str) -> None:
    assert split_hours(line) == LINES[line]


@pytest.mark.parametrize(
    ("written", "starts", "ends"),
    [
        ("9.30", time(9, 30), None),
        ("9-10", time(9), time(10)),
        ("kl. 10–11.15", time(10), time(11, 15)),
        ("1.30 pm", time(13, 30), None),
        ("9 am to 4 pm", time(9), time(16)),
    ],
)
def test_hours_are_read_alone(written: str, starts: time, ends: time | None) -> None:
    found = read_hours(written, "da")
    assert (found.starts, found.ends) == (starts, ends)


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_hours(written, "da")
    assert caught.value.code == REFUSED[written]
    assert caught.value.params["written"] == written


def shown(hours: Hours, language: str) -> str:
    return show_clock(hours, site_phrases(language))


def test_hours_are_shown_in_the_readers_form() -> None:
    hours = read_hours("9.30–12 og 13-15", "da")
    assert shown(hours, "da") == "9.30–12.00 og 13.00–15.00"
    assert shown(hours, "en") == "9:30–12:00 and 13:00–15:00"
