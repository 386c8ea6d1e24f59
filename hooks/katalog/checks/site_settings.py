"""Settings that name pages: what they lead to must be there, and old addresses must be free."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from katalog.catalogue.addresses import SECTIONS, Addresses
from katalog.problems import InvalidValueError
from katalog.schema.entries import Entry
from katalog.schema.faults import Fault
from katalog.schema.suggest import nearest_value
from katalog.settings.model import Settings

_GENERATED: tuple[str, ...] = ("archive", "calendar", "regions", "search", "index")
"""Sections below which addresses follow from dates and places, and none is for a setting to take."""


class Published(Protocol):
    """A hand-written page, or a file that is published as it is."""

    @property
    def path(self) -> str: ...
    @property
    def address(self) -> str: ...


def check_site_settings(
    settings: Settings,
    records: Mapping[str, Entry],
    pages: Iterable[Published],
    topics: Iterable[str],
    addresses: Mapping[str, Addresses],
) -> Iterator[Fault]:
    """Yield what is wrong, each at its path below `extra.katalog`; `records` are by file."""
    by_path = {page.path: page for page in pages}
    places = {*records, *by_path, *(f"topics/{each}" for each in topics)}
    for setting in ("menu", "footer", "redirects"):
        for position, each in enumerate(getattr(settings, setting)):
            if each.to.endswith(".md") or each.to.startswith("topics/"):
                if each.to not in places:
                    yield (setting, position, "to"), _missing(each.to, places)
            elif "/" not in each.to and not settings.shows(each.to):
                yield (setting, position, "to"), InvalidValueError("settings.target-off", written=each.to)
    sections = {where.section(each) for where in addresses.values() for each in SECTIONS}
    if settings.form and settings.form.address in sections:
        yield ("form", "address"), InvalidValueError("settings.form-address", written=settings.form.address)
    if settings.redirects:
        living = set(_living(records, by_path.values(), topics, addresses))
        yield from _of_redirects(settings, living, addresses)


def _missing(written: str, known: Collection[str]) -> InvalidValueError:
    if suggestion := nearest_value(written, known, 0.9):
        return InvalidValueError(
            "settings.target-missing-did-you-mean", written=written, suggestion=suggestion
        )
    return InvalidValueError("settings.target-missing", written=written)


def _of_redirects(
    settings: Settings, living: Collection[str], addresses: Mapping[str, Addresses]
) -> Iterator[Fault]:
    """Find redirects that would hide a page, or lead to one another."""
    generated = tuple(each.section(name) for each in addresses.values() for name in _GENERATED)  # type: ignore[arg-type]
    olds = {_page(each.old) for each in settings.redirects}
    moved = {old for page in living for where in addresses.values() for old in where.before(page)}
    for position, each in enumerate(settings.redirects):
        address = _page(each.old)
        if (
            address in {*living, settings.form and settings.form.address}
            or (each.section and any(page.startswith(address.removesuffix("*")) for page in living))
            or address.startswith((*generated, "assets/"))
            or address == "404.html"
        ):
            yield (
                ("redirects", position, "old"),
                InvalidValueError("settings.redirect-hides", written=each.old),
            )
        elif address in moved:
            fault = InvalidValueError("settings.redirect-twice", written=each.old)
            yield ("redirects", position, "old"), fault
        inside = settings.site_url and each.to.startswith(settings.site_url)
        if inside and _page(each.to.removeprefix(settings.site_url)) in olds:
            yield ("redirects", position, "to"), InvalidValueError("settings.redirect-loop", written=each.to)


def _page(address: str) -> str:
    """Return an address as that of the page that a host serves there."""
    return address.removesuffix("index.html")


def _living(
    records: Mapping[str, Entry],
    pages: Iterable[Published],
    topics: Iterable[str],
    addresses: Mapping[str, Addresses],
) -> Iterator[str]:
    """Yield the addresses of pages, and of the redirects that records ask for."""
    names = tuple(topics)
    yield from (page.address for page in pages)
    for where in addresses.values():
        yield from (where.section(each) for each in SECTIONS)
        yield from (where.topic(each) for each in names)
        for entry in records.values():
            yield where.record(entry)
            yield from where.former(entry)
