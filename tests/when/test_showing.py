from datetime import date, time

import pytest
from hypothesis import given, settings

from katalog.i18n.phrases import Phrases, site_phrases
from katalog.when.model import Precision, When
from katalog.when.months import Month
from katalog.when.reading import read_when
from katalog.when.showing import show_day, show_month, show_time, show_when
from tests.when.strategies import whens

DA, SV, EN, NB = (site_phrases(language) for language in ("da", "sv", "en", "nb"))

SHOWN = [
    ("2016-03-07 09:00/16:00", "7. marts 2016 kl. 9.00–16.00", "7 mars 2016 kl. 9.00–16.00"),
    ("2016-03-07 09:00", "7. marts 2016 kl. 9.00", "7 mars 2016 kl. 9.00"),
    ("2016-03-07", "7. marts 2016", "7 mars 2016"),
    ("2013-04-29/2013-04-30", "29.–30. april 2013", "29–30 april 2013"),
    ("2013-04-29/2013-05-02", "29. april–2. maj 2013", "29 april–2 maj 2013"),
    ("2025-12-30/2026-01-02", "30. december 2025–2. januar 2026", "30 december 2025–2 januari 2026"),
    ("2016-W11", "uge 11 (14.–20. marts 2016)", "vecka 11 (14–20 mars 2016)"),
    ("2026-W01", "uge 1 (29. december 2025–4. januar 2026)", "vecka 1 (29 december 2025–4 januari 2026)"),
    ("2021-W32/2021-W38", "uge 32–38 2021 (9. august–26. september 2021)",
     "vecka 32–38 2021 (9 augusti–26 september 2021)"),
    ("2020-W50/2021-W02", "uge 50 2020–uge 2 2021 (7. december 2020–17. januar 2021)",
     "vecka 50 2020–vecka 2 2021 (7 december 2020–17 januari 2021)"),
    ("2018-03", "marts 2018", "mars 2018"),
    ("2018-03/2018-05", "marts–maj 2018", "mars–maj 2018"),
    ("2018-11/2019-01", "november 2018–januar 2019", "november 2018–januari 2019"),
    ("2018-Q4", "4. kvartal 2018", "fjärde kvartalet 2018"),
    ("2018-Q4/2019-Q1", "4. kvartal 2018–1. kvartal 2019", "fjärde kvartalet 2018–första kvartalet 2019"),
    ("2018-21", "foråret 2018", "våren 2018"),
    ("2018-24", "vinteren 2017/2018", "vintern 2017/2018"),
    ("2018", "2018", "2018"),
    ("2018/2019", "2018–2019", "2018–2019"),
    ("2018-Q4/..", "fra 4. kvartal 2018", "från fjärde kvartalet 2018"),
    ("2006-21/..", "fra foråret 2006", "från våren 2006"),
    ("2016-W11/..", "fra uge 11 2016", "från vecka 11 2016"),
    ("2016-03-07 09:00/..", "fra 7. marts 2016 kl. 9.00", "från 7 mars 2016 kl. 9.00"),
]  # fmt: skip


@pytest.mark.parametrize(("iso", "danish", "swedish"), SHOWN)
def test_shows_dates_as_natives_write_them(iso: str, danish: str, swedish: str) -> None:
    when = read_when(iso, "da")
    assert show_when(when, DA) == danish
    assert show_when(when, SV) == swedish


@pytest.mark.parametrize("phrases", [DA, SV, EN, NB], ids=["da", "sv", "en", "nb"])
def test_several_weekdays_are_shown_and_read_as_themselves_alone(phrases: Phrases) -> None:
    when = read_when("2020-01-01/2020-03-11 RRULE:FREQ=WEEKLY;BYDAY=TU,TH", "da")
    read = read_when(show_when(when, phrases), phrases.language)
    assert read.recurrence
    assert read.recurrence.weekdays == (1, 3)


@pytest.mark.parametrize(
    ("written", "phrases", "shown"),
    [
        (
            "tirsdage i lige uger oktober 2026–maj 2027 kl. 10, undtagen 9. februar 2027",
            DA,
            "hver tirsdag i lige uger 13. oktober 2026–18. maj 2027 kl. 10.00, undtagen 9. februar 2027",
        ),
        (
            "tisdagar udda veckor december 2026–januari 2027",
            SV,
            "varje tisdag i udda veckor 1 december 2026–19 januari 2027",
        ),
        (
            "Tuesdays in even weeks December 2026–January 2027",
            EN,
            "every Tuesday in even weeks 8 December 2026 – 26 January 2027",
        ),
        (
            "tirsdager i oddetallsuker desember 2026–januar 2027",
            NB,
            "hver tirsdag i oddetallsuker 1. desember 2026–19. januar 2027",
        ),
        (
            "hver tirsdag 4.–18. januar 2028, undtagen 11. januar 2028",
            DA,
            "hver tirsdag 4.–18. januar 2028, undtagen 11. januar 2028",
        ),
    ],
)
def test_even_or_odd_weeks_over_weeks_53_and_1_are_shown_and_read_as_such(
    written: str, phrases: Phrases, shown: str
) -> None:
    when = read_when(written, phrases.language)
    assert show_when(when, phrases) == shown
    assert read_when(shown, phrases.language) == when


@settings(max_examples=400)
@given(whens)
def test_what_is_shown_reads_back(when: When) -> None:
    assert read_when(show_when(when, DA), "da") == when
    assert read_when(show_when(when, SV), "sv") == when
    assert read_when(show_when(when, NB), "nb") == when


@settings(max_examples=400)
@given(whens)
def test_the_canonical_form_reads_back(when: When) -> None:
    read = read_when(when.iso, "da")
    assert read == when
    assert read.iso == when.iso


@given(whens)
def test_every_date_can_be_shown_in_english(when: When) -> None:
    assert show_when(when, EN)


def test_a_span_of_one_day_is_shown_as_that_day() -> None:
    when = When(date(2016, 3, 7), date(2016, 3, 7), Precision.DAYS, "")
    assert show_when(when, DA) == "7. marts 2016"


def test_single_days_months_and_times() -> None:
    day = date(2016, 2, 8)
    assert show_day(day, DA) == "8. februar 2016"
    assert show_day(day, DA, weekday=True) == "mandag den 8. februar 2016"
    assert show_day(day, SV, weekday=True) == "måndag 8 februari 2016"
    assert show_month(Month(2016, 2), SV) == "februari 2016"
    assert show_time(time(9, 5), DA) == "9.05"
    assert read_when(show_day(day, DA, weekday=True), "da") == read_when("2016-02-08", "da")
