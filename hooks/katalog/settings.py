"""The catalogue's settings: `extra.katalog` of `mkdocs.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import NODEFAULT, Meta, Struct, ValidationError, convert, structs


class SiteLanguage(Struct, frozen=True, forbid_unknown_fields=True):
    """A language of the site: its tag, its own name, and its path (empty: at the root)."""

    tag: Annotated[str, Meta(pattern="^[a-z]{2}$")]
    name: str
    path: Annotated[str, Meta(pattern="^([a-z]{2}/)?$")] = ""


class Operator(Struct, frozen=True, forbid_unknown_fields=True):
    """Who runs the site; shown in the footer and the statements."""

    name: str
    email: str | None = None
    website: str | None = None


class Settings(Struct, frozen=True):
    """`time_zone` is that of the site and of organisers in countries with several zones.

    `format` is the version of Katalog that the site was begun with or upgraded to.

    `authority` is the host in the ids of feeds and calendar events, which must outlive a move of the
    site; empty: the host of `site_url`.
    """

    languages: Annotated[tuple[SiteLanguage, ...], Meta(min_length=1)]
    operator: Operator
    site_name: dict[str, str]
    time_zone: str = "Europe/Copenhagen"
    edit_url: str | None = None
    source_url: str | None = None
    site_url: str = ""
    authority: str = ""
    format: str = ""
    closing_soon_days: int = 14
    map: Literal["auto"] = "auto"

    def language(self, tag: str) -> SiteLanguage:
        """Return the language with that tag; `KeyError` when the site does not have it."""
        for language in self.languages:
            if language.tag == tag:
                return language
        raise KeyError(tag)


class InvalidSettingsError(Exception):
    """Settings that are missing, unknown or of the wrong type; `fields` holds the path of each."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(fields)
        self.fields = fields


def read_settings(written: Mapping[str, Any]) -> Settings:
    """Return the settings; `InvalidSettingsError` names every one that cannot be taken."""
    found: dict[str, Any] = {}
    known = {field.name: field for field in structs.fields(Settings)}
    wrong = [name for name in written if name not in known]
    for name, field in known.items():
        try:
            if name in written or field.default is NODEFAULT:
                found[name] = convert(written[name], field.type)
        except KeyError:
            wrong.append(name)
        except ValidationError as error:
            wrong.append(f"{name}{_place_below(error)}")
    if wrong:
        raise InvalidSettingsError(wrong)
    return Settings(**found)


def _place_below(error: ValidationError) -> str:
    """Return where in a value the fault is, as the error's message says it: `[0].tag`."""
    place, field = re.search(r" at `\$(.+)`$", str(error)), re.search(r" field `(.+?)`", str(error))
    return (place[1] if place else "") + (f".{field[1]}" if field else "")
