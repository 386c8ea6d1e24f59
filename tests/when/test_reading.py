import pickle
from datetime import date, time
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from katalog.problems import InvalidValueError
from katalog.when.model import Precision, When
from katalog.when.reading import read_when

READ = [
    # the table of the record format
    ("2016-03-07", "2016-03-07"),
    ("7. marts 2016", "2016-03-07"),
    ("den 7 mars 2016", "2016-03-07"),
    ("2016-03-07 09:00/16:00", "2016-03-07 09:00/16:00"),
    ("7. marts 2016 kl. 9.00–16.00", "2016-03-07 09:00/16:00"),
    ("7 mars 2016 kl 9–16", "2016-03-07 09:00/16:00"),
    ("2013-04-29/2013-04-30", "2013-04-29/2013-04-30"),
    ("29.–30. april 2013", "2013-04-29/2013-04-30"),
    ("4. april–28. april 2013", "2013-04-04/2013-04-28"),
    ("7:e mars 2016", "2016-03-07"),
    ("den 7:e mars 2016 kl. 9–16", "2016-03-07 09:00/16:00"),
    ("1:a–3:e maj 2016", "2016-05-01/2016-05-03"),
    ("2016-W11", "2016-W11"),
    ("uge 11 2016", "2016-W11"),
    ("vecka 11 2016", "2016-W11"),
    ("2021-W32/2021-W38", "2021-W32/2021-W38"),
    ("ugerne 32–38 2021", "2021-W32/2021-W38"),
    ("2018-03", "2018-03"),
    ("marts 2018", "2018-03"),
    ("2018-Q4", "2018-Q4"),
    ("4. kvartal 2018", "2018-Q4"),
    ("2018-21", "2018-21"),
    ("foråret 2018", "2018-21"),
    ("våren 2006", "2006-21"),
    ("2018", "2018"),
    ("2018/2019", "2018/2019"),
    ("2018–2019", "2018/2019"),
    ("2018-Q4/..", "2018-Q4/.."),
    ("fra 4. kvartal 2018", "2018-Q4/.."),
    # days
    ("den 7. marts 2016", "2016-03-07"),
    ("mandag den 8. februar 2016", "2016-02-08"),
    ("måndag 8 februari 2016", "2016-02-08"),
    ("måndagen den 8 februari 2016", "2016-02-08"),
    ("Tirs. d. 9. feb. 2016", "2016-02-09"),
    ("7. mar. 2016", "2016-03-07"),
    ("7.marts 2016", "2016-03-07"),
    ("7. MARTS 2016", "2016-03-07"),
    ("  7.\u00a0marts\u202f2016 ", "2016-03-07"),
    ("2016-W11-1", "2016-03-14"),
    ("2016\u201103\u201107", "2016-03-07"),
    ("2016−03−07", "2016-03-07"),
    ("29. februar 2016", "2016-02-29"),
    # hours
    ("2016-03-07T09:00/16:00", "2016-03-07 09:00/16:00"),
    ("2016-03-07T09:00/2016-03-07T16:00", "2016-03-07 09:00/16:00"),
    ("2016-03-07 09:00:00", "2016-03-07 09:00"),
    ("2016-03-07 kl. 9-16", "2016-03-07 09:00/16:00"),
    ("2016-03-07 09:00–16:00", "2016-03-07 09:00/16:00"),
    ("7. marts 2016 kl. 9.00 – 16.00", "2016-03-07 09:00/16:00"),
    ("7. marts 2016, kl. 9-16", "2016-03-07 09:00/16:00"),
    ("7. marts 2016 kl 09:00", "2016-03-07 09:00"),
    ("7. marts 2016 9.00—16.00", "2016-03-07 09:00/16:00"),
    ("7. marts 2016 fra kl. 9 til 16", "2016-03-07 09:00/16:00"),
    ("7 mars 2016 klockan 9 till klockan 16.30", "2016-03-07 09:00/16:30"),
    ("mandag den 7. marts 2016 kl. 0.00–0.01", "2016-03-07 00:00/00:01"),
    # spans of days
    ("1.-3. maj 2026", "2026-05-01/2026-05-03"),
    ("1 - 3 maj 2026", "2026-05-01/2026-05-03"),
    ("29. april – 2. maj 2013", "2013-04-29/2013-05-02"),
    ("29. april til 2. maj 2013", "2013-04-29/2013-05-02"),
    ("29 april till 2 maj 2013", "2013-04-29/2013-05-02"),
    ("fra 29. april til 2. maj 2013", "2013-04-29/2013-05-02"),
    ("mandag den 29.–tirsdag den 30. april 2013", "2013-04-29/2013-04-30"),
    ("30. december 2025–2. januar 2026", "2025-12-30/2026-01-02"),
    ("2013-04-29 – 2013-04-30", "2013-04-29/2013-04-30"),
    ("2013-04-29/2013-04-29", "2013-04-29"),
    # weeks
    ("uge 11, 2016", "2016-W11"),
    ("uge 11/2016", "2016-W11"),
    ("uge 11 i 2016", "2016-W11"),
    ("v. 11 2016", "2016-W11"),
    ("v11 2016", "2016-W11"),
    ("ugerne 32-38 2021", "2021-W32/2021-W38"),
    ("veckorna 32–38 2021", "2021-W32/2021-W38"),
    ("uge 50 2020–uge 2 2021", "2020-W50/2021-W02"),
    ("uge 53 2020", "2020-W53"),
    ("uge 11 (14.–20. marts 2016)", "2016-W11"),
    ("vecka 1 (29 december 2025–4 januari 2026)", "2026-W01"),
    ("uge 32–38 2021 (9. august–26. september 2021)", "2021-W32/2021-W38"),
    # months, quarters, seasons, years
    ("marts–maj 2018", "2018-03/2018-05"),
    ("november 2018 – januar 2019", "2018-11/2019-01"),
    ("kvartal 4 2018", "2018-Q4"),
    ("fjerde kvartal 2018", "2018-Q4"),
    ("fjärde kvartalet 2018", "2018-Q4"),
    ("Q4 2018", "2018-Q4"),
    ("3.–4. kvartal 2018", "2018-Q3/2018-Q4"),
    ("fra 3. kvartal til 4. kvartal 2018", "2018-Q3/2018-Q4"),
    ("første halvår 2018", "2018-01/2018-06"),
    ("2. halvår 2018–2019", "2018-07/2019-12"),
    ("2. halvår 2018–1. halvår 2019", "2018-07/2019-06"),
    ("forår 2018", "2018-21"),
    ("fora\u030aret 2018", "2018-21"),
    ("hösten 2010", "2010-23"),
    ("vinteren 2018", "2018-24"),
    ("vinteren 2017/18", "2018-24"),
    ("vintern 2017/2018", "2018-24"),
    ("2005-2009", "2005/2009"),
    ("år 2018", "2018"),
    ("2018-Q4/2019", "2018-Q4/2019-Q4"),
    ("2018-12-05/2019-01", "2018-12-05/2019-01-31"),
    ("2018-21/2019", "2018-03/2019-12"),
    # open ends
    ("från våren 2006", "2006-21/.."),
    ("fra og med 2018", "2018/.."),
    ("fr.o.m. vecka 11 2016", "2016-W11/.."),
    ("2018–", "2018/.."),
    ("fra 7. marts 2016 kl. 9.00", "2016-03-07 09:00/.."),
]


