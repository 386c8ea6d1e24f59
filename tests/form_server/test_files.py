"""The form's server gives and takes records, pages, topics and attachments, and nothing else."""

import json
from base64 import b64decode
from pathlib import Path
from urllib.parse import unquote

import pytest

from katalog.form_server.files import blob_sha, limit_of
from tests.form_server.requests import TOKEN, Asker, removing, writing

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
    "courses/con.md",
    "courses/ny/Nul.pdf",
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
    plain = unquote(path)
    assert asker.file(path).code in {403, 404}
    assert asker.own("/file-contents", {"files": [plain]}).code in {403, 404}
    assert asker.change(writing(plain, b"x")).code == 403
    assert asker.change(removing(plain)).code == 403
    assert asker.change(writing("courses/ny.md", b"x") | {"from_path": plain}).code == 403
    assert {each: each.read_bytes() for each in asker.root.parent.rglob("*") if each.is_file()} == before
    assert asker.changes == 0


def test_the_files_are_listed_as_git_knows_them(asker: Asker) -> None:
    (asker.root / "courses/oevelse").mkdir()
    (asker.root / "courses/oevelse/plan.pdf").write_bytes(b"%PDF-1.4")
    found = asker.shas()
    assert set(found) == {
        "content/da/index.md",
        "content/topics.yml",
        "courses/oevelse.md",
        "courses/oevelse/plan.pdf",
    }
    # git hash-object --stdin <<< "x"
    assert blob_sha(b"x\n") == "587be6b4c3f93f93c489c0111bba5596147a26cb"
    assert found["courses/oevelse/plan.pdf"] == blob_sha(b"%PDF-1.4")


def test_the_texts_are_read_together(asker: Asker) -> None:
    found = json.loads(asker.own("/file-contents", {"files": ["courses/oevelse.md"]}).body)
    text = b64decode(found[0]["content"]).decode()
    assert (found[0]["path"], text) == (
        "courses/oevelse.md",
        (asker.root / "courses/oevelse.md").read_text("utf-8"),
    )
    assert asker.changes == 0


def head(asker: Asker) -> str:
    return str(json.loads(asker.own("/branches/main").body)["commit"]["id"])


def test_a_change_of_any_file_is_seen(asker: Asker) -> None:
    before = head(asker)
    assert head(asker) == before
    (asker.root / "courses/oevelse.md").write_text("andet", encoding="utf-8")
    changed = head(asker)
    (asker.root / "courses/oevelse.md").unlink()
    assert len({before, changed, head(asker)}) == 3


def test_a_file_is_written_read_and_removed(asker: Asker) -> None:
    path = "courses/ny/plan.pdf"
    assert asker.change(writing(path, b"%PDF-1.4 nyt")).code == 200
    answered = asker.file(path)
    assert (answered.code, answered.body, answered.headers["Content-Type"]) == (
        200,
        b"%PDF-1.4 nyt",
        "application/pdf",
    )
    assert "sandbox" in answered.headers["Content-Security-Policy"]
    assert asker.change(removing(path)).code == 200
    assert not (asker.root / "courses/ny").exists()
    assert asker.changes == 2


def test_a_file_gets_another_name(asker: Asker) -> None:
    asker.change(writing("courses/ny/plan.pdf", b"plan"))
    sha = asker.shas()["courses/ny/plan.pdf"]
    moved = writing("courses/ny/dagsplan.pdf", b"plan", sha) | {"from_path": "courses/ny/plan.pdf"}
    assert asker.change(moved).code == 200
    assert [each.name for each in (asker.root / "courses/ny").iterdir()] == ["dagsplan.pdf"]


def test_a_name_may_have_letters_of_any_alphabet(asker: Asker) -> None:
    assert asker.change(writing("courses/ny/øvelse 1.pdf", b"x")).code == 200
    assert (asker.root / "courses/ny/øvelse 1.pdf").read_bytes() == b"x"
    assert asker.file("courses/ny/%C3%B8velse%201.pdf").body == b"x"


def test_writing_leaves_nothing_else_behind(asker: Asker) -> None:
    asker.change(writing("courses/oevelse.md", b"nyt", asker.shas()["courses/oevelse.md"]))
    assert [each.name for each in (asker.root / "courses").iterdir()] == ["oevelse.md"]
    assert (asker.root / "courses/oevelse.md").read_bytes() == b"nyt"


