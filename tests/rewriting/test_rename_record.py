"""Another id for a record: its files, every reference and link, and the trace it leaves."""

from pathlib import Path

import pytest

from katalog.catalogue.translation_hash import language_mark
from katalog.cli import main
from katalog.inspection import inspect
from katalog.loading.project_folder import read_project_folder
from katalog.settings import read_settings
from tests.support import SETTINGS, TODAY, TOPICS, record, write_files

FILES = {
    "mkdocs.yml": """\
        site_name: A
        extra:
          katalog:
            footer: [{title: {da: A}, to: content/libraries/gammel.md}]
        """,
    "content/topics.yml": TOPICS,
    "content/libraries/gammel.md": """\
        ---
        title: Gammel By  # gammel
        language: da
        kind: public
        country: DK
        ---

        Se [filen](gammel/plan.txt) og [sig selv](gammel.md#top).
        """,
    "content/libraries/gammel.sv.md": "---\ntitle: Gammal By\n---\n",
    "content/libraries/gammel/plan.txt": "En plan.",
    "content/libraries/gammel-nabo.md": record("Nabo", kind="public", country="DK", parent="gammel"),
    "content/contacts/person.md": record("Prøve", organisation="gammel", show_until="2030-01-01"),
    "courses/kursus.md": """\
        ---
        title: Kursus
        language: da
        organiser: "gammel"
        sessions: [{when: 2027-03-01, place: gammel}, {when: 2027-03-02, place: Gammel By}]
        ---

        Hos [os](../content/libraries/gammel.md), ikke [naboen](../content/libraries/gammel-nabo.md).
        gammel er et ord.
        """,
    "projects/indsats.md": """\
        ---
        title: Indsats
        language: da
        kind: project
        followers:
          - gammel: 3
          - gammel-nabo
        groups: [{name: Gruppe, members: [gammel, Ane Prøve]}]
        ---
        """,
    "content/da/om.md": """\
        ---
        title: Om
        ---

        [Os][a] og <https://gammel.example/>

        <p><a class="md-button" href="../libraries/gammel.md#top">Os</a>
        og <a href='../libraries/gammel-nabo.md'>naboen</a></p>

        [a]: ../libraries/gammel.md
        """,
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(root: Path, path: str) -> str:
    return (root / path).read_text("utf-8")


def rename(old: str, new: str) -> int:
    return main(["rename", "--language", "da", old, new])


def test_everything_that_refers_to_it_follows(project: Path) -> None:
    assert rename("gammel", "ny-by") == 0
    folder = project / "content/libraries"
    assert {each.name for each in folder.iterdir()} == {"ny-by.md", "ny-by.sv.md", "ny-by", "gammel-nabo.md"}
    assert (folder / "ny-by/plan.txt").read_text("utf-8") == "En plan."
    own = text(project, "content/libraries/ny-by.md")
    assert "title: Gammel By  # gammel\n" in own
    assert "redirect_from: [gammel]\n---\n" in own
    assert "[filen](ny-by/plan.txt) og [sig selv](ny-by.md#top)" in own
    course = text(project, "courses/kursus.md")
    assert 'organiser: "ny-by"' in course
    assert "place: ny-by}, {when: 2027-03-02, place: Gammel By}" in course
    assert "(../content/libraries/ny-by.md), ikke [naboen](../content/libraries/gammel-nabo.md)" in course
    assert "gammel er et ord." in course
    initiative = text(project, "projects/indsats.md")
    assert "  - ny-by: 3\n  - gammel-nabo\n" in initiative
    assert "members: [ny-by, Ane Prøve]" in initiative
    assert "parent: ny-by" in text(project, "content/libraries/gammel-nabo.md")
    assert "[a]: ../libraries/ny-by.md" in text(project, "content/da/om.md")
    assert "https://gammel.example/" in text(project, "content/da/om.md")
    assert 'href="../libraries/ny-by.md#top"' in text(project, "content/da/om.md")
    assert "href='../libraries/gammel-nabo.md'" in text(project, "content/da/om.md")
    assert "to: content/libraries/ny-by.md" in text(project, "mkdocs.yml")


@pytest.mark.parametrize(
    "written",
    ["contacts: person", "contacts: [person]", "contacts:\n  - person", "teachers: person",
     "sessions: [{when: 2027-03-01, speakers: [person, Bo Prøve]}]"],
)  # fmt: skip
def test_an_id_that_stands_for_a_whole_part_follows(project: Path, written: str) -> None:
    write_files(project, {"courses/to.md": f"---\ntitle: To\nlanguage: da\n{written}\n---\n"})
    assert rename("person", "ane-test") == 0
    after = written.replace("person", "ane-test", 1)
    assert text(project, "courses/to.md") == f"---\ntitle: To\nlanguage: da\n{after}\n---\n"


def test_followers_without_a_number_follow(project: Path) -> None:
    assert rename("gammel-nabo", "ny-nabo") == 0
    assert "  - gammel: 3\n  - ny-nabo\n" in text(project, "projects/indsats.md")


def test_what_was_right_is_right_afterwards(project: Path) -> None:
    def codes() -> list[str]:
        return sorted({each.code for each in inspect(project, read_settings(SETTINGS), TODAY).problems})

    before = codes()
    assert rename("gammel", "ny-by") == 0
    assert codes() == before


def test_a_topic_of_the_same_name_stays(project: Path) -> None:
    write_files(project, {"courses/samskabelse.md": record("Om det", topics=["samskabelse"])})
    assert rename("samskabelse", "om-samskabelse") == 0
    assert "- samskabelse\n" in text(project, "courses/om-samskabelse.md").split("redirect_from")[0]


def test_a_translation_that_was_up_to_date_still_is(project: Path) -> None:
    (entry,) = (each for each in read_project_folder(project).entries if each.id == "kursus")
    mark = language_mark(entry)
    write_files(project, {"courses/kursus.sv.md": f"---\ntitle: Kurs\ntranslates: {mark}\n---\n"})
    assert rename("gammel", "ny-by") == 0
    found = inspect(project, read_settings(SETTINGS), TODAY).problems
    assert not [each for each in found if each.code == "translation.outdated" and "kursus" in each.path]


def test_former_ids_are_kept_in_their_order(project: Path) -> None:
    assert rename("gammel", "ny-by") == 0
    assert rename("ny-by", "nyest") == 0
    assert "redirect_from: [gammel, ny-by]\n" in text(project, "content/libraries/nyest.md")


def test_line_endings_stay(project: Path) -> None:
    path = project / "courses/kursus.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert rename("kursus", "forløb".replace("ø", "oe")) == 0
    renamed = (project / "courses/forloeb.md").read_bytes()
    assert b"redirect_from: [kursus]\r\n---\r\n" in renamed
    assert renamed.count(b"\n") == renamed.count(b"\r\n")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("gamel", "ny", "Nærmest: gammel"),
        ("gammel", "Ny By", "kan ikke være et id"),
        ("gammel", "kursus", "er optaget"),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, words: str
) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert rename(old, new) == 2
    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("there", ["ny.md", "ny.sv.md", "ny/plan.txt"])
def test_a_file_that_is_no_record_is_not_written_over(project: Path, there: str) -> None:
    write_files(project, {f"content/libraries/{there}": "Noget, der ikke kan læses."})
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert rename("gammel", "ny") == 2
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
