"""Dates as announcements write them, in six languages: read, or refused for the right reason."""

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

from katalog.i18n.phrases import site_phrases
from katalog.problems import InvalidValueError
from katalog.when.normalise import LONGEST_VALUE
from katalog.when.reading import read_when
from katalog.when.showing import show_when
from katalog.when.vocabulary import LANGUAGES

ROWS = [
    tuple(line.split("\t")) for line in Path(__file__).with_name("forms.tsv").read_text("utf-8").splitlines()
]
DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = re.compile(r"^\| `(.+?)` \| `(.+?)` \|$", re.MULTILINE)
DOCUMENTED = [
    (language, written, iso)
    for language, page in (("da", "da/datoer.md"), ("sv", "sv/datum.md"))
    for written, iso in re.findall(
        r"^\| `(.+?)` \| `(.+?)` \|$", (DOCS / page).read_text("utf-8"), re.MULTILINE
    )
]


def outcome(written: str, language: str) -> str:
    try:
        return read_when(written, language).iso
    except InvalidValueError as refused:
        return refused.code


@pytest.mark.parametrize(("language", "written", "expected"), ROWS)
def test_a_form_is_read_or_refused_for_the_right_reason(language: str, written: str, expected: str) -> None:
    assert outcome(written, language) == expected


@pytest.mark.parametrize("shown_in", ["da", "sv", "nb", "en"])
def test_what_is_read_is_read_again_as_it_is_shown(shown_in: str) -> None:
    phrases, others, read = site_phrases(shown_in), [], 0
    for language, written, expected in ROWS:
        if expected == outcome(written, language) and not expected.startswith("date."):
            shown = show_when(read_when(written, language), phrases)
            read += 1
            if len(shown) <= LONGEST_VALUE and outcome(shown, shown_in) != expected:
                others.append((written, shown))
    assert others == []
    assert read > 400


def test_the_table_is_large_and_knows_every_language() -> None:
    counts = Counter(language for language, _, _ in ROWS)
    assert len(ROWS) >= 400
    assert set(counts) == set(LANGUAGES)
    assert min(counts.values()) >= 35


@pytest.mark.parametrize(("language", "written", "expected"), DOCUMENTED)
def test_the_guides_tell_the_truth(language: str, written: str, expected: str) -> None:
    assert outcome(written, language) == expected


def test_the_guides_show_many_forms_in_both_languages() -> None:
    assert min(Counter(language for language, _, _ in DOCUMENTED).values()) >= 20


@pytest.mark.parametrize(
    ("language", "piece"), [("en", "all of "), ("da", "hele året "), ("sv", "senast den ")]
)
def test_what_says_nothing_again_and_again_is_done_with_at_once(language: str, piece: str) -> None:
    start = process_time()
    with pytest.raises(InvalidValueError):
        read_when(piece * (LONGEST_VALUE // len(piece)), language)
    assert process_time() - start < 0.4
