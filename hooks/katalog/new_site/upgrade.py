"""What changed for sites between versions, and how a site made with an older one is brought up to date.

Pure: an upgrade sees the texts of a site's files and yields changes; `katalog upgrade` writes them.
Lines are changed one by one, so that comments and the order of settings stay.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

Files = Mapping[str, str]

SETTINGS = "mkdocs.yml"
MAIN = "hooks/main.py"
BINDING = '"""Binds MkDocs\' events to Katalog."""\n\nfrom katalog.hooks import *  # noqa: F403\n'
_FORMAT = re.compile(r"^( +)format: .*$", re.MULTILINE)
_KATALOG = re.compile(r"^( +)katalog:[ ]*(?:#.*)?$", re.MULTILINE)
_WATCH = re.compile(r"^watch:[ ]*(?:\[.*\]|(?:\n[ ]*- .*)+)[ ]*(?:#.*)?\n", re.MULTILINE)


class Change(Struct, frozen=True):
    """A change: `what` is a message id, `text` what the file holds afterwards; none: to be done by hand."""

    path: str
    what: str
    text: str | None = None


class Upgrade(Struct, frozen=True):
    """What a version changed for sites."""

    version: tuple[int, int]
    changes: Callable[[Files], Iterator[Change]]


def upgrades(files: Files, made_with: str, version: str) -> Iterator[Change]:
    """Yield what is to change in a site begun or last upgraded with `made_with` (empty: before 0.2)."""
    now = dict(files)
    for upgrade in UPGRADES:
        if upgrade.version > parsed(made_with):
            for change in upgrade.changes(now):
                now |= {change.path: change.text} if change.text is not None else {}
                yield change
    if parsed(made_with) < parsed(version) and (text := with_format(now.get(SETTINGS, ""), version)):
        yield Change(SETTINGS, "upgrade.format", text)


def parsed(version: str) -> tuple[int, int]:
    """Return major and minor of a version; a site that states none was begun with 0.1."""
    found = re.match(r"(\d+)\.(\d+)", version)
    return (int(found[1]), int(found[2])) if found else (0, 1)


def with_format(settings: str, version: str) -> str:
    """Return the settings with `extra.katalog.format`; empty where they have no place for it."""
    line = f'format: "{version}"'
    if _FORMAT.search(settings):
        return _FORMAT.sub(rf"\1{line}", settings, count=1)
    found = _KATALOG.search(settings)
    if found is None:
        return ""
    return f"{settings[: found.end()]}\n{found[1]}{found[1]}{line}{settings[found.end() :]}"


def _to_0_2(files: Files) -> Iterator[Change]:
    """Bring a site from 0.1, which held the engine and its look, to 0.2, which installs it."""
    if files.get(MAIN, BINDING) != BINDING:
        yield Change(MAIN, "upgrade.main", BINDING)
    settings = files.get(SETTINGS, "")
    if _WATCH.search(settings):
        yield Change(SETTINGS, "upgrade.watch", _WATCH.sub("", settings))
    if any(path.startswith("hooks/katalog/") for path in files):
        yield Change("hooks/katalog/", "upgrade.engine")
    for path in sorted(files):
        if path.startswith("overrides/") and path.removeprefix("overrides/") in MOVED_INTO_THE_ENGINE:
            yield Change(path, "upgrade.override")


MOVED_INTO_THE_ENGINE = frozenset({"main.html", "404.html", "assets/katalog.css", "assets/site.js"})
"""Files of `overrides/` that were the engine's own in 0.1: a copy hides the newer one."""

UPGRADES = (Upgrade((0, 2), _to_0_2),)
"""In the order of versions."""
