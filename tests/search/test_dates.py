"""The terms under which dates of every precision are found."""

import pytest

from katalog.search.dates import date_terms
from katalog.when.model import Precision
from katalog.when.reading import read_when

WRITTEN = {
    Precision.HOURS: ("7. marts 2028 kl. 9–12", "#2028-03-07"),
    Precision.DAY: ("7. marts 2028", "#2028-03-07"),
    Precision.DAYS: ("7.–8. marts 2028", "#2028-03-08"),
    Precision.WEEK: ("uge 11 2028", "#2028-w11"),
    Precision.WEEKS: ("ugerne 11–12 2028", "#2028-w12"),
    Precision.MONTH: ("marts 2028", "#2028-03"),
    Precision.MONTHS: ("marts–april 2028", "#2028-04"),
    Precision.MONTH_PART: ("medio marts 2028", "#2028-03"),
    Precision.QUARTER: ("1. kvartal 2028", "#2028-q1"),
    Precision.SEASON: ("foråret 2028", "#2028-s1"),
    Precision.TERM: ("forårssemesteret 2028", "#2028-s1"),
    Precision.YEAR: ("2028", "#2028"),
    Precision.YEARS: ("2028–2029", "#2029"),
}


@pytest.mark.parametrize("precision", Precision)
def test_a_date_is_found_as_precisely_as_it_is_meant(precision: Precision) -> None:
    written, term = WRITTEN[precision]
    when = read_when(written, "da")
    assert when.precision is precision
    assert (term, True) in date_terms(when)


def test_days_that_come_again_are_found_by_those_on_which_it_is_held() -> None:
    terms = {term for term, _ in date_terms(read_when("hver mandag 2. november 2026–25. januar 2027", "da"))}
    assert {"#2026-11-02", "#2027-01-25", "#2026-w48"} <= terms
    assert not {"#2026-11-03", "#2026-11-10"} & terms
