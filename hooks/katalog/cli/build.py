"""`katalog build`: the site as it is published, strictly.

MkDocs is asked only where what it would make may be another than the last time.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from katalog.building.build import Build, closing_line, prepare
from katalog.building.mkdocs_cache import MkdocsOutput, kept_mkdocs_output
from katalog.building.outputs import Outputs
from katalog.cli.extensions import load_extensions
from katalog.cli.refuse import project_root
from katalog.extend import own_problems
from katalog.git_history import read_history
from katalog.i18n.phrases import Phrases
from katalog.incremental.last_build import LastBuild
from katalog.problems import Problem
from katalog.problems.codes import is_error
from katalog.problems.report import format_text
from katalog.process_environment import SETTINGS_FILE, Configuration, configuration
from katalog.progress import Progress
from katalog.publishing.build_errors import failure_problem
from katalog.publishing.update import PUBLIC, Changes


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Build into the site's folder or another one; returns the exit status."""
    root = project_root(phrases)
    site = Path(options.site_dir).absolute() if options.site_dir else None
    found, problems = configuration(root, site=site)
    if found and found.site and not any(map(is_error, problems)):
        status = _build(root, found, problems, phrases)
        if status is not None:
            return status
    elif any(map(is_error, problems)):  # before MkDocs tells of them in English
        print(format_text(list(filter(is_error, problems)), phrases), end="", file=sys.stderr)
        return 1
    if not load_extensions(root):
        print(format_text(list(own_problems((), root)), phrases), end="", file=sys.stderr)
        return 1
    return _run_mkdocs(root, *(["--site-dir", options.site_dir] if options.site_dir else []))


def _build(root: Path, found: Configuration, problems: list[Problem], phrases: Phrases) -> int | None:
    """Publish what is another, with what MkDocs made the last time; nothing where it must be asked again."""
    assert found.site
    progress, history = Progress(phrases, "build.reading"), read_history(root)
    last = LastBuild(root, found.site, found.settings, found.today, history)
    if was := last.published():
        print(format_text([*problems, *was.found.problems], phrases), end="")
        _close(phrases, progress, was.found.counts, Changes(frozenset(), was.count, 0, was.count))
        return 0
    parts = kept_mkdocs_output(root)
    if parts is None or not parts.are_in(found.site):
        progress.done()
        return None
    load_extensions(root)
    build = prepare(root, found.settings, found.today, found.site, phrases.language, problems)
    build.history, build.last, build.progress = history, last, progress
    try:
        return _publish(build, parts, phrases)
    except Exception as error:
        problem = failure_problem(error, root)
        if problem is None:
            raise
        print(format_text([problem], phrases), end="", file=sys.stderr)
        return 1
    finally:
        build.clear()


def _publish(build: Build, parts: MkdocsOutput, phrases: Phrases) -> int | None:
    if build.errors:
        print(build.warnings, end="")
        print(f"{build.errors}{build.summary}", file=sys.stderr)
        return 1
    if not parts.lend(build):
        return None
    print(build.warnings, end="")
    os.umask(PUBLIC)
    outputs = Outputs(build)
    outputs.make()
    changes = outputs.publish(parts.files)
    build.remember(changes)
    _close(phrases, build.progress, build.inspection.counts, changes)
    return 0


def _close(phrases: Phrases, progress: Progress | None, counts: Mapping[str, int], changes: Changes) -> None:
    took = progress.done() if progress else ""
    print(closing_line(phrases, counts, changes), took, file=sys.stderr)


def _run_mkdocs(root: Path, *arguments: str) -> int:
    """Let MkDocs build all of it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments]
    command += ["--config-file", str(root / SETTINGS_FILE)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # Material's advertisement of another generator
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - our own words
    except KeyboardInterrupt:
        return 0
