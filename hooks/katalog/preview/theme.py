"""What MkDocs makes of a project, for the builds after the one that it was made for."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack

from katalog.loading import SETTINGS
from katalog.preview.watcher import files_below
from katalog.published_folder import files_in
from katalog.reads import recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from katalog.build import Build
    from katalog.html.frame import ThemePage
    from katalog.preview.watcher import Snapshot
    from katalog.reads import Input, Reads


class ThemeParts(Struct):
    """The theme's pages, the text of hand-written pages, and which files of the site MkDocs wrote.

    `made_of` are digests of everything of the catalogue that they show; `key` stands for all else.
    """

    own_files: Snapshot
    own_program: bytes
    key: bytes
    made_of: dict[Input, bytes]
    days: tuple[int, int]
    pages: dict[str, ThemePage]
    introductions: dict[str, str]
    hand_texts: dict[str, str]
    files: frozenset[str]

    @classmethod
    def rendered(cls, build: Build, render: Callable[[Build], None]) -> ThemeParts:
        """Let `render` make them for a build."""
        own_files = _own_files(build.root)
        with recording() as reads:
            render(build)
        made_of = {each: build.inputs.digest(each) for each in _inputs(reads)}
        return cls(
            own_files,
            build.own_program,
            _key(build),
            made_of,
            (reads.first, reads.last),
            build.theme_pages,
            build.introductions,
            build.hand_texts,
            frozenset(files_in(build.stage)),
        )

    def has_other_files(self, root: Path) -> bool:
        """Return whether templates, styles, phrases or programs of the site's own are others now."""
        return _own_files(root) != self.own_files

    def lend(self, build: Build) -> bool:
        """Give a later build what it needs of MkDocs; return whether that is the same for it.

        Files of the site's own program are the same for it.
        """
        first, last = self.days
        build.own_program = self.own_program
        if not first <= build.today.toordinal() <= last or _key(build) != self.key:
            return False
        if any(build.inputs.digest(each) != digest for each, digest in self.made_of.items()):
            return False
        build.theme_pages |= self.pages
        build.introductions |= self.introductions
        build.hand_texts |= self.hand_texts
        return True


def _inputs(reads: Reads) -> Iterator[Input]:
    """Yield what was read of the catalogue; what MkDocs has made itself is none of it."""
    yield from (each for each in reads.inputs if each[0] not in {"frame", "introduction"})
    for value in reads.values.values():
        yield from _inputs(value.reads)


def _own_files(root: Path) -> Snapshot:
    return files_below(root, ("overrides", "hooks"))


def _key(build: Build) -> bytes:
    """Return a digest of the settings, which pages there are, and their texts."""
    texts = [build.project.texts.get(SETTINGS, ""), *(each.text for each in build.hand_pages)]
    return blake2b(build.fingerprint + msgpack.encode(texts), digest_size=20).digest()
