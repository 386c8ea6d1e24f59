"""A hand-written page's Markdown to HTML whose links are still open, with what is wrong in it.

Python-Markdown renders it, as MkDocs would, but it says of nothing where it stood.  So what is wrong is
looked for in the page again: the second link to an address is the second place where that address is written.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from msgspec import Struct

from katalog.markdown import Fault
from katalog.problems import Position
from katalog.settings.markdown_extensions import read_extensions

ATTRIBUTES = frozenset({
    "align", "alt", "checked", "class", "colspan", "dir", "disabled", "for", "height", "href", "hreflang",
    "id", "lang", "loading", "name", "open", "rel", "reversed", "role", "rowspan", "src", "start", "title",
    "type", "value", "width",
})  # fmt: skip
"""What an element may carry besides `data-…` and `aria-…`; the browser runs none of it."""
DANGEROUS = frozenset({"data", "file", "javascript", "vbscript"})
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")
_OPEN = re.compile("\x04(\\d+)\x04")


class HandLink(Struct, frozen=True):
    """A link or picture of a hand-written page: its address as written, and where in the text that stands."""

    url: str
    position: Position
    picture: bool = False


class HandText(Struct, frozen=True):
    """A rendered page: HTML between its links within the site, all its links, its ids, and what is wrong.

    Positions count from the first line of the text.  `contents` are the headings as Python-Markdown's
    extension `toc` tells them.
    """

    parts: tuple[str | HandLink, ...] = ()
    links: tuple[HandLink, ...] = ()
    ids: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    contents: tuple[Any, ...] = ()

    def html(self, address_of: Callable[[HandLink], str]) -> str:
        """Return the HTML with what `address_of` makes of the links within the site."""
        return "".join(part if isinstance(part, str) else _escaped(address_of(part)) for part in self.parts)


def render_page(text: str, extensions: str) -> HandText:
    """Render the text of a page, without its front matter, as the setting `markdown_extensions` says."""
    markdown, judge = _renderer(extensions)
    markdown.reset()
    judge.begin(text)
    html = markdown.convert(text)
    parts = tuple(
        part if number % 2 == 0 else judge.links[int(part)] for number, part in enumerate(_OPEN.split(html))
    )
    return HandText(
        parts,
        tuple(judge.links),
        frozenset(judge.ids),
        tuple(judge.faults),
        tuple(getattr(markdown, "toc_tokens", ())),
    )


@cache
def _renderer(extensions: str) -> "tuple[Markdown, _Judge]":
    markdown, judge = read_extensions(extensions)[0].markdown(), _Judge()
    judge.extendMarkdown(markdown)
    return markdown, judge


def _escaped(url: str) -> str:
    return url.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


class _Judge(Extension):
    """Notes what a text consists of while it is rendered."""

    def begin(self, text: str) -> None:
        self.places = _Places(text)
        self.links: list[HandLink] = []
        self.ids: set[str] = set()
        self.faults: list[Fault] = []
        self.stashed = 0

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.register(_BeforeHtml(self, md), "katalog_before_html", 20.5)
        md.preprocessors.register(_AfterHtml(self, md), "katalog_after_html", 19.5)
        md.inlinePatterns.register(_Html(self, md), "html", 90)
        md.treeprocessors.register(_Tree(self, md), "katalog_tree", -100)

    def raw_html(self, html: str) -> None:
        """Note HTML that the author wrote."""
        self.faults.append(Fault(self.places.of_html(html), "text.raw-html"))


class _BeforeHtml(Preprocessor):
    """Code in fences is put aside before it, HTML of the author's own in the next step."""

    def __init__(self, judge: _Judge, md: Markdown) -> None:
        super().__init__(md)
        self.judge = judge

    def run(self, lines: list[str]) -> list[str]:
        self.judge.stashed = len(self.md.htmlStash.rawHtmlBlocks)
        return lines


class _AfterHtml(_BeforeHtml):
    def run(self, lines: list[str]) -> list[str]:
        for block in self.md.htmlStash.rawHtmlBlocks[self.judge.stashed :]:
            self.judge.raw_html(block if isinstance(block, str) else f"<{block.tag}")
        return lines


