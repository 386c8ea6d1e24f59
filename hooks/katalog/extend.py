"""A site's own checks and pages in Python: what `hooks/main.py` registers, `katalog check` and a build run.

    from katalog.extend import OwnPage, check, page
    from katalog.hooks import *

    @check
    def summaries(entries):
        for entry in entries:
            if entry.collection == "courses" and not entry.record.summary:
                yield warning(entry, "title", "The course has no summary.", "Write one in `summary`.")

    @page
    def sponsors(reader):
        yield OwnPage("sponsors", "Sponsors", "<p>…</p>")

This module is a public face of Katalog (docs/developers/extending.md).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup
from msgspec import Struct

from katalog.catalogue.addresses import SECTIONS
from katalog.problems import Problem
from katalog.problems.own_code import OwnCodeError, own_failure, problem_at, words_of
from katalog.schema.entries import Entry
from katalog.views.custom_page import CustomPageView
from katalog.views.page import Page
from katalog.views.reader import Reader

Check = Callable[[Sequence[Entry]], Iterable[Problem]]
MakePages = Callable[[Reader], Iterable["OwnPage"]]
Given = TypeVar("Given")
Made = TypeVar("Made")

__all__ = ["OwnPage", "check", "error", "page", "warning"]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_checks: dict[str, Check] = {}
_pages: dict[str, MakePages] = {}


class OwnPage(Struct, frozen=True):
    """A page of a site's own, in the language it is asked for in.

    `slug` is its address below the language's front page: `a-z`, `0-9`, `-`.  `html` is trusted as it is.
    """

    slug: str
    title: str
    html: str
    description: str = ""


def check(function: Check) -> Check:
    """Register a check: it is given every record, and yields what `warning` and `error` return."""
    _checks[_name(function)] = function
    return function


def page(function: MakePages) -> MakePages:
    """Register pages: the function is given the reader of each language, and yields `OwnPage`s."""
    _pages[_name(function)] = function
    return function


def warning(entry: Entry, field: str, what: str, to_do: str) -> Problem:
    """Return a problem at a field of a record, which stops no build."""
    return entry.problem((field,), "own.warning", what=what.rstrip("."), to_do=to_do.rstrip("."))


def error(entry: Entry, field: str, what: str, to_do: str) -> Problem:
    """Return a problem at a field of a record, which stops the build."""
    return entry.problem((field,), "own.error", what=what.rstrip("."), to_do=to_do.rstrip("."))


def has_own_pages() -> bool:
    """Tell whether pages are registered: what those are made of only their program knows."""
    return bool(_pages)


def forget() -> None:
    """Forget what was registered: a preview registers anew before each build."""
    _checks.clear()
    _pages.clear()


def cannot_run(problem: Problem) -> None:
    """Register why a program of the site cannot be run, as what a check finds."""
    check(lambda _entries: [problem])


def own_problems(entries: Sequence[Entry], root: Path) -> Iterator[Problem]:
    """Yield what the site's checks find; one that fails is itself a problem, and the others go on."""
    for function in _checks.values():
        try:
            yield from _run(function, entries, Problem, root)
        except OwnCodeError as failed:
            yield failed.problem


def own_pages(reader: Reader, root: Path) -> Iterator[Page]:
    """Yield the site's own pages in a language; `OwnCodeError` where they cannot be made."""
    taken = {each.address for each in reader.hand_pages}
    taken |= {reader.addresses.section(each) for each in SECTIONS}
    for function in _pages.values():
        for own in _run(function, reader, OwnPage, root):
            address = f"{reader.addresses.path}{own.slug}/"
            if not _SLUG.fullmatch(own.slug) or address in taken:
                raise OwnCodeError(problem_at(function, root, "own.address", written=own.slug))
            taken.add(address)
            yield _page(reader, own, address)


def _run(
    function: Callable[[Given], Iterable[Made]], given: Given, made: type[Made], root: Path
) -> list[Made]:
    """Return what a function of the site's own yields; `OwnCodeError` where it fails, or yields else."""
    try:
        found = list(function(given))
        for each in found:
            if not isinstance(each, made):
                raise TypeError(f"{each!r} is no {made.__name__}")  # noqa: TRY301 - told as other failures
    except (Exception, SystemExit) as failed:
        name = function.__name__
        told = own_failure(failed, root, name)
        told = told or problem_at(function, root, "own.failed", name=name, written=words_of(failed))
        raise OwnCodeError(told) from failed
    return found


def _page(reader: Reader, own: OwnPage, address: str) -> Page:
    return Page(
        address=address,
        section="home",
        language=reader.language,
        title=own.title,
        template="own.html",
        view=CustomPageView(Markup(own.html)),  # noqa: S704 - the site's own program wrote it
        alternates={reader.language: address},
        description=own.description,
        breadcrumbs=(reader.section_link("home"),),
        kind="own",
    )


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
