"""How often a run meets, in the few words that schema.org's readers know."""

import pytest

from katalog.feeds.json_data.part_models import When
from katalog.feeds.json_ld_schedule import schedule


def day(iso: str, hours: str = "", precision: str = "day") -> When:
    starts, _, ends = hours.partition("-")
    return When(
        text=iso,
        iso=iso,
        precision=precision,  # type: ignore[arg-type]
        first_day=iso,
        last_day=iso,
        starts=f"{iso}T{starts}+01:00" if starts else "",
        ends=f"{iso}T{ends}+01:00" if ends else "",
    )


@pytest.mark.parametrize(
    ("days", "frequency"),
    [
        (["2027-03-01"], "Daily"),
        (["2027-03-01", "2027-03-02", "2027-03-03"], "Daily"),
        (["2027-03-01", "2027-03-08", "2027-03-22"], "Weekly"),
        (["2027-03-01", "2027-04-05", "2027-05-03"], "Monthly"),
        (["2027-03-01", "2028-03-01"], "Yearly"),
        (["2027-03-01", "2027-03-04"], "Daily"),
        (["2027-03-01", "2027-03-05"], "Weekly"),
        (["2027-03-01", "2027-03-21"], "Weekly"),
        (["2027-03-01", "2027-03-22"], "Monthly"),
        (["2027-03-01", "2027-08-28"], "Monthly"),
        (["2027-03-01", "2027-08-29"], "Yearly"),
        (["2027-03-01", "2027-03-03", "2027-03-07"], "Daily"),
        (["2027-03-01", "2027-03-03", "2027-03-08"], "Weekly"),
    ],
)
def test_the_days_between_meetings_say_how_often(days: list[str], frequency: str) -> None:
    found = schedule([day(each) for each in days])
    assert found
    assert (found.repeat_count, found.repeat_frequency) == (len(days), frequency)


@pytest.mark.parametrize(
    ("hours", "duration"),
    [
        (["09:00-15:30", "10:00-16:30"], "PT6H30M"),
        (["09:00-10:00"], "PT1H"),
        (["09:00-09:45"], "PT45M"),
        (["09:00-15:30", "10:00-12:00"], ""),
        ([""], ""),
    ],
)
def test_a_length_is_told_where_all_meetings_have_it(hours: list[str], duration: str) -> None:
    found = schedule([day("2027-03-01", each) for each in hours])
    assert found
    assert found.duration == duration


def test_days_that_come_again_are_counted_each() -> None:
    again = When(
        text="hver onsdag",
        iso="",
        precision="days",
        first_day="2027-03-03",
        last_day="2027-03-17",
        starts="2027-03-03T18:00+01:00",
        ends="2027-03-03T19:30+01:00",
        days=("2027-03-03", "2027-03-10", "2027-03-17"),
    )
    found = schedule([again])
    assert found
    assert (found.repeat_count, found.repeat_frequency, found.duration) == (3, "Weekly", "PT1H30M")


def test_what_is_not_known_to_the_day_has_no_schedule() -> None:
    assert schedule([]) is None
    assert schedule([day("2027-03-01"), day("2027-04-01", precision="month")]) is None
