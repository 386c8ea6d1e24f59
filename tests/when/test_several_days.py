"""Several days written as one: the message names each as it can be written by itself, or none."""

import pytest

from katalog.problems import InvalidValueError
from katalog.when.reading import read_when

NAMED = [
    ("da", "3. og 4. marts 2028 kl. 9-16", "2028-03-03 09:00/16:00, 2028-03-04 09:00/16:00"),
    ("da", "d. 7. og 8. marts 2028", "2028-03-07, 2028-03-08"),
    ("da", "7., 8. og 9. marts 2028", "2028-03-07, 2028-03-08, 2028-03-09"),
    (
        "da",
        "14. marts, 21. marts og 4. april 2028 kl. 10-12",
        "2028-03-14 10:00/12:00, 2028-03-21 10:00/12:00, 2028-04-04 10:00/12:00",
    ),
    (
        "da",
        "7. marts 2028 kl. 9-16 og 8. marts 2028 kl. 9-12",
        "2028-03-07 09:00/16:00, 2028-03-08 09:00/12:00",
    ),
    ("da", "tirsdag 7. marts og onsdag 8. marts 2028", "2028-03-07, 2028-03-08"),
    ("da", "7. marts 2028 og 14. marts 2028 kl. 10-12", "2028-03-07 10:00/12:00, 2028-03-14 10:00/12:00"),
    ("sv", "7 mars, 14 mars och 21 mars 2028", "2028-03-07, 2028-03-14, 2028-03-21"),
    ("en", "7 and 8 March 2028", "2028-03-07, 2028-03-08"),
]
NOT_PLAIN = [
    ("da", "uge 12 og 13 2028"),
    ("da", "marts og april 2028"),
    ("da", "7.-8. marts og 4. april 2028"),
    ("da", "20. og 20. juni 2029"),
    ("da", "7. december og 11. januar 2028"),
    ("da", "kl. 9-12 den 7. og 8. marts 2028"),
    ("da", ", ".join(f"{day}." for day in range(1, 14)) + " og 14. marts 2028"),
]


def refused(text: str, language: str) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        read_when(text, language)
    return caught.value


@pytest.mark.parametrize(("language", "text", "days"), NAMED)
def test_each_day_is_named_as_it_is_written_by_itself(language: str, text: str, days: str) -> None:
    error = refused(text, language)
    assert (error.code, error.params["days"]) == ("date.several-days", days)
    for each in days.split(", "):
        assert read_when(each, language).iso == each


@pytest.mark.parametrize(("language", "text"), NOT_PLAIN)
def test_what_is_not_plain_names_none(language: str, text: str) -> None:
    assert refused(text, language).code == "date.several"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("da", "hver anden onsdag i måneden februar–juni 2028"),
        ("da", "hver 2. onsdag i hver måned februar–juni 2028 kl. 17"),
        ("nb", "hver andre onsdag i måneden februar–juni 2028"),
        ("en", "every second Wednesday of the month February–June 2028"),
    ],
)
def test_what_may_be_every_other_week_or_once_a_month_is_told_with_both(language: str, written: str) -> None:
    error = refused(written, language)
    first, second = (read_when(error.params[each], language).iso for each in ("first", "second"))
    assert "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" in first
    assert "FREQ=MONTHLY;BYDAY=2WE" in second
