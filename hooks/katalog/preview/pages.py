"""Pages on their way to the browser, with the script that follows edits; and one for while there are none."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from katalog.i18n.phrases import Phrases
from katalog.preview.status import Status, as_data

_END_OF_HEAD = b"</head>"


def with_script(page: bytes, version: str) -> bytes:
    """Return a page with the preview's script and styles; `version` is that of the pages now."""
    head, end, rest = page.partition(_END_OF_HEAD)
    return b"".join([head, _tags(version).encode(), end, rest]) if end else page


def _tags(version: str) -> str:
    return (
        '<link rel="stylesheet" href="/.katalog/preview.css">'
        f'<script defer src="/.katalog/preview.js" data-version="{escape(version)}"></script>'
    )


def waiting_page(status: Status, state: str, phrases: Phrases) -> str:
    """Return the page that stands for all while there are none: what is wrong, or that they are being built.

    `state` tells the status from others.
    """
    data = as_data(status, phrases)
    return _templates().get_template("waiting.html").render(status=data, state=state)


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
