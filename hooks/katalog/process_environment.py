"""What the process is given: the day, the editor's language, the project's folder and its settings."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import yaml

from katalog.problems import Position, Problem
from katalog.settings import InvalidSettingsError, Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_FILE = "mkdocs.yml"
EDITOR_LANGUAGES = ("da", "sv", "en")
NEIGHBOURS = {"nb": "da", "nn": "da", "no": "da"}
"""Locales without messages of their own, and whose they read."""


class _Loader(yaml.CSafeLoader):
    """Reads the settings without running what MkDocs' own tags would."""


_Loader.add_multi_constructor("", lambda *_: None)


def today(zone: str) -> date:
    """Return the day to build or check for: `KATALOG_TODAY`, else `SOURCE_DATE_EPOCH`, else the clock's."""
    if stated := os.environ.get("KATALOG_TODAY"):
        return date.fromisoformat(stated)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(ZoneInfo(zone)).date()
    return datetime.now(ZoneInfo(zone)).date()


def editor_language() -> str:
    """Return `KATALOG_LANGUAGE`, else that of the locale (POSIX: LC_ALL, LC_MESSAGES, LANG), else English."""
    stated = (os.environ.get(name) for name in ("KATALOG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    language = next(filter(None, stated), "")[:2].lower()
    language = NEIGHBOURS.get(language, language)
    return language if language in EDITOR_LANGUAGES else "en"


def wants_colour(*, terminal: bool) -> bool:
    """Return whether to colour what is printed (https://no-color.org)."""
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def find_root(start: Path) -> Path | None:
    """Return the folder at or above `start` that holds the settings."""
    return next((each for each in (start, *start.parents) if (each / SETTINGS_FILE).is_file()), None)


def load_settings(root: Path) -> tuple[Settings | None, list[Problem]]:
    """Read the catalogue's settings, without MkDocs."""
    try:
        data: Any = yaml.load((root / SETTINGS_FILE).read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
        return settings_of(data["extra"]["katalog"], data.get("site_url"))
    except (OSError, TypeError, KeyError):
        return None, [Problem(SETTINGS_FILE, Position(), "settings.missing")]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        position = Position(mark.line + 1, mark.column + 1) if mark else Position()
        return None, [Problem(SETTINGS_FILE, position, "settings.unreadable")]


def settings_of(katalog: Any, site_url: str | None) -> tuple[Settings | None, list[Problem]]:
    """Return settings from `extra.katalog` and MkDocs' own `site_url`."""
    if not isinstance(katalog, dict):
        return None, [Problem(SETTINGS_FILE, Position(), "settings.missing")]
    try:
        return read_settings(katalog | {"site_url": site_url or ""}), []
    except InvalidSettingsError as wrong:
        fields = wrong.fields
        return None, [
            Problem(SETTINGS_FILE, Position(), "settings.field", {"field": each}) for each in fields
        ]
