"""Compiled templates, kept like Python's compiled modules: compiling them takes as long as two hundred pages.

What is kept counts only for the same template, the same code that compiles and the same Jinja and Python.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

from katalog.pycache import code_of, fetch, keep

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

_COMPILERS = ("html/plain_code.py", "html/renderer.py", "html/environment.py")
"""The modules that make code of templates, or say what its filters return."""


class Compiled(BytecodeCache):
    """The compiled templates of an environment."""

    def __init__(self) -> None:
        self._compilers = sha256(code_of(*_COMPILERS, library=jinja2)).hexdigest()

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
        """Fetch a template's code."""
        if data := fetch(_name(bucket), bucket.checksum.encode()):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        keep(_name(bucket), bucket.checksum.encode(), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}.jinja"
