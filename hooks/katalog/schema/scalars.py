"""The types of single values: text in a language, numbers, addresses, references.

Front matter arrives as text, whatever YAML would have made of it; each type here reads its text, in
the language of the record it stands in, or raises `InvalidValueError`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeAlias, TypeVar

import phonenumbers
from msgspec import Struct

from katalog.money import Money, read_money
from katalog.problems import InvalidValueError
from katalog.source.decode import disallowed_character
from katalog.when import Precision, When, read_when

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_LINE = 300
MAX_TEXT = 2_000

COUNTRY_OF_LANGUAGE = {"da": "DK", "sv": "SE", "nb": "NO"}
YES = frozenset({"true", "yes", "ja", "on"})
NO = frozenset({"false", "no", "nej", "off"})

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB = re.compile(r"https?://[^\s/?#@:]+(?::\d{1,5})?(?:[/?#][^\s<>\"'`\\]*)?", re.ASCII)
_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_ISIL = re.compile(r"[A-Z]{1,4}-[A-Za-z0-9:/-]{1,11}", re.ASCII)

_COMMON_EMAIL = re.compile(
    r"[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+(?:com|dk|eu|fi|net|no|nu|org|se)"
)
"""Addresses that the validator gives back as they are; loading it takes as long as reading 200 records."""


class LangText(str):
    """Text that is language: a `str` that knows which language it is in.

    Pages mark it with `lang` where that differs from the page's own.  `plain` is the same text as a
    plain `str`, for writers of JSON: Python keeps with that what it is in UTF-8, for the next time.
    """

    __slots__ = ("lang", "plain")
    lang: str
    plain: str

    def __new__(cls, text: str, lang: str) -> Self:
        words = str.__new__(cls, text)
        words.lang = lang
        words.plain = str(text)
        return words

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return (str(self), self.lang)


T = TypeVar("T")
ValueReader: TypeAlias = "Callable[[Any, str], T]"
"""What reads a value in a language (its tag), or raises `InvalidValueError`."""


class Scalar(Struct, frozen=True, eq=False):
    """Marks what reads a field's value, and what JSON Schema says of it."""

    read: ValueReader[Any]
    schema: dict[str, Any]


class MaxItems(Struct, frozen=True):
    """Marks how many values a field may hold."""

    limit: int


class Translatable(Struct, frozen=True):
    """Marks a field whose text a translation may replace."""


class Ref(Struct, frozen=True):
    """Marks an id of another record; `collections` are those it may stand in (empty: any)."""

    collections: frozenset[str] = frozenset()


