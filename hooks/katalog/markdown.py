"""The text of a record: CommonMark with GitHub's extensions to safe HTML.

comrak drops raw HTML and dangerous addresses by itself; what it drops is found again here and
reported to the editor.  Links stay open (`Link`) until the page they are shown on is known, and the few words
of the renderer's own (`Label`) until its language is: a body is rendered once and serves every page.

Where something stands in the source is asked for only when something is wrong with it: the renderer can
tell, but its marks are dear to take out of every text again.  So then a text is rendered once more.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from itertools import count

import comrak
from msgspec import Struct

from katalog.problems import Position


class Link(Struct, frozen=True, tag=True):
    """An author's link or picture: `url` as written, `number` its index in the text (`position_of_link`)."""

    url: str
    number: int
    picture: bool = False


class Label(Struct, frozen=True, tag=True):
    """A word of the renderer's own, by its message id."""

    message_id: str


class Heading(Struct, frozen=True):
    """A heading within the text; `level` as shown, under the page's own first-level heading."""

    id: str
    text: str
    level: int


class Fault(Struct, frozen=True):
    """Something the renderer had to drop."""

    position: Position
    code: str


class Body(Struct, frozen=True):
    """Rendered text: HTML between links and labels, and what was found on the way."""

    parts: tuple[str | Link | Label, ...] = ()
    headings: tuple[Heading, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        """The author's links and pictures, in order."""
        return (part for part in self.parts if isinstance(part, Link))

    def __bool__(self) -> bool:
        return bool(self.parts)


class Outline(Struct, frozen=True):
    """What others ask of a text that they do not show."""

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    faults: tuple[Fault, ...] = ()


_OMITTED = "<!-- raw HTML omitted -->"
_HEADING = re.compile(
    r'<h([1-6]) id="([^"]*)">(.*?)'
    r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a></h\1>',
    re.DOTALL,
)
_OPEN = re.compile(  # begins with a letter, which re finds ten times as fast as groups
    r'<a href="(?P<link>[^"]*)"(?: title=|>)'
    r'|<img loading="lazy" src="(?P<picture>[^"]*)"'
    r'|<p class="markdown-alert-title">(?P<alert>Note|Tip|Important|Warning|Caution)</p>'
    r'|<a href="[^"]*" class="footnote-backref"[^>]*?aria-label="(?P<back>Back to reference [^"]*)"'
)
_POSITION = re.compile(r' data-sourcepos="(\d+):(\d+)-')
_PLACED = re.compile(rf'<(?:a|img){_POSITION.pattern}[^"]*" (?:href|src)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_RAW = re.compile(r"<[A-Za-z/!?]")


@cache
def _options() -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    extension = comrak.ExtensionOptions()
    for name in ("alerts", "footnotes", "strikethrough", "table", "tasklist", "autolink"):
        setattr(extension, name, True)
    extension.header_id_prefix = ""
    return extension, comrak.ParseOptions(), comrak.RenderOptions()


@cache
def _options_with_positions() -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    extension, parse, render = _options()[0], comrak.ParseOptions(), comrak.RenderOptions()
    parse.sourcepos_chars = True  # columns in characters, dear to count for every text
    render.sourcepos = True
    return extension, parse, render


def render_text(text: str) -> Body:
    """Render a record's body."""
    if not text.strip():
        return Body()
    html = comrak.render_markdown(text, *_options())
    faults = tuple(_faults(html, text))
    html = html.replace(_OMITTED, "").replace("<img src=", '<img loading="lazy" src=')
    html, headings = _lowered(html)
    return Body(tuple(_parts(html)), headings, faults)


def first_paragraph(text: str) -> str:
    """Return the words of the first paragraph of a record's body."""
    _, begun, rest = comrak.render_markdown(text, *_options()).partition("<p>")
    return _plain(rest.partition("</p>")[0]) if begun else ""


def outline_of(text: str) -> Outline:
    """Return the outline of a record's body."""
    body = render_text(text)
    return Outline((*body.links,), body.headings, body.faults)


def render_with_places(text: str) -> str:
    """Return HTML in which every element says where it stands in the text: `data-sourcepos="1:1-2:7"`."""
    return comrak.render_markdown(text, *_options_with_positions())


def position_of_link(link: Link, text: str, first_line: int) -> Position:
    """Return where a link of `text` stands in the file in which the text begins on `first_line`."""
    return _link_positions(text)[link.number].below(first_line)


@lru_cache(maxsize=4)
def _link_positions(text: str) -> tuple[Position, ...]:
    html = render_with_places(text)
    return tuple(Position(int(line), int(column)) for line, column, _ in _PLACED.findall(html))


def _lowered(html: str) -> tuple[str, tuple[Heading, ...]]:
    """Put headings below the page's own, and none left out on the way down; drop links to themselves."""
    headings: list[Heading] = []
    open_: list[int] = []

    def lower(match: re.Match[str]) -> str:
        written, id_, inner = match.groups()
        level = _level(int(written), open_)
        headings.append(Heading(unescape(id_), _plain(inner), level))
        return f'<h{level} id="{id_}">{inner}</h{level}>'

    return _HEADING.sub(lower, html), tuple(headings)


def _level(written: int, open_: list[int]) -> int:
    """Return the level a heading is shown at; `open_` are the levels written above it."""
    while open_ and open_[-1] >= written:
        open_.pop()
    open_.append(written)
    return min(len(open_) + 1, 6)


def _parts(html: str) -> Iterator[str | Link | Label]:
    done, numbers = 0, count()
    for match in _OPEN.finditer(html):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        yield html[done:start]
        done = end
        if kind in {"link", "picture"}:
            yield Link(unescape(match[kind]), next(numbers), picture=kind == "picture")
        else:
            yield Label("text.footnote-back" if kind == "back" else f"text.alert.{match[kind].lower()}")
    yield html[done:]


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html) if "<" in html else html).split())


def _faults(html: str, text: str) -> Iterator[Fault]:
    refused = ' href=""' in html or ' src=""' in html
    if not refused and _OMITTED not in html:
        return
    html = render_with_places(text)
    yield from _raw_html(html, text.split("\n"))
    for line, column, url in _PLACED.findall(html):
        if not url:
            yield Fault(Position(int(line), int(column)), "text.link-refused")


def _raw_html(html: str, lines: list[str]) -> Iterator[Fault]:
    """Find in the source what the renderer left out: after the last position it names before."""
    at = Position(1, 1)
    for match in re.finditer(rf"{_POSITION.pattern}|{_OMITTED}", html):
        if match[1]:
            at = max(at, Position(int(match[1]), int(match[2])))
        else:
            found = _find_raw(lines, at)
            yield Fault(found, "text.raw-html")
            at = Position(found.line, found.column + 1)


def _find_raw(lines: list[str], at: Position) -> Position:
    for number in range(at.line, len(lines) + 1):
        found = _RAW.search(lines[number - 1], at.column - 1 if number == at.line else 0)
        if found:
            return Position(number, found.start() + 1)
    return at
