"""The text of a record: CommonMark with GitHub's extensions to safe HTML.

comrak drops raw HTML and dangerous addresses by itself; what it drops is found again here and told
to the editor.  Links stay open (`Link`) until the page they are shown on is known, and the few words
of the renderer's own (`Label`) until its language is: a body is rendered once and serves every page.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import comrak
from msgspec import Struct

from katalog.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator


class Link(Struct, frozen=True):
    """An author's link or picture: `url` as written, `place` within the body (line 1 is its first)."""

    url: str
    place: Place
    picture: bool = False


class Label(Struct, frozen=True):
    """A word of the renderer's own, by its message id."""

    message_id: str


class Heading(Struct, frozen=True):
    """A heading within the text; `level` as shown, under the page's own first-level heading."""

    id: str
    text: str
    level: int


class Fault(Struct, frozen=True):
    """Something the renderer had to drop."""

    place: Place
    code: str


class Body(Struct, frozen=True):
    """Rendered text: HTML between links and labels, and what was found on the way."""

    parts: tuple[str | Link | Label, ...] = ()
    headings: tuple[Heading, ...] = ()
    faults: tuple[Fault, ...] = ()
    first_paragraph: str = ""

    @property
    def links(self) -> Iterator[Link]:
        """The author's links and pictures, in order."""
        return (part for part in self.parts if isinstance(part, Link))

    def __bool__(self) -> bool:
        return bool(self.parts)


_OMITTED = "<!-- raw HTML omitted -->"
_MARKS = re.compile(  # begins with letters, which re finds ten times as fast as groups
    r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>'
    rf"|{_OMITTED}"
    r'|<(?P<tag>a|img) data-sourcepos="(?P<line>\d+):(?P<column>\d+)-[^"]*" (?:href|src)="(?P<url>[^"]*)"'
    r'|<p class="markdown-alert-title">(?P<alert>[^<]*)</p>'
    r'|aria-label="Back to reference [^"]*"(?P<back>)'
    r"|<(?P<close>/?)h(?P<level>[1-6])(?=[ >])"
)
_POSITION = re.compile(r' data-sourcepos="(\d+):(\d+)-[^"]*"')
_OPENING = re.compile(r"<h([1-6])(?=[ >])")
_HEADING = re.compile(r'<h([1-6]) id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p data-sourcepos[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RAW = re.compile(r"<[A-Za-z/!?]")


@cache
def _options() -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    parse, extension, render = comrak.ParseOptions(), comrak.ExtensionOptions(), comrak.RenderOptions()
    for name in ("alerts", "footnotes", "strikethrough", "table", "tasklist", "autolink"):
        setattr(extension, name, True)
    extension.header_id_prefix = ""
    parse.sourcepos_chars = True
    render.sourcepos = True
    return extension, parse, render


def render_text(text: str) -> Body:
    """Render a record's body."""
    if not text.strip():
        return Body()
    html = comrak.render_markdown(text, *_options())
    levels = tuple(_levels(html))
    return Body(
        parts=tuple(_parts(html, levels)),
        headings=tuple(_headings(html, levels)),
        faults=tuple(_faults(html, text)),
        first_paragraph=_first_paragraph(html),
    )


def _levels(html: str) -> Iterator[int]:
    """Yield the level each heading is shown at: below the page's own, and none left out on the way down."""
    open_: list[int] = []
    for written in map(int, _OPENING.findall(html)):
        while open_ and open_[-1] >= written:
            open_.pop()
        open_.append(written)
        yield min(len(open_) + 1, 6)


def _parts(html: str, levels: tuple[int, ...]) -> Iterator[str | Link | Label]:
    done, kept = 0, ""
    # a heading's level is asked for twice: at its opening and at its closing tag
    tags = (level for level in levels for _ in range(2))
    for match in _MARKS.finditer(html):
        kept += _POSITION.sub("", html[done : match.start()])
        done = match.end()
        before, special, after = _special(match, tags)
        if special is None:
            kept += before
            continue
        yield kept + before
        yield special
        kept = after
    yield kept + _POSITION.sub("", html[done:])


def _special(match: re.Match[str], tags: Iterator[int]) -> tuple[str, Link | Label | None, str]:
    """Return what stands before, what stays open, and what stands after it."""
    if match["tag"]:
        attribute = "src" if match["tag"] == "img" else "href"
        lazy = ' loading="lazy"' if match["tag"] == "img" else ""
        place = Place(int(match["line"]), int(match["column"]))
        link = Link(unescape(match["url"]), place, picture=match["tag"] == "img")
        return f'<{match["tag"]}{lazy} {attribute}="', link, '"'
    if match["alert"] is not None:
        label = Label(f"text.alert.{match['alert'].lower()}")
        return '<p class="markdown-alert-title">', label, "</p>"
    if match["back"] is not None:
        return 'aria-label="', Label("text.footnote-back"), '"'
    if match["level"]:
        return f"<{match['close']}h{next(tags)}", None, ""
    return "", None, ""


def _headings(html: str, levels: tuple[int, ...]) -> Iterator[Heading]:
    for level, (_, id_, inner) in zip(levels, _HEADING.findall(html), strict=True):
        yield Heading(unescape(id_), _plain(inner), level)


def _first_paragraph(html: str) -> str:
    found = _PARAGRAPH.search(html)
    return _plain(found[1]) if found else ""


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _faults(html: str, text: str) -> Iterator[Fault]:
    if _OMITTED in html:
        yield from _raw_html(html, text.split("\n"))
    if ' href=""' in html or ' src=""' in html:
        for match in _MARKS.finditer(html):
            if match["tag"] and not match["url"]:
                yield Fault(Place(int(match["line"]), int(match["column"])), "text.link-refused")


def _raw_html(html: str, lines: list[str]) -> Iterator[Fault]:
    """Find in the source what the renderer left out: after the last position it names before."""
    at = Place(1, 1)
    for match in re.finditer(rf"{_POSITION.pattern}|{_OMITTED}", html):
        if match[1]:
            at = max(at, Place(int(match[1]), int(match[2])))
        else:
            found = _find_raw(lines, at)
            yield Fault(found, "text.raw-html")
            at = Place(found.line, found.column + 1)


def _find_raw(lines: list[str], at: Place) -> Place:
    for number in range(at.line, len(lines) + 1):
        found = _RAW.search(lines[number - 1], at.column - 1 if number == at.line else 0)
        if found:
            return Place(number, found.start() + 1)
    return at
