"""The types of single values: text in a language, numbers, addresses, references.

Front matter arrives as text, whatever YAML would have made of it; each type here reads its text, in
the language of the record it stands in, or raises `InvalidValueError`.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from katalog.money import Money, read_money
from katalog.problems import InvalidValueError
from katalog.schema.annotations import (
    LangText,
    MaxItems,
    Ref,
    Scalar,
    Translatable,
    ValueReader,
    text_of,
    words_of,
)
from katalog.schema.choice_words import choice_before_more, choice_meant
from katalog.schema.contact_value_types import (
    ID,
    ISIL,
    MAX_LINE,
    read_email_field,
    read_isil,
    read_phone,
    read_via,
    read_web_address,
)
from katalog.source.decode import disallowed_character
from katalog.source.file_names import slug
from katalog.when.day_spans import Hours
from katalog.when.hours import read_hours, says_midnight
from katalog.when.model import Precision, When
from katalog.when.reading import read_when, without_until

MAX_TEXT = 2_000
EXAMPLE_ID = "vejby-bibliotek"
"""What an id looks like, where a site has no record yet to show."""

YES = frozenset({"true", "yes", "ja", "on", "kyllä"})
NO = frozenset({"false", "no", "nej", "nei", "off", "ei"})

_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{2,}")
_DECIMAL = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?", re.ASCII)


_ONLINE = ("online",)


def _checked_text(value: Any, limit: int) -> str:
    text = words_of(value)
    if not text:
        raise InvalidValueError("field.empty")
    if len(text) > limit:
        raise InvalidValueError("field.too-long", length=str(len(text)), limit=str(limit))
    if found := disallowed_character(text):
        raise InvalidValueError("field.control-character", character=f"U+{ord(found):04X}")
    return text


def _text(value: Any, language: str) -> LangText:
    return LangText(_checked_text(value, MAX_TEXT), language)


def _place(value: Any, language: str) -> LangText:
    if isinstance(value, list):
        raise InvalidValueError("field.one-place")
    found = _text(value, language)
    if found.casefold() != "online" and (choice_meant(found, _ONLINE) or choice_before_more(found, _ONLINE)):
        raise InvalidValueError("field.place-online", written=found, suggestion="online")
    return found


def _title(value: Any, language: str) -> LangText:
    text = _checked_text(value, MAX_LINE)
    if not (text[0].isalpha() or any(map(str.isalpha, text))):
        raise InvalidValueError("field.title-without-letters", written=text)
    return LangText(text, language)


def _summary(value: Any, language: str) -> LangText:
    return LangText(_checked_text(value, 160), language)


def _line(value: Any, _: str) -> str:
    return _checked_text(value, MAX_LINE)


def _positive(value: Any, _: str) -> int:
    text = text_of(value)
    if _WHOLE.fullmatch(text):
        if number := int(text):
            return number
        raise InvalidValueError("field.at-least-one", written="0")
    numbers = re.findall(r"\d+", text, re.ASCII) if _WORD.search(text) else []
    if len(numbers) == 1:  # "24 lektioner", "ca. 24"
        raise InvalidValueError("field.more-than-a-value", written=text, suggestion=numbers[0])
    raise InvalidValueError("field.whole-number-expected", written=text)


def read_decimal(value: Any, _: str) -> Decimal:
    """Return a number above 0 with at most four decimals, behind a comma or a full stop."""
    text = text_of(value)
    if not _DECIMAL.fullmatch(text) or not (number := Decimal(text.replace(",", "."))):
        raise InvalidValueError("field.decimal-expected", written=text)
    return number


def _degrees(limit: int) -> ValueReader[float]:
    def read(value: Any, _: str) -> float:
        text = text_of(value)
        try:
            number = Decimal(text.replace(",", "."))
        except InvalidOperation:
            raise InvalidValueError("field.degrees-expected", written=text, limit=str(limit)) from None
        if not number.is_finite() or abs(number) > limit:
            raise InvalidValueError("field.degrees-expected", written=text, limit=str(limit))
        return float(number)

    return read


def _boolean(value: Any, _: str) -> bool:
    text = text_of(value).casefold()
    if text in YES or text in NO:
        return text in YES
    said, _, rest = text.partition(" ")
    if rest and (said := said.rstrip(",;:.")) in YES | NO:
        raise InvalidValueError("field.more-than-a-value", written=text, suggestion=said)
    raise InvalidValueError("field.yes-or-no-expected", written=text)


def _id(value: Any, _: str) -> str:
    text = text_of(value)
    if len(text) > 80 or not ID.fullmatch(text):
        raise InvalidValueError("field.id-expected", written=text, example=EXAMPLE_ID)
    return text


def _own_id(value: Any, language: str) -> str:
    text = text_of(value)
    if (plain := slug(text, language)) and plain != text:
        raise InvalidValueError("field.own-id", written=text, suggestion=plain)
    return _id(text, language)


def _when(value: Any, language: str) -> When:
    return read_when(text_of(value), language)


def _day(value: Any, language: str) -> When:
    when = _when(value, language)
    if when.precision is not Precision.DAY:
        raise InvalidValueError("date.day-expected", written=when.written)
    return when


def _last_day(value: Any, language: str) -> When:
    return _day(without_until(text_of(value), language), language)


def _moment(value: Any, language: str) -> When:
    try:
        when = _when(value, language)
    except InvalidValueError as refused:
        code = "date.day-expected" if refused.code == "date.unreadable" else refused.code
        raise InvalidValueError(code, **refused.params) from None
    if when.precision not in {Precision.DAY, Precision.HOURS} or when.latest not in {when.earliest, None}:
        raise InvalidValueError("date.day-expected", written=when.written)
    return when


def _first_moment(value: Any, language: str) -> When:
    """Return when something begins; `midnat` does not say whether the day is then over or yet to come."""
    when = _moment(value, language)
    if says_midnight(when.written, language):
        raise InvalidValueError("date.day-expected", written=when.written)
    return when


def _last_moment(value: Any, language: str) -> When:
    return _moment(without_until(text_of(value), language), language)


def _hours(value: Any, language: str) -> Hours:
    return read_hours(text_of(value), language)


def _money(value: Any, language: str) -> Money:
    return read_money(text_of(value), language)


def _scalar(read: ValueReader[Any], kind: str | list[str] = "string", **schema: Any) -> Scalar:
    return Scalar(read, {"type": kind, **schema})


_TEXT_OR_NUMBER = ["string", "number"]  # `2018` and `24782393` are numbers to a YAML reader
LINE = _scalar(_line, _TEXT_OR_NUMBER, minLength=1, maxLength=MAX_LINE)
_TITLE = _scalar(_title, minLength=1, maxLength=MAX_LINE)

Text = Annotated[LangText, _scalar(_text, _TEXT_OR_NUMBER, minLength=1, maxLength=MAX_TEXT), Translatable()]
"""A sentence or two; at most 2,000 characters."""
Place = Annotated[LangText, _scalar(_place, _TEXT_OR_NUMBER, minLength=1, maxLength=MAX_TEXT), Translatable()]
"""One place: an id, `online`, or what it is called."""
Title = Annotated[LangText, _TITLE, Translatable()]
Name = Annotated[LangText, _TITLE]
"""A proper name: has letters, and is the same in every language."""
Summary = Annotated[LangText, _scalar(_summary, minLength=1, maxLength=160), Translatable()]
Line = Annotated[str, LINE]
"""A short text that is not language (a municipality, an address)."""
_ID_SCHEMA = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
Id = Annotated[str, _scalar(_id, **_ID_SCHEMA)]
OwnId = Annotated[str, _scalar(_own_id, **_ID_SCHEMA)]
"""The id of a part of the record, which no file bears."""
Boolean = Annotated[bool, _scalar(_boolean, "boolean")]
Positive = Annotated[int, _scalar(_positive, ["integer", "string"], pattern=r"^\d+$")]
PositiveDecimal = Annotated[Decimal, _scalar(read_decimal, ["number", "string"])]
Latitude = Annotated[float, _scalar(_degrees(90), ["number", "string"])]
Longitude = Annotated[float, _scalar(_degrees(180), ["number", "string"])]
WebAddress = Annotated[str, _scalar(read_web_address, pattern="^https?://")]
Email = Annotated[str, _scalar(read_email_field, format="email")]
Isil = Annotated[str, _scalar(read_isil, pattern=f"^{ISIL.pattern}$")]
"""An International Standard Identifier for Libraries (ISO 15511)."""
Phone = Annotated[str, _scalar(read_phone, _TEXT_OR_NUMBER)]
"""E.164; written in the notation of the record's language's country."""
DateOrSpan = Annotated[When, _scalar(_when, _TEXT_OR_NUMBER)]
"""Any form of the table of dates."""
Day = Annotated[When, _scalar(_day, _TEXT_OR_NUMBER)]
LastDay = Annotated[When, _scalar(_last_day, _TEXT_OR_NUMBER)]
"""A day that may say that it is the last: `til og med 31. december 2028`."""
FirstDayOrHours = Annotated[When, _scalar(_first_moment, _TEXT_OR_NUMBER)]
"""The day, or the hour of a day, on which something begins."""
LastDayOrHours = Annotated[When, _scalar(_last_moment, _TEXT_OR_NUMBER)]
"""A day, or hours of a day, that may say that it is the last."""
ClockHours = Annotated[Hours, _scalar(_hours, _TEXT_OR_NUMBER)]
"""Hours of a day that is said elsewhere: `9.30`, `kl. 10–11.15`."""
MoneyAmount = Annotated[Money, _scalar(_money, _TEXT_OR_NUMBER)]
EnrolmentLink = Annotated[str, _scalar(read_via)]
"""A web address, an e-mail address, a telephone number (E.164) or a person's id."""

PersonId = Annotated[Id, Ref(frozenset({"contacts"}))]
InstitutionId = Annotated[Id, Ref(frozenset({"libraries", "organisations"}))]
ProjectId = Annotated[Id, Ref(frozenset({"projects"}))]
AboutId = Annotated[Id, Ref(frozenset({"courses", "projects"}))]
TopicId = Annotated[Id, Ref(frozenset({"topics"}))]

MANY = MaxItems(500)
