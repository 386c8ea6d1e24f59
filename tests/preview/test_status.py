"""A status says how many problems there are, those that stop a build first; who waits hears of it."""

from threading import Thread

import pytest

from katalog.i18n.phrases import editor_phrases
from katalog.preview.status import Status, StatusChannel, as_data
from katalog.problems import Position, Problem

ERROR = Problem("courses/b.md", Position(), "field.unknown", {"field": "x"})
WARNING = Problem("courses/a.md", Position(), "translation.outdated", {"hash": "630bc9d8"})


def test_nothing_wrong_has_no_title() -> None:
    data = as_data(Status(has_pages=True), editor_phrases("da"))
    assert (data["title"], data["note"], data["good"]) == ("", "", True)


@pytest.mark.parametrize(
    ("status", "title", "good"),
    [
        (Status(True, (WARNING,)), "1 advarsel", True),
        (Status(True, (WARNING, ERROR, ERROR)), "2 fejl, 1 advarsel", False),
        (Status(True, (), "ValueError: nej"), "1 fejl", False),
        (Status(False, (WARNING,)), "1 advarsel", False),
    ],
)
def test_what_is_wrong_is_counted(status: Status, title: str, good: bool) -> None:
    data = as_data(status, editor_phrases("da"))
    assert (data["title"], data["good"]) == (title, good)


def test_errors_come_before_warnings() -> None:
    data = as_data(Status(True, (WARNING, ERROR)), editor_phrases("sv"))
    assert [each["severity"] for each in data["problems"]] == ["error", "warning"]


def test_the_note_says_which_pages_are_shown() -> None:
    notes = {
        as_data(Status(has_pages, (ERROR,)), editor_phrases("en"))["note"] for has_pages in (False, True)
    }
    assert len(notes) == 2


def test_a_failure_is_shown_as_text() -> None:
    data = as_data(Status(True, (), "ValueError: \x1b[31m"), editor_phrases("en"))
    assert "\x1b" not in data["failure"]


def test_whoever_waits_hears_of_another_status() -> None:
    channel, heard = StatusChannel("x"), []
    number, _ = channel.after(-1, 0) or (0, None)
    waiting = Thread(target=lambda: heard.append(channel.after(number, 60)))
    waiting.start()
    channel.tell(Status(True, (ERROR,)))
    waiting.join()
    assert heard == [(number + 1, Status(True, (ERROR,)))]
    assert channel.after(number + 1, 0) is None
