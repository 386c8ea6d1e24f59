"""`katalog copy OLD NEW`: a new record like one there is, with what holds no longer marked."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from katalog.loading import read_project_folder
from katalog.process_environment import SETTINGS_FILE, find_root
from katalog.rename_record import renaming_of
from katalog.rewrite_record import mark_past_values
from katalog.schema.contact_scalars import ID
from katalog.schema.records import COLLECTIONS
from katalog.schema.suggest import nearest_value

if TYPE_CHECKING:
    import argparse

    from katalog.i18n.phrases import Phrases


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Write the copy, its translations and its attachments.  Return the exit status."""
    root = find_root(Path.cwd())
    if root is None:
        return _refuse(phrases("cli.no-project", name=SETTINGS_FILE))
    project = read_project_folder(root)
    entry = next((each for each in project.entries if each.id == options.old), None)
    if entry is None:
        nearest = nearest_value(options.old, [each.id for each in project.entries]) or ""
        return _refuse(phrases("rename.unknown", written=options.old, nearest=nearest))
    if not ID.fullmatch(options.new) or len(options.new) > 80:
        return _refuse(phrases("rename.id", written=options.new))
    renaming = renaming_of(entry, options.new)
    target = renaming.renamed(entry.path)
    if any(each.id == options.new for each in project.entries) or (root / target).exists():
        return _refuse(phrases("rename.taken", written=options.new))
    text = (root / entry.path).read_bytes().decode("utf-8", "surrogateescape")
    marked = mark_past_values(entry.path, text, COLLECTIONS[entry.collection])
    (root / target).write_bytes(marked.encode("utf-8", "surrogateescape"))
    for each in project.translations:
        if each.id == entry.id:
            shutil.copyfile(root / each.path, root / renaming.renamed(each.path))
    beside = root / renaming.folder / entry.id
    if beside.is_dir() and not beside.is_symlink():
        shutil.copytree(beside, root / renaming.folder / options.new, symlinks=True)
    print(phrases("copy.done", path=target, count=marked.count("⟦") - text.count("⟦")))
    return 0


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 2
