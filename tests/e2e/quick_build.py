"""A small project checked and built in this process: what either says of it, by code."""

import logging
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from katalog.inspection import inspect
from katalog.problems.codes import problem_kinds, severity_of
from katalog.process_environment import configuration

SETTINGS = """\
site_name: Katalog
site_url: https://katalog.example/
docs_dir: content
site_dir: site
theme: {name: material, font: false}
hooks: [hooks/main.py]
plugins: []
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - tables
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.details
extra:
  katalog:
    languages: [{tag: da, name: Dansk}, {tag: sv, name: Svenska, path: sv/}]
    operator: {name: Katalog}
    site_name: {da: Katalog, sv: Katalog}
"""
BINDING = "from katalog.hooks import *  # noqa: F403\n"


@dataclass(frozen=True)
class Built:
    """How a build ended: the codes of the errors it told of, and MkDocs' own warnings."""

    done: bool
    codes: frozenset[str]
    warnings: tuple[str, ...]


def write_project(root: Path, files: dict[str, bytes]) -> None:
    """Write a project that MkDocs builds; `files` are its content, or stand for the settings."""
    around = {"mkdocs.yml": SETTINGS.encode(), "hooks/main.py": BINDING.encode()}
    for path, data in (around | files).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def checked(root: Path) -> frozenset[str]:
    """Return the codes of the errors that `katalog check` tells of."""
    found, problems = configuration(root)
    problems = [*problems, *(inspect(root, found.settings, found.today).problems if found else ())]
    return frozenset(each.code for each in problems if severity_of(each.code) == "error")


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def quick_build(root: Path) -> Built:
    """Build strictly, as `mkdocs build --strict` does."""
    listener = _Listener()
    logging.getLogger("mkdocs").addHandler(listener)
    try:
        with redirect_stdout(StringIO()):
            build(load_config(str(root / "mkdocs.yml"), strict=True))
    except (
        MkDocsException,
        ValueError,
    ) as error:  # MkDocs lets an address that can be none end in the latter
        shorts = {kind.short: code for code, kind in problem_kinds().items()}
        told = re.findall(r"^.*?:\d+:\d+  (K\d{3})  ", "\n".join([*listener.heard, str(error)]), re.MULTILINE)
        return Built(False, frozenset(shorts[each] for each in told), tuple(listener.heard))
    finally:
        logging.getLogger("mkdocs").removeHandler(listener)
    return Built(done=True, codes=frozenset(), warnings=tuple(listener.heard))
