"""How the preview stands, for browsers that wait for it to change."""

from collections.abc import Iterable, Sequence
from threading import Condition
from typing import Any

from msgspec import Struct

from katalog.i18n.phrases import Phrases
from katalog.problems import Problem
from katalog.problems.codes import problem_kinds, severity_of
from katalog.problems.report import do, visible, what

ON_EVERY_PAGE = (".css", ".js", ".svg")
"""How files end that any page may be made of; data and calendars are none of it."""


class Status(Struct, frozen=True):
    """What the last build found.

    `has_pages` tells whether there are any to show.  `failure` is what stopped a build that had no problems,
    such as a fault in a template of the site's own.
    """

    has_pages: bool = False
    problems: tuple[Problem, ...] = ()
    failure: str = ""

    @property
    def errors(self) -> int:
        """How many of the problems stop a build."""
        return sum(severity_of(each.code) == "error" for each in self.problems)

    @property
    def is_good(self) -> bool:
        """Whether the pages are those of the files as they are now."""
        return self.has_pages and not self.errors and not self.failure


class StatusChannel:
    """Holds the latest status; `after` waits for another one, in any thread.

    `token` tells the pages of this process from those of one before it.
    """

    def __init__(self, token: str) -> None:
        self._token = token
        self._status, self._number = Status(), 0
        self._touched: dict[str, int] = {}
        self._on_every_page = 0
        self._changed = Condition()

    @property
    def latest(self) -> Status:
        """The status now."""
        return self._status

    @property
    def state(self) -> str:
        """What tells this status from every other."""
        return f"{self._token}-{self._number}"

    def version(self, file: str) -> str:
        """Return what tells a page as it is now, with its styles and scripts, from what it was."""
        return f"{self._token}-{max(self._on_every_page, self._touched.get(file, 0))}"

    def tell(self, status: Status, touched: Iterable[str] = ()) -> None:
        """Put another status in the place of the one there was; the files `touched` are others now."""
        with self._changed:
            self._status, self._number = status, self._number + 1
            for file in touched:
                if file.endswith(".html"):
                    self._touched[file] = self._number
                elif file.endswith(ON_EVERY_PAGE):
                    self._on_every_page = self._number
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, Status] | None:
        """Return the status and its number once that is not `number`; nothing if that takes too long."""
        with self._changed:
            is_new = self._changed.wait_for(lambda: self._number != number, seconds)
            return (self._number, self._status) if is_new else None


def as_data(status: Status, phrases: Phrases) -> dict[str, Any]:
    """Return a status in the editor's language, as the script of the pages reads it."""
    return {
        "good": status.is_good,
        "language": phrases.language,
        "title": _title(status, phrases),
        "note": _note(status, phrases),
        "failure": phrases("preview.failed", message=visible(status.failure)) if status.failure else "",
        "problems": described(status.problems, phrases),
        "close": phrases("preview.close"),
        "region": phrases("preview.region"),
    }


def described(problems: Sequence[Problem], phrases: Phrases) -> list[dict[str, str]]:
    """Return each problem's place, what is wrong and what to do about it; those that stop a build first."""
    return [
        {
            "place": f"{visible(each.path)}:{visible(each.place)}",
            "code": problem_kinds()[each.code].short,
            "severity": severity_of(each.code),
            "what": what(each, phrases),
            "do": do(each, phrases),
        }
        for each in sorted(problems, key=lambda each: severity_of(each.code))
    ]


def _title(status: Status, phrases: Phrases) -> str:
    warnings = len(status.problems) - status.errors
    errors = status.errors + bool(status.failure)
    counts = [phrases.count("check.errors", errors)] if errors else []
    counts += [phrases.count("check.warnings", warnings)] if warnings else []
    return ", ".join(counts)


def _note(status: Status, phrases: Phrases) -> str:
    if status.is_good:
        return ""
    if not status.errors and not status.failure:
        return phrases("preview.building")
    return phrases("preview.last-good" if status.has_pages else "preview.no-pages")
