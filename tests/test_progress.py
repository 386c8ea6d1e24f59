"""A line on a terminal while something takes long, and nothing anywhere else."""

import re
from io import StringIO

import pytest

from katalog.i18n.phrases import editor_phrases
from katalog.progress import OVER, Progress

DANISH = editor_phrases("da")


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    return Terminal()


def shown_after_waiting(stream: StringIO) -> Progress:
    """Return a progress whose patience has run out."""
    progress = Progress(DANISH, "build.reading", stream, patience=0)
    if progress.timer.ident:
        progress.timer.join()
    return progress


def test_one_line_is_written_over_and_cleared(terminal: Terminal) -> None:
    progress = shown_after_waiting(terminal)
    progress.clear()
    progress.at("build.making", language="sv", count=12)
    assert terminal.getvalue().endswith(f"{OVER}Laver siderne: sv, 12 filer")
    progress.done()
    assert terminal.getvalue().endswith(OVER)
    assert "\n" not in terminal.getvalue()


def test_what_changes_at_once_is_said_now_and_then(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("katalog.progress.INTERVAL", 1e9)
    progress = shown_after_waiting(terminal)
    progress.clear()
    for count in range(10):
        progress.at("build.making", language="sv", count=count)
    assert terminal.getvalue().count("Laver") == 1


def test_what_is_over_within_a_second_says_nothing(terminal: Terminal) -> None:
    progress = Progress(DANISH, "build.reading", terminal)
    progress.done()
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("CI", "true")])
def test_logs_stay_as_they_are(
    name: str, value: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    shown_after_waiting(terminal).done()
    assert terminal.getvalue() == ""


def test_a_file_is_no_terminal() -> None:
    stream = StringIO()
    shown_after_waiting(stream).done()
    assert stream.getvalue() == ""


def test_the_time_is_told_in_the_editors_language() -> None:
    assert re.fullmatch(r"\d+,\d sekunder\.", Progress(DANISH, "build.reading", StringIO()).done())
    assert re.fullmatch(
        r"\d+\.\d seconds\.", Progress(editor_phrases("en"), "build.reading", StringIO()).done()
    )
