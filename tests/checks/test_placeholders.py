"""What a site must not go public with is reported as soon as it has an address of its own."""

from datetime import date
from pathlib import Path

import pytest

from katalog.checks.placeholders import is_public
from katalog.inspection import inspect
from katalog.settings import read_settings
from tests.support import SETTINGS, record, write_files

PUBLIC = "https://kurser.proevebiblioteket.dk/"
PAGE = "---\ntitle: Om\n---\n\n**{}**\n"
FILES = {
    "mkdocs.yml": "site_name: Katalog\nextra:\n  katalog:\n    operator: {email: drift@katalog.example}\n",
    "content/libraries/by.md": record(
        "Byens bibliotek", kind="public", country="DK", website="https://by.example/"
    ),
    "content/da/om.md": PAGE.format("Den ansvarlige skal udfylde dette, før siden tages i brug."),
    "content/sv/om.md": PAGE.format("Den ansvariga ska fylla i detta innan sidan tas i bruk."),
}
EXPECTED = [
    ("content/da/om.md", (5, 18), "launch.duty-text"),
    ("content/libraries/by.md", (6, 18), "launch.example-address"),
    ("content/sv/om.md", (5, 17), "launch.duty-text"),
    ("mkdocs.yml", (4, 23), "launch.example-address"),
]


def found(root: Path, site_url: str, files: dict[str, str]) -> list[tuple[str, tuple[int, ...], str]]:
    write_files(root, files)
    settings = read_settings(SETTINGS | {"site_url": site_url})
    problems = inspect(root, settings, date(2026, 11, 22)).problems
    return [
        (each.path, tuple(each.position), each.code) for each in problems if each.code.startswith("launch.")
    ]


def test_a_public_site_is_told_of_all_of_it(tmp_path: Path) -> None:
    assert found(tmp_path, PUBLIC, FILES) == EXPECTED


@pytest.mark.parametrize("site_url", ["", "https://katalog.example/", "http://localhost:8000/kurser/"])
def test_a_site_that_is_not_may_wait(tmp_path: Path, site_url: str) -> None:
    assert found(tmp_path, site_url, FILES) == []


@pytest.mark.parametrize(
    "text",
    [
        "Blanketten skal udfyldes.",
        "Du skal udfylde spørgeskemaet.",
        "For example: et.eksempel.dk",
        "a.examples.dk",
    ],
)
def test_ordinary_words_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, PUBLIC, {"content/da/om.md": PAGE.format(text)}) == []


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        (PUBLIC, True), ("https://minexample.dk/", True), ("", False), ("https://a.b.example/x/", False),
        ("https://example.org/", False), ("http://127.0.0.1:8000/", False), ("https://kurser.test/", False),
    ],
)  # fmt: skip
def test_addresses_that_are_reserved_are_not_public(site_url: str, expected: bool) -> None:
    assert is_public(site_url) is expected
