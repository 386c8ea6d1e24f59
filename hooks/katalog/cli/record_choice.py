"""Which record a command is about, and the id it or its copy gets: what `rename` and `copy` ask first."""

import argparse
from pathlib import Path

from msgspec import Struct

from katalog.cli.refuse import RefusedError, project_root
from katalog.i18n.phrases import Phrases
from katalog.loading.project_folder import ProjectFolder, read_project_folder
from katalog.rewriting.rename_record import Renaming, renaming_of
from katalog.schema.contact_value_types import ID
from katalog.schema.entries import Entry
from katalog.schema.suggest import nearest_value


class Choice(Struct, frozen=True):
    """A record of a project, and how it gets the id that was asked for."""

    root: Path
    project: ProjectFolder
    entry: Entry
    renaming: Renaming


def choose(options: argparse.Namespace, phrases: Phrases) -> Choice:
    """Return the record `options.old` with the id `options.new`, or refuse what stands in the way."""
    root = project_root(phrases)
    project = read_project_folder(root)
    entry = next((each for each in project.entries if each.id == options.old), None)
    if entry is None:
        nearest = nearest_value(options.old, [each.id for each in project.entries])
        said = "rename.unknown-did-you-mean" if nearest else "rename.unknown"
        raise RefusedError(phrases(said, written=options.old, nearest=nearest))
    if not ID.fullmatch(options.new) or len(options.new) > 80:
        raise RefusedError(phrases("rename.id", written=options.new))
    renaming = renaming_of(entry, options.new)
    if any(each.id == options.new for each in project.entries) or _is_there(root, project, renaming):
        raise RefusedError(phrases("rename.taken", written=options.new))
    return Choice(root, project, entry, renaming)


def _is_there(root: Path, project: ProjectFolder, renaming: Renaming) -> bool:
    """Return whether a file would be written over: one that cannot be read is no record, and is kept too."""
    refused = renaming.new in project.refused_files.values()
    names = {each.name for each in (root / renaming.folder).iterdir()}
    own = {name for name in names if name == renaming.new or name.startswith(f"{renaming.new}.")}
    return refused or bool(own)
