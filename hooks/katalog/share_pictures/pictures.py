"""Which picture each page has, and the pictures themselves; what was drawn stays for the next build."""

from collections.abc import Collection, Iterator
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from msgspec.structs import replace

from katalog.branding.colours import light_colours
from katalog.branding.contrast import ENOUGH, contrast
from katalog.catalogue.addresses import SECTIONS, section_of
from katalog.json_encoding import json_bytes
from katalog.share_pictures.drawing import SHADES, Colours, draw
from katalog.share_pictures.icon import Icon, icon_bytes, read_icon
from katalog.share_pictures.picture_cache import DrawnPictures
from katalog.share_pictures.typesetting import is_covered
from katalog.views.output_kinds import OutputKind
from katalog.views.page import Page
from katalog.views.reader import Reader
from katalog.views.share_picture import SHARE, WITH_PICTURE, SharePicture, record_picture, section_picture

KEPT = "share"
"""Under this name and a language pictures are kept in `.katalog/`."""
_HERE = Path(__file__).parent
_SEAL = 20
_BLACK_AND_WHITE = ("#ffffff", "#000000")


class SharePictures:
    """The pictures of a site; `own` are the addresses of the site's own files."""

    def __init__(self, root: Path, own: Collection[str]) -> None:
        self._root, self._own = root, own
        self._stores: dict[str, DrawnPictures] = {}

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

    @property
    def kind(self) -> OutputKind[tuple[str, bytes]]:
        """The drawn pictures: the address and file of each section's and record's."""
        return OutputKind(_keys, self._drawn)

    def _drawn(self, reader: Reader, key: str) -> Iterator[tuple[str, bytes]]:
        picture = _picture(reader, key)
        if picture and picture.address not in self._own and _can_be_shown(picture):
            yield (
                picture.address,
                self._store(reader).of(self._key(picture), lambda: draw(picture, self._colours, self._icon)),
            )

    def _store(self, reader: Reader) -> DrawnPictures:
        name = f"{KEPT}-{reader.language}"
        return self._stores.setdefault(name, DrawnPictures(self._root, name))

    def finish(self, reader: Reader) -> None:
        """Keep what was drawn in a language."""
        if store := self._stores.pop(f"{KEPT}-{reader.language}", None):
            store.finish()

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


def _keys(reader: Reader) -> list[str]:
    """Return a key for each section and for each record that may have a picture, if there are pictures."""
    settings, lists = reader.settings, reader.catalogue.by_collection
    if not (settings.site_url and settings.share_pictures):
        return []
    entries = (entry for name in WITH_PICTURE for entry in lists.get(name, ()))
    shown = (f"record {entry.id}" for entry in entries if settings.shows(section_of(entry)))
    return [*(f"section {each}" for each in SECTIONS if settings.shows(each)), *shown]


def _picture(reader: Reader, key: str) -> SharePicture | None:
    kind, name = key.split(" ", 1)
    if kind == "record":
        return record_picture(reader, reader.entry(name))
    return next(section_picture(reader, each) for each in SECTIONS if each == name)


def _can_be_shown(picture: SharePicture) -> bool:
    """Return whether the fonts have every letter of it, where it is drawn."""
    return not picture.drawn or all(map(is_covered, picture.words))
