"""A project folder to everything there is to say about it: a build and `katalog check` begin with it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from katalog.catalogue.build import build_catalogue
from katalog.checks import check_project
from katalog.hand_pages import find_hand_pages, link_problems
from katalog.project import Project, read_project, sorted_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from katalog.catalogue.catalogue import Catalogue
    from katalog.problems import Problem
    from katalog.settings import Settings
    from katalog.views.reader import HandPage


@dataclass(frozen=True)
class Inspection:
    """What was found below a folder, and every problem in it, sorted."""

    project: Project
    catalogue: Catalogue
    pages: tuple[HandPage, ...]
    problems: tuple[Problem, ...]


def inspect(root: Path, settings: Settings, today: date) -> Inspection:
    """Read and check everything below `root`; nothing is written, and no content makes it raise."""
    with _no_collecting():
        return _inspect(root, settings, today)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Records make many objects and no rubbish: looking for it would cost a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _inspect(root: Path, settings: Settings, today: date) -> Inspection:
    project = read_project(root)
    pages, page_problems = find_hand_pages(root, settings)
    catalogue, link_faults = build_catalogue(project, {page.path for page in pages})
    problems = [
        *project.problems,
        *page_problems,
        *link_faults,
        *link_problems(root, pages, catalogue.by_path),
        *check_project(project, catalogue.bodies, settings, today),
    ]
    return Inspection(project, catalogue, pages, tuple(sorted_problems(problems)))
