"""Several days written as one: the message names each as it can be written by itself, or none."""

from time import process_time

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
    ("da", "uge 10, 12 og 14 2027", "2027-W10, 2027-W12, 2027-W14"),
    ("sv", "vecka 10, 12 och 14 2027", "2027-W10, 2027-W12, 2027-W14"),
    ("da", "marts, maj og september 2027", "2027-03, 2027-05, 2027-09"),
    ("da", "7.-8. marts og 4. april 2028", "2028-03-07/2028-03-08, 2028-04-04"),
    (
        "da",
        "onsdagene 3., 10. og 17. marts 2027 kl. 9-12",
        "2027-03-03 09:00/12:00, 2027-03-10 09:00/12:00, 2027-03-17 09:00/12:00",
    ),
    ("sv", "onsdagarna 3, 10 och 17 mars 2027", "2027-03-03, 2027-03-10, 2027-03-17"),
    ("sv", "den 24 och 25/3 2027", "2027-03-24, 2027-03-25"),
    ("da", "4/3, 11/3 og 18/3 2027", "2027-03-04, 2027-03-11, 2027-03-18"),
    (
        "da",
        "4. marts og 8. april 2027, alle dage kl. 9-15",
        "2027-03-04 09:00/15:00, 2027-04-08 09:00/15:00",
    ),
    ("da", "4. marts 2027 i Aarhus og 11. marts 2027 i København", "2027-03-04, 2027-03-11"),
    (
        "da",
        "Modul 1: 4.-5. marts 2027, Modul 2: 8.-9. april 2027",
        "2027-03-04/2027-03-05, 2027-04-08/2027-04-09",
    ),
]
NOT_PLAIN = [
    ("da", "20. og 20. juni 2029"),
    ("da", "onsdagene 4. og 11. marts 2027"),
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


@pytest.mark.parametrize(
    ("language", "written", "suggestion"),
    [
        ("da", "Flyttet fra 4. marts til 18. marts 2027 kl. 9-15", "2027-03-18 09:00/15:00"),
        ("sv", "Förlängt till 19 februari 2027", "2027-02-19"),
        ("da", "4. marts 2027 (aflyst, flyttet til 18. marts 2027)", "2027-03-18"),
        ("da", "4. marts 2027 kl. 9.30-15.30 (kaffe fra kl. 9.00)", "2027-03-04 09:30/15:30"),
        ("da", "Dag 1: 4. marts 2027 kl. 9-15", "2027-03-04 09:00/15:00"),
        ("da", "3-dages internat 3.-5. marts 2027", "2027-03-03/2027-03-05"),
        ("da", "Mød op den 4. marts 2027 kl. 9-15 i salen", "2027-03-04 09:00/15:00"),
        ("sv", "anmäl dig senast 12/2 2027", "2027-02-12"),
        ("sv", "kl. 13:00 – 14:00 (CET) den 4 mars 2027", "2027-03-04 13:00/14:00"),
    ],
)
def test_the_date_in_a_text_is_named_wherever_it_stands(language: str, written: str, suggestion: str) -> None:
    error = refused(written, language)
    assert (error.code, error.params["suggestion"]) == ("date.more-than-a-date", suggestion)


@pytest.mark.parametrize(
    "written",
    ["dagen efter 7. marts 2028", "kurset er ikke 7. marts 2028", "7. marts 2028, begge dage i salen",
     "7. marts 2028 sal 2 (eller 8. marts)"],
)  # fmt: skip
def test_words_that_make_another_day_of_a_date_name_none(written: str) -> None:
    assert refused(written, "da").code == "date.unreadable"


@pytest.mark.parametrize("written", ["4.-5. marts 2027 kl. 10 til 15", "24–25/3 2027 kl. 9-16"])
def test_hours_beside_few_days_are_told_as_those_of_each_or_through_them(written: str) -> None:
    error = refused(written, "da")
    assert error.code == "date.hours-each-or-through"
    each, through = (read_when(error.params[name], "da") for name in ("first", "second"))
    assert each.recurrence
    assert not through.recurrence
    assert (each.earliest, each.latest, each.starts) == (through.earliest, through.latest, through.starts)


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [("uge 10 eller 11 2027", "2027-W10/2027-W11?"), ("3/4 el. 4/4 2027", "2027-04-03/2027-04-04?")],
)
def test_one_of_two_dates_is_told_as_both_while_it_is_not_settled(written: str, suggestion: str) -> None:
    error = refused(written, "da")
    assert (error.code, error.params["suggestion"]) == ("date.either", suggestion)
    assert read_when(suggestion, "da").iso == suggestion


@pytest.mark.parametrize("last", ["og sted", "9. marts 2028"])
def test_a_long_text_of_words_is_refused_at_once(last: str) -> None:
    # beside a comma its words were taken apart in as many ways as they have letters
    began = process_time()
    refused(f"Praktiske oplysninger om hele dagen følger senere på året, {last}", "da")
    assert process_time() - began < 2
