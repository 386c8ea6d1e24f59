"""The catalogue's settings as they are read: a field of a model each, as in a record."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from katalog.i18n.cldr import is_language, locale_of
from katalog.i18n.phrases import capitalised
from katalog.money import currency_of_language
from katalog.rates import RATES, Rates
from katalog.schema.annotations import MaxItems, Scalar
from katalog.schema.record_parts import Part
from katalog.schema.records import Country
from katalog.schema.value_types import Boolean, Email, Line, WebAddress
from katalog.settings.additions import OwnField, OwnKind
from katalog.settings.form import FormSetting
from katalog.settings.values import (
    Names,
    OldAddress,
    SectionName,
    Target,
    read_days,
    read_host,
    read_language,
    read_path,
    read_site_url,
    read_time_zone,
)


class SiteLanguage(Part, frozen=True, kw_only=True):
    """A language of the site: its tag, its own name, its path (empty: at the root), its readers' money."""

    tag: Annotated[str, Scalar(read_language, {"type": "string"})]
    name: Line
    path: Annotated[str, Scalar(read_path, {"type": "string"})] = ""
    currency: Literal["DKK", "SEK", "NOK", "EUR", "ISK", "GBP", "CHF"] | None = None

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """A language by its tag alone, with its name in itself."""
        if not is_language(value):
            return None
        return {"tag": value, "name": capitalised(locale_of(value).language_name(value))}


class Operator(Part, frozen=True, kw_only=True):
    """Who runs the site; shown in the footer and the statements."""

    name: Line
    email: Email | None = None
    website: WebAddress | None = None

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """Its name alone."""
        return {"name": value}


class SectionSetting(Part, frozen=True, kw_only=True):
    """A section of the main navigation, with a name of the site's own in some languages or all."""

    section: SectionName
    name: Names | None = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """Return a section's name alone as the mapping it is short for."""
        return {"section": value} if isinstance(value, str) else value


class MenuEntry(Part, frozen=True, kw_only=True):
    """An entry of the menu or the footer: a title in each language of the site, and where it leads.

    `to` is a record's or a hand-written page's file, a section, or an address elsewhere.
    """

    title: Names
    to: Target


class Redirect(Part, frozen=True, kw_only=True):
    """An old address of this site, relative to its root, and where it leads on; `to` as in a menu.

    One that ends in `/*` is that of a whole section, which `to` names.
    """

    old: OldAddress
    to: Target

    @property
    def section(self) -> bool:
        """Whether it leads all of a section on."""
        return self.old.endswith("/*")


OF_MKDOCS = ("site_url", "markdown_extensions")
"""The settings that stand outside the section of the catalogue, at the top of `mkdocs.yml`."""


class CountryZone(Part, frozen=True, kw_only=True):
    """The time zone that counts in a country with several; one record's place may lie in another."""

    country: Country
    zone: Annotated[str, Scalar(read_time_zone, {"type": "string"})]


class Settings(Part, frozen=True, kw_only=True):
    """What an operator writes, and `OF_MKDOCS`, which are MkDocs' own.

    `format` is the version of Katalog that the site was begun with or upgraded to.  `time_zone` is that of
    the site and, but for those in `time_zones`, of countries with several.  `authority` is the
    host in the ids of feeds and calendar events, which must outlive a move of the site; empty: the host of
    `site_url`.  `synonyms` are lines of words, with commas between, that search takes for each other.
    `rates` compare prices of several currencies.
    `sections` are those of the main navigation in their order, all where none is named; one that is not among
    them has no pages.  `menu` are entries after the sections, `footer` those before the engine's own.
    `share_pictures`: whether pictures are drawn for where pages are shared.
    `markdown_extensions` is the text of that setting, in YAML.
    """

    languages: Annotated[tuple[SiteLanguage, ...], MaxItems(20)]
    operator: Operator
    site_name: Names
    time_zone: Annotated[str, Scalar(read_time_zone, {"type": "string"})] = "Europe/Copenhagen"
    time_zones: Annotated[tuple[CountryZone, ...], MaxItems(20)] = ()
    edit_url: WebAddress | None = None
    source_url: WebAddress | None = None
    format: Line = ""
    authority: Annotated[str, Scalar(read_host, {"type": "string"})] = ""
    closing_soon_days: Annotated[int, Scalar(read_days, {"type": "integer"})] = 14
    sections: Annotated[tuple[SectionSetting, ...], MaxItems(9)] = ()
    menu: Annotated[tuple[MenuEntry, ...], MaxItems(9)] = ()
    footer: Annotated[tuple[MenuEntry, ...], MaxItems(20)] = ()
    redirects: Annotated[tuple[Redirect, ...], MaxItems(5000)] = ()
    kinds: Annotated[tuple[OwnKind, ...], MaxItems(20)] = ()
    fields: Annotated[tuple[OwnField, ...], MaxItems(50)] = ()
    form: FormSetting | None = None
    share_pictures: Boolean = True
    synonyms: Annotated[tuple[Line, ...], MaxItems(500)] = ()
    rates: Rates = RATES
    site_url: Annotated[str, Scalar(read_site_url, {"type": "string"})] = ""
    markdown_extensions: Annotated[str, Scalar(lambda value, _: str(value), {"type": "string"})] = ""

    def currency_of(self, tag: str) -> str:
        """Return the currency in which readers of a language compare prices.

        It is the one stated for the language, else that of the country where the language is mainly spoken;
        for English, which is read everywhere, that of the site's first language.
        """
        stated = next((each.currency for each in self.languages if each.tag == tag), None)
        first = self.languages[0].tag
        return stated or (self.currency_of(first) if tag == "en" != first else currency_of_language(tag))

    @property
    def has_address(self) -> bool:
        """Whether the site has an address of its own; the preview gives a site that of this machine."""
        host = urlsplit(self.site_url).hostname or ""
        return host not in {"", "localhost", "::1"} and not host.startswith("127.")

    def custom_kind(self, kind: str) -> OwnKind | None:
        """Return the site's own kind of course with that id."""
        return next((each for each in self.kinds if each.id == kind), None)

    def custom_fields(self, collection: str) -> dict[str, OwnField]:
        """Return the site's own fields of a collection's records, by their ids."""
        return {each.id: each for each in self.fields if each.belongs_to(collection)}

    def shows(self, section: str) -> bool:
        """Return whether a section has pages; those that are not in the main navigation always have."""
        named = {each.section for each in self.sections}
        return not named or section in named or section not in SectionName.__args__  # type: ignore[attr-defined]

    def section_name(self, section: str, language: str) -> str:
        """Return the site's own name of a section; empty where it has none."""
        names = next((each.name for each in self.sections if each.section == section), None)
        return (names or {}).get(language, "")

    def zone_of(self, country: str) -> str:
        """Return the time zone that the site states for a country; empty where it states none."""
        return next((each.zone for each in self.time_zones if each.country == country), "")
