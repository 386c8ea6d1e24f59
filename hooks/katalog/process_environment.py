"""What the process is given: the day, the editor's language, the project's folder and its settings."""

import gc
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from katalog.branding import look_problems
from katalog.branding.override_files import own_files
from katalog.checks.custom_phrases import custom_phrase_problems
from katalog.git_history import is_cut_off
from katalog.i18n.phrases import CUSTOM_LOCALES, EDITOR_LANGUAGES, use_custom_phrases
from katalog.problems import InvalidValueError, Position, Problem
from katalog.problems.codes import is_error
from katalog.publishing.build_errors import PublishError, shown_path
from katalog.publishing.published_folder import check_published_folder
from katalog.settings.mkdocs_settings import mkdocs_problems
from katalog.settings.model import Settings
from katalog.settings.settings_file import (
    SettingsFile,
    first_language,
    read_settings_file,
    settings_in,
    site_folder,
)

SETTINGS_FILE = "mkdocs.yml"
NEIGHBOURS = {"nb": "da", "nn": "da", "no": "da"}
"""Locales without messages of their own, and whose they read."""


EARLIEST, LATEST = 1970, 2199
"""The years that a day to build for may lie in: dates are counted on from it and back."""


def today(zone: str) -> date:
    """Return the day to build or check for: `KATALOG_TODAY`, else `SOURCE_DATE_EPOCH`, else the clock's.

    `InvalidValueError` where a variable holds anything else; its parameter `field` is the variable's name.
    """
    if stated := os.environ.get("KATALOG_TODAY"):
        return _stated("environment.today", "KATALOG_TODAY", stated, date.fromisoformat)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return _stated("environment.epoch", "SOURCE_DATE_EPOCH", epoch, partial(_day_at, zone))
    return datetime.now(ZoneInfo(zone)).date()


def _stated(code: str, field: str, written: str, read: Callable[[str], date]) -> date:
    try:
        day = read(written)
        if EARLIEST <= day.year <= LATEST:
            return day
    except (ValueError, OverflowError, OSError):
        pass
    raise InvalidValueError(code, written=written, field=field)


def _day_at(zone: str, seconds: str) -> date:
    return datetime.fromtimestamp(int(seconds), UTC).astimezone(ZoneInfo(zone)).date()


def editor_language(root: Path | None = None) -> str:
    """Return `KATALOG_LANGUAGE`, else that of the locale (LC_ALL, LC_MESSAGES, LANG), else that of the site.

    A machine without a language (`C.UTF-8`, as those that build proposals) speaks that of the site in `root`.
    """
    stated = stated_language()
    return nearest_editor_language(stated) if stated else site_editor_language(root)


def stated_language() -> str:
    """Return the two letters that `KATALOG_LANGUAGE`, else the locale begins with, or nothing."""
    names = ("KATALOG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    stated = next(filter(None, map(os.environ.get, names)), "").split(".")[0]
    return "" if stated in {"C", "POSIX"} else stated[:2].lower()


def site_editor_language(root: Path | None) -> str:
    """Return `KATALOG_LANGUAGE`, else the first language of the site in `root`, not the locale."""
    stated = os.environ.get("KATALOG_LANGUAGE")
    file = read_settings_file(root, SETTINGS_FILE) if root and not stated else None
    return nearest_editor_language(stated or (first_language(file) if file else ""))


def nearest_editor_language(locale: str) -> str:
    """Return the language of messages for a locale or a language tag."""
    language = locale[:2].lower()
    language = NEIGHBOURS.get(language, language)
    return language if language in EDITOR_LANGUAGES else "en"


def collect_seldom() -> None:
    """Let Python look for circles of objects once in 100,000 new ones, not 700: a catalogue is all used."""
    gc.set_threshold(100_000, 50, 100)


def wants_colour(*, terminal: bool) -> bool:
    """Return whether to colour what is printed (https://no-color.org)."""
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def find_root(start: Path) -> Path | None:
    """Return the folder at or above `start` that holds the settings."""
    return next((each for each in (start, *start.parents) if (each / SETTINGS_FILE).is_file()), None)


class Configuration(Struct, frozen=True):
    """What a build goes by besides the records; `site` is the published folder, where it can be told."""

    settings: Settings
    today: date
    site: Path | None


def configuration(
    root: Path, name: str = SETTINGS_FILE, site_url: str | None = None, site: Path | None = None
) -> tuple[Configuration | None, list[Problem]]:
    """Read the settings and the environment; `site_url` and `site` are MkDocs', where it runs.

    Everything wrong with them is returned at once; with settings and a day the records can be read all
    the same, to tell what is wrong with those too.
    """
    phrase_problems = _use_custom_phrases(root)
    file = read_settings_file(root, name)
    settings, problems = settings_in(file, site_url)
    problems += phrase_problems
    site = site or (None if file.problems else site_folder(file, root))
    if not file.problems:
        problems += [*look_problems(root, file), *mkdocs_problems(root, file), *_of_templates(root, file)]
    if is_cut_off(root):
        problems.append(Problem(name, Position(), "history.cut-off"))
    day = None
    try:
        day = today(settings.time_zone if settings else "UTC")
    except InvalidValueError as refused:
        problems.append(environment_problem(refused))
    if site:
        try:
            check_published_folder(root, site)
        except PublishError as refused:
            params = {"folder": shown_path(refused.folder, root), **refused.params}
            problems.append(Problem(name, file.position("site_dir"), refused.code, params))
    wrong = any(map(is_error, phrase_problems))
    return (Configuration(settings, day, site) if settings and day and not wrong else None), problems


def _of_templates(root: Path, file: SettingsFile) -> list[Problem]:
    """Find what is wrong with templates, where there are any."""
    if not any(each.endswith(".html") for each in own_files(root)):
        return []
    from katalog.html.own_templates import template_problems  # noqa: PLC0415 - Jinja takes long to load

    return list(template_problems(root, file))


def _use_custom_phrases(root: Path) -> list[Problem]:
    """Let the site's own phrases count where nothing stands in their way."""
    problems = list(custom_phrase_problems(root))
    wrong = any(map(is_error, problems))
    use_custom_phrases(None if wrong else root / CUSTOM_LOCALES)
    return problems


def environment_problem(refused: InvalidValueError) -> Problem:
    """Return what `today` refuses, at the variable's name for want of a place."""
    return Problem(refused.params["field"], Position(), refused.code, refused.params)
