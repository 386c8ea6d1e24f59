"""A project folder to its entries: every file of the record folders read, typed and accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from katalog.schema.entries import Entry, TranslationEntry, read_entry, read_translation
from katalog.schema.records import FOLDERS
from katalog.schema.topics import Topic, read_topics
from katalog.source import read_source
from katalog.source.record_folder import SourceFile, find_files, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from katalog.problems import Problem

TOPICS = "content/topics.yml"


@dataclass
class ProjectFolder:
    """The records and other files of a project folder; `problems` are those of single files."""

    root: Path
    entries: list[Entry] = field(default_factory=list)
    translations: list[TranslationEntry] = field(default_factory=list)
    topics: tuple[Topic, ...] = ()
    attachments: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: int = 0
    refused: int = 0
    refused_files: dict[str, str] = field(default_factory=dict)
    """Ids by path: what refers to a refused record is not wrong for that."""


def read_project_folder(root: Path) -> ProjectFolder:
    """Read everything below `root` that editors write as records; never raises for its content."""
    project = ProjectFolder(root)
    found, project.problems = find_files(root, FOLDERS)
    project.refused = len(project.problems)
    project.found = len(found) + project.refused
    project.topics, problems = read_topics(root / TOPICS, TOPICS)
    project.problems += problems
    for file in found:
        _read_file(project, file)
    return project


def _read_file(project: ProjectFolder, file: SourceFile) -> None:
    if file.role == "attachment":
        project.attachments.append(file)
        return
    data, problems = read_bytes(project.root, file.path)
    source, more = (None, problems) if problems else read_source(file.path, data)
    problems = list(more)
    if source and file.role == "record":
        entry, more = read_entry(source, file.id, file.collection)
        problems += more
        project.entries += [entry] if entry and not problems else []
    elif source:
        translation, more = read_translation(source, file.id, file.collection, file.language)
        problems += more
        project.translations += [translation] if translation and not problems else []
    project.problems += problems
    project.refused += bool(problems)
    if problems:
        project.refused_files[file.path] = file.id


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by file, line, column and code, each once."""
    unique = {(p.path, p.position, p.code, tuple(sorted(p.params.items()))): p for p in problems}
    return sorted(unique.values(), key=lambda problem: problem.sort_key)
