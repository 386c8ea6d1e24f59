"""`katalog import FILE`: courses from a spreadsheet or a calendar, as records and drafts."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from katalog.cli.check import formatted
from katalog.cli.refuse import RefusedError, project_root
from katalog.hand_pages import find_hand_pages, render_page
from katalog.i18n.phrases import Phrases
from katalog.loading.project_folder import read_project_folder
from katalog.problems.codes import is_error
from katalog.process_environment import Configuration, configuration
from katalog.spreadsheets.import_file import import_file
from katalog.spreadsheets.rows_to_records import Imported, Site

_SAID = {
    ("new", False): "import.new",
    ("marked", False): "import.marked",
    ("new", True): "import.would-write",
    ("marked", True): "import.would-mark",
}


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Write what can be written, and say what cannot be read; 1 with errors, or without courses."""
    root = project_root(phrases)
    if not options.file.is_file():
        raise RefusedError(phrases("cli.no-such-path", path=options.file))
    found, problems = configuration(root)
    if found is None:
        print(formatted(problems, phrases, options.format, root), end="")
        return 1
    language = options.record_language or found.settings.languages[0].tag
    file: Path = options.file
    imported = import_file(file.name, file.read_bytes(), _site(root, found), language)
    sys.stdout.write(formatted(list(imported.problems), phrases, options.format, root))
    for each in imported.courses:
        _write(root, each, phrases, only_look=options.only_look)
    counts = Counter(each.fate.replace("-", "_") for each in imported.courses)
    fates = ("new", "marked", "unchanged", "exists", "left_out")
    print(phrases("import.closing", **{fate: counts[fate] for fate in fates}), file=sys.stderr)
    wrong = any(map(is_error, imported.problems))
    return int(wrong or not imported.courses)


def _site(root: Path, found: Configuration) -> Site:
    pages, _ = find_hand_pages(root, found.settings)
    texts = {page.path: render_page(page.body, found.settings.markdown_extensions) for page in pages}
    anchors = {path: text.ids for path, text in texts.items()}
    return Site(read_project_folder(root), anchors, found.settings, found.today)


def _write(root: Path, made: Imported, phrases: Phrases, *, only_look: bool) -> None:
    """Write a course's record where there is no file; a file that came meanwhile stays as it is."""
    if not made.text:
        return
    target = root / made.path
    if not only_look:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(made.text)
    print(phrases(_SAID[made.fate, only_look], path=made.path), file=sys.stderr)
