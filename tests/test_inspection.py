"""Nothing vanishes: every file below the record folders is accounted for, whatever is in it."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from katalog.inspection import Inspection, _check_nothing_lost, inspect
from katalog.loading.project_folder import TOPICS
from katalog.settings import read_settings
from katalog.source.file_names import SYSTEM_FILES
from tests.support import SETTINGS, TODAY, record, write_files

RECORD_FOLDERS = (
    "courses",
    "projects",
    "content/libraries",
    "content/organisations",
    "content/contacts",
    "content/news",
)


def files_below(root: Path) -> int:
    """Count files the plain way, apart from how the package does it."""
    return sum(path.is_file() for folder in RECORD_FOLDERS for path in (root / folder).rglob("*"))


def test_every_file_is_a_record_a_translation_an_attachment_or_refused(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "courses/kursus.md": record("Kursus"),
            "courses/kursus.sv.md": "---\ntitle: Kurs\n---\n",
            "courses/kladde.md": record("Kladde", draft=True),
            "courses/kursus/program.pdf": "%PDF-1.7\n",
            "courses/kursus/program.exe": "MZ",
            "courses/Forkert Navn.md": record("Forkert"),
            "courses/brudt.md": "---\ntitle: 'a\n---\n",
            "courses/.DS_Store": "x",
            "content/libraries/et-bibliotek.md": record("Et Bibliotek", kind="public", country="DK"),
            "content/news/tom.md": "",
        },
    )
    counts = inspect(tmp_path, read_settings(SETTINGS), TODAY).counts
    assert counts["found"] == files_below(tmp_path)
    assert counts == {
        "found": 10,
        "records": 3,
        "drafts": 1,
        "translations": 1,
        "attachments": 1,
        "refused": 4,
        "ignored": 1,
    }


def test_a_file_unaccounted_for_is_a_bug() -> None:
    counts = {"found": 3, "records": 1, "drafts": 0, "translations": 0, "attachments": 0, "refused": 1}
    counts["ignored"] = 0
    with pytest.raises(AssertionError, match="unaccounted"):
        _check_nothing_lost(counts)


NAMES = """
    a.md b.md a.sv.md b.en.md om.md index.md topics.yml topics.yaml a.pdf a.png a.PNG a.txt a.svg
    a.js a.html CNAME _headers .DS_Store .gitkeep Thumbs.db a.md~ a(1).md a-Kopi.md a-kopi.md con.md
    A.md æ.md a .hidden a.swp site.js katalog.css kurser.json 404.md sitemap.xml logo.svg a.sv.png
"""
PLACES = """
    courses projects content/contacts content/libraries content/organisations content/news
    content/da content/sv content/assets content content/no content/courses content/Da content/da/a
    content/da/kurser content/da/a/b content/assets/share courses/a courses/b courses/a/b
    courses/GamleTing projects/a
"""
TEXTS = (
    record("A"),
    record("B", kind="project"),
    record("C", draft=True),
    "---\ntitle: A\n---\n\nTekst.\n",
    "---\ntitle: [\n---\n",
    "- id: a\n  name: {da: A}\n",
    "<<<<<<< HEAD\n",
    "%PDF-1.7\n",
    "#!/bin/sh\n",
    "\ufffdPNG",
    "tekst",
    "",
)
FILES = st.tuples(st.sampled_from(PLACES.split()), st.sampled_from(NAMES.split()))
TREES = st.dictionaries(FILES, st.sampled_from(TEXTS), min_size=1, max_size=25)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=TREES)
def test_every_file_is_used_or_ignored_or_reported(
    tree: dict[tuple[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("tree")
    for (folder, name), text in tree.items():
        if not any(parent.is_file() for parent in (root / folder, *(root / folder).parents)):
            (root / folder).mkdir(parents=True, exist_ok=True)
            if not (root / folder / name).is_dir():
                (root / folder / name).write_text(text, encoding="utf-8")
    seen = inspect(root, read_settings(SETTINGS), TODAY)
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert {path for path in found if not is_accounted_for(path, seen)} == set()


def is_accounted_for(path: str, seen: Inspection) -> bool:
    project = seen.project
    used = {TOPICS, *(each.path for each in seen.pages), *(each.path for each in seen.files)}
    used |= {each.path for each in project.entries} | {each.path for each in project.translations}
    used |= {each.path for each in project.attachments}
    reported = {problem.path for problem in seen.problems}
    around = {path, *(parent.as_posix() for parent in PurePosixPath(path).parents)}
    return path in used or path.rpartition("/")[2] in SYSTEM_FILES or not reported.isdisjoint(around)
