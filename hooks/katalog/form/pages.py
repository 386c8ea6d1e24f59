"""The pages that the form stands on: the published one, and that of `katalog edit` with what is beside it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from katalog.form.config import LANGUAGES
from katalog.i18n.cldr import locale_of
from katalog.i18n.phrases import capitalised, editor_phrases

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
_WORKBENCH_ALONE = frozenset({"workbench.js"})

_FORM = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "media-src": "'self' blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' blob: data:",
    "frame-src": "blob:",
    "form-action": "'none'",
    "base-uri": "'none'",
}
"""Sveltia CMS writes styles into the page, and shows what is uploaded before it has an address."""
_WORKBENCH = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "data:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}


def form_policy(hosts: Iterable[str] = ()) -> str:
    """Return the content security policy of the form's page; `hosts` are where records are stored."""
    return _policy(_FORM | {"connect-src": " ".join([_FORM["connect-src"], *hosts])})


def workbench_policy() -> str:
    """Return the content security policy of the page of `katalog edit`."""
    return _policy(_WORKBENCH)


def _policy(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def form_page(languages: Sequence[str], hosts: Iterable[str] = (), *, over_folder: bool = False) -> str:
    """Return the form's page in the first of some languages, and its script chooses among them.

    Over a folder it says so where the program has been ended.
    """
    phrases = editor_phrases(languages[0])
    return (
        _templates()
        .get_template("form.html")
        .render(
            languages=languages,
            policy=form_policy(hosts),
            stopped=phrases("form.workbench.ended") if over_folder else "",
            title=phrases("form.title"),
            needs_script=phrases("form.needs-script"),
        )
    )


def workbench_page(language: str) -> str:
    """Return the page of `katalog edit`: the form, the problems of the project, and its pages."""
    phrases = editor_phrases(language)
    names = ("title", "problems", "waiting", "preview", "open", "building", "languages", "ended")
    words = {name: phrases(f"form.workbench.{name}") for name in names}
    return (
        _templates()
        .get_template("workbench.html")
        .render(
            language=language,
            policy=workbench_policy(),
            title=words["title"],
            form_title=phrases("form.title"),
            problems_title=words["problems"],
            waiting=words["waiting"],
            preview_title=words["preview"],
            preview_open=words["open"],
            building=words["building"],
            ended=words["ended"],
            languages_label=words["languages"],
            languages=[{"tag": tag, "name": capitalised(locale_of(tag).languages[tag])} for tag in LANGUAGES],
        )
    )


def as_json(form: dict[str, Any]) -> bytes:
    """Return the form's configuration as its script reads it."""
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def assets() -> dict[str, Path]:
    """Return what the pages need beside them: names, fonts below `assets/`, and files."""
    return {path.relative_to(ASSETS).as_posix(): path for path in sorted(ASSETS.rglob("*")) if path.is_file()}


def published_assets() -> Iterator[tuple[str, bytes]]:
    """Yield the files beside the published page: names and bytes."""
    yield from ((name, path.read_bytes()) for name, path in assets().items() if name not in _WORKBENCH_ALONE)
