"""What is taken from Babel of a language and of countries is what Babel says."""

from datetime import date

import babel
import pytest
from babel.core import UnknownLocaleError
from babel.dates import format_skeleton
from babel.numbers import format_decimal

from katalog.i18n.cldr import country_at_end, locale_of, sole_time_zones

TERRITORIAL = {"da": "da_DK", "sv": "sv_SE", "en": "en_US"}


@pytest.mark.parametrize(("language", "name"), TERRITORIAL.items())
def test_names_are_babels(language: str, name: str) -> None:
    locale, said = locale_of(language), babel.Locale.parse(name)
    assert (locale.name, locale.territory) == (name, name[3:])
    for month in range(1, 13):
        assert locale.months[month - 1] == said.months["format"]["wide"][month]
        assert locale.standalone_months[month - 1] == said.months["stand-alone"]["wide"][month]
        assert locale.short_months[month - 1] == said.months["format"]["abbreviated"][month]
    for day in range(7):
        assert locale.weekdays[day] == said.days["format"]["wide"][day]
        assert locale.short_weekdays[day] == said.days["stand-alone"]["short"][day]
    assert locale.countries == dict(said.territories)


@pytest.mark.parametrize(("language", "name"), TERRITORIAL.items())
def test_a_month_of_a_year_is_babels(language: str, name: str) -> None:
    for day in (date(1999, 1, 1), date(2026, 9, 30), date(2031, 12, 7)):
        written = locale_of(language).months_of_year[day.month - 1].format(year=day.year)
        assert written == format_skeleton("yMMM", day, locale=name)


@pytest.mark.parametrize(("language", "name"), TERRITORIAL.items())
def test_signs_of_numbers_are_babels(language: str, name: str) -> None:
    locale = locale_of(language)
    assert f"1{locale.thousands}234{locale.decimals}5" == format_decimal(1234.5, locale=name)


@pytest.mark.parametrize(
    ("language", "currency"), [("da", "DKK"), ("sv", "SEK"), ("nb", "NOK"), ("fi", "EUR")]
)
def test_the_currency_is_the_countrys(language: str, currency: str) -> None:
    assert locale_of(language).currency == currency


def test_a_language_of_no_country_has_no_currency() -> None:
    assert locale_of("eo").currency is None


def test_only_countries_of_one_zone_have_their_zone() -> None:
    assert sole_time_zones()["DK"] == "Europe/Copenhagen"
    assert "GL" not in sole_time_zones()


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(UnknownLocaleError):
        locale_of("xx")


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("Linnankatu 2, Turku, Finland", "FI"),
        ("Åbo (Finland)", "FI"),
        ("Tórshavn, Færøerne", "FO"),
        ("Rådhuset, Oslo, norge", "NO"),
        ("Torvet 1, 5600 Faaborg", ""),
        ("Finland", ""),
    ],
)
def test_an_address_may_end_in_its_country(address: str, country: str) -> None:
    assert country_at_end(address) == country
