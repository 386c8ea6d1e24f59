"""`katalog diff OLD NEW`: what changes between two versions of a site, as Markdown for a comment."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import blake2b
from pathlib import Path

from katalog.cli.extensions import load_extensions
from katalog.cli.git_versions import MissingRevisionError, folder_of, parting_of_ways
from katalog.cli.refuse import RefusedError, project_root
from katalog.diff import Version, compare, report
from katalog.diff.report import Sources
from katalog.i18n.phrases import Phrases
from katalog.inspection import inspect
from katalog.process_environment import configuration

OF_THE_CHECKOUT = frozenset({"history.cut-off"})
"""Problems that say nothing of what was written."""
OTHER_FOLDERS = ("content/assets", "hooks", "overrides")
OTHER_FILES = ("*.txt", "*.yml", ".*.yml", ".github/workflows/*")


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Print the difference; 2 where one of the versions is none."""
    root = project_root(phrases)
    try:
        with ExitStack() as stack:
            old, new = (stack.enter_context(folder_of(root, name)) for name in _names(root, options))
            load_extensions(root)  # never those of a version that was only asked about
            before, after = _version(old, options.old), _version(new, options.new)
            sources = Sources(_address(options.preview), _address(options.archive))
            sys.stdout.write(report(compare(before, after, phrases.language), phrases.language, sources))
            return 0
    except MissingRevisionError as missing:
        raise RefusedError(phrases("diff.no-git", name=missing)) from None
    except UnreadableSettingsError as unreadable:
        print(phrases("diff.no-settings", name=unreadable), file=sys.stderr)
        return 1


class UnreadableSettingsError(ValueError):
    """A version whose settings are wrong, so that nothing else in it can be read."""


def _names(root: Path, options: argparse.Namespace) -> tuple[str, str]:
    return options.old or parting_of_ways(root), options.new or "."


def _version(root: Path, name: str) -> Version:
    found, problems = configuration(root)
    if found is None:
        raise UnreadableSettingsError(name or str(root))
    seen = inspect(root, found.settings, found.today)
    everything = (each for each in (*problems, *seen.problems) if each.code not in OF_THE_CHECKOUT)
    return Version(seen, found.settings, found.today, tuple(everything), dict(_other_files(root)))


def _other_files(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the files that are no records and no pages, each with the digest of its bytes."""
    folders = (path for folder in OTHER_FOLDERS for path in (root / folder).rglob("*"))
    files = (path for pattern in OTHER_FILES for path in root.glob(pattern))
    beside = (path for folder in ("content", "courses", "projects") for path in (root / folder).rglob("*.*"))
    for path in (*folders, *files, *beside):
        name = path.relative_to(root).as_posix()
        if (
            path.suffix != ".md"
            and "__pycache__" not in path.parts
            and path.is_file()
            and not path.is_symlink()
        ):
            yield name, blake2b(path.read_bytes(), digest_size=16).hexdigest()


def _address(stated: str | None) -> str:
    return stated if stated and stated.startswith(("https://", "http://")) else ""
