"""What Unicode's CLDR says of a language and of countries, taken from Babel."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal, get_args

import babel
from babel.core import get_global, parse_locale
from babel.dates import format_skeleton
from babel.numbers import get_territory_currencies
from msgspec import Struct

Language = Literal["da", "sv", "nb", "nn", "en", "fi"]
"""The languages of records: those whose dates are read (`katalog.when.vocabulary`)."""
RECORD_LANGUAGES: tuple[Language, ...] = get_args(Language)
_LAST_PART = re.compile(r"[,(]([^,()]+)\)?\s*$")


class Locale(Struct, frozen=True):
    """How a language names and writes things where it is mainly spoken.

    Months are in order from January, weekdays from Monday; `lone` ones stand without a day.
    """

    name: str
    territory: str | None
    currency: str | None
    months: tuple[str, ...]
    standalone_months: tuple[str, ...]
    short_months: tuple[str, ...]
    months_of_year: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    thousands: str
    decimals: str
    countries: dict[str, str]
    languages: dict[str, str]

    def language_name(self, tag: str) -> str:
        """Return what a language is called, or its tag; Norwegian without a form of it is bokmål."""
        return self.languages.get("no" if tag == "nb" else tag, tag)


@cache
def locale_of(language: str) -> Locale:
    """Return CLDR's data for a language tag; an unknown one raises `babel.UnknownLocaleError`."""
    locale = _territorial(language)
    months, days, signs = locale.months, locale.days, locale.number_symbols["latn"]
    return Locale(
        str(locale),
        locale.territory,
        next(iter(get_territory_currencies(locale.territory or "")), None),
        _in_order(months["format"]["wide"]),
        _in_order(months["stand-alone"]["wide"]),
        _in_order(months["format"]["abbreviated"]),
        tuple(_month_of_year(number, locale) for number in range(1, 13)),
        _in_order(days["format"]["wide"]),
        _in_order(days["stand-alone"]["short"]),
        signs["group"],
        signs["decimal"],
        {code: str(name) for code, name in locale.territories.items()},
        {code: str(name) for code, name in locale.languages.items()},
    )


@cache
def sole_time_zones() -> dict[str, str]:
    """Return the time zones of the countries that have one only."""
    return {code: zones[0] for code, zones in get_global("territory_zones").items() if len(zones) == 1}


def country_at_end(text: str) -> str:
    """Return the code of the country that an address ends in, in any language records are written in."""
    found = _LAST_PART.search(text)
    return _countries_by_name().get(found[1].strip().casefold(), "") if found else ""


@cache
def _countries_by_name() -> dict[str, str]:
    countries = [locale_of(language).countries for language in RECORD_LANGUAGES]
    return {name.casefold(): code for each in countries for code, name in each.items() if code.isalpha()}


def _territorial(language: str) -> babel.Locale:
    """Return the locale with its likely territory: plain `da` counts weeks otherwise than `da_DK`."""
    likely = parse_locale(get_global("likely_subtags").get(language, language))
    return babel.Locale(likely[0], territory=likely[1])


def _in_order(names: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(str(names[number]) for number in sorted(names))


def _month_of_year(number: int, locale: babel.Locale) -> str:
    """Return how a short month stands with its year, for which a brace stands: `okt. {year}`."""
    return str(format_skeleton("yMMM", date(2000, number, 1), locale=locale)).replace("2000", "{year}")


def is_language(tag: str) -> bool:
    """Tell whether a tag of two letters is that of a language that CLDR knows."""
    try:
        return bool(re.fullmatch(r"[a-z]{2}", tag)) and bool(babel.Locale.parse(tag))
    except (babel.UnknownLocaleError, ValueError):
        return False
