"""`katalog explain CODE`: the rule, a bad and a good example; the same as in the documentation."""

import argparse
import sys
from pathlib import Path

from katalog.cli.refuse import RefusedError
from katalog.generated_docs.problem_pages import explanation, problem_pages
from katalog.generated_docs.settings_pages import settings_page
from katalog.generated_docs.template_page import template_page
from katalog.i18n.phrases import Phrases, editor_phrases
from katalog.problems.codes import find_kind, problem_kinds
from katalog.process_environment import find_root

SETTINGS, TEMPLATES = "settings", "templates"
"""What is asked for in a code's place to have every setting, or every template, explained."""


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Print one explanation or all; 2 when there is no such code."""
    if options.write:
        _write(find_root(Path.cwd()) or Path.cwd())
        return 0
    if options.all or not options.code:
        sys.stdout.write("\n".join(explanation(rule, phrases) for rule in problem_kinds().values()))
        return 0
    if options.code == SETTINGS:
        sys.stdout.write(settings_page(phrases))
        return 0
    if options.code == TEMPLATES:
        sys.stdout.write(template_page())
        return 0
    rule = find_kind(options.code)
    if rule is None:
        raise RefusedError(phrases("explain.unknown", written=options.code))
    sys.stdout.write(explanation(rule, phrases))
    return 0


def _write(root: Path) -> None:
    for language in ("da", "sv"):
        for path, text in problem_pages(editor_phrases(language)):
            file = root / "docs" / language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