@pytest.mark.parametrize(("written", "iso"), READ)
@pytest.mark.parametrize("language", ["da", "sv"])
def test_reads_what_people_write(written: str, iso: str, language: str) -> None:
    when = read_when(written, language)
    assert when.iso == iso
    assert when.written == written.strip()
    assert read_when(when.iso, language) == when


REFUSED = [
    ("7. marts", "date.no-year", None),
    ("26 Nov", "date.no-year", None),
    ("29.–30. april", "date.no-year", None),
    ("uge 11", "date.no-year", None),
    ("7/3", "date.no-year", None),
    ("kl. 9.00", "date.no-year", None),
    ("7/3-16", "date.ambiguous", "2016-03-07"),
    ("1/6 -10", "date.ambiguous", "2010-06-01"),
    ("1/6 – 10", "date.ambiguous", "2010-06-01"),
    ("7.3.2016", "date.ambiguous", "2016-03-07"),
    ("07-03-2016", "date.ambiguous", "2016-03-07"),
    ("03/07/2026", "date.ambiguous-order", None),
    ("30/2-16", "date.no-such-day", None),
    ("mandag 2027", "date.unreadable", None),
    ("2018/2019/2020", "date.unreadable", None),
    ("7. marts 16", "date.short-year", "2016-03-07"),
    ("2005–09", "date.short-year", "2005/2009"),
    ("2018/19", "date.short-year", "2018/2019"),
    ("2018-19", "date.short-year", "2018/2019"),
    ("20160307", "date.other-form", "2016-03-07"),
    ("2016/03/07", "date.other-form", "2016-03-07"),
    ("2016.03.07", "date.other-form", "2016-03-07"),
    ("2016-3-7", "date.other-form", "2016-03-07"),
    ("uge 11-2016", "date.other-form", "2016-W11"),
    ("marts-2018", "date.other-form", "2018-03"),
    ("2016-02-30", "date.no-such-day", None),
    ("30. februar 2016", "date.no-such-day", None),
    ("29. februar 2015", "date.no-such-day", None),
    ("29.–31. april 2013", "date.no-such-day", None),
    ("2016-W11-8", "date.no-such-day", None),
    ("2016-13", "date.no-such-month", None),
    ("2016-13-01", "date.no-such-month", None),
    ("2016-W53", "date.no-such-week", None),
    ("uge 0 2016", "date.no-such-week", None),
    ("2018-Q5", "date.no-such-quarter", None),
    ("2016-03-07 24:01", "date.no-such-time", None),
    ("7. marts 2016 kl. 9.60", "date.no-such-time", None),
    ("tirsdag den 8. februar 2016", "date.weekday-disagrees", "2016-02-08"),
    ("16", "date.year-out-of-range", None),
    ("9999", "date.year-out-of-range", None),
    ("0016-03-07", "date.year-out-of-range", None),
    ("7. marts 9999", "date.year-out-of-range", None),
    ("2016-03-07/2016-03-06", "date.end-before-start", None),
    ("30.–29. april 2013", "date.end-before-start", None),
    ("2019–2018", "date.end-before-start", None),
    ("7. marts 2016 kl. 16–9", "date.hours-end-before-start", None),
    ("2016-03-07 09:00/09:00", "date.hours-end-before-start", None),
    ("uge 11 2016 kl. 9–16", "date.hours-of-several-days", None),
    ("marts 2016 kl. 9", "date.hours-of-several-days", None),
    ("30. april 2013 kl. 9 – 29. april 2013 kl. 16", "date.hours-of-several-days", None),
    ("7. december og 11. januar 2016", "date.several", None),
    ("29. och 30. april 2013", "date.several-days", None),
    ("29. april 2013 kl. 9 og 13", "date.several-hours", None),
    ("hver anden onsdag i måneden februar–juni 2013", "date.second-of-month", None),
    ("uge 11 (13.–20. marts 2016)", "date.brackets-disagree", None),
    ("uge 12 (14.–20. marts 2016)", "date.brackets-disagree", None),
    ("../2018", "date.open-start", None),
    ("til og med 31. december 2028", "date.open-start", None),
    ("6.–10. marts 2028, begge dage kl. 9–16", "date.unreadable", None),
    ("båda dagarna 6–10 mars 2028", "date.unreadable", None),
    ("6–10 March 2028, both days", "date.unreadable", None),
    ("inden 1. marts 2028", "date.before-day", None),
    ("inden 1. maj 2028 kl. 12", "date.other-form", "2028-05-01 12:00"),
    ("before noon 7 March 2028", "date.other-form", "2028-03-07 12:00"),
    ("inden kl. 12 den 1. maj 2028", "date.other-form", "2028-05-01 12:00"),
    ("inden slutningen af maj 2028", "date.day-expected", None),
    ("före slutet av maj 2028", "date.day-expected", None),
    ("inden jul 2028", "date.day-expected", None),
    ("innan jul 2028", "date.day-expected", None),
    ("inden marts 2028", "date.day-expected", None),
    ("7. marts 2028 kl. 9–12 CET", "date.time-zone", "2028-03-07 09:00/12:00"),
    ("7 mars 2028 kl. 13 (svensk tid)", "date.time-zone", "2028-03-07 13:00"),
    ("7. marts 2028 kl. 10–12 GMT", "date.other-time-zone", None),
    ("Tirsdag 7. marts 2028 kl. 10–12 (med kaffe)", "date.more-than-a-date", "2028-03-07 10:00/12:00"),
    ("Frist: 7. marts 2028", "date.more-than-a-date", "2028-03-07"),
    ("7 mars 2028 kl. 10–12, finsk tid", "date.other-time-zone", None),
    (
        "tirsdage i marts 2028 kl. 10 dansk tid",
        "date.time-zone",
        "2028-03-07/2028-03-28 10:00 RRULE:FREQ=WEEKLY;BYDAY=TU",
    ),
    (
        "Tuesdays in March 2028 at 10 CET",
        "date.time-zone",
        "2028-03-07/2028-03-28 10:00 RRULE:FREQ=WEEKLY;BYDAY=TU",
    ),
    ("5/11 2026 kl. 9-16", "date.ambiguous", "2026-11-05 09:00/16:00"),
    ("5. november 26 kl. 9.30", "date.short-year", "2026-11-05 09:30"),
    ("", "date.empty", None),
    (" \u00a0\n", "date.empty", None),
    ("7. marts 2016" + " " * 200, "date.too-long", None),
    ("٢٠١٦", "date.foreign-digits", None),
    ("２０１６-03-07", "date.foreign-digits", None),
    ("2016-03-0²", "date.unreadable", None),
    ("i morgen", "date.unreadable", None),
    ("2016-03-07T09:00Z", "date.unreadable", None),
    ("2013-04-29/2013-04-30/..", "date.unreadable", None),
    ("fra 7. marts 2016 kl. 9–16", "date.unreadable", None),
    ("foråret 2017/18", "date.unreadable", None),
    ("vinteren 2016/18", "date.unreadable", None),
    ("2016-03-07 2016-03-08", "date.unreadable", None),
    ("29.–30. april 2013 kl. 9–16", "date.hours-each-or-through", None),
    ("uge 11 eller 12 2016", "date.either", "2016-W11/2016-W12?"),
    ("(", "date.unreadable", None),
    (")", "date.unreadable", None),
    ("½", "date.unreadable", None),
]


