"""`katalog check`: all problems of all files in one run."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from katalog.cli.extensions import load_extensions
from katalog.cli.settings_schema import keep_settings_schema
from katalog.i18n.phrases import Phrases
from katalog.incremental.last_check import CheckResult, check, checked
from katalog.problems import Position, Problem
from katalog.problems.codes import is_error
from katalog.problems.report import counts_of, format_github, format_json, format_text
from katalog.process_environment import configuration, find_root, wants_colour
from katalog.progress import Progress
from katalog.publishing.build_errors import PublishError, problem_of
from katalog.publishing.published_folder import OWN_LIST, files_in
from katalog.source.decode import MAX_BYTES


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Print what is wrong; 1 with errors, 0 with warnings alone."""
    root = find_root(Path.cwd())
    if root is None:
        found = CheckResult((Problem("mkdocs.yml", Position(), "settings.missing"),))
        root = Path.cwd()
    else:
        progress = Progress(phrases, "build.reading")
        found = _check(root, use_cache=not options.no_cache)
        progress.done()
        if not any(each.code.startswith("publish.") for each in found.problems):
            keep_settings_schema(root, phrases)
    problems = [each for each in found.problems if _is_asked_for(each.path, options.paths, root)]
    sys.stdout.write(formatted(problems, phrases, options.format, root))
    print(_closing(found, problems, phrases), file=sys.stderr)
    return int(any(map(is_error, problems)))


def _check(root: Path, *, use_cache: bool) -> CheckResult:
    load_extensions(root)
    found, problems = configuration(root)
    if found is None:
        return CheckResult(tuple(problems))
    seen = (checked if use_cache else check)(root, found.settings, found.today)
    return CheckResult((*problems, *seen.problems, *_of_links(root, found.site)), seen.counts)


def _of_links(root: Path, site: Path | None) -> Iterator[Problem]:
    """Find what a build would refuse to publish through."""
    try:
        if site and (site / OWN_LIST).exists():
            files_in(site)
    except (PublishError, OSError) as error:
        yield problem_of(error, root)


def _is_asked_for(path: str, wanted: Iterable[str], root: Path) -> bool:
    """Tell whether a path of the project lies at or below one given on the command line; none means all."""
    places = [Path(each).resolve() for each in wanted]
    here = root.resolve() / path
    return not places or any(here == place or place in here.parents for place in places)


def formatted(problems: list[Problem], phrases: Phrases, form: str, root: Path) -> str:
    """Return problems in the form that was asked for, on a terminal with the lines they are in."""
    if form == "json":
        return format_json(problems, phrases)
    if form == "github":
        return format_github(problems, phrases)
    terminal = sys.stdout.isatty()
    sources = _sources(problems, root) if terminal else None
    return format_text(problems, phrases, sources, colour=wants_colour(terminal=terminal))


def _sources(problems: list[Problem], root: Path) -> dict[str, list[str]]:
    return {each.path: _lines(root / each.path) for each in problems}


def _lines(path: Path) -> list[str]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return []
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _closing(found: CheckResult, problems: list[Problem], phrases: Phrases) -> str:
    line = counts_of(problems, phrases)
    return f"{line} {phrases('check.found', **found.counts)}" if found.counts else line
