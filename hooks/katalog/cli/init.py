"""`katalog init`: the repository of a new site."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import get_args

from babel import Locale

from katalog.cli.engine import Engine, EngineError, find_engine
from katalog.cli.refuse import RefusedError
from katalog.cli.settings_schema import keep_settings_schema
from katalog.i18n.cldr import locale_of, sole_time_zones
from katalog.i18n.phrases import Phrases, capitalised
from katalog.new_site import LANGUAGES, Answers, SiteLanguage, site_files
from katalog.problems import InvalidValueError, Position, Problem
from katalog.problems.report import do, what
from katalog.process_environment import stated_language, today
from katalog.schema.records import Country
from katalog.settings.values import read_site_url, read_time_zone

ALLOWED = {".git"}
"""What may lie in the folder already."""

COUNTRIES = get_args(Country)
NORWEGIAN = {"no": "nb", "nn": "nb"}
"""Locales, and the language that a site is begun in there."""


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Ask, write the files and say what comes next; 2 when nothing was written."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or {each.name for each in folder.iterdir()} - ALLOWED):
        raise RefusedError(phrases("init.not-empty", path=folder))
    tags = _languages(options, phrases)
    try:
        engine = find_engine(options.engine)
    except EngineError as error:
        raise RefusedError(phrases(f"init.{error.reason}", path=error.path)) from None
    for path, text in site_files(_answers(options, phrases, tags, engine), phrases):
        _write(folder / path, text.encode())
    if engine.data:
        _write(folder / engine.path, engine.data)
    keep_settings_schema(folder, phrases)
    print(phrases("init.made", path=folder))
    return 0


def _answers(options: argparse.Namespace, phrases: Phrases, tags: list[str], engine: Engine) -> Answers:
    folder: Path = options.folder
    name = _ask(options, phrases, "name", folder.resolve().name.replace("-", " ").capitalize())
    territory = locale_of(tags[0]).territory or ""
    own = territory if territory in COUNTRIES else "GB"
    country = _ask(options, phrases, "country", own, _read_country)
    zone = sole_time_zones().get(country, "Europe/Copenhagen")
    time_zone = _ask(options, phrases, "time_zone", zone, partial(read_time_zone, _=""))
    return Answers(
        name=name,
        address=_ask(options, phrases, "address", "", partial(read_site_url, language="")),
        operator=_ask(options, phrases, "operator", name),
        languages=tuple(SiteLanguage(tag, _own_name(tag)) for tag in tags),
        country=country,
        time_zone=time_zone,
        today=today(time_zone),
        requirements=engine.requirements,
        version=version("katalog"),
    )


def _languages(options: argparse.Namespace, phrases: Phrases) -> list[str]:
    own = NORWEGIAN.get(stated_language(), stated_language())
    default = own if own in LANGUAGES else phrases.language
    if options.site_language:
        options.languages = ",".join(options.site_language)
    return _ask(options, phrases, "languages", default, _read_languages).split(",")


def _read_languages(text: str) -> str:
    tags = dict.fromkeys(text.lower().replace(",", " ").split())
    if unknown := [tag for tag in tags if tag not in LANGUAGES]:
        raise InvalidValueError("init.no-language", written=", ".join(unknown), allowed=", ".join(LANGUAGES))
    return ",".join(tags)


def _read_country(text: str) -> str:
    if (country := text.upper()) not in COUNTRIES:
        raise InvalidValueError("init.no-country", written=text, allowed=", ".join(COUNTRIES))
    return country


def _own_name(tag: str) -> str:
    return capitalised(Locale(tag).get_display_name(tag) or tag)


def _ask(
    options: argparse.Namespace,
    phrases: Phrases,
    name: str,
    default: str,
    read: Callable[[str], str] = str,
) -> str:
    """Return what the command line says, else what is answered, else the default, once it can be read."""
    stated: str | None = getattr(options, name)
    if stated is not None or options.yes or not sys.stdin.isatty():
        try:
            return read(default if stated is None else stated)
        except InvalidValueError as error:
            raise RefusedError(_words(error, phrases)) from None
    question = phrases(f"init.ask-{name.replace('_', '-')}")
    while True:
        try:
            return read(input(f"{question} [{default}]: ").strip() or default)
        except InvalidValueError as error:
            print(_words(error, phrases))


def _words(error: InvalidValueError, phrases: Phrases) -> str:
    if error.code in phrases:
        return phrases(error.code, **error.params)
    problem = Problem("", Position(), error.code, error.params)
    return f"{what(problem, phrases)} {do(problem, phrases)}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
