"""Where a site may not be published, and what is never touched where it may."""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from katalog.cli import main
from katalog.process_environment import configuration
from katalog.publishing.build_errors import PublishError, problem_of
from katalog.publishing.published_folder import INCOMING, OWN_LIST, list_of, own_files
from katalog.publishing.update import bring_up_to_date
from tests.e2e.sites import digests
from tests.operations.rights import without_privileges
from tests.support import write_files as write

SETTINGS = """\
site_dir: {site_dir}
site_name: Katalog
docs_dir: content
theme: material
hooks: [hooks/main.py]
extra:
  katalog:
    languages: [{{tag: da, name: Dansk}}]
    operator: {{name: Katalog}}
    site_name: {{da: Katalog}}
"""
FILES = {
    "README.md": "Læs mig",
    "courses/kursus.md": "---\ntitle: Et kursus\nlanguage: da\n---\n",
    "content/da/index.md": "---\ntitle: Forside\n---\n",
    "pictures/billede.png": "x",
    "hooks/main.py": "from katalog.hooks import *\n",
}


@dataclass(frozen=True)
class Row:
    """A `site_dir`, what must be there first, and the code under which it is refused."""

    site_dir: str
    code: str
    make: Callable[[Path], object] | None = None


def link(name: str, target: str) -> Callable[[Path], object]:
    return lambda root: (root / name).symlink_to(target)


REFUSED = [
    Row(".", "publish.around-sources"),
    Row("./", "publish.around-sources"),
    Row("courses/..", "publish.around-sources"),
    Row("..", "publish.around-sources"),
    Row("../..", "publish.around-sources"),
    Row("/", "publish.around-sources"),
    Row("courses", "publish.among-sources"),
    Row("courses/", "publish.among-sources"),
    Row("courses/site", "publish.among-sources"),
    Row("pictures/../courses", "publish.among-sources"),
    Row("projects", "publish.among-sources"),
    Row("content", "publish.among-sources"),
    Row("content/da", "publish.among-sources"),
    Row("overrides/site", "publish.among-sources"),
    Row("hooks", "publish.among-sources"),
    Row(".katalog", "publish.among-sources"),
    Row(".git/site", "publish.among-sources"),
    Row("pictures", "publish.foreign"),
    Row("README.md", "publish.not-a-folder"),
    Row("README.md/site", "publish.not-a-folder"),
    Row('"a\\0b"', "publish.not-a-folder"),
    Row("linked", "publish.link", link("linked", "pictures")),
    Row("linked/site", "publish.link", link("linked", "..")),
    Row("dangling", "publish.link", link("dangling", "nowhere")),
    Row("records", "publish.link", link("records", "courses")),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "around" / "project"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.site_dir} {row.code}")
def test_a_site_is_published_in_a_folder_of_its_own(
    row: Row, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if row.make:
        row.make(project)
    (project / "mkdocs.yml").write_text(SETTINGS.format(site_dir=row.site_dir), encoding="utf-8")
    before = digests(project.parent)
    _, problems = configuration(project)
    assert [(each.code, each.position) for each in problems] == [(row.code, (1, 11))]
    monkeypatch.chdir(project)
    assert main(["check", "--no-cache"]) == 1
    assert "mkdocs.yml:1:11" in capsys.readouterr().out
    assert digests(project.parent) == before


@pytest.mark.parametrize("site_dir", ["site", "public/site", "../site", "pictures/site"])
def test_an_empty_folder_anywhere_else_will_do(site_dir: str, project: Path) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS.format(site_dir=site_dir), encoding="utf-8")
    assert configuration(project)[1] == []
    (project / site_dir).mkdir(parents=True)
    assert configuration(project)[1] == []


def published(folder: Path, own: dict[str, str], others: dict[str, str] | None = None) -> Path:
    """Make a folder as an earlier build left it, and what others have put in it since."""
    write(folder, own | (others or {}))
    (folder / OWN_LIST).write_text(list_of(own), encoding="utf-8")
    return folder


def test_only_its_own_files_are_removed(tmp_path: Path) -> None:
    others = {"CNAME": "katalog.example", "kurser/eget.html": "x", "billeder/a.png": "y"}
    site = published(tmp_path / "site", {"index.html": "a", "kurser/a/index.html": "b"}, others)
    (site / "tom").mkdir()
    stage = write(tmp_path / "stage", {"index.html": "a2"})
    assert [*bring_up_to_date(stage, site).counts.values()] == [1, 0, 1, 1]
    assert {name: (site / name).read_text() for name in others} == others
    assert not (site / "kurser/a").exists()
    assert (site / "tom").is_dir()
    assert own_files(site) == {"index.html"}


