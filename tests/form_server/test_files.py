"""The form's server gives and takes records, pages, topics and attachments, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from katalog.form_server.files import limit_of
from tests.form_server.requests import TOKEN

if TYPE_CHECKING:
    from tests.form_server.requests import Asker

OUTSIDE = [
    "mkdocs.yml",
    "hooks/main.py",
    "../hemmeligt.md",
    "courses/../../hemmeligt.md",
    "courses/%2e%2e/%2e%2e/hemmeligt.md",
    "courses/..%2f..%2fhemmeligt.md",
    "courses/..%5c..%5chemmeligt.md",
    "/etc/passwd",
    "%2fetc%2fpasswd.md",
    "courses//oevelse.md",
    "courses/./oevelse.md",
    "courses/.skjult.md",
    "courses/.git/x.md",
    "courses/x%00.md",
    "courses/x%0a.md",
    "courses/c:x.md",
    "courses/x.md.",
    "courses/x.html",
    "courses/x.js",
    "courses/x.py",
    "courses/x",
    "content/andet.yml",
    "courses/topics.yml",
    "overrides/x.md",
    "courses",
    "courses/" + "a/" * 8 + "x.md",
    "courses/" + "a" * 200 + ".md",
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_what_is_no_file_of_the_catalogue_is_neither_given_nor_taken(path: str, asker: Asker) -> None:
    before = {each: each.read_bytes() for each in asker.root.parent.rglob("*") if each.is_file()}
    assert asker.file(path).code in {403, 404}
    assert asker.file(path, "PUT", b"x").code == 403
    assert asker.file(path, "DELETE").code == 403
    assert {each: each.read_bytes() for each in asker.root.parent.rglob("*") if each.is_file()} == before
    assert asker.changes == 0


def test_the_list_has_the_text_of_what_the_form_reads(asker: Asker) -> None:
    (asker.root / "courses/oevelse").mkdir()
    (asker.root / "courses/oevelse/plan.pdf").write_bytes(b"%PDF-1.4")
    found = json.loads(asker.file("").body)
    assert set(found) == {
        "content/da/index.md",
        "content/topics.yml",
        "courses/oevelse.md",
        "courses/oevelse/plan.pdf",
    }
    assert found["courses/oevelse.md"]["text"].startswith("---\ntitle: Øvelse")
    assert "text" not in found["courses/oevelse/plan.pdf"]


def test_a_file_is_written_read_and_removed(asker: Asker) -> None:
    path = "courses/ny/plan.pdf"
    assert asker.file(path, "PUT", b"%PDF-1.4 nyt").code == 204
    answered = asker.file(path)
    assert (answered.code, answered.body, answered.headers["Content-Type"]) == (
        200,
        b"%PDF-1.4 nyt",
        "application/pdf",
    )
    assert "sandbox" in answered.headers["Content-Security-Policy"]
    assert asker.file(path, "DELETE").code == 204
    assert not (asker.root / "courses/ny").exists()
    assert asker.changes == 2


def test_a_name_may_have_letters_of_any_alphabet(asker: Asker) -> None:
    assert asker.file("courses/ny/%C3%B8velse%201.pdf", "PUT", b"x").code == 204
    assert (asker.root / "courses/ny/øvelse 1.pdf").read_bytes() == b"x"


def test_writing_leaves_nothing_else_behind(asker: Asker) -> None:
    asker.file("courses/oevelse.md", "PUT", b"nyt")
    assert [each.name for each in (asker.root / "courses").iterdir()] == ["oevelse.md"]
    assert (asker.root / "courses/oevelse.md").read_bytes() == b"nyt"


@pytest.mark.parametrize("path", ["courses/stor.md", "courses/stor/plan.pdf"])
def test_what_is_too_large_is_refused_before_it_is_read(path: str, asker: Asker) -> None:
    answered = asker.file(path, "PUT", b"", CONTENT_LENGTH=str(limit_of(path) + 1))
    assert answered.code == 413
    assert not (asker.root / path).exists()


@pytest.mark.parametrize("length", ["", "-1", "mange", "1e9"])
def test_what_is_of_no_known_length_is_refused(length: str, asker: Asker) -> None:
    assert asker.file("courses/ny.md", "PUT", b"x", CONTENT_LENGTH=length).code == 411


def test_a_link_to_a_file_outside_is_followed_by_nobody(asker: Asker) -> None:
    link = asker.root / "courses/link.md"
    link.symlink_to(asker.root.parent / "hemmeligt.md")
    assert asker.file("courses/link.md").code == 403
    assert asker.file("courses/link.md", "PUT", b"x").code == 403
    assert asker.file("courses/link.md", "DELETE").code == 403
    assert (asker.root.parent / "hemmeligt.md").read_text("utf-8") == "hemmeligt"
    assert "courses/link.md" not in json.loads(asker.file("").body)


def test_a_link_to_a_folder_outside_is_followed_by_nobody(asker: Asker) -> None:
    (asker.root / "courses/ud").symlink_to(asker.root.parent, target_is_directory=True)
    assert asker.file("courses/ud/hemmeligt.md").code == 403
    assert asker.file("courses/ud/nyt.md", "PUT", b"x").code == 403
    assert not (asker.root.parent / "nyt.md").exists()
    assert [path for path in json.loads(asker.file("").body) if path.startswith("courses/ud")] == []


def test_a_record_folder_that_is_a_link_holds_nothing(asker: Asker) -> None:
    (asker.root / "projects").rmdir()
    (asker.root / "projects").symlink_to(asker.root.parent, target_is_directory=True)
    assert asker.file("projects/hemmeligt.md").code == 403
    assert [path for path in json.loads(asker.file("").body) if path.startswith("projects")] == []


def test_the_preview_leads_to_its_own_folder_only(asker: Asker) -> None:
    preview = asker.root / ".katalog/preview"
    preview.mkdir(parents=True)
    (preview / "index.html").write_text("<p>Side</p>", encoding="utf-8")
    (preview / "ud.html").symlink_to(asker.root.parent / "hemmeligt.md")
    assert asker.ask(f"/{TOKEN}/preview/").body == b"<p>Side</p>"
    for path in ("ud.html", "../../mkdocs.yml", "%2e%2e/%2e%2e/mkdocs.yml", "/etc/passwd", "mangler/"):
        assert asker.ask(f"/{TOKEN}/preview/{path}").code == 404
