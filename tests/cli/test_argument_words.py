"""The command line speaks the editor's language in what argparse says too."""

import argparse
import gettext
import inspect
import os
import re

import pytest

from katalog.cli import main
from katalog.cli.argument_words import WORDS, argparse_words
from katalog.i18n.phrases import read_catalogue

# What a program would have to get wrong, not who calls it; and what no command of ours can say.
OF_PROGRAMMERS = re.compile(
    r"required.*positionals|not callable|not defined|subparser|cannot merge|dest=|conflict|mutually|"
    r"unexpected option|unknown parser|can't open|mode"
)


@pytest.mark.parametrize(
    ("arguments", "language", "words"),
    [
        (["check", "--help"], "da", ("brug: katalog check", "tilvalg:", "vis denne hjælp")),
        (["check", "--help"], "sv", ("användning: katalog check", "flaggor:", "visa den här hjälpen")),
        (["check", "--help"], "en", ("usage: katalog check", "options:", "show this help")),
        (["check", "--formt"], "sv", ("katalog: fel: okänt: --formt",)),
        (["chek"], "da", ("'chek' kan ikke vælges her (vælg mellem ",)),
        (["site", "--port"], "sv", ("katalog site: fel: --port: ett värde saknas",)),
        (["site", "--port", "x"], "da", ("katalog site: fejl: --port: værdien 'x' kan ikke bruges",)),
        (["edit", "--port", "99999"], "en", ("invalid port value: '99999'",)),
        (["rename", "a"], "sv", ("katalog rename: fel: det saknas: NEW",)),
    ],
)
def test_it_speaks_the_editors_language(
    arguments: list[str],
    language: str,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KATALOG_LANGUAGE", language)
    with pytest.raises(SystemExit):
        main(arguments)
    printed = "".join(capsys.readouterr())
    assert [each for each in words if each not in printed] == []


@pytest.mark.parametrize("language", ["da", "sv"])
def test_all_that_argparse_can_say_has_words(language: str) -> None:
    source = inspect.getsource(argparse)
    said = {each.replace("\\n", "\n") for each in re.findall(r"""\b_\(\s*["'](.+?)["']\)""", source)}
    assert len(said) > 20
    known = read_catalogue(language, WORDS / f"{language}.po")
    assert {each for each in said if each not in known and not OF_PROGRAMMERS.search(each)} == set()


def test_what_is_around_it_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fi")
    with argparse_words("sv"):
        assert gettext.gettext("options") == "flaggor"
    assert (gettext.textdomain(), os.environ["LANGUAGE"], gettext.gettext("options")) == (
        "messages",
        "fi",
        "options",
    )
    monkeypatch.delenv("LANGUAGE")
    with argparse_words("en"):
        assert gettext.gettext("options") == "options"
    assert "LANGUAGE" not in os.environ