def text_of(value: Any) -> str:
    """Return the scalar's text; a list or a mapping is refused."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        raise InvalidValueError("field.text-not-list")
    if isinstance(value, dict):
        raise InvalidValueError("field.text-not-mapping")
    raise InvalidValueError("field.empty")


def _checked_text(value: Any, limit: int) -> str:
    text = text_of(value)
    if not text:
        raise InvalidValueError("field.empty")
    if len(text) > limit:
        raise InvalidValueError("field.too-long", length=str(len(text)), limit=str(limit))
    if found := disallowed_character(text):
        raise InvalidValueError("field.control-character", character=f"U+{ord(found):04X}")
    return text


def _text(value: Any, language: str) -> LangText:
    return LangText(_checked_text(value, MAX_TEXT), language)


def _title(value: Any, language: str) -> LangText:
    text = _checked_text(value, MAX_LINE)
    if not (text[0].isalpha() or any(map(str.isalpha, text))):
        raise InvalidValueError("field.title-without-letters", written=text)
    return LangText(text, language)


def _summary(value: Any, language: str) -> LangText:
    return LangText(_checked_text(value, 160), language)


def _line(value: Any, _: str) -> str:
    return _checked_text(value, MAX_LINE)


def _whole_number(value: Any) -> int:
    text = text_of(value)
    if not _WHOLE.fullmatch(text):
        raise InvalidValueError("field.whole-number-expected", written=text)
    return int(text)


def _positive(value: Any, _: str) -> int:
    number = _whole_number(value)
    if number < 1:
        raise InvalidValueError("field.at-least-one", written=str(number))
    return number


def _degrees(limit: int) -> ValueReader[float]:
    def read(value: Any, _: str) -> float:
        text = text_of(value)
        try:
            number = Decimal(text)
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
    raise InvalidValueError("field.yes-or-no-expected", written=text)


def _id(value: Any, _: str) -> str:
    text = text_of(value)
    if len(text) > 80 or not ID.fullmatch(text):
        raise InvalidValueError("field.id-expected", written=text)
    return text


def read_web_address(value: Any, _: str) -> str:
    """Return a web address (http or https) as it is written."""
    text = text_of(value)
    if _WEB.fullmatch(text) and len(text) <= MAX_LINE:
        return text
    if _WEB.fullmatch(f"https://{text}") and "." in text:
        raise InvalidValueError(
            "field.web-address-without-scheme", written=text, suggestion=f"https://{text}"
        )
    raise InvalidValueError("field.web-address-expected", written=text)


def _isil(value: Any, _: str) -> str:
    text = text_of(value)
    if not _ISIL.fullmatch(text):
        raise InvalidValueError("field.isil-expected", written=text)
    return text


def read_email(text: str) -> str:
    """Return a normalised e-mail address; what obfuscators leave behind is refused by name."""
    if "[email" in text or "protected]" in text:
        raise InvalidValueError("person.email-destroyed", written=text)
    if len(text) < 64 and _COMMON_EMAIL.fullmatch(text):
        return text
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - seldom needed, see above

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise InvalidValueError("person.email-malformed", written=text) from None


def _email(value: Any, _: str) -> str:
    return read_email(text_of(value))


def _phone(value: Any, language: str) -> str:
    text = text_of(value)
    country = COUNTRY_OF_LANGUAGE.get(language)
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise InvalidValueError("person.phone-malformed", written=text) from None
    if len(text) > 30 or not phonenumbers.is_valid_number(number):
        raise InvalidValueError("person.phone-malformed", written=text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _when(value: Any, language: str) -> When:
    return read_when(text_of(value), language)


def _day(value: Any, language: str) -> When:
    when = _when(value, language)
    if when.precision is not Precision.DAY:
        raise InvalidValueError("date.day-expected", written=when.written)
    return when


def _moment(value: Any, language: str) -> When:
    when = _when(value, language)
    if when.precision not in {Precision.DAY, Precision.HOURS}:
        raise InvalidValueError("date.day-expected", written=when.written)
    return when


def _money(value: Any, language: str) -> Money:
    return read_money(text_of(value), language)


def _via(value: Any, language: str) -> str:
    text = text_of(value)
    if ("@" in text and "/" not in text) or text.startswith("[email"):
        return read_email(text)
    return text if ID.fullmatch(text) else read_web_address(text, language)


def _scalar(read: ValueReader[Any], kind: str | list[str] = "string", **schema: Any) -> Scalar:
    return Scalar(read, {"type": kind, **schema})


_TEXT_OR_NUMBER = ["string", "number"]  # `2018` and `24782393` are numbers to a YAML reader
LINE = _scalar(_line, _TEXT_OR_NUMBER, minLength=1, maxLength=MAX_LINE)
_TITLE = _scalar(_title, minLength=1, maxLength=MAX_LINE)

Text = Annotated[LangText, _scalar(_text, _TEXT_OR_NUMBER, minLength=1, maxLength=MAX_TEXT), Translatable()]
"""A sentence or two; at most 2,000 characters."""
Title = Annotated[LangText, _TITLE, Translatable()]
Name = Annotated[LangText, _TITLE]
"""A proper name: has letters, and is the same in every language."""
Summary = Annotated[LangText, _scalar(_summary, minLength=1, maxLength=160), Translatable()]
Line = Annotated[str, LINE]
"""A short text that is not language (a municipality, an address)."""
Id = Annotated[str, _scalar(_id, pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=80)]
Boolean = Annotated[bool, _scalar(_boolean, "boolean")]
Positive = Annotated[int, _scalar(_positive, ["integer", "string"], pattern=r"^\d+$")]
Latitude = Annotated[float, _scalar(_degrees(90), ["number", "string"])]
Longitude = Annotated[float, _scalar(_degrees(180), ["number", "string"])]
WebAddress = Annotated[str, _scalar(read_web_address, pattern="^https?://")]
Email = Annotated[str, _scalar(_email, format="email")]
Isil = Annotated[str, _scalar(_isil, pattern="^[A-Z]{1,4}-[A-Za-z0-9:/-]{1,11}$")]
"""An International Standard Identifier for Libraries (ISO 15511)."""
Phone = Annotated[str, _scalar(_phone, _TEXT_OR_NUMBER)]
"""E.164; written in the notation of the record's language's country."""
DateOrSpan = Annotated[When, _scalar(_when, _TEXT_OR_NUMBER)]
"""Any form of the table of dates."""
Day = Annotated[When, _scalar(_day, _TEXT_OR_NUMBER)]
DayOrHours = Annotated[When, _scalar(_moment, _TEXT_OR_NUMBER)]
"""A day, or hours of a day."""
MoneyAmount = Annotated[Money, _scalar(_money, _TEXT_OR_NUMBER)]
EnrolmentLink = Annotated[str, _scalar(_via)]
"""A web address, an e-mail address or a person's id."""

PersonId = Annotated[Id, Ref(frozenset({"contacts"}))]
InstitutionId = Annotated[Id, Ref(frozenset({"libraries", "organisations"}))]
ProjectId = Annotated[Id, Ref(frozenset({"projects"}))]
AboutId = Annotated[Id, Ref(frozenset({"courses", "projects"}))]
TopicId = Annotated[Id, Ref(frozenset({"topics"}))]

MANY = MaxItems(500)