class _Html(HtmlInlineProcessor):
    def __init__(self, judge: _Judge, md: Markdown) -> None:
        super().__init__(HTML_RE, md)
        self.judge = judge

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        self.judge.raw_html(self.unescape(m.group(1)))
        return super().handleMatch(m, data)


class _Tree(Treeprocessor):
    """Goes through the finished elements: ids, attributes, links."""

    def __init__(self, judge: _Judge, md: Markdown) -> None:
        super().__init__(md)
        self.judge = judge

    def run(self, root: Element) -> None:
        judge = self.judge
        for element in root.iter():
            judge.ids.update(filter(None, (element.get("id"), element.get("name"))))
            for name, value in element.items():
                if not _is_harmless(element, name, value):
                    judge.faults.append(Fault(judge.places.of(name), "text.raw-html"))
            if element.tag == "a" and element.get("href") is not None:
                self._link(element, "href")
                if not _says_something(element):
                    judge.faults.append(Fault(judge.links[-1].position, "text.link-without-text"))
            elif element.tag == "img":
                self._link(element, "src")
                if not (element.get("alt") or "").strip():
                    judge.faults.append(Fault(judge.links[-1].position, "text.no-alt"))

    def _link(self, element: Element, attribute: str) -> None:
        """Note a link; one within the site is left open."""
        written = (element.get(attribute) or "").replace(AMP_SUBSTITUTE, "&")
        url = unescape(written)
        link = HandLink(url, self.judge.places.of_address(written), element.tag == "img")
        if _is_within(url):
            element.set(attribute, f"\x04{len(self.judge.links)}\x04")
        self.judge.links.append(link)


def _is_within(url: str) -> bool:
    """Tell a path within the site from an anchor, and from what has a scheme or a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and bool(parts.path)


def _is_harmless(element: Element, name: str, value: str) -> bool:
    if name == "style":
        return element.tag in {"th", "td"} and bool(_ALIGNED.fullmatch(value))
    if name == "src":
        return element.tag == "img"
    if name == "href":
        return element.tag == "a"
    return name in ATTRIBUTES or name.startswith(("data-", "aria-"))


def _says_something(element: Element) -> bool:
    return bool("".join(element.itertext()).strip()) or element.find(".//img") is not None


def is_dangerous(url: str) -> bool:
    """Return whether an address is empty, or of a kind that the renderer of records refuses too."""
    try:
        return not url.strip() or urlsplit(url.strip()).scheme in DANGEROUS
    except ValueError:
        return False


class _Places:
    """Where things stand in a text, apart from its code.

    What is written in the same words several times is found one place after another.
    """

    def __init__(self, text: str) -> None:
        self.text = "".join(without_code(text))
        self.asked: Counter[str] = Counter()

    def of_address(self, url: str) -> Position:
        """Return where the address of the next such link stands; that of the definition a label names."""
        written = re.escape(url)
        return self._next(url, rf"(?:\]\(|\]:|<)\s*<?(?={written}(?:[\s)>]|\Z))", written)

    def of_html(self, html: str) -> Position:
        """Return where the next such HTML begins."""
        first = html.strip().split("\n")[0][:60]
        return self._next(first, rf"(?={re.escape(first)})", re.escape(first.split()[0] if first else "<"))

    def of(self, word: str) -> Position:
        """Return where the next such word stands."""
        return self._next(word, rf"\b(?={re.escape(word)}\b)", re.escape(word))

    def _next(self, what: str, pattern: str, otherwise: str) -> Position:
        found = list(re.finditer(pattern, self.text)) or list(re.finditer(f"(?={otherwise})", self.text))
        number = min(self.asked[what], len(found) - 1)
        self.asked[what] += 1
        return self._position(found[number].end() if found else 0)

    def _position(self, at: int) -> Position:
        return Position(self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))


def without_code(text: str) -> Iterator[str]:
    """Yield a text with blanks for what stands in fences and between accents."""
    fence = ""
    for line in text.splitlines(keepends=True):
        begun = re.match(r"\s*(`{3,}|~{3,})", line)
        if fence or begun:
            yield re.sub(r"[^\n]", " ", line)
            if begun and (not fence or line.strip() == fence):
                fence = "" if fence else begun[1]
        else:
            yield re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", lambda match: " " * len(match[0]), line)
