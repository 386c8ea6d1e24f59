"""Every refusal of a date or an amount is tried, and its texts ask for nothing that it does not give."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from katalog import money, when
from katalog.i18n.phrases import editor_phrases
from katalog.problems import InvalidValueError
from katalog.when.daylight_saving import check_local_time
from katalog.when.hours import read_hours
from katalog.when.reading import read_when
from tests import test_money
from tests.when import test_daylight_saving, test_hours, test_reading

SOURCES = [Path(money.__file__), *Path(when.__file__).parent.glob("*.py")]
CODES = {
    code for path in SOURCES for code in re.findall(r'"((?:date|money)\.[a-z-]+)"', path.read_text("utf-8"))
}
NO_CODES = {"money.free", "date.hour", "date.hours"}  # phrases of the site
# the weekday may be what is wrong, or the date: the text leaves both open
SUGGESTED_IN_PARTS = {"date.weekday-disagrees"}


def _refusal(read: Callable[[str], object], written: str) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        read(written)
    return caught.value


def _read_when(written: str) -> object:
    return read_when(written, "da")


def _read_money(written: str) -> object:
    return money.read_money(written, "da")


def _read_hours(written: str) -> object:
    return read_hours(written, "da")


def _check_local_time(written: str) -> None:
    check_local_time(read_when(written, "da"), "Europe/Copenhagen")


REFUSALS = [
    *(_refusal(_read_when, written) for written, *_ in test_reading.REFUSED),
    *(_refusal(_read_money, written) for written, *_ in test_money.REFUSED),
    _refusal(lambda written: money.read_money(written, "en"), "950 kr."),
    *(_refusal(_read_hours, written) for written in test_hours.REFUSED),
    *(_refusal(_check_local_time, written) for written, *_ in test_daylight_saving.REFUSED),
]


def test_every_code_is_tried() -> None:
    assert {refused.code for refused in REFUSALS} == CODES - NO_CODES


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("code", sorted(CODES - NO_CODES))
def test_every_refusal_says_what_is_wrong_and_what_to_do(code: str, language: str) -> None:
    phrases = editor_phrases(language)
    for params in (refused.params for refused in REFUSALS if refused.code == code):
        what, do = phrases(f"{code}.what", **params), phrases(f"{code}.do", **params)
        assert what.endswith(".")
        assert do.endswith(".")
        assert code in SUGGESTED_IN_PARTS or params.get("suggestion", "") in do
