"""The catalogue's settings: `extra.katalog` of `mkdocs.yml`, read like a record.

Every setting is a field with a reader of its own; what no single one can tell (a language twice, two at one
address) is looked for when all of them are read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from katalog.i18n.phrases import site_languages
from katalog.problems import InvalidValueError
from katalog.rates import RATES, Rates
from katalog.schema.annotations import MaxItems, Scalar, text_of
from katalog.schema.contact_scalars import read_web_address
from katalog.schema.reading import InvalidItemsError, faults_of, reader_of, reader_of_mapping
from katalog.schema.record_parts import Part
from katalog.schema.scalars import LINE, Email, Line, WebAddress
from katalog.schema.suggest import nearest_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from katalog.schema.reading import Fault

_PATH = re.compile(r"([a-z]{2}/)?")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_DAYS = re.compile(r"\d{1,3}", re.ASCII)
MOST_DAYS = 365


def _language(value: Any, _: str) -> str:
    text = text_of(value)
    if text not in site_languages():
        raise InvalidValueError("settings.language", written=text, allowed=", ".join(site_languages()))
    return text


def _path(value: Any, _: str) -> str:
    text = text_of(value)
    if not _PATH.fullmatch(text):
        raise InvalidValueError("settings.path", written=text)
    return text


def _time_zone(value: Any, _: str) -> str:
    """Read a name of the IANA database."""
    text = text_of(value)
    try:
        return ZoneInfo(text).key
    except (ValueError, OSError, LookupError):
        names = {name.casefold(): name for name in available_timezones()}
    if meant := nearest_value(text, names):
        raise InvalidValueError("settings.time-zone-did-you-mean", written=text, suggestion=names[meant])
    raise InvalidValueError("settings.time-zone", written=text)


def _days(value: Any, _: str) -> int:
    text = text_of(value)
    if not _DAYS.fullmatch(text) or int(text) > MOST_DAYS:
        raise InvalidValueError("settings.days", written=text)
    return int(text)


def _host(value: Any, _: str) -> str:
    text = text_of(value)
    if not _HOST.fullmatch(text):
        raise InvalidValueError("settings.host", written=text)
    return text


def _site_url(value: Any, language: str) -> str:
    """Read the site's address as MkDocs has it, with a slash at its end; a site may have none."""
    return f"{read_web_address(value, language).removesuffix('/')}/" if value else ""


_NAMES = Scalar(
    reader_of_mapping(LINE.read), {"type": "object", "additionalProperties": LINE.schema, "minProperties": 1}
)
Names = Annotated[dict[str, str], _NAMES]
"""A name in each language of the site."""


class SiteLanguage(Part, frozen=True, kw_only=True):
    """A language of the site: its tag, its own name, and its path (empty: at the root)."""

    tag: Annotated[str, Scalar(_language, {"type": "string"})]
    name: Line
    path: Annotated[str, Scalar(_path, {"type": "string"})] = ""


class Operator(Part, frozen=True, kw_only=True):
    """Who runs the site; shown in the footer and the statements."""

    name: Line
    email: Email | None = None
    website: WebAddress | None = None


SectionName = Literal[
    "courses", "calendar", "initiatives", "projects", "libraries", "organisations", "contacts", "topics",
    "news",
]  # fmt: skip


class SectionSetting(Part, frozen=True, kw_only=True):
    """A section of the main navigation, with a name of the site's own in some languages or all."""

    section: SectionName
    name: Names | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """Return a section's name alone as the mapping it is short for."""
        return {"section": value} if isinstance(value, str) else value


