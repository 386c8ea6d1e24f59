"""Every refusal of a date or an amount has its texts, and the texts ask for nothing that is not given."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from katalog import money, when
from katalog.i18n import editor_phrases

SOURCES = [Path(money.__file__), *Path(when.__file__).parent.glob("*.py")]
CODES = sorted(
    {code for path in SOURCES for code in re.findall(r'"((?:date|money)\.[a-z-]+)"', path.read_text())}
)

SUGGESTING = ("date.ambiguous", "date.short-year", "date.other-form", "money.no-currency", "money.ambiguous")
GIVEN = {code: {"suggestion"} for code in SUGGESTING} | {
    "date.ambiguous-order": {"first", "second"},
    "date.no-such-week": {"week", "year"},
    "date.weekday-disagrees": {"weekday", "suggestion"},
    "date.year-out-of-range": {"first", "last"},
    "date.too-long": {"longest"},
    "date.skipped-time": {"time", "zone"},
    "date.doubled-time": {"time", "zone"},
    "money.too-long": {"longest"},
    "money.too-large": {"largest"},
    "money.unknown-currency": {"currencies"},
}


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("code", [code for code in CODES if code != "money.free"])
def test_every_code_says_what_is_wrong_and_what_to_do(code: str, language: str) -> None:
    phrases = editor_phrases(language)
    what, do = phrases(f"{code}.what"), phrases(f"{code}.do")
    assert what[-1] == do[-1] == "."
    fields = {name for text in (what, do) for _, name, _, _ in Formatter().parse(text) if name}
    assert fields <= GIVEN.get(code, set()) | {"written"}
