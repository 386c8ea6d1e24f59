"""`katalog copy OLD NEW`: a new record like one there is, with what holds no longer marked."""

import argparse
import shutil

from katalog.cli.record_choice import choose
from katalog.i18n.phrases import Phrases
from katalog.rewriting.rewrite_record import mark_past_values
from katalog.schema.records import COLLECTIONS


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Write the copy, its translations and its attachments.  Return the exit status."""
    chosen = choose(options, phrases)
    root, entry, renaming = chosen.root, chosen.entry, chosen.renaming
    target = renaming.renamed(entry.path)
    text = (root / entry.path).read_bytes().decode("utf-8", "surrogateescape")
    marked = mark_past_values(entry.path, text, COLLECTIONS[entry.collection])
    (root / target).write_bytes(marked.encode("utf-8", "surrogateescape"))
    for each in chosen.project.translations:
        if each.id == entry.id:
            shutil.copyfile(root / each.path, root / renaming.renamed(each.path))
    beside = root / renaming.folder / entry.id
    if beside.is_dir() and not beside.is_symlink():
        shutil.copytree(beside, root / renaming.folder / options.new, symlinks=True)
    print(phrases("copy.done", path=target, count=marked.count("⟦") - text.count("⟦")))
    return 0
