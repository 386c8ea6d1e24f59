"""The values of settings that no record has: tags, paths, zones, hosts, and where an entry leads."""

import re
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from katalog.i18n.phrases import site_languages
from katalog.problems import InvalidValueError
from katalog.schema.annotations import Scalar, text_of
from katalog.schema.contact_value_types import read_web_address
from katalog.schema.reading import reader_of_mapping
from katalog.schema.suggest import nearest_value
from katalog.schema.value_types import LINE

_PATH = re.compile(r"([a-z]{2}/)?")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_DAYS = re.compile(r"\d{1,3}", re.ASCII)
MOST_DAYS = 365


def read_language(value: Any, _: str) -> str:
    text = text_of(value)
    if text not in site_languages():
        raise InvalidValueError("settings.language", written=text, allowed=", ".join(site_languages()))
    return text


def read_path(value: Any, _: str) -> str:
    text = text_of(value)
    if not _PATH.fullmatch(text):
        raise InvalidValueError("settings.path", written=text)
    return text


def read_time_zone(value: Any, _: str) -> str:
    """Read a name of the IANA database."""
    text = text_of(value)
    try:
        return ZoneInfo(text).key
    except (ValueError, OSError, LookupError):
        names = {name.casefold(): name for name in available_timezones()}
    if meant := nearest_value(text, names):
        raise InvalidValueError("settings.time-zone-did-you-mean", written=text, suggestion=names[meant])
    raise InvalidValueError("settings.time-zone", written=text)


def read_days(value: Any, _: str) -> int:
    text = text_of(value)
    if not _DAYS.fullmatch(text) or int(text) > MOST_DAYS:
        raise InvalidValueError("settings.days", written=text)
    return int(text)


def read_host(value: Any, _: str) -> str:
    text = text_of(value)
    if not _HOST.fullmatch(text):
        raise InvalidValueError("settings.host", written=text)
    return text


def read_site_url(value: Any, language: str) -> str:
    """Read the site's address as MkDocs has it, with a slash at its end; a site may have none."""
    address = read_web_address(value, language) if value else ""
    folder = _OF_A_PAGE.sub("", address)
    if folder != address:
        raise InvalidValueError("settings.site-address-did-you-mean", written=address, suggestion=folder)
    return f"{address.removesuffix('/')}/" if address else ""


_NAMES = Scalar(
    reader_of_mapping(LINE.read), {"type": "object", "additionalProperties": LINE.schema, "minProperties": 1}
)
Names = Annotated[dict[str, str], _NAMES]
"""A name in each language of the site."""

SectionName = Literal[
    "courses", "calendar", "initiatives", "projects", "libraries", "organisations", "contacts", "topics",
    "news",
]  # fmt: skip
SECTION_NAMES: tuple[str, ...] = SectionName.__args__  # type: ignore[attr-defined]

_FILE = re.compile(r"[\w./-]+\.md|topics/[\w-]+")
"""A file of the project, or a topic by its id."""
_OF_A_PAGE = re.compile(r"[?#].*|(?<=[^/]/)[^/?#]+\.(?:html?|php|aspx?)(?:[?#].*)?$")
"""What follows the address of a folder: a page in it, a question, a place on a page."""
_OLD = re.compile(r"(?:[\w.~!$&'()*+,;=:@ -]+/)*(?:[\w.~!$&'()*+,;=:@ -]+(?:/(?:\*)?|\.html?))")
MAX_OLD = 300


def read_target(value: Any, language: str) -> str:
    """Read where an entry leads: a web address, a section, a topic or a file (`content/da/om.md`)."""
    text = text_of(value)
    if text.startswith(("https:", "http:")):
        return read_web_address(text, language)
    if text in SECTION_NAMES or _FILE.fullmatch(text):
        return text
    raise InvalidValueError("settings.target", written=text, allowed=", ".join(SECTION_NAMES))


def read_old_address(value: Any, _: str) -> str:
    """Read an address of this site that a page is to stand at, relative to the root; `a/*` of a section."""
    text = text_of(value).removeprefix("/")
    if len(text) > MAX_OLD or not _OLD.fullmatch(text) or ".." in text.split("/"):
        raise InvalidValueError("settings.old-address", written=text)
    return text


Target = Annotated[str, Scalar(read_target, {"type": "string"})]
OldAddress = Annotated[str, Scalar(read_old_address, {"type": "string"})]
