"""Dates on cards and in facts boxes."""

from pathlib import Path

import pytest

from katalog.i18n.phrases import site_phrases
from katalog.views.shared.dates import date_block, span_shown, when_view
from katalog.when.reading import read_when
from katalog.when.showing import show_hours
from tests.support import make_project


@pytest.mark.parametrize(
    ("written", "danish", "swedish"),
    [
        ("2027-03-07", ("7.", "mar", "2027"), ("7", "mars", "2027")),
        ("2027-03-07/2027-03-08", ("7.–8.", "mar", "2027"), ("7–8", "mars", "2027")),
        ("2027-03-30/2027-04-02", ("30.", "mar", "2027"), ("30", "mars", "2027")),
        ("2027-W11", ("", "uge 11", "2027"), ("", "v. 11", "2027")),
        ("2026-W01", ("", "uge 1", "2026"), ("", "v. 1", "2026")),  # begins in December 2025
        ("2027-03", ("", "mar", "2027"), ("", "mars", "2027")),
        ("2027-Q4", ("", "4. kvt.", "2027"), ("", "kv. 4", "2027")),
        ("2027-21", ("", "forår", "2027"), ("", "vår", "2027")),
        ("2027-24", ("", "vinter", "2027"), ("", "vinter", "2027")),  # begins in December 2026
        ("2027", ("", "2027", ""), ("", "2027", "")),
    ],
)
def test_a_leaf_says_days_month_and_year(
    written: str, danish: tuple[str, str, str], swedish: tuple[str, str, str]
) -> None:
    for language, expected in (("da", danish), ("sv", swedish)):
        block = date_block(read_when(written, "da"), site_phrases(language))
        assert block
        assert (block.over, block.main, block.under) == expected
        assert block.coarse is not bool(block.over)


def test_what_has_no_date_has_no_leaf() -> None:
    assert date_block(None, site_phrases("da")) is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["2016-03-07 09:00/16:00", "2016-W11", "2016-08-25 09:00/16:00"], "7. marts–25. august 2016"),
        (["2016-08-25", "2016-03-07"], "7. marts–25. august 2016"),
        (["2027-03-07 10:00/12:00"], "7. marts 2027 kl. 10.00–12.00"),
        (["2018-Q4", "2019-03-01"], "4. kvartal 2018 – 1. marts 2019"),
        (["2018-Q4", "2019-03-01 09:00/12:00"], "4. kvartal 2018 – 1. marts 2019"),
        (["2028-W35/2028-W44", "2028-41"], "efterårssemesteret 2028"),
        (["2028-41", "2028-W52", "2028-10"], "efterårssemesteret 2028"),
        (["2028-10", "2028-09/.."], "fra september 2028"),
        (["2027-04-01/2027-04-10~", "2027-04/2027-06", "2027-06-18"], "primo april 2027 – juni 2027"),
        (["2027-W33/2027-W34", "2027-11", "2028-01-12"], "16. august 2027–12. januar 2028"),
        (["2027-W33/2027-W34", "2027-Q4"], "uge 33 2027 – 4. kvartal 2027"),
        (["2027-08-01", "2028-09/.."], "fra 1. august 2027"),
        (["2027-03-01~", "2027-05"], "ca. 1. marts 2027 – maj 2027"),
        ([], ""),
    ],
)
def test_several_dates_are_said_as_one_span(tmp_path: Path, written: list[str], shown: str) -> None:
    reader = make_project(tmp_path, {}).reader()
    assert span_shown(reader, [read_when(each, "da") for each in written]) == shown


def test_a_day_may_be_named_and_its_hours_said_apart(tmp_path: Path) -> None:
    reader = make_project(tmp_path, {}).reader("sv")
    when = read_when("2016-03-07 09:00/16:00", "da")
    view = when_view(reader, when, weekday=True)
    assert (view.shown, view.datetime) == ("måndag 7 mars 2016", "2016-03-07T09:00")
    assert show_hours(when, reader.phrases) == "kl. 9.00–16.00"
    assert show_hours(read_when("2016-03-07", "da"), reader.phrases) == ""