class Settings(Part, frozen=True, kw_only=True):
    """What an operator writes, and `site_url`, which is MkDocs' own.

    `format` is the version of Katalog that the site was begun with or upgraded to.  `time_zone` is that of
    the site and of organisers in countries with several zones.  `authority` is the
    host in the ids of feeds and calendar events, which must outlive a move of the site; empty: the host of
    `site_url`.  `synonyms` are lines of words, with commas between, that search takes for each other.
    `rates` compare prices of several currencies.
    `sections` are those of the main navigation in their order, all where none is named; one that is not among
    them has no pages.
    """

    languages: Annotated[tuple[SiteLanguage, ...], MaxItems(20)]
    operator: Operator
    site_name: Names
    time_zone: Annotated[str, Scalar(_time_zone, {"type": "string"})] = "Europe/Copenhagen"
    edit_url: WebAddress | None = None
    source_url: WebAddress | None = None
    format: Line = ""
    authority: Annotated[str, Scalar(_host, {"type": "string"})] = ""
    closing_soon_days: Annotated[int, Scalar(_days, {"type": "integer"})] = 14
    sections: Annotated[tuple[SectionSetting, ...], MaxItems(9)] = ()
    map: Literal["auto"] = "auto"
    synonyms: Annotated[tuple[Line, ...], MaxItems(500)] = ()
    rates: Rates = RATES
    site_url: Annotated[str, Scalar(_site_url, {"type": "string"})] = ""

    def shows(self, section: str) -> bool:
        """Return whether a section has pages; those that are not in the main navigation always have."""
        named = {each.section for each in self.sections}
        return not named or section in named or section not in SectionName.__args__  # type: ignore[attr-defined]

    def section_name(self, section: str, language: str) -> str:
        """Return the site's own name of a section; empty where it has none."""
        names = next((each.name for each in self.sections if each.section == section), None)
        return (names or {}).get(language, "")

    def language(self, tag: str) -> SiteLanguage:
        """Return the language with that tag; `KeyError` when the site does not have it."""
        for language in self.languages:
            if language.tag == tag:
                return language
        raise KeyError(tag)


def read_settings(written: Mapping[str, Any]) -> Settings:
    """Return the settings; `InvalidItemsError` holds everything in them that cannot be taken."""
    faults = [*_of_languages(written), *_of_names(written), *_of_sections(written)]
    try:
        found: Settings = reader_of(Settings)(dict(written), "en")
    except (InvalidValueError, InvalidItemsError) as error:
        raise InvalidItemsError([*faults_of(error), *faults]) from None
    if faults:
        raise InvalidItemsError(faults)
    return found


def _of_sections(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find a section named twice, and that courses, which every page leads to, are among them."""
    listed = written.get("sections")
    if not isinstance(listed, list) or not listed:
        return
    names = [each.get("section") if isinstance(each, dict) else each for each in listed]
    for position, name in enumerate(names):
        if name in names[:position]:
            yield ("sections", position), InvalidValueError("settings.section-twice", written=str(name))
    if "courses" not in names:
        yield ("sections",), InvalidValueError("settings.section-courses")


def _languages(written: Mapping[str, Any]) -> list[Any]:
    languages = written.get("languages")
    return languages if isinstance(languages, list) else []


def _of_languages(written: Mapping[str, Any]) -> Iterator[Fault]:
    """Find what is there twice; the second of two is told."""
    if written.get("languages") == []:
        yield ("languages",), InvalidValueError("field.empty")
    seen: set[tuple[str, str]] = set()
    for position, language in enumerate(_languages(written)):
        if not isinstance(language, dict):
            continue
        for key, code in (("tag", "settings.language-twice"), ("path", "settings.path-twice")):
            value = str(language.get(key) or "")
            if (key, value) in seen and (value or key == "path"):
                yield ("languages", position, key), InvalidValueError(code, written=value or "/")
            seen.add((key, value))


def _of_names(written: Mapping[str, Any]) -> Iterator[Fault]:
    names, languages = written.get("site_name"), _languages(written)
    if not isinstance(names, dict) or not languages:
        return
    tags = [str(language.get("tag")) for language in languages if isinstance(language, dict)]
    if not set(tags) <= set(site_languages()):
        return
    for key in names:
        if key not in tags:
            refused = InvalidValueError("settings.language-key", written=key, allowed=", ".join(tags))
            yield ("site_name", key), refused
    for tag in sorted(set(tags) - names.keys()):
        yield ("site_name", tag), InvalidValueError("field.missing")
