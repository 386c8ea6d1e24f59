"""What is said of a text that is no date: more where it holds one, or several."""

import re
from datetime import timedelta

from katalog.problems import InvalidValueError
from katalog.when.around_dates import around_dates
from katalog.when.dates_in_text import Read, date_within
from katalog.when.model import EXACT, Precision, When
from katalog.when.normalise import shorten
from katalog.when.vocabulary import lexicon, vocabulary, weekday_plurals

_HOLDS_MORE = {"date.unreadable", "date.hours-of-several-days", "date.several"}


def explained(refused: InvalidValueError, text: str, read: Read, language: str) -> InvalidValueError:
    """Return what is wrong with a text: which part of it is a date, or which days it names, where plain."""
    written = shorten(text)
    if refused.code == "date.hours-end-before-start" and (times := several_hours(text, read)):
        return InvalidValueError("date.several-hours", written=written, days=_listed(times))
    if refused.code in _HOLDS_MORE:
        refused = _explained(refused, text, read, language)
    return InvalidValueError(refused.code, **{"written": written, **refused.params})


def _explained(refused: InvalidValueError, text: str, read: Read, language: str) -> InvalidValueError:
    """Return what is wrong with a text that holds a date, or several; `refused` where it holds none."""
    if days := several_days(text, read, language):
        return InvalidValueError("date.several-days", days=_listed(days))
    if (moved := around_dates(language).moved.fullmatch(text)) and (found := read(moved["date"])):
        return InvalidValueError("date.more-than-a-date", suggestion=found.iso, rest=moved["rest"])
    if found := _either(text, read, language):
        return InvalidValueError("date.either", suggestion=f"{found.iso.rstrip('?')}?")
    if refused.code == "date.hours-of-several-days" and (said := _hours_of_days(text, read, language)):
        return said
    if within := date_within(text, read, language):
        return InvalidValueError("date.more-than-a-date", suggestion=within.date.iso, rest=within.rest)
    return refused


def _listed(days: list[When]) -> str:
    return ", ".join(each.iso for each in days)


def _either(text: str, read: Read, language: str) -> When | None:
    """Return `4. eller 5. marts 2028` as both of them, not settled yet; none where others lie between."""
    less, count = around_dates(language).either.subn("–", text)
    found = read(f"{less}?") if count == 1 else None
    if found is None or found.latest is None:
        return None
    both = {Precision.DAYS: 2, Precision.WEEKS: 14, Precision.MONTHS: 62, Precision.YEARS: 731}
    length = found.latest - found.earliest
    return found if length < timedelta(both.get(found.precision, 0)) else None


def _hours_of_days(text: str, read: Read, language: str) -> InvalidValueError | None:
    """Return what hours beside several days may mean: those of each, or from the first day to the last."""
    again = read(said := f"{text.strip()}, {vocabulary(language).every_day[0]}")
    if again is None or not (again.starts and again.ends and again.latest):
        return None
    if again.latest - again.earliest > _FEW_DAYS:
        return None
    through = f"{again.earliest} {again.starts:%H:%M}/{again.latest} {again.ends:%H:%M}"
    return InvalidValueError("date.hours-each-or-through", first=said, second=through)


_FEW_DAYS = timedelta(5)
"""The longest that something may last from an hour of its first day to one of its last."""
MOST_DAYS = 12
_APART = re.compile(r" ?(?:[,+&;]| (?:og|och|and|ja|samt)(?= )) ?")
_YEAR_APART = re.compile(r"(\w),\s+(?=[\d.:– -]+$)")
"""A comma before a year or hours: `weeks 10 and 12, 2028`, `3 and 10 March 2028, 9–12`."""
_NUMBER = re.compile(r"(?:[^\W\d]+\.? )*(\d{1,2})\.?")
"""A part of a list that only the last one makes a date of: `10.`, `den 24`, `uge 10`."""
_LISTED = {*EXACT, Precision.WEEK, Precision.MONTH}
_LEAD = re.compile(r"(?:[^\W\d]\.? ?)+(?=\d)")


def several_days(text: str, read: Read, language: str) -> list[When]:
    """Return the days of a text, each with what the others say for all; none where that is not plain."""
    weekday, said = _plural_apart(text.strip(), language)
    said = _YEAR_APART.sub(r"\1 ", around_dates(language).every_day.sub("", said))
    *others, last = _APART.split(said)
    if not others or len(others) >= MOST_DAYS:
        return []
    lead = _LEAD.match(others[0])
    found = [_completed(part, last, lead[0] if lead else "", read) for part in (*others, last)]
    days = [each for each in found if each]
    if len(days) < len(found) or not _are_alike(days):
        return _each_within(text, read, language)
    return days if weekday is None or {each.earliest.weekday() for each in days} == {weekday} else []


def _plural_apart(text: str, language: str) -> tuple[int | None, str]:
    """Return the weekday of `onsdagene 3. og 10. marts`, and the days."""
    first, _, rest = text.partition(" ")
    if first.lower() not in weekday_plurals(language):
        return None, text
    return lexicon(language)[first.lower()][1], rest


def _are_alike(days: list[When]) -> bool:
    """Tell dates in order, which are as precise as each other."""
    starts = [each.earliest for each in days]
    precisions = {Precision.DAY if each.precision is Precision.DAYS else each.precision for each in days}
    return sorted({*starts}) == starts and len(precisions) == 1 and all(each.latest for each in days)


def _each_within(text: str, read: Read, language: str) -> list[When]:
    """Return the dates of a text, each whole and with words beside it: `Aarhus 4. marts 2028, …`."""
    parts = _APART.split(text.strip())
    found = [read(part) or date_within(part, read, language) for part in parts]
    dates = [each if isinstance(each, When) else each.date for each in found if each]
    return dates if len(dates) == len(parts) > 1 and _are_alike(dates) else []


def several_hours(text: str, read: Read) -> list[When]:
    """Return the times of one day that a text names, `7. marts 2028 kl. 9 og 13`; none where not plain."""
    first, *others = _APART.split(text.strip())
    begun = read(first)
    if begun is None or not others or len(others) >= MOST_DAYS:
        return []
    found = [begun, *(read(f"{begun.earliest.isoformat()} kl. {other}") for other in others)]
    times = [each for each in found if each and each.precision is Precision.HOURS]
    return times if len(times) == len(found) else []


def _completed(part: str, last: str, lead: str, read: Read) -> When | None:
    """Return what a part of a list means with as much of its last one as can be read behind it.

    `lead` is what stands before the number of the first one: `uge 10, 12 og 14 2028`.
    """
    words = last.split()
    tails = [""] if part == last else [" ".join(words[taken:]) for taken in range(1, len(words) + 1)]
    said = [part] if part.startswith(lead) else [f"{lead}{part}", part]
    texts = [f"{each} {tail}".strip() for each in said for tail in tails]
    if number := _NUMBER.fullmatch(part):  # "24. og 25/3 2028"
        texts.append(re.sub(r"\d{1,2}", number[1], last, count=1))
    return next((found for each in texts if (found := read(each)) and (found.precision in _LISTED)), None)
