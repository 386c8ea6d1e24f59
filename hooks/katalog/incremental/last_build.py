"""Whether a build would publish what is published already: then there is nothing to do."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from katalog.catalogue.revision import Revision
from katalog.incremental.last_check import CheckResult, project_digest
from katalog.loading.file_memo import given
from katalog.publishing.kept_values import keep_value, read_value
from katalog.publishing.published_folder import Stats, stats_in
from katalog.settings.model import Settings

BUILT = "built"


class PublishedBuild(Struct, frozen=True):
    """What a build found, how many files it published, and a digest of their sizes and times."""

    found: CheckResult
    count: int
    stats: bytes


class LastBuild:
    """The last build of a project into a folder: of the same files, settings and history, on the same day.

    The project is digested once, at the start, so that what is edited during a build counts for the next.
    """

    def __init__(
        self, root: Path, site: Path, settings: Settings, today: date, history: Mapping[str, Revision]
    ) -> None:
        self._root, self._site = root, site
        self._key = given(project_digest(root, settings, today), str(site), history)

    def published(self) -> PublishedBuild | None:
        """Return what that build did, if all it published is as it left it."""
        last = read_value(self._root, BUILT, PublishedBuild, self._key)
        return last if last and last.stats == _digest(stats_in(self._site)) else None

    def keep(self, found: CheckResult, count: int, stats: Stats) -> None:
        """Say that a build found this and published `count` files; `stats` are of all that lie there."""
        keep_value(self._root, BUILT, PublishedBuild(found, count, _digest(stats)), self._key)


def _digest(stats: Stats) -> bytes:
    return given(sorted(stats.items()))
