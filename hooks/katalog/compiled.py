"""Compiled templates, kept where Python keeps compiled modules and for the same reason.

Compiling them takes as long as two hundred pages.  What is kept counts only for the same template, the same
code that compiles and the same Jinja and Python; deleting it is always safe.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

_COMPILERS = ("plain_code.py", "render.py", "templates.py")
"""The modules that make code of templates, or say what its filters return."""


class Compiled(FileSystemBytecodeCache):
    """The compiled templates of an environment; where `__pycache__` cannot be written, none are kept."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "template-%s.jinja")
        here = Path(__file__)
        sources = [here.with_name(name).read_bytes() for name in _COMPILERS]
        self._compilers = sha256(b"".join([jinja2.__version__.encode(), *sources])).hexdigest()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of a template's code; Jinja's own looks at the template alone."""
        settings = (
            environment.trim_blocks,
            environment.lstrip_blocks,
            sorted(environment.extensions),
            sorted(environment.filters),
        )
        return super().get_bucket(environment, name, filename, f"{self._compilers}{settings}{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fetch a template's code where it can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, unless Python is asked to keep none."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)
