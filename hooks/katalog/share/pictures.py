"""Which picture each page has, and the pictures themselves; what was drawn stays for the next build."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from katalog.catalogue.addresses import SECTIONS, section_of
from katalog.json_encoding import json_bytes
from katalog.look.colours import light_colours
from katalog.look.contrast import ENOUGH, contrast
from katalog.scratch import keep, read_kept
from katalog.share.drawing import SHADES, Colours, draw
from katalog.share.icon import icon_bytes, read_icon
from katalog.share.typesetting import is_covered
from katalog.views.share_picture import SHARE, SharePicture, record_picture, section_picture

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from katalog.share.icon import Icon
    from katalog.views.page import Page
    from katalog.views.reader import Reader

KEPT = "share"
"""Under this name and a language pictures are kept in `.katalog/`."""
_HERE = Path(__file__).parent
_SEAL = 20
_BLACK_AND_WHITE = ("#ffffff", "#000000")


class SharePictures:
    """The pictures of a site; `own` are the addresses of the site's own files."""

    def __init__(self, root: Path, own: Collection[str]) -> None:
        self._root, self._own = root, own

    def of(self, reader: Reader, page: Page) -> SharePicture | None:
        """Return the picture of a page: its own, else that of its section; none where none is wanted.

        A file that the site gives its section, or all pages, stands for what would be drawn for the section.
        """
        if not reader.settings.site_url:
            return None
        general = section_picture(reader, page.section)
        files = [f"{SHARE}{name}.png" for name in (page.section, "page")]
        own = next((replace(general, address=each, drawn=False) for each in files if each in self._own), None)
        drawn = reader.settings.share_pictures
        of_record = record_picture(reader, reader.entry(page.record)) if page.record and drawn else None
        choices = (of_record, own, general if drawn else None)
        return next((each for each in choices if each and _can_be_shown(each)), None)

    def outputs(self, reader: Reader) -> Iterator[tuple[str, bytes]]:
        """Yield every drawn picture of a language: address and file."""
        if not (reader.settings.site_url and reader.settings.share_pictures):
            return
        name = f"{KEPT}-{reader.language}"
        kept = read_pictures(self._root, name)
        used: dict[str, bytes] = {}
        for picture in _pictures(reader):
            if picture.address not in self._own and _can_be_shown(picture):
                key = self._key(picture)
                used[key] = used.get(key) or kept.get(key) or draw(picture, self._colours, self._icon)
                yield picture.address, used[key]
        if used.keys() != kept.keys():
            keep_pictures(self._root, name, used)

    def _key(self, picture: SharePicture) -> str:
        """Return a digest of everything that is drawn, and of what draws it."""
        seen = (picture.site, picture.label, picture.title, picture.lines)
        return blake2b(self._ground + json_bytes(seen), digest_size=_SEAL).hexdigest()

    @cached_property
    def _ground(self) -> bytes:
        digest = blake2b(icon_bytes(self._root) + json_bytes(self._colours))
        for file in sorted([*_HERE.glob("*.py"), *_HERE.glob("fonts/*.ttf")]):
            digest.update(file.read_bytes())
        digest.update(f"{version('pillow')} {version('deflate')}".encode())
        return digest.digest()

    @cached_property
    def _icon(self) -> Icon | None:
        return read_icon(icon_bytes(self._root), SHADES)

    @cached_property
    def _colours(self) -> Colours:
        """The colours of the site's buttons; where they are too much alike, the ink is black or white."""
        found = light_colours(self._root)
        ground, ink = found["accent"], found["on-accent"]
        if contrast(ground, ink) < ENOUGH:
            ink = max(_BLACK_AND_WHITE, key=lambda each: contrast(ground, each))
        return Colours(ground, ink)


def _pictures(reader: Reader) -> Iterator[SharePicture]:
    yield from (section_picture(reader, each) for each in SECTIONS if reader.settings.shows(each))
    for entry in reader.catalogue.entries.values():
        if reader.settings.shows(section_of(entry)) and (found := record_picture(reader, entry)):
            yield found


def _can_be_shown(picture: SharePicture) -> bool:
    """Return whether the fonts have every letter of it, where it is drawn."""
    return not picture.drawn or all(map(is_covered, picture.words))


def read_pictures(root: Path, name: str) -> dict[str, bytes]:
    """Return what an earlier build kept, by its keys; nothing where a single bit of it is another."""
    data = read_kept(root, name)
    seal, content = data[:_SEAL], data[_SEAL:]
    if not content or seal != _seal(content):
        return {}
    return msgspec.msgpack.decode(content, type=dict[str, bytes])


def keep_pictures(root: Path, name: str, pictures: dict[str, bytes]) -> None:
    """Keep pictures for the next build."""
    content = msgspec.msgpack.encode(pictures)
    keep(root, name, _seal(content) + content)


def _seal(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SEAL).digest()
