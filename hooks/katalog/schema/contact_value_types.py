"""Values by which somebody is reached or found: web and e-mail addresses, phone numbers, ISIL."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import phonenumbers

from katalog.problems import InvalidValueError
from katalog.schema.annotations import text_of

MAX_LINE = 300
COUNTRY_OF_LANGUAGE = {"da": "DK", "fi": "FI", "nb": "NO", "nn": "NO", "sv": "SE"}
"""Whose phone numbers a language is written with; English is at home in several countries."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PHONE = re.compile(
    r"(?:(?:tlf|tel|telefon|phone|puh|puhelin)\b[.:]* *)?(?P<number>\+?\d[\d ()/–-]{5,})", re.IGNORECASE
)
_DAY = re.compile(r"(?:19|20)\d\d(-?)\d\d\1\d\d", re.ASCII)
_WEB = re.compile(r"https?://[^\s/?#@:]+(?::\d{1,5})?(?:[/?#][^\s<>\"'`\\]*)?", re.ASCII)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?=[:/?#]|$)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,]*[^\s,.]|[^\s,<>]+@[^\s,<>]*[^\s,.<>]")
FILE_NAME = re.compile(r"[^/:]+\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|jpe?g|png|mp[34]|zip)", re.IGNORECASE)
ISIL = re.compile(r"[A-Z]{1,4}-[A-Za-z0-9:/-]{1,11}", re.ASCII)

_COMMON_EMAIL = re.compile(
    r"[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+(?:com|dk|eu|fi|net|no|nu|org|se)"
)
"""Addresses that the validator gives back as they are; loading it takes as long as reading 200 records."""


def read_web_address(value: Any, _: str) -> str:
    """Return a web address (http or https) as it is written."""
    text = text_of(value)
    if _WEB.fullmatch(text) and len(text) <= MAX_LINE and _has_host(text):
        return text
    if FILE_NAME.fullmatch(text):
        raise InvalidValueError("field.web-address-is-file", written=text)
    if _WEB.fullmatch(f"https://{text}") and _HOST.match(text):
        raise InvalidValueError(
            "field.web-address-without-scheme", written=text, suggestion=f"https://{text}"
        )
    raise InvalidValueError("field.web-address-expected", written=text)


def _has_host(address: str) -> bool:
    """Tell an address whose host can be none (`https://[a`), which no library takes apart."""
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def read_isil(value: Any, _: str) -> str:
    text = text_of(value)
    if not ISIL.fullmatch(text):
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


def read_email_field(value: Any, _: str) -> str:
    return read_email(text_of(value))


def read_phone(value: Any, language: str) -> str:
    text = text_of(value)
    country = COUNTRY_OF_LANGUAGE.get(language)
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise InvalidValueError("person.phone-malformed", written=text) from None
    if len(text) > 30 or not phonenumbers.is_valid_number(number):
        raise InvalidValueError("person.phone-malformed", written=text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def address_in(text: str) -> str:
    """Return the first web or e-mail address among other words; empty where there is none."""
    found = _ADDRESS.search(text)
    if found is None:
        return ""
    return found[0] if "@" in found[0] or "://" in found[0] else f"https://{found[0]}"


def read_via(value: Any, language: str) -> str:
    text = text_of(value).removeprefix("mailto:").removeprefix("tel:")
    if " " in text and not text.startswith("[email") and (address := address_in(text)):
        raise InvalidValueError("field.more-than-an-address", written=text, suggestion=address)
    if ("@" in text and "/" not in text) or text.startswith("[email"):
        return read_email(text)
    if calendar_day(text_of(value)):
        raise InvalidValueError("field.web-address-expected", written=text)
    if number := _PHONE.fullmatch(text):
        return read_phone(number["number"], language)
    return text if ID.fullmatch(text) else read_web_address(text, language)


def calendar_day(text: str) -> str:
    """Return the day that `2028-03-01` or `20280301` is; it has as many digits as a number to call."""
    if not _DAY.fullmatch(text):
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
