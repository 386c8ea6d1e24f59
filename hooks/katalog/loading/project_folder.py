"""A project folder to its entries: every file of the record folders read, typed and accounted for."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from katalog.loading.file_memo import FileMemo
from katalog.loading.record_file import is_refused, read_record_file
from katalog.problems import Position, Problem
from katalog.problems.codes import severity_of
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.names import names_in
from katalog.schema.records import RECORD_FOLDERS
from katalog.schema.topics import Topic, read_topics
from katalog.source.attachment_content import TEXT_TYPES, attachment_text
from katalog.source.decode import text_faults
from katalog.source.file_names import extension, printable
from katalog.source.personal_data import personal_data, personal_data_in_name
from katalog.source.record_folder import SourceFile, find_files, list_folder, read_bytes

TOPICS = "content/topics.yml"
SETTINGS = "mkdocs.yml"
OTHER_TEXTS = (TOPICS, SETTINGS)
OVERRIDES = "overrides"
THEME_TEXTS = frozenset({".css", ".html", ".svg", ".txt"})


@dataclass
class ProjectFolder:
    """The records and other files of a project folder; `problems` are those of single files."""

    root: Path
    entries: list[Entry] = field(default_factory=list)
    translations: list[TranslationEntry] = field(default_factory=list)
    topics: tuple[Topic, ...] = ()
    attachments: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """The words of files that are no records, by path: they may hold somebody's contact details."""
    found: int = 0
    ignored: int = 0
    """How many files are left out with a warning: what programs leave behind."""
    refused: int = 0
    refused_entries: list[Entry] = field(default_factory=list)
    """What can be read of refused records: what else is wrong with them is told at once."""
    refused_files: dict[str, str] = field(default_factory=dict)
    """Ids by path: what refers to a refused record is not wrong for that."""
    memo: FileMemo = field(default_factory=FileMemo)
    """What was found in each file."""


def read_project_folder(root: Path, memo: FileMemo | None = None, language: str = "") -> ProjectFolder:
    """Read everything below `root` that editors write as records; never raises for its content.

    What `memo` knows of a file is not read again.
    """
    project = ProjectFolder(root, memo=memo or FileMemo())
    found, project.problems = find_files(root, RECORD_FOLDERS, language)
    project.found = len(found) + len(project.problems)
    project.ignored = sum(severity_of(each.code) == "warning" for each in project.problems)
    project.refused = len(project.problems) - project.ignored
    project.topics, problems = read_topics(root / TOPICS, TOPICS)
    project.problems += problems
    for path in OTHER_TEXTS:
        _read_other_text(project, path)
    _read_theme(project, OVERRIDES)
    for file in found:
        _read_file(project, file)
    project.problems = list(_with_names(project))
    return project


def _with_names(project: ProjectFolder) -> Iterator[Problem]:
    """Yield the problems; where an id should be and the name of a record is, with that record's id."""
    names = None
    for each in project.problems:
        collections = each.params.get("collections", "")
        if each.code != "field.id-expected" or not collections:
            yield each
            continue
        names = names or names_in(project.entries, project.topics)
        among = collections.split(",")
        nearest, example = names.nearest(each.params["written"], among), names.example(among)
        if nearest:
            params = {**each.params, "suggestion": nearest, "name": names.title_of(nearest, among)}
            yield Problem(each.path, each.position, "field.id-expected-did-you-mean", params)
        else:
            params = {**each.params, "example": example or each.params["example"]}
            yield Problem(each.path, each.position, each.code, params)


def _read_file(project: ProjectFolder, file: SourceFile) -> None:
    if file.kind == "attachment":
        project.attachments.append(file)
        read_published_file(project, file.path)
        return
    read, problems = read_record_file(project.root, file, project.memo)
    project.problems += problems
    if read is None or is_refused(problems):
        project.refused += 1
        project.refused_files[file.path] = file.id
        project.refused_entries += [read] if isinstance(read, Entry) else []
    elif isinstance(read, Entry):
        project.entries.append(read)
    else:
        project.translations.append(read)


def _read_other_text(project: ProjectFolder, path: str) -> None:
    """Look for personal data in a file that is read as YAML elsewhere."""
    if not os.path.lexists(project.root / path):
        return
    data, problems = read_bytes(project.root, path)
    project.problems += problems
    text = "" if problems else data.decode("utf-8", "replace")
    project.texts[path] = text
    project.problems += personal_data(path, text)


def _read_theme(project: ProjectFolder, folder: str) -> None:
    """Look through the templates and styles of a site's own: their words are on every page."""
    for entry in list_folder(project.root, folder)[0]:
        path = f"{folder}/{printable(entry.name)}"
        if entry.is_dir(follow_symlinks=False):
            _read_theme(project, path)
        elif entry.is_file(follow_symlinks=False) and extension(path) in THEME_TEXTS:
            _read_other_text(project, path)
            project.problems += text_faults(path, project.texts[path])


def read_published_file(project: ProjectFolder, path: str) -> None:
    """Look for personal data in a file that readers get as it is: in its name, its text, its properties."""
    project.problems += personal_data_in_name(path)
    text = project.texts[path] = attachment_text(project.root, path)
    project.problems += (_placed(each) for each in personal_data(path, text))
    if extension(path) in TEXT_TYPES:
        project.problems += text_faults(path, text)


def _placed(problem: Problem) -> Problem:
    """Properties of a document have no place that an editor could go to."""
    is_text = extension(problem.path) in TEXT_TYPES
    return problem if is_text else Problem(problem.path, Position(), problem.code, problem.params)


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by file, line, column and code, each once."""
    unique = {(p.path, p.position, p.code, tuple(sorted(p.params.items()))): p for p in problems}
    return sorted(unique.values(), key=lambda problem: problem.sort_key)
