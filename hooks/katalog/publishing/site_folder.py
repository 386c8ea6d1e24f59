"""The folder that a build publishes in: what of it is as an earlier build left it, and what comes into it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from shutil import rmtree

from katalog.publishing.published_folder import (
    INCOMING,
    PublishedFile,
    Stats,
    files_in,
    folders_of,
    stats_in,
    stats_of,
)
from katalog.publishing.update import Changes, are_same, bring_up_to_date


class SharedFolder:
    """A folder where others may put files too, or change them."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._found: Stats = {}
        self._kept: AbstractSet[str] = frozenset()
        self._written: AbstractSet[str] = frozenset()

    def intact(self, known: Mapping[str, PublishedFile]) -> set[str]:
        """Return those of the files `known` that are as they were published."""
        self._found = stats_in(self.site) if known else {}
        return {name for name, each in known.items() if self._found.get(name) == (each.size, each.changed)}

    def publish(self, stage: Path, kept: AbstractSet[str]) -> Changes:
        """Make the files of `stage` and those `kept` the folder's."""
        changes = bring_up_to_date(stage, self.site, kept)
        self._kept, self._written = kept, changes.files
        return changes

    @property
    def stats(self) -> Stats:
        """What lies in the folder once it is published; what was kept is as it was found."""
        if not self._found:
            return stats_in(self.site)
        same = self._found.keys() & self._kept
        others = (self._found.keys() | self._written) - same
        return {name: self._found[name] for name in same} | stats_of(self.site, others)


class ExclusiveFolder(SharedFolder):
    """A folder that nobody else writes in: what this process has published is there as it was.

    Files may be shown before all are made, and single ones be put there ahead of the build that makes them;
    they are removed last.
    """

    def __init__(self, site: Path) -> None:
        super().__init__(site)
        self._names: set[str] | None = None
        self._shown: set[str] = set()
        self._ahead: set[str] = set()
        self._newer: set[str] = set()
        self.removed: set[str] = set()
        """Files that were removed when this process published last."""

    def intact(self, known: Mapping[str, PublishedFile]) -> set[str]:
        """Return the known files; the disk is read on the first call, or after the folder was deleted."""
        if not self.site.is_dir():
            self.forget_known_files()
        self._ahead, self._newer = self._ahead | self._newer, set()
        found = super().intact(known) if self._names is None else self._names.intersection(known)
        return found - self._ahead

    def forget_known_files(self) -> None:
        """Look at every file again: a build has failed, or somebody has removed them."""
        self._names, self._shown, self._ahead, self._newer = None, set(), set(), set()

    def put(self, name: str, data: bytes) -> None:
        """Put a file in its place, ahead of the build that makes it: no build counts it as what it made."""
        self._newer.add(name)
        waiting = self.site / INCOMING
        waiting.write_bytes(data)
        self._make_room(name)
        waiting.replace(self.site / name)

    def show(self, stage: Path) -> frozenset[str]:
        """Move what is made so far to its place, unless it is newer there; return which files are others."""
        new = frozenset(files_in(stage))
        same = {name for name in new & self._ahead if are_same(stage / name, self.site / name)}
        for name in sorted(new - self._newer):
            self._make_room(name)
            (stage / name).replace(self.site / name)
        self._shown |= new
        return new - self._newer - same

    def publish(self, stage: Path, kept: AbstractSet[str]) -> Changes:
        """Make the files of `stage`, those shown and those `kept` the folder's; all others are removed."""
        before = set(stats_in(self.site)) if self._names is None else self._names | self._ahead
        self.show(stage)
        changed, wanted = frozenset(self._shown), self._shown.union(kept)
        self.removed = gone = before - wanted
        self._remove(gone)
        self._names, self._shown, self._ahead = wanted, set(), set()
        unmade = len(wanted) - len(changed)
        return Changes(changed, unmade, len(gone), unmade)

    def _make_room(self, name: str) -> None:
        """Make the folder of a file; what is in the way of either is of an earlier build."""
        place = self.site / name
        for around in reversed(place.relative_to(self.site).parents):
            if (self.site / around).is_file():
                (self.site / around).unlink()
        if place.is_dir():
            rmtree(place)
        place.parent.mkdir(parents=True, exist_ok=True)

    def _remove(self, names: Iterable[str]) -> None:
        """Remove files (a folder may be in the place of one), and the folders that are empty without them."""
        for name in names:
            if (self.site / name).is_file():
                (self.site / name).unlink()
        for folder in sorted(folders_of(names), reverse=True):
            if (self.site / folder).is_dir() and not any((self.site / folder).iterdir()):
                (self.site / folder).rmdir()