IN_THE_WAY = {
    "a file of the same name": {"index.html": "mine"},
    "a file where a folder must be": {"kurser": "mine"},
    "a folder where a file must be": {"index.html/mine.txt": "mine"},
}


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_what_stands_in_the_way_is_refused_before_anything_is_touched(name: str, tmp_path: Path) -> None:
    site = published(tmp_path / "site", {"om/index.html": "old"}, IN_THE_WAY[name])
    before = digests(site)
    stage = write(tmp_path / "stage", {"index.html": "a", "kurser/index.html": "b", "om/index.html": "new"})
    with pytest.raises(PublishError) as caught:
        bring_up_to_date(stage, site)
    assert caught.value.code == "publish.in-the-way"
    assert digests(site) == before
    for root, shown in ((tmp_path, "site"), (tmp_path / "project", site.as_posix())):
        problem = problem_of(caught.value, root)
        assert (problem.path, problem.params["folder"]) == (shown, shown)


@pytest.mark.parametrize("target", ["../elsewhere", "nowhere", "index.html", "/etc/passwd"])
@pytest.mark.parametrize("name", ["kurser", "index.html", "a/b", OWN_LIST, INCOMING])
def test_a_link_in_the_site_is_not_followed(name: str, target: str, tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"index.html": "keep", "gammel/index.html": "keep"})
    site = published(tmp_path / "site", {"om/index.html": "old", "kurser/gammel/index.html": "old"})
    shutil.rmtree(site / "kurser")
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).unlink(missing_ok=True)
    (site / name).symlink_to(target)
    before = digests(site), digests(elsewhere)
    with pytest.raises(PublishError) as caught:
        bring_up_to_date(write(tmp_path / "stage", {"index.html": "new", "kurser/index.html": "new"}), site)
    assert (caught.value.code, caught.value.params["name"]) == ("publish.link", name)
    assert (digests(site), digests(elsewhere)) == before


DAMAGED = [b"", b"[", b"{}", b"[1]", b'["../../out.txt"]', b"\xff\xfe", b"null", b"[" * 100_000]


@pytest.mark.parametrize("data", DAMAGED, ids=lambda data: repr(data[:20]))
def test_a_damaged_list_is_no_licence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("keep", encoding="utf-8")
    site = published(tmp_path / "a/site", {"index.html": "old", "kurser/index.html": "old"})
    (site / OWN_LIST).write_bytes(data)
    with pytest.raises(PublishError):
        bring_up_to_date(write(tmp_path / "stage", {"index.html": "new"}), site)
    assert (site / "index.html").read_text() == "old"
    assert (tmp_path / "out.txt").is_file()


def _no_renaming_between(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    """Make the site and the stage lie on different file systems."""
    rename, replace = Path.rename, Path.replace

    def between(really: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def move(self: Path, target: Path) -> Path:
            if self.is_relative_to(site) != Path(target).is_relative_to(site):
                raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(self))
            return really(self, target)

        return move

    monkeypatch.setattr(Path, "rename", between(rename))
    monkeypatch.setattr(Path, "replace", between(replace))


def test_a_site_on_another_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    _no_renaming_between(monkeypatch, site)
    assert [*bring_up_to_date(write(tmp_path / "one", {"a": "1", "b/c": "2"}), site).counts.values()] == [
        2,
        0,
        2,
        0,
    ]
    assert [*bring_up_to_date(write(tmp_path / "two", {"a": "1", "d": "3"}), site).counts.values()] == [
        2,
        0,
        1,
        1,
    ]
    assert {path.name for path in site.iterdir()} == {"a", "d", OWN_LIST}
    assert own_files(site) == {"a", "d"}


def test_a_disk_that_fills_up_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = published(tmp_path / "site", {"a": "old", "b": "old", "c": "old"})
    _no_renaming_between(monkeypatch, site)
    before, copy, count = digests(site), shutil.copyfile, [0]

    def copyfile(source: Path, target: Path) -> None:
        count[0] += 1
        if count[0] > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", copyfile)
    with pytest.raises(OSError, match="No space"):
        bring_up_to_date(write(tmp_path / "stage", {"a": "new", "b": "new", "c": "new"}), site)
    assert digests(site) == before


@pytest.mark.parametrize("closed", ["", "kurser", "kurser/b"])
def test_one_folder_that_cannot_be_written_leaves_the_old_site(closed: str) -> None:
    files = {"a.html": "old", "kurser/a.html": "old", "kurser/b/c.html": "old", "om.html": "old"}
    with without_privileges() as folder:
        site = published(folder / "site", files)
        stage = write(folder / "stage", dict.fromkeys(files, "new"))
        before = digests(site)
        (site / closed).chmod(0o555)
        with pytest.raises(PermissionError) as caught:
            bring_up_to_date(stage, site)
        assert caught.value.filename == str(site / closed)
        assert digests(site) == before
        (site / closed).chmod(0o755)


def test_a_site_that_cannot_be_written_need_not_be_when_nothing_changes() -> None:
    with without_privileges() as folder:
        site = published(folder / "site", {"a.html": "same"})
        site.chmod(0o555)
        assert [*bring_up_to_date(write(folder / "stage", {"a.html": "same"}), site).counts.values()] == [
            1,
            0,
            0,
            0,
        ]
        site.chmod(0o755)
