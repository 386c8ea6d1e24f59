"""Addresses that were published once: each is still a page, a file or a redirect, or a reader finds nothing.

What changes with the day (months of the calendar, years) and what lies beside a page (its calendar) is not
listed: it goes when its page goes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from katalog.catalogue.addresses import SECTIONS, Addresses, section_of
from katalog.catalogue.catalogue import Catalogue
from katalog.checks.site_settings import Published
from katalog.problems import Position, Problem
from katalog.schema.entries import Entry
from katalog.settings.model import Settings
from katalog.source.file_names import slug
from katalog.source.published_addresses import ADDRESSES, ListedAddress

_FEEDS = (".ics", ".atom", ".json", ".vcf")
_ALIKE = 0.6
"""How much of two ids must be the same (`difflib`) for one to be taken for the other's new name."""


def published_addresses(
    catalogue: Catalogue, own: Iterable[Published], addresses: Mapping[str, Addresses]
) -> Iterator[str]:
    """Yield the addresses worth remembering: of records, topics, attachments, and the site's `own` pages."""
    for where in addresses.values():
        yield from (where.record(entry) for entry in catalogue.entries.values())
        yield from (where.topic(topic) for topic in catalogue.topics)
    yield from (now for now, *_ in _attachments(catalogue, addresses))
    yield from (each.address for each in own if each.address)


def _attachments(catalogue: Catalogue, addresses: Mapping[str, Addresses]) -> Iterator[list[str]]:
    """Yield the addresses of each file of a record, the present one first."""
    first = next(iter(addresses.values()))
    for path in catalogue.attachments:
        folder, _, name = path.rpartition("/")
        if entry := catalogue.entries.get(folder.rpartition("/")[2]):
            yield first.attachments(entry, name)


def check_published_addresses(
    listed: Iterable[ListedAddress],
    living: Collection[str],
    catalogue: Catalogue,
    settings: Settings,
    addresses: Mapping[str, Addresses],
) -> Iterator[Problem]:
    """Yield every listed address that leads nowhere; `living` are those of pages and files."""
    known = {*living, *_redirects(catalogue, settings, addresses)}
    known |= {address for file in _attachments(catalogue, addresses) for address in file}
    known |= {where.section(each) for where in addresses.values() for each in SECTIONS}
    known |= {old for address in known for where in addresses.values() for old in where.before(address)}
    for each in listed:
        if each.address not in known and _page(each.address) not in known:
            yield _gone(each, catalogue, addresses)


def _redirects(catalogue: Catalogue, settings: Settings, addresses: Mapping[str, Addresses]) -> Iterator[str]:
    yield from (each.old for each in settings.redirects)
    for where in addresses.values():
        for entry in catalogue.entries.values():
            yield from where.former(entry)


def _page(address: str) -> str:
    """Return the page that a feed lies beside, or that a host serves at a longer address."""
    if address.endswith(_FEEDS):
        return f"{address.rpartition('.')[0]}/"
    return address.removesuffix("index.html") if address.endswith("index.html") else f"{address}/"


def _gone(each: ListedAddress, catalogue: Catalogue, addresses: Mapping[str, Addresses]) -> Problem:
    """Return what to do: a redirect from the old id, or one in the settings where the section is another."""
    folder, _, old = each.address.removesuffix("/").rpartition("/")
    params = {"address": f"/{each.address}"}
    entry = _likely_home(old, catalogue) if each.address.endswith("/") else None
    if entry is None:
        leads_on = each.address.endswith(("/", ".html", *_FEEDS))
        code = "address.gone" if leads_on else "address.file-gone"
        return Problem(ADDRESSES, Position(each.line), code, params)
    params["other"] = entry.path
    same_section = any(where.record(entry) == f"{folder}/{entry.id}/" for where in addresses.values())
    if same_section and slug(old) == old:
        params["text"] = f"redirect_from: [{', '.join([*entry.record.redirect_from, old])}]"
        return Problem(ADDRESSES, Position(each.line), "address.renamed", params)
    sections = {where.section(section) for where in addresses.values() for section in SECTIONS}
    if entry.id == old and f"{folder}/" not in sections:  # the whole section has moved
        params["text"] = f"- {{old: {folder}/*, to: {section_of(entry)}}}"
    else:
        params["text"] = f"- {{old: {each.address}, to: {entry.path}}}"
    return Problem(ADDRESSES, Position(each.line), "address.moved", params)


def _likely_home(old: str, catalogue: Catalogue) -> Entry | None:
    """Return the record of that id, or the one whose id or title is most like it."""
    if entry := catalogue.entries.get(old):
        return entry
    names = {slug(each.record.title): each for each in catalogue.entries.values()} | dict(catalogue.entries)
    found = get_close_matches(old, names, n=1, cutoff=_ALIKE)
    return names[found[0]] if found else None
