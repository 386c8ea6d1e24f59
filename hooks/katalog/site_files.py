"""The site's own files that are no pages: pictures and documents beside hand-written pages, and in `assets/`.

Readers get them at the address of their place.  None may take the address of something the engine makes.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from katalog.catalogue.addresses import SECTIONS, addresses
from katalog.hand_pages import HandPage
from katalog.html import THEME
from katalog.i18n.phrases import site_phrases
from katalog.problems import Position, Problem
from katalog.settings.model import Settings
from katalog.source.attachment_content import content_problem
from katalog.source.file_names import extension
from katalog.source.page_folder import find_assets, find_pages
from katalog.source.picture_metadata import PICTURES
from katalog.source.record_folder import list_folder
from katalog.views.share_picture import SHARE

ASSETS = "content/assets"
SCHEMAS = "schema/"
SITE_ASSETS = "overrides/assets"
"""What a site changes of the look lies in `overrides/`; MkDocs publishes what is not a picture there."""


class SiteFile(Struct, frozen=True):
    """A file and its address."""

    path: str
    address: str


def find_site_files(root: Path, settings: Settings) -> tuple[tuple[SiteFile, ...], list[Problem]]:
    """Return the files to publish, and what does not belong in the folder that holds nothing else.

    What is wrong in the folders of pages is reported by who reads the pages.
    """
    assets = find_assets(root, ASSETS)
    found = [SiteFile(path, path.removeprefix("content/")) for path in assets.files]
    for language in settings.languages:
        folder = f"content/{language.tag}/"
        found += [
            SiteFile(path, language.path + path.removeprefix(folder))
            for path in find_pages(root, folder[:-1]).files
        ]
    pictures = [each for each in _files(root, SITE_ASSETS) if extension(each.name) in PICTURES]
    faults = [fault for each in pictures if (fault := content_problem(_path_of(each, root), each))]
    found += [_theme_file(each, root) for each in pictures]
    return tuple(found), [*assets.problems, *faults]


def address_clashes(
    root: Path, pages: Iterable[HandPage], files: Iterable[SiteFile], settings: Settings
) -> Iterator[Problem]:
    """Find pages and files at, or below, the addresses of what the engine makes, or at each other's."""
    made, below = _made_addresses(settings)
    first = {each.address.casefold(): each.path for each in _theme_files(root)}
    everything: list[HandPage | SiteFile] = [*pages, *files]
    for each in everything:
        address = each.address.casefold()
        replaces = address in made or address.startswith(below)
        if (replaces and not _is_of_look(each.path)) or _in_other_language(each, settings):
            yield Problem(each.path, Position(), "file.replaces-theme", {"name": each.address})
        elif (other := first.setdefault(address, each.path)) != each.path:
            params = {"name": f"/{each.address}", "other": other}
            yield Problem(each.path, Position(), "file.same-address", params)


def _is_of_look(path: str) -> bool:
    """Return whether a file replaces one of the engine's on purpose: an icon, a picture for sharing."""
    return path.startswith(f"{SITE_ASSETS}/")


def _made_addresses(settings: Settings) -> tuple[set[str], tuple[str, ...]]:
    """Return the engine's addresses that a file could have, and the folders that are all its own."""
    everywhere = addresses(settings, site_phrases).values()
    made = {path.relative_to(THEME).as_posix() for path in (THEME / "assets").rglob("*")}
    made |= {each.feed("ics") for each in everywhere}
    form = [settings.form.address] if settings.form else []
    sections = [each.section(section) for each in everywhere for section in SECTIONS if section != "home"]
    return made, (*sections, *form, SCHEMAS, SHARE)


def _in_other_language(each: HandPage | SiteFile, settings: Settings) -> bool:
    return any(
        other.path
        and not each.path.startswith(f"content/{other.tag}/")
        and each.address.startswith(other.path)
        for other in settings.languages
    )


def _theme_files(root: Path) -> Iterator[SiteFile]:
    """Yield the ordinary files of the site's own theme that are published as they are."""
    return (_theme_file(entry, root) for entry in _files(root, SITE_ASSETS))


def _theme_file(entry: os.DirEntry[str], root: Path) -> SiteFile:
    path = _path_of(entry, root)
    return SiteFile(path, path.removeprefix("overrides/"))


def _path_of(entry: os.DirEntry[str], root: Path) -> str:
    return Path(entry.path).relative_to(root).as_posix()


def _files(root: Path, folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the ordinary files below a folder of the site's own theme."""
    for entry in list_folder(root, folder)[0]:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, f"{folder}/{entry.name}")
        elif entry.is_file(follow_symlinks=False):
            yield entry
