"""The reader of dates: tidies the text, takes open ends, hours and brackets off, reads what is left."""

import re
from datetime import date, timedelta
from functools import lru_cache, partial

from msgspec import structs

from katalog.problems import InvalidValueError
from katalog.when import day_spans
from katalog.when.around_dates import around_dates
from katalog.when.day_spans import DaySpan, Hours
from katalog.when.grammar import read_words, says_nothing
from katalog.when.hours import Found, find_hours
from katalog.when.iso import read_common_form, read_iso
from katalog.when.model import EXACT, Precision, Qualifier, When, iso_name
from katalog.when.normalise import LONGEST_VALUE, has_foreign_digits, normalise
from katalog.when.numeric_dates import (
    names_weekday,
    read_numeric_date,
    refuse_numeric_date,
    spell_month,
    spell_months,
)
from katalog.when.recurrence import find_rule, months_as_span
from katalog.when.recurring_days import Rule, expand, only_day
from katalog.when.refusals import explained

_PLAINLY_MEANT = {"date.ambiguous", "date.short-year"}
_ISO_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_JOINT = re.compile(r" ?[–/-] ?| (?:til|till|to|until) ")
_MAY_BE_EARLY = re.compile(r"(?:med )?(?:op|kurs)?start ")
"""`start marts 2028` may be early in March, where `start 7. marts 2028` is from that day."""
_TWO_YEARS = re.compile(r"[^\W\d] \d{4} ?[/–-] ?\d{2,4}$")
"""Those of one school year: `fra skoleåret 2026/27` has no end."""
_TWO_MOMENTS = re.compile(r"(?:kl|\d[.:]\d\d).* .*(?:kl|\d[.:]\d\d)")
"""Two hours, as of two days: only then does it pay to look."""


@lru_cache(16384)
def read_when(text: str, language: str) -> When:
    """Return what an editor's date means; `language` is the record's, whose words win over the others'.

    Raises `InvalidValueError` with a `date.…` code, always with `written` and, where the meaning is plain,
    with the ISO form as `suggestion`.
    """
    if found := read_common_form(text):
        return found
    try:
        return _read(_normalised(text), text.strip(), language)
    except InvalidValueError as refused:
        raise explained(refused, text, lambda part: _read_or_none(part, language), language) from None


def _read_or_none(text: str, language: str) -> When | None:
    try:
        return _read(_normalised(text), text, language)
    except InvalidValueError as refused:
        meant = refused.params.get("suggestion") if refused.code in _PLAINLY_MEANT else None
        return _read_or_none(meant, language) if meant else None


def _read(text: str, written: str, language: str) -> When:
    # what ends in a digit names no clock: most dates, so that it pays to look
    if not text[-1].isdecimal() and (zoned := around_dates(language).time_zone.fullmatch(text)):
        raise _zoned(zoned, written, language)
    if rule := find_rule(text, language):
        return _recurring(rule, written, language)
    text, qualifiers = _without_qualifiers(text, language)
    _refuse_one_end(text, language)
    marked = _without_open_mark(text, language)
    body = _without_since(marked, language)
    found = _across_days(body, language) or _read_closed(body, language, None)
    qualifiers |= {Qualifier.ABOUT} if found.about else set()
    if Qualifier.ABOUT in qualifiers and (third := day_spans.third_of_month(found)):
        found, qualifiers = third, qualifiers - {Qualifier.ABOUT}
    opened = body is not text and not (marked is text and _has_end(found, body))
    if not opened:  # "fra 29. april til 2. maj 2013" has its end
        return _when(found, found.latest, written, qualifiers)
    if _MAY_BE_EARLY.match(text) and found.precision not in {*EXACT, Precision.WEEK}:
        raise InvalidValueError("date.unreadable")
    if found.precision is Precision.MONTH_PART:
        found, qualifiers = day_spans.day_of(found.earliest), {Qualifier.ABOUT}
    if _is_span(found) or (found.hours and found.hours.ends):
        raise InvalidValueError("date.unreadable")
    return _when(found, None, written, qualifiers)


def _zoned(found: re.Match[str], written: str, language: str) -> InvalidValueError:
    """Return what is wrong with hours by a named clock; those of another zone are others at the place."""
    if other := found["other"]:
        return InvalidValueError("date.other-time-zone", zone=other)
    right = _read(found["rest"], written, language).iso
    return InvalidValueError("date.time-zone", zone=found["zone"], suggestion=right)


