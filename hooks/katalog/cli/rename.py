"""`katalog rename OLD NEW`: another id for a record, with everything that refers to it mended."""

import argparse
from pathlib import Path

from katalog.catalogue.translation_hash import language_mark
from katalog.cli.record_choice import choose
from katalog.i18n.phrases import Phrases
from katalog.loading.project_folder import ProjectFolder, read_project_folder
from katalog.process_environment import SETTINGS_FILE
from katalog.rewriting.rename_record import renamed_texts
from katalog.schema.entries import TranslationEntry


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Rename the record; nothing is written where anything stands in the way.  Return the exit status."""
    chosen = choose(options, phrases)
    root, project, renaming = chosen.root, chosen.project, chosen.renaming
    paths = _paths(root, project)
    texts = {path: (root / path).read_bytes().decode("utf-8", "surrogateescape") for path in paths}
    changed = renamed_texts(texts, renaming)
    for path, text in changed.items():
        (root / path).write_bytes(text.encode("utf-8", "surrogateescape"))
        print(path)
    everything = (*paths, f"{renaming.folder}/{renaming.old}/")
    moved = [path for path in everything if renaming.renamed(path) != path]
    for path in moved:
        if (root / path).exists():
            (root / path).rename(root / renaming.renamed(path))
    _keep_translations_current(root, project)
    print(phrases("rename.done", old=options.old, new=options.new, count=len(changed)))
    return 0


def _keep_translations_current(root: Path, before: ProjectFolder) -> None:
    """Write the new marks of originals that only say another id, in translations that were up to date."""
    marks = {each.id: language_mark(each) for each in before.entries}
    current = {(each.id, each.language) for each in before.translations if _mark(each) == marks.get(each.id)}
    after = read_project_folder(root)
    entries = {each.id: each for each in after.entries}
    for each in after.translations:
        entry = entries.get(each.id)
        if (
            entry is None
            or not {(id_, each.language) for id_ in (entry.id, *entry.record.redirect_from)} & current
        ):
            continue
        old, new = _mark(each), language_mark(entry)
        if old and old != new:
            data = (root / each.path).read_bytes()
            (root / each.path).write_bytes(data.replace(old.encode(), new.encode(), 1))


def _mark(translation: TranslationEntry) -> str | None:
    return translation.texts.translates


def _paths(root: Path, project: ProjectFolder) -> list[str]:
    """Return the files that may refer to a record: records, translations, hand-written pages, settings."""
    records = [each.path for each in project.entries] + [each.path for each in project.translations]
    found = sorted((root / "content").rglob("*.md"))
    pages = [path.relative_to(root).as_posix() for path in found if path.is_file() and not path.is_symlink()]
    return [*dict.fromkeys((*records, *project.refused_files, *pages, SETTINGS_FILE))]
