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

from markupsafe import Markup
from msgspec import Struct

from katalog.catalogue.addresses import SECTIONS
from katalog.problems import Position, Problem
from katalog.schema.entries import Entry
from katalog.views.custom_page import CustomPageView
from katalog.views.page import Page
from katalog.views.reader import Reader

Check = Callable[[Sequence[Entry]], Iterable[Problem]]
MakePages = Callable[[Reader], Iterable["OwnPage"]]

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


def cannot_run(failed: Exception, name: str) -> None:
    """Register that a program of the site cannot be run, as a check that fails for the same reason."""

    def fails(_entries: Sequence[Entry]) -> Iterator[Problem]:
        raise failed

    fails.__name__ = name
    check(fails)


def own_problems(entries: Sequence[Entry], root: Path) -> Iterator[Problem]:
    """Yield what the site's checks find; one that fails is itself a problem, and the others go on."""
    for function in _checks.values():
        try:
            yield from list(function(entries))
        except Exception as failed:  # noqa: BLE001 - whatever it is, it is told in one line
            yield _failure(failed, root, function.__name__)


def own_pages(reader: Reader) -> Iterator[Page]:
    """Yield the site's own pages in a language; `ValueError` where one has no address of its own."""
    taken = {each.address for each in reader.hand_pages}
    taken |= {reader.addresses.section(each) for each in SECTIONS}
    for function in _pages.values():
        for own in function(reader):
            address = f"{reader.addresses.path}{own.slug}/"
            if not _SLUG.fullmatch(own.slug) or address in taken:
                raise ValueError(f"{function.__name__}: {own.slug!r} is no address of its own")
            taken.add(address)
            yield _page(reader, own, address)


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


def _failure(failed: Exception, root: Path, name: str) -> Problem:
    """Return a failure at the last line of the site's own that it came from."""
    trace, at = failed.__traceback__, ("hooks/main.py", 1)
    if isinstance(failed, SyntaxError) and (failed.filename or "").startswith(f"{root}/hooks/"):
        at = ((failed.filename or "").removeprefix(f"{root}/"), failed.lineno or 1)
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(f"{root}/hooks/") and "/katalog/" not in file.removeprefix(str(root)):
            at = (file.removeprefix(f"{root}/"), trace.tb_lineno)
        trace = trace.tb_next
    params = {"written": f"{type(failed).__name__}: {failed}", "name": name}
    return Problem(at[0], Position(at[1]), "own.failed", params)
