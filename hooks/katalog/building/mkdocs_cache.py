"""What MkDocs makes of a project, for the builds after the one that it was made for."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, msgpack

from katalog.building.build import Build
from katalog.html.frame import ThemePage
from katalog.incremental.fingerprint import engine_digest
from katalog.loading.project_folder import SETTINGS
from katalog.publishing.kept_values import keep_value, read_value
from katalog.publishing.published_folder import Stats, files_in, stats_of
from katalog.read_tracking import Input, Reads

THEME = "theme"
"""Where in `.katalog/` they lie."""


class MkdocsOutput(Struct):
    """The theme's pages, the text of hand-written pages, and which files of the site MkDocs wrote.

    `made_of` are digests of everything of the catalogue that they show, `days` the first and the last day
    (ordinals) on which they are the same; `key` stands for all else.
    """

    key: bytes
    made_of: list[tuple[Input, bytes]]
    days: tuple[int, int]
    pages: dict[str, ThemePage]
    introductions: dict[str, str]
    hand_texts: dict[str, str]
    files: frozenset[str]
    stats: Stats = {}

    @classmethod
    def of(cls, build: Build) -> "MkdocsOutput":
        """Return what a build has been given by MkDocs; nothing else is in its stage yet."""
        reads = build.theme_reads
        return cls(
            _key(build),
            [(each, build.inputs.digest(each)) for each in _inputs(reads)],
            (reads.first, reads.last),
            build.theme_pages,
            build.introductions,
            build.hand_texts,
            frozenset(files_in(build.stage)),
        )

    def lend(self, build: Build) -> bool:
        """Give a later build what it needs of MkDocs; return whether that is the same for it."""
        first, last = self.days
        if not first <= build.today.toordinal() <= last or _key(build) != self.key:
            return False
        if any(build.inputs.digest(each) != digest for each, digest in self.made_of):
            return False
        build.theme_pages |= self.pages
        build.introductions |= self.introductions
        build.hand_texts |= self.hand_texts
        return True

    def are_in(self, site: Path) -> bool:
        """Return whether the files in the published folder are as they were when the parts were kept."""
        return stats_of(site, self.files) == self.stats

    def keep(self, root: Path, site: Path) -> None:
        """Keep them for the next process; the files are published in `site` by now."""
        self.stats = stats_of(site, self.files)
        keep_value(root, THEME, self, engine_digest())


def kept_mkdocs_output(root: Path) -> MkdocsOutput | None:
    """Return what the last build by MkDocs has kept; `None` where another engine kept it, or nobody."""
    return read_value(root, THEME, MkdocsOutput, engine_digest())


def _inputs(reads: Reads) -> Iterator[Input]:
    """Yield what was read of the catalogue; what MkDocs has made itself is none of it."""
    return (each for each in reads.inputs if each[0] not in {"frame", "introduction"})


def _key(build: Build) -> bytes:
    """Return a digest of the settings, which pages there are, and their texts."""
    texts = [build.project.texts.get(SETTINGS, ""), *(each.text for each in build.hand_pages)]
    return blake2b(build.fingerprint + msgpack.encode(texts), digest_size=20).digest()
