"""The catalogue's settings: `extra.katalog` of `mkdocs.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteLanguage(_Closed):
    """A language of the site: its tag, its own name, and its path (empty: at the root)."""

    tag: str = Field(pattern="^[a-z]{2}$")
    name: str
    path: str = Field(default="", pattern="^([a-z]{2}/)?$")


class Operator(_Closed):
    """Who runs the site; shown in the footer and the statements."""

    name: str
    email: str | None = None
    website: str | None = None


class Settings(_Closed):
    """`time_zone` is that of the site and of organisers in countries with several zones.

    `authority` is the host in the ids of feeds and calendar events, which must outlive a move of the
    site; empty: the host of `site_url`.
    """

    languages: tuple[SiteLanguage, ...] = Field(min_length=1)
    operator: Operator
    site_name: dict[str, str]
    time_zone: str = "Europe/Copenhagen"
    edit_url: str | None = None
    source_url: str | None = None
    site_url: str = ""
    authority: str = ""
    closing_soon_days: int = 14
    map: Literal["auto"] = "auto"

    def language(self, tag: str) -> SiteLanguage:
        """Return the language with that tag; `KeyError` when the site does not have it."""
        for language in self.languages:
            if language.tag == tag:
                return language
        raise KeyError(tag)
