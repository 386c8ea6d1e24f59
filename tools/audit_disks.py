"""Build onto disks that fill up, that cannot be written, and of another kind: `python -m tools.audit_disks`.

Needs root, for only root may mount; says so and does nothing otherwise.  What needs no privilege is in
`tests/operations/`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.sites import Run, build, copy_project, digests


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount a file system in memory on a new folder."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def change(project: Path) -> None:
    """Change something that stands on many pages."""
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("operator: {name: ", "operator: {name: Nye "), encoding="utf-8")


def refused(run: Run, code: str) -> bool:
    return run.status == 1 and run.output.count(code) == 1 and "Traceback" not in run.output


def full_disk(project: Path, folder: Path) -> bool:
    """A disk with room for the site and not for its changes keeps the old site."""
    needed = sum(path.stat().st_size + 4096 for path in (project / "site").rglob("*")) // 1024
    with mounted(folder, f"size={needed + 300}k") as disk:
        good = build(project, site=disk / "site").status == 0
        before = digests(disk / "site")
        change(project)
        (disk / "ballast").write_bytes(
            bytes(max(0, os.statvfs(disk).f_bavail - 20) * os.statvfs(disk).f_bsize)
        )
        run = build(project, site=disk / "site")
        return good and refused(run, "K931") and digests(disk / "site") == before


def read_only_disk(project: Path, folder: Path) -> bool:
    """A disk that turned read-only keeps the old site."""
    with mounted(folder, "size=100m") as disk:
        good = build(project, site=disk / "site").status == 0
        before = digests(disk / "site")
        change(project)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        return (
            good and refused(build(project, site=disk / "site"), "K932") and digests(disk / "site") == before
        )


def read_only_project(project: Path, folder: Path) -> bool:
    """A project that cannot be written is built elsewhere."""
    folder.mkdir()
    subprocess.run(["mount", "--bind", str(project), str(folder)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        return build(folder, site=folder.with_name("elsewhere")).status == 0
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def same_bytes(project: Path, folder: Path) -> bool:
    """File systems list folders in orders of their own; the site does not show it."""
    with mounted(folder, "size=200m") as disk:
        other = copy_project(disk / "project")
        return build(other).status == 0 and digests(other / "site") == digests(project / "site")


CHECKS = (same_bytes, full_disk, read_only_disk, read_only_project)


def main() -> int:
    """Try every disk; 1 when one of them did harm."""
    if os.geteuid() != 0:
        print("no disks: only root may mount")
        return 0
    good = True
    for check in CHECKS:
        with tempfile.TemporaryDirectory(prefix="katalog-disks-") as around:
            project = copy_project(Path(around) / "project")
            build(project)
            passed = check(project, Path(around) / "disk")
        print(f"{'good' if passed else 'BAD '}  {check.__doc__}", flush=True)
        good = good and passed
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