def _across_days(text: str, language: str) -> DaySpan | None:
    """Return what begins at an hour of one day, which may lack its year, and ends at one of a later day."""
    joints = _JOINT.finditer(text) if _TWO_MOMENTS.search(text) else ()
    for joint in joints:
        try:
            return _moments(text[: joint.start()], text[joint.end() :], language)
        except InvalidValueError:
            continue
    return None


def _moments(first: str, last: str, language: str) -> DaySpan:
    """Return the days from one moment to another."""
    starts, ends = find_hours(first, language), find_hours(last, language)
    if starts is None or ends is None or starts.hours.ends or ends.hours.ends:
        raise InvalidValueError("date.hours-of-several-days")
    end = _read_closed(ends.day, language, None)
    start = _read_closed(starts.day, language, end.earliest.year)
    return day_spans.across_days(start, starts.hours, end, ends.hours)


def _span_and_hours(rule: Rule, language: str) -> tuple[DaySpan, Hours | None]:
    """Return when a rule holds, which must have its end, and the hours, which are said once."""
    timed = find_hours(rule.span, language, of_days=True)
    said = timed.day if timed else rule.span
    days = _without_since(said, language)
    span = _read_closed(months_as_span(days, language), language, None)
    is_open = days is not said and not _has_end(span, days)  # "hver mandag fra marts 2028"
    if (is_open and not rule.times) or (timed and rule.hours):
        raise InvalidValueError("date.unreadable")
    return span, timed.hours if timed else rule.hours


def _recurring(rule: Rule, written: str, language: str) -> When:
    span, hours = _span_and_hours(rule, language)
    if rule.once:
        day = only_day(rule, span)
        return _when(day_spans.on_day(day, hours) if hours else day, day.latest, written, set())
    recurrence = expand(rule, span, partial(_read_point, language))
    first, last = recurrence.days[0], recurrence.days[-1]
    is_whole = len(recurrence.days) == (last - first).days + 1
    if rule.reach and is_whole and span.precision is Precision.WEEK and not hours:
        return When(first, last, Precision.DAYS, written)
    when = When(first, last, Precision.DAYS, written, recurrence=recurrence)
    return structs.replace(when, **hours._asdict()) if hours else when


def _read_point(language: str, text: str, year: int | None) -> DaySpan:
    return read_iso(text) or _read_days(text, language, year)


def _when(found: DaySpan, latest: date | None, written: str, qualifiers: set[Qualifier]) -> When:
    """Return the date; one that is both about then and not settled yet counts as the coarser, about."""
    qualifier = max(qualifiers, default=Qualifier.NONE)
    when = When(found.earliest, latest, found.precision, written, qualifier=qualifier)
    return structs.replace(when, **found.hours._asdict()) if found.hours else when


def _iso(found: DaySpan) -> str:
    return _when(found, found.latest, "", set()).iso


def _without_qualifiers(text: str, language: str) -> tuple[str, set[Qualifier]]:
    """Take off what says how sure a date is: `ca.`, `foreløbig`, and the marks of EDTF."""
    qualifiers: set[Qualifier] = set()
    while (less := _without_qualifier(text, language))[1]:
        text = less[0]
        qualifiers.add(less[1])
    return text, qualifiers


def _without_qualifier(text: str, language: str) -> tuple[str, Qualifier]:
    if text.endswith(("~", "?")) and (text[-2:-1].isalnum() or text[-2:-1] in "~."):
        return text[:-1], Qualifier(text[-1])
    patterns = around_dates(language)
    for pattern in (patterns.preliminary_before, patterns.preliminary_after):
        if found := pattern.fullmatch(text):
            return found["date"], Qualifier.PRELIMINARY
    if found := patterns.about.fullmatch(text):
        return found["date"], Qualifier.ABOUT
    return text, Qualifier.NONE


def _has_end(found: DaySpan, text: str) -> bool:
    """Whether `fra …` says until when: `fra 7. marts til 2. maj 2028`, but not `fra skoleåret 2026/27`."""
    return _is_span(found) and not _TWO_YEARS.search(text)


def _is_span(found: DaySpan) -> bool:
    return iso_name(found.precision, found.earliest) != iso_name(found.precision, found.latest)


