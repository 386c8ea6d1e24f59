"""`katalog build`: the site as it is published, strictly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from katalog.build import closing_line
from katalog.cli.refuse import refuse_without_project
from katalog.history import read_history
from katalog.incremental.unchanged import LastBuild
from katalog.problems.codes import severity_of
from katalog.problems.report import format_text
from katalog.process_environment import SETTINGS_FILE, configuration, find_root
from katalog.progress import Progress
from katalog.publish import Changes

if TYPE_CHECKING:
    import argparse

    from katalog.i18n.phrases import Phrases
    from katalog.problems import Problem


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Build into the site's folder or another one; returns the exit status."""
    root = find_root(Path.cwd())
    if root and _is_published(root, options.site_dir, phrases):
        return 0
    more = ["--site-dir", options.site_dir] if options.site_dir else []
    return run_mkdocs(phrases, "build", "--strict", *more)


def _is_published(root: Path, site_dir: str | None, phrases: Phrases) -> bool:
    """Tell whether all is published as it would be now, and say so as that build did."""
    found, problems = configuration(root, site=Path(site_dir).absolute() if site_dir else None)
    if found is None or found.site is None or any(map(_is_error, problems)):
        return False
    progress = Progress(phrases, "build.reading")
    last = LastBuild(root, found.site, found.settings, found.today, read_history(root)).published()
    took = progress.done()
    if last is None:
        return False
    print(format_text([*problems, *last.found.problems], phrases), end="")
    changes = Changes(frozenset(), last.count, 0, last.count)
    print(closing_line(phrases, last.found.counts, changes), took, file=sys.stderr)
    return True


def run_mkdocs(phrases: Phrases, *arguments: str) -> int:
    """Run MkDocs on the project around the current folder; 2 where there is none, 1 with wrong settings."""
    root = find_root(Path.cwd())
    if root is None:
        return refuse_without_project(phrases)
    problems = [each for each in configuration(root)[1] if _stops_here(each)]
    if problems:  # before MkDocs tells of them in English; where it publishes, the build itself knows best
        print(format_text(problems, phrases), end="", file=sys.stderr)
        return 1
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(root / SETTINGS_FILE)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # Material's advertisement of another generator
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - our own words
    except KeyboardInterrupt:
        return 0


def _stops_here(problem: Problem) -> bool:
    return _is_error(problem) and not problem.code.startswith("publish.")


def _is_error(problem: Problem) -> bool:
    return severity_of(problem.code) == "error"
