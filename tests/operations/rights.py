"""Rights that bind: root may do everything, so tests of rights are run as somebody else."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def without_privileges() -> Iterator[Path]:
    """Give a new folder to somebody without privileges, and act as them."""
    folder = Path(tempfile.mkdtemp(prefix="katalog-rights-"))
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)