def _normalised(text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise InvalidValueError("date.too-long", longest=str(LONGEST_VALUE))
    if has_foreign_digits(text):
        raise InvalidValueError("date.foreign-digits")
    normalised = normalise(text)
    if not normalised:
        raise InvalidValueError("date.empty")
    return normalised


def _without_open_mark(text: str, language: str) -> str:
    if text.startswith("../"):
        raise InvalidValueError("date.open-start")
    if text.endswith("/.."):
        return text[:-3]
    if onwards := around_dates(language).onwards.fullmatch(text):
        return onwards["date"]
    return text[:-1].rstrip() if text.endswith(("–", "-")) else text


def without_until(text: str, language: str) -> str:
    """Return a last day without the words that say so: `til og med 31. december 2028`."""
    said = normalise(text)
    found = around_dates(language).until_first.match(said)
    return said[found.end() :] if found else text


def _refuse_one_end(text: str, language: str) -> None:
    """Raise `InvalidValueError` where only an end is said, and where that may be a day or the one before."""
    patterns = around_dates(language)
    if patterns.until_first.match(text):
        raise InvalidValueError("date.open-start")
    if before := patterns.before_first.match(text):
        raise _before(_read_closed(text[before.end() :], language, None))


def _before(found: DaySpan) -> InvalidValueError:
    """Return what is wrong with `inden …`: an hour is an end by itself, and only a day has one before it."""
    day = found.earliest
    if found.hours and not found.hours.ends:
        return InvalidValueError("date.other-form", suggestion=_iso(found))
    if found.precision is not Precision.DAY:  # "inden jul 2028" is no month
        return InvalidValueError("date.day-expected")
    return InvalidValueError(
        "date.before-day", first=(day - timedelta(1)).isoformat(), second=day.isoformat()
    )


def _without_since(text: str, language: str) -> str:
    patterns = around_dates(language)
    since = patterns.since
    if not text.startswith(since) or patterns.hours_first.match(text):
        return text
    return text[max(len(word) for word in since if text.startswith(word)) :]


def _read_closed(text: str, language: str, year: int | None) -> DaySpan:
    if found := read_iso(text):
        return found
    if timed := find_hours(text, language):
        return day_spans.on_day(_read_timed_day(timed, language), timed.hours)
    if text.endswith(")"):
        return _read_bracketed(text, language)
    return _read_days(text, language, year)


def _read_timed_day(timed: Found, language: str) -> DaySpan:
    """Return the day of hours; what is suggested in its place keeps the hours."""
    try:
        return _read_closed(timed.day, language, None)
    except InvalidValueError as refused:
        hours = _iso(DaySpan(Precision.HOURS, date.min, date.min, timed.hours)).partition(" ")[2]
        with_hours = {
            name: f"{day} {hours}" for name, day in refused.params.items() if _ISO_DAYS.fullmatch(day)
        }
        raise InvalidValueError(refused.code, **refused.params | with_hours) from None


def _read_days(text: str, language: str, year: int | None) -> DaySpan:
    if found := read_numeric_date(text, language):
        return found
    refuse_numeric_date(text := spell_month(text, language))
    found = read_words(spelled := spell_months(text, language), language, year)
    if spelled != text and not names_weekday(text, language):
        raise InvalidValueError("date.ambiguous", suggestion=_iso(found))
    return found


def _read_bracketed(text: str, language: str) -> DaySpan:
    """Return what is said twice, `uge 11 (14.–20. marts 2016)`; either may hold the year, the days count."""
    outside, _, inside = (part.strip() for part in text[:-1].partition("("))
    if says_nothing(inside, language):
        return _read_point(language, outside, None)
    try:
        found = _read_point(language, outside, None)
        aside = _read_point(language, inside, _middle_year(found))
    except InvalidValueError:
        aside = _read_point(language, inside, None)
        found = _read_point(language, outside, _middle_year(aside))
    within = aside.earliest <= found.earliest and found.latest <= aside.latest
    covers = found.earliest <= aside.earliest and aside.latest <= found.latest
    if within and (covers or found.precision in EXACT):
        return found
    if covers:
        return aside
    raise InvalidValueError("date.brackets-disagree")


def _middle_year(found: DaySpan) -> int:
    """Return the year of the week that the middle of a span is in."""
    return (found.earliest + (found.latest - found.earliest) / 2).isocalendar().year
