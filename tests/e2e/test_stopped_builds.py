"""Whole builds that the system stops: one line in the editor's language, status 1, and the old site whole."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.sites import Built, build, digests, environment

COMMAND = [sys.executable, "-m", "mkdocs", "build", "--strict"]


@pytest.fixture
def project(built: Built, tmp_path: Path) -> Path:
    """A project with a published site, in which something has changed since."""
    subprocess.run(["cp", "-a", str(built.project), str(tmp_path / "project")], check=True)
    file = tmp_path / "project" / "content/da/index.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nNy tekst.\n", encoding="utf-8")
    return tmp_path / "project"


def start(project: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        COMMAND,
        cwd=project,
        env=environment() | {"KATALOG_LANGUAGE": "da"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.mark.parametrize("size", [0, 5_000, 50_000])
def test_a_disk_that_takes_no_more(size: int, project: Path) -> None:
    """No file may grow beyond a limit, as on a full disk none may grow at all."""
    before = digests(project / "site")
    running = start(project)
    resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (size, size))
    output = running.communicate(timeout=300)[0]
    assert running.returncode == 1
    assert "Traceback" not in output
    assert output.count("K931  Disken er fuld") == 1
    assert digests(project / "site") == before
    assert not list((project / ".katalog").glob("stage-*"))


def test_two_builds_at_once(project: Path) -> None:
    first, second = start(project), start(project)
    outputs = [each.communicate(timeout=300)[0] for each in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), outputs
    clean = project.parent / "clean"
    assert build(project, site=clean).status == 0
    assert digests(project / "site") == digests(clean)


def test_a_killed_build_leaves_nothing_after_the_next(project: Path) -> None:
    dead = project / ".katalog" / "stage-dead"
    for _ in range(2):
        running = start(project)
        while running.poll() is None and not list((project / ".katalog").glob("stage-*")):
            os.sched_yield()
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=300)
    dead.mkdir(exist_ok=True)
    assert build(project).status == 0
    assert not list((project / ".katalog").glob("stage-*"))


def test_published_files_can_be_read_by_all_and_run_by_none(built: Built) -> None:
    modes = {oct(path.stat().st_mode & 0o777) for path in built.site.rglob("*") if path.is_file()}
    folders = {
        oct(path.stat().st_mode & 0o777) for path in (built.site, *built.site.rglob("*")) if path.is_dir()
    }
    assert (modes, folders) == ({"0o644"}, {"0o755"})


REFUSED = {
    "courses": "K921",
    "hooks/site": "K921",
    ".": "should not be within the 'site_dir'",  # MkDocs is quicker
    "pictures": "K925",
    "linked": "K923",
}


@pytest.mark.parametrize("site_dir", REFUSED)
def test_a_build_refuses_what_a_check_refuses(site_dir: str, project: Path) -> None:
    (project / "pictures").mkdir()
    (project / "pictures" / "a.png").touch()
    (project / "linked").symlink_to("courses")
    before = digests(project)
    run = build(project, site=project / site_dir)
    assert run.status == 1
    assert "Traceback" not in run.output
    assert REFUSED[site_dir] in run.output
    assert digests(project) == before


def test_a_link_in_the_site_is_not_written_through(project: Path) -> None:
    elsewhere = project.parent / "elsewhere"
    (project / "site" / "kurser").rename(elsewhere)
    (project / "site" / "kurser").symlink_to(elsewhere)
    before = digests(elsewhere), digests(project / "site")
    run = build(project)
    assert (run.status, "K923" in run.output, "Traceback" in run.output) == (1, True, False)
    assert (digests(elsewhere), digests(project / "site")) == before
