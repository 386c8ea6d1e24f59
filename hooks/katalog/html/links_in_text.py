"""Web and e-mail addresses in plain text as links."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

_ADDRESS = re.compile(
    r"(?<![\w@/.])(?:(?P<web>(?:https?://|www\.)(?:\([^\s()<>]*\)|[^\s()<>\"'`\\])+)"
    r"|(?P<mail>[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+))",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = ".,;:!?…»”]*_"
_LINK = Markup('<a href="%s">%s</a>')


def with_links(text: str) -> Markup:
    """Return plain text as HTML, its http, https and e-mail addresses as links and all else escaped."""
    return Markup().join(_pieces(text))


def _pieces(text: str) -> Iterator[Markup]:
    end = 0
    for found in _ADDRESS.finditer(text):
        written = found[0].rstrip(_ENDS_A_SENTENCE)
        yield escape(text[end : found.start()])
        yield _LINK % (_target(written, mail=bool(found["mail"])), written)
        end = found.start() + len(written)
    yield escape(text[end:])


def _target(written: str, *, mail: bool) -> str:
    if mail:
        return f"mailto:{written}"
    return written if "://" in written else f"https://{written}"
