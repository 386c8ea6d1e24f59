"""The files of a build: which of those published before are as they were, and what is made now."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from pathlib import Path

from msgspec import structs

from katalog.incremental.cache import Cache
from katalog.publishing.published_folder import PublishedFile
from katalog.publishing.site_folder import SharedFolder
from katalog.publishing.update import Stage, file_at

PUBLISHED = "published"


class PublishedFiles:
    """What a build publishes, by the paths of files in the published folder.

    `key` is the build's fingerprint: what was published under another is made anew.
    """

    def __init__(self, cache: Cache, key: bytes, folder: SharedFolder, stage: Path) -> None:
        self._cache, self._key, self._stage = cache, key, Stage(stage)
        self._known = cache.read(PUBLISHED, dict[str, PublishedFile], key)
        self._intact = {name: self._known[name].digest for name in folder.intact(self._known)}
        self.made: dict[str, PublishedFile] = {}
        self.kept: set[str] = set()
        """Files that stay as they are."""

    @property
    def has_kept(self) -> bool:
        """Whether anything is there from the build before."""
        return bool(self._intact)

    def keep(self, files: Mapping[str, bytes]) -> bool:
        """Keep files by their digests, unless one of them is another than the last build's or was touched."""
        is_intact = files.items() <= self._intact.items()
        if is_intact:
            self.kept.update(files)
        return is_intact

    def write(self, address: str, data: bytes) -> tuple[str, bytes]:
        """Put an output in the stage, unless it is published as it is; returns its path and its digest.

        Two outputs at one address are a bug (`FileExistsError`).
        """
        name, digest = file_at(address), file_digest(data)
        if name in self.made:
            raise FileExistsError(name)
        if self._intact.get(name) == digest:
            self.made[name] = self._known[name]
            self.kept.add(name)
        else:
            self.made[name] = PublishedFile(*self._stage.write(address, data), digest)
        return name, digest

    def finish(self, written: AbstractSet[str], site: Path) -> None:
        """Tell the next build what lies in `site`: of the files made, those `written` as they were made."""
        found = {name: each for name, each in self._known.items() if name in self.kept}
        for name in self.made.keys() - found.keys():
            made = self.made[name]
            status = None if name in written else (site / name).stat()
            found[name] = structs.replace(made, changed=status.st_mtime_ns) if status else made
        self._cache.keep(PUBLISHED, found, self._key)


def file_digest(data: bytes) -> bytes:
    """Return the digest of a published file."""
    return blake2b(data, digest_size=16).digest()
