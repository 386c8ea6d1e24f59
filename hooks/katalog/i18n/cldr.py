"""What Unicode's CLDR says of a language and of countries, taken from Babel."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import babel
from babel.core import get_global, parse_locale
from babel.dates import format_skeleton
from babel.numbers import get_territory_currencies
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class Locale(Struct, frozen=True):
    """How a language names and writes things where it is mainly spoken.

    Months are in order from January, weekdays from Monday; `lone` ones stand without a day.
    """

    name: str
    territory: str | None
    currency: str | None
    months: tuple[str, ...]
    lone_months: tuple[str, ...]
    short_months: tuple[str, ...]
    months_of_year: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    thousands: str
    decimals: str
    countries: dict[str, str]


@cache
def locale_of(language: str) -> Locale:
    """Return what is said of a language; an unknown one raises `UnknownLocaleError`."""
    said = _territorial(language)
    months, days, signs = said.months, said.days, said.number_symbols["latn"]
    return Locale(
        str(said),
        said.territory,
        next(iter(get_territory_currencies(said.territory or "")), None),
        _listed(months["format"]["wide"]),
        _listed(months["stand-alone"]["wide"]),
        _listed(months["format"]["abbreviated"]),
        tuple(_month_of_year(number, said) for number in range(1, 13)),
        _listed(days["format"]["wide"]),
        _listed(days["stand-alone"]["short"]),
        signs["group"],
        signs["decimal"],
        {code: str(name) for code, name in said.territories.items()},
    )


@cache
def only_zones() -> dict[str, str]:
    """Return the time zones of the countries that have one only."""
    return {code: zones[0] for code, zones in get_global("territory_zones").items() if len(zones) == 1}


def _territorial(language: str) -> babel.Locale:
    """Return the locale with its likely territory: plain `da` counts weeks otherwise than `da_DK`."""
    likely = parse_locale(get_global("likely_subtags").get(language, language))
    return babel.Locale(likely[0], territory=likely[1])


def _listed(names: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(str(names[number]) for number in sorted(names))


def _month_of_year(number: int, said: babel.Locale) -> str:
    """Return how a short month stands with its year, for which a brace stands: `okt. {year}`."""
    return str(format_skeleton("yMMM", date(2000, number, 1), locale=said)).replace("2000", "{year}")
