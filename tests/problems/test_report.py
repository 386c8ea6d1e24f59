import json

import pytest

from katalog.i18n.phrases import editor_phrases
from katalog.problems import Position, Problem
from katalog.problems.report import format_github, format_json, format_text, visible

DA = editor_phrases("da")
KIND = Problem(
    "courses/kursus.md",
    Position(4, 7),
    "field.not-allowed",
    {"written": "fest", "allowed": "course, seminar", "field": "kind"},
)
SAID = "»fest« kan ikke stå i feltet »kind«.  Vælg en af disse værdier: course, seminar."


def test_a_problem_is_one_line() -> None:
    assert format_text([KIND], DA) == f"courses/kursus.md:4:7  K305  {SAID}\n"


def test_a_terminal_shows_the_line_and_a_marker() -> None:
    sources = {"courses/kursus.md": ["---", "title: A", "language: da", "kind: fest"]}
    assert format_text([KIND], DA, sources).split("\n")[1:3] == ["    kind: fest", "          ^"]


def test_a_long_line_is_cut_around_the_marker() -> None:
    problem = Problem("a.md", Position(1, 501), "file.nul")
    shown = format_text([problem], DA, {"a.md": ["a" * 500 + "\0" + "b" * 500]}).split("\n")
    assert len(shown[1]) <= 164
    assert shown[1][len(shown[2]) - 1] == " "


def test_colour_does_not_change_the_words() -> None:
    text = format_text([KIND], DA, colour=True)
    assert "\x1b[31mK305\x1b[0m" in text
    assert SAID in text


def test_a_place_beyond_the_file_is_no_crash() -> None:
    assert format_text([Problem("a.md", Position(9, 9), "file.empty")], DA, {"a.md": []}).count("\n") == 1


def test_what_was_written_cannot_act_on_the_terminal() -> None:
    problem = Problem("a\x1b.md", Position(), "field.unknown", {"written": "x\x1b[31m\u202ey\n"})
    text = format_text([problem], DA)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("\n") == 1


def test_long_values_are_cut() -> None:
    assert "…" in format_text([Problem("a.md", Position(), "field.unknown", {"written": "x" * 1_000})], DA)


def test_json_has_everything() -> None:
    [found] = json.loads(format_json([KIND], DA))["problems"]
    what, do = SAID.split("  ")
    assert found == {
        "path": "courses/kursus.md", "line": 4, "column": 7, "code": "K305", "name": "field.not-allowed",
        "severity": "error", "what": what, "do": do,
    }  # fmt: skip


def test_json_has_the_suggestion() -> None:
    problem = Problem(
        "a.md", Position(), "field.unknown-did-you-mean", {"written": "pris", "suggestion": "price"}
    )
    assert json.loads(format_json([problem], DA))["problems"][0]["suggestion"] == "price"


def test_github_gets_annotations() -> None:
    problem = Problem("a,b:c.md", Position(4, 7), "person.withdrawn", {"written": "50 %\nx"})
    text = format_github([problem], DA)
    assert text.startswith("::warning file=a%2Cb%3Ac.md,line=4,col=7,title=K807::")
    assert "50 %25 x" in text
    assert text.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "shown"), [("æ", "æ"), ("\t", " "), ("\u00a0", "\u00a0"), ("\u200b", "<U+200B>")]
)
def test_nothing_hides(text: str, shown: str) -> None:
    assert visible(text) == shown
