"""What stops a build that has begun, as a problem that an editor can act on."""

import errno
import os
from pathlib import Path

from katalog.problems import Position, Problem
from katalog.problems.own_code import own_failure
from katalog.source.file_names import printable

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class PublishError(Exception):
    """Why a site cannot be published in `folder`: a problem code and what else fills its message."""

    def __init__(self, code: str, folder: Path, **params: str) -> None:
        super().__init__(code, folder, params)
        self.code, self.folder, self.params = code, folder, params


def failure_problem(error: Exception, root: Path) -> Problem | None:
    """Return why a build failed: the site's own code, the published folder, the system; else it is a bug."""
    if found := own_failure(error, root):
        return found
    return problem_of(error, root) if isinstance(error, PublishError | OSError) else None


def problem_of(error: PublishError | OSError, root: Path) -> Problem:
    """Return the problem, at the file that it is about; its path from `root` where it lies in there."""
    if isinstance(error, PublishError):
        folder = shown_path(error.folder, root)
        return Problem(folder, Position(), error.code, {"folder": folder, **error.params})
    name = error.filename2 or error.filename  # of a copy or a move, the second is the one written
    path = shown_path(Path(os.fsdecode(name)), root) if isinstance(name, str | bytes) and name else "."
    if error.errno in _FULL:
        return Problem(path, Position(), "system.disk-full")
    if error.errno in _CLOSED:
        return Problem(path, Position(), "system.not-writable")
    return Problem(path, Position(), "system.failed", {"reason": error.strerror or type(error).__name__})


def shown_path(path: Path, root: Path) -> str:
    """Return a path as messages name it: from `root` where it lies in there."""
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return printable(shown.as_posix())