@pytest.mark.parametrize(("written", "code", "suggestion"), REFUSED)
def test_refuses_with_a_code_of_its_own_and_the_plain_meaning(
    written: str, code: str, suggestion: str | None
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_when(written, "da")
    assert (caught.value.code, caught.value.params.get("suggestion")) == (code, suggestion)
    assert caught.value.params["written"][:40] == written.strip()[:40]
    if suggestion:
        assert read_when(suggestion, "da").iso == suggestion


@pytest.mark.parametrize(
    ("written", "suggestion", "iso"),
    [("HT 28", "ht 2028", "2028-41"), ("vt 29", "vt 2029", "2029-40"),
     ("efterårssemestret 28", "efterårssemestret 2028", "2028-41"),
     ("ht 28–vt 29", "ht 2028–vt 2029", "2028-41/2029-40")],
)  # fmt: skip
def test_a_term_is_offered_as_it_was_written(written: str, suggestion: str, iso: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_when(written, "sv")
    assert (caught.value.code, caught.value.params["suggestion"]) == ("date.short-year", suggestion)
    assert read_when(suggestion, "sv").iso == iso


def test_both_orders_are_offered_when_both_are_days() -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_when("03/07/2026", "sv")
    assert caught.value.params == {"written": "03/07/2026", "first": "2026-07-03", "second": "2026-03-07"}


@pytest.mark.parametrize(("language", "weekday"), [("da", "mandag"), ("sv", "måndag")])
def test_a_wrong_weekday_is_told_the_right_one(language: str, weekday: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_when("tirsdag den 8. februar 2016", language)
    assert caught.value.params["weekday"] == weekday


def test_winter_bears_the_year_of_its_january() -> None:
    when = read_when("2018-24", "da")
    assert (when.earliest, when.latest) == (date(2017, 12, 1), date(2018, 2, 28))
    assert when.precision is Precision.SEASON


def test_hours_are_kept_as_wall_clock_times() -> None:
    when = read_when("7. marts 2016 kl. 9–16.30", "da")
    assert (when.starts, when.ends, when.latest) == (time(9), time(16, 30), date(2016, 3, 7))
    assert when.exact


@pytest.mark.parametrize(("written", "exact"), [("2016-03-07", True), ("1.–3. maj 2026", True),
                                                ("2016-W11", False), ("2018", False)])  # fmt: skip
def test_only_known_days_are_exact(written: str, exact: bool) -> None:
    assert read_when(written, "da").exact is exact


@pytest.mark.parametrize("hours", ["09:00", "00:00/23:59", "09:00/16:00"])
def test_the_usual_form_says_what_the_long_way_finds(hours: str) -> None:
    assert read_when(f"2016-03-07 {hours}", "da") == read_when(f"2016-03-07T{hours}", "da")


def test_dates_sort_by_beginning_then_by_end() -> None:
    texts = ["2018-Q4/..", "2018", "2016-03-07 10:00", "2016-03-07", "2016-03-07 09:00/16:00", "2016"]
    ordered = sorted((read_when(text, "da") for text in texts), key=lambda when: when.sort_key)
    assert [when.iso for when in ordered] == [
        "2016", "2016-03-07", "2016-03-07 09:00/16:00", "2016-03-07 10:00", "2018", "2018-Q4/..",
    ]  # fmt: skip


def test_equal_means_the_same_span_however_written() -> None:
    one, other = read_when("7. marts 2016", "da"), read_when("2016-03-07", "da")
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)).written == "7. marts 2016"  # noqa: S301


ALPHABET = (
    "0123456789 .,-–/:()wqtWQTé½²\u00a0\n"
    + "uge marts kvartal foråret vecka til fra og kl den mandag".replace(" ", "")
)
words = st.sampled_from([
    "7", "07", "2016", "31", "-", "–", "/", "..", "/..", ".", ",", " ", " ", "(", ")", "marts", "uge", "v",
    "kvartal", "vinter", "foråret", "mandag", "den", "kl", "9", "9.00", ":", "fra ", "til", "og", "Q4", "W11",
    "første", "halvår", "2018-03", "2018-W53", "T09:00", "99999",
])  # fmt: skip


@given(
    st.text() | st.text(ALPHABET) | st.lists(words, max_size=12).map("".join),
    st.sampled_from(["da", "sv", "nb"]),
)
@example("9" * 100, "da")
@example("\ud800", "da")
@example("2016-W11-", "da")
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    outcome = _outcome(text, language)
    if isinstance(outcome, InvalidValueError):
        assert outcome.code.startswith("date.")
        assert len(outcome.params["written"]) <= 160
    else:
        assert outcome.latest is None or outcome.earliest <= outcome.latest
        assert read_when(outcome.iso, language) == outcome


def _outcome(text: str, language: str) -> When | InvalidValueError:
    try:
        return read_when(text, language)
    except InvalidValueError as refused:
        return refused


@pytest.mark.parametrize(
    "piece", ["1", " ", "(", "-", "–", ". ", "1.", "a", "1-", " 9.00", "kl ", "/", "\u00a0", "fra "]
)
def test_no_text_takes_long(piece: str) -> None:
    began = process_time()
    for text in (piece * 100, (piece * 100)[:99] + "x", piece * 20_000):
        with pytest.raises(InvalidValueError):
            read_when(text, "da")
    assert process_time() - began < 0.1
