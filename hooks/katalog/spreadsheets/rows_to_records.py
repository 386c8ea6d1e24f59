"""Courses as their rows state them, made into records that pass the check, or drafts with marked places.

Nothing is lost and nothing is written over: a value that cannot be read stands between ⟦ and ⟧ in a draft,
a course that exists already is compared with its record.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from katalog.catalogue.assemble import build_catalogue
from katalog.checks import check_records
from katalog.loading.project_folder import ProjectFolder
from katalog.problems import InvalidValueError, Problem
from katalog.problems.codes import is_error, severity_of
from katalog.schema.entries import Entry, language_of, read_entry
from katalog.schema.faults import InvalidItemsError, faults_of
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import field_order
from katalog.schema.reading import reader_of
from katalog.schema.records import Course, Record
from katalog.settings.model import Settings
from katalog.source import read_source
from katalog.source.yaml_text import front_text, record_text
from katalog.source.yaml_tree import field_at
from katalog.spreadsheets.marks import mark
from katalog.spreadsheets.rows import Fault, RawCourse

Fate = Literal["new", "marked", "unchanged", "exists", "left-out"]
FOLDER = "courses"
_NO_MARK = frozenset({"sheet.different", "sheet.left-out"})
"""Faults of a cell that the record does not need: what another row says is taken."""


class Site(Struct, frozen=True):
    """What courses are imported into; `pages` are the paths of hand-written pages, each with its anchors."""

    project: ProjectFolder
    pages: Mapping[str, Collection[str]]
    settings: Settings
    today: date


class Imported(Struct):
    """What became of a course: its record's path, the record where it is a good one, and its faults.

    `text` is what is to be written; empty where nothing is.
    """

    course: RawCourse
    path: str
    fate: Fate = "new"
    text: str = ""
    entry: Entry | None = None
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, fate: Fate, code: str, **params: str) -> None:
        """Write no record, for a reason that is told where the course begins."""
        self.fate, self.entry = fate, None
        self.faults.append(Fault((), self.course.first, InvalidValueError(code, **params)))


def import_courses(courses: Iterable[RawCourse], site: Site) -> list[Imported]:
    """Return what becomes of each course."""
    made = [_read(each, site.project) for each in courses]
    first: dict[str, Imported] = {}
    for each in made:
        if each.fate == "new" and first.setdefault(each.path, each) is not each:
            each.refuse("exists", "sheet.exists", written=each.path, allowed="…")
    _check([each for each in made if each.fate == "new" and each.entry], site)
    for each in made:
        if each.fate == "new":
            _write(each)
    return made


def _read(course: RawCourse, project: ProjectFolder) -> Imported:
    made = Imported(course, f"{FOLDER}/{course.id}.md", faults=[*course.faults, *_faults(course)])
    if not course.id or "title" not in course.data:
        made.refuse("left-out", "sheet.left-out")
        return made
    if not any(map(_needs_mark, made.faults)):
        made.entry = _entry(made.path, text_of(course))
    if existing := _existing(course.id, project):
        _compare(made, existing)
    return made


def _needs_mark(fault: Fault) -> bool:
    return severity_of(fault.error.code) == "error" and fault.error.code not in _NO_MARK


def _faults(course: RawCourse) -> Iterator[Fault]:
    """Yield what the readers of the fields refuse, where the cell has not been reported."""
    try:
        reader_of(Course)(course.data, language_of(course.data))
    except (InvalidValueError, InvalidItemsError) as error:
        for loc, refused in faults_of(error):
            if not any(each.loc and each.loc == loc[: len(each.loc)] for each in course.faults):
                with_field = InvalidValueError(refused.code, **{"field": field_at(loc)} | refused.params)
                yield Fault(loc, course.place_of(loc), with_field)


def _existing(id_: str, project: ProjectFolder) -> Entry | str | None:
    """Return the record that has an id already, or the path of a file that has it and cannot be read."""
    found = next((each for each in project.entries if each.id == id_), None)
    return found or next((path for path, each in project.refused_files.items() if each == id_), None)


def _compare(made: Imported, existing: Entry | str) -> None:
    """Say whether a course that exists is what its rows say; its record stays as it is."""
    made.path = existing if isinstance(existing, str) else existing.path
    different = ["…"]
    if made.entry and not isinstance(existing, str) and isinstance(existing.record, Course):
        different = list(differences(made.entry.record, made.entry.body, existing))
    if different:
        made.refuse("exists", "sheet.exists", written=made.path, allowed=", ".join(different))
    made.fate = "exists" if different else "unchanged"


def differences(course: Record, body: str, existing: Entry) -> Iterator[str]:
    """Yield the names of the fields in which a course and a record differ."""
    for each in fields_of(Course):
        if getattr(course, each.name) != getattr(existing.record, each.name):
            yield each.name
    if body.strip() != existing.body.strip():
        yield "body"


def _entry(path: str, text: str) -> Entry | None:
    """Return a record's text as an entry, or nothing where it cannot be one."""
    source, problems = read_source(path, text.encode())
    if source is None or any(map(is_error, problems)):
        return None
    return read_entry(source, path.removeprefix(f"{FOLDER}/").removesuffix(".md"), "courses")[0]


def text_of(course: RawCourse) -> str:
    """Return a course's record as it is written, its fields in order."""
    order = {name: number for number, name in enumerate(field_order(Course))}
    data = {key: course.data[key] for key in sorted(course.data, key=lambda each: order.get(each, 0))}
    return record_text(front_text(data), course.body)


def _check(made: list[Imported], site: Site) -> None:
    """Add what the check says of new records, beside those there are and beside each other."""
    by_path = {each.path: each for each in made}
    fresh = [each.entry for each in made if each.entry]
    project = ProjectFolder(site.project.root, [*site.project.entries, *fresh], site.project.translations)
    project.topics, project.attachments = site.project.topics, site.project.attachments
    project.texts, project.refused_files = site.project.texts, site.project.refused_files
    problems = build_catalogue(project, site.pages)[1]
    for problem in [*problems, *check_records(project, site.settings, site.today)]:
        if found := by_path.get(problem.path):
            found.faults.append(_fault(found, problem))


def _fault(made: Imported, problem: Problem) -> Fault:
    """Return a problem of a record at the cell that the value is from."""
    assert made.entry is not None
    tree, line = made.entry.tree, problem.position.line
    found = [
        loc for loc, position in (*tree.values.items(), *tree.keys.items()) if position == problem.position
    ]
    loc = max(found, key=len, default=("body",) if line >= made.entry.body_line else ())
    return Fault(loc, made.course.place_of(loc), InvalidValueError(problem.code, **dict(problem.params)))


def _write(made: Imported) -> None:
    """Decide what is written of a course that is new: its record, or a draft with marked places."""
    marked = [each for each in made.faults if _needs_mark(each)]
    if made.entry is None and not marked:
        made.refuse("left-out", "sheet.left-out")
    elif marked:
        made.fate = "marked"
        made.course.data["draft"] = "true"
        for each in marked:
            mark(made.course, each)
    if made.fate in {"new", "marked"}:
        made.text = text_of(made.course)