def test_a_file_that_another_program_holds_open_is_left_as_it_is(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace it."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "in use")

    before = (asker.root / "courses/oevelse.md").read_bytes()
    sha = asker.shas()["courses/oevelse.md"]
    monkeypatch.setattr(Path, "replace", refused)
    answered = asker.change(writing("courses/oevelse.md", b"nyt", sha))
    assert answered.code == 423
    assert "courses/oevelse.md" in json.loads(answered.body)["message"]
    assert [each.name for each in (asker.root / "courses").iterdir()] == ["oevelse.md"]
    assert (asker.root / "courses/oevelse.md").read_bytes() == before


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(asker: Asker) -> None:
    path = asker.root / "courses/oevelse.md"
    sha = asker.shas()["courses/oevelse.md"]
    path.write_text("andres", encoding="utf-8")
    answered = asker.change(writing("courses/ny.md", b"x"), writing("courses/oevelse.md", b"mit", sha))
    assert answered.code == 409
    assert "courses/oevelse.md" in json.loads(answered.body)["message"]
    assert asker.change(writing("courses/oevelse.md", b"mit")).code == 409
    path.unlink()
    assert asker.change(writing("courses/oevelse.md", b"mit", sha)).code == 409
    assert [*(asker.root / "courses").iterdir()] == []
    assert asker.changes == 0


@pytest.mark.parametrize("path", ["courses/stor.md", "courses/stor/plan.pdf"])
def test_what_is_too_large_is_refused(path: str, asker: Asker) -> None:
    answered = asker.change(writing(path, bytes(limit_of(path) + 1)))
    assert answered.code == 413
    assert f"{limit_of(path) // 1024} kB" in json.loads(answered.body)["message"]
    assert not (asker.root / path).exists()


def test_what_is_far_too_large_is_refused_before_it_is_read(asker: Asker) -> None:
    answered = asker.change(writing("courses/ny.md", b"x"), CONTENT_LENGTH=str(1 << 30))
    assert answered.code == 413


@pytest.mark.parametrize("data", [[], {"files": 1}, {"files": [{"path": "courses/ny.md"}]}])
def test_what_is_no_change_is_refused(data: object, asker: Asker) -> None:
    assert asker.own("/contents", data).code == 400
    assert asker.change(writing("courses/ny.md", b"x") | {"operation": "chmod"}).code == 400
    assert asker.change(writing("courses/ny.md", b"x") | {"content": "å"}).code == 400
    assert not (asker.root / "courses/ny.md").exists()


@pytest.mark.parametrize("length", ["", "-1", "mange", "1e9"])
def test_what_is_of_no_known_length_is_refused(length: str, asker: Asker) -> None:
    assert asker.change(writing("courses/ny.md", b"x"), CONTENT_LENGTH=length).code == 411


def test_another_repository_is_not_here(asker: Asker) -> None:
    for path in ("repos/katalog/andet", "repos/katalog/andet/contents", "repos", "orgs"):
        assert asker.api(path).code == 404
    assert asker.api("repos/katalog/andet/contents", {"files": []}).code == 404


def test_a_link_to_a_file_outside_is_followed_by_nobody(asker: Asker) -> None:
    link = asker.root / "courses/link.md"
    link.symlink_to(asker.root.parent / "hemmeligt.md")
    assert asker.file("courses/link.md").code == 403
    assert asker.change(writing("courses/link.md", b"x")).code == 403
    assert asker.change(removing("courses/link.md")).code == 403
    assert (asker.root.parent / "hemmeligt.md").read_text("utf-8") == "hemmeligt"
    assert "courses/link.md" not in asker.shas()


def test_a_link_to_a_folder_outside_is_followed_by_nobody(asker: Asker) -> None:
    (asker.root / "courses/ud").symlink_to(asker.root.parent, target_is_directory=True)
    assert asker.file("courses/ud/hemmeligt.md").code == 403
    assert asker.change(writing("courses/ud/nyt.md", b"x")).code == 403
    assert not (asker.root.parent / "nyt.md").exists()
    assert [path for path in asker.shas() if path.startswith("courses/ud")] == []


def test_a_record_folder_that_is_a_link_holds_nothing(asker: Asker) -> None:
    (asker.root / "projects").rmdir()
    (asker.root / "projects").symlink_to(asker.root.parent, target_is_directory=True)
    assert asker.file("projects/hemmeligt.md").code == 403
    assert [path for path in asker.shas() if path.startswith("projects")] == []


def test_the_preview_leads_to_its_own_folder_only(asker: Asker) -> None:
    preview = asker.root / ".katalog/preview"
    preview.mkdir(parents=True)
    (preview / "index.html").write_text("<p>Side</p>", encoding="utf-8")
    (preview / "ud.html").symlink_to(asker.root.parent / "hemmeligt.md")
    assert asker.ask(f"/{TOKEN}/preview/").body == b"<p>Side</p>"
    for path in ("ud.html", "../../mkdocs.yml", "%2e%2e/%2e%2e/mkdocs.yml", "/etc/passwd", "mangler/"):
        assert asker.ask(f"/{TOKEN}/preview/{path}").code == 404
