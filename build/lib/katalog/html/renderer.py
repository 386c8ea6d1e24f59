"""Views to HTML: Jinja templates with autoescape on, and the few filters they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader
from markupsafe import Markup

from katalog.catalogue.addresses import folders_around, way
from katalog.html.environment import Templates, escape_text, html
from katalog.json_encoding import json_bytes
from katalog.markdown import Link as TextLink
from katalog.schema.scalars import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from katalog.i18n.phrases import Phrases
    from katalog.views.courses.card import CourseCard
    from katalog.views.page import Page
    from katalog.views.reader import Link
    from katalog.views.shared.parts import PersonView, TextView


@dataclass(frozen=True)
class Site:
    """What every page's head needs besides its view; `root` is the site's full address or empty."""

    names: Mapping[str, str]
    root: str
    language_names: Mapping[str, str]


class Renderer:
    """Turns pages into the contents of a frame's slots.

    Filters know the page that is being rendered, so that macros are imported once and not for every
    page.  Cards and people are rendered once for all pages from which the way to them is the same.
    """

    def __init__(self, templates: Sequence[Path], site: Site, phrases: Mapping[str, Phrases]) -> None:
        self._site, self._phrases = site, phrases
        html_filters: dict[str, Callable[..., str]] = {
            "words": self._words,
            "listed": self._listed,
            "href": self._href,
            "text": self._text,
            "lang": self._attribute,
            "card": self._card,
            "link": self._link,
            "person": self._person,
        }
        self._environment = Templates(FileSystemLoader(templates), html_filters)
        self._head: Any = self._environment.module("head.html")
        self._parts: Any = self._environment.module("parts.html")
        self._language = ""
        self._kept: dict[tuple[object, ...], str] = {}
        self._ways_below: dict[str, _Ways] = {}

    def slots(self, page: Page, json_ld: Iterable[object] = ()) -> dict[str, str]:
        """Return what fills the frame: the slot's name to text ready for its place.

        `json_ld` is what the page says of itself to machines, as plain data.
        """
        self._stand_on(page)
        return {
            "title": html(self._document_title(page)),
            "description": html(page.description),
            "head": self._head.head(page, self._site, self._t, map(json_for_script, json_ld)),
            "languages": self._head.languages(page, self._site),
            "body": self._body(page) if page.template else "",
            "body_class": f"k-{page.kind or page.section}",
        }

    def _stand_on(self, page: Page) -> None:
        if page.language != self._language:  # languages come one after the other
            self._kept.clear()
            self._ways_below.clear()
        self._language, self._t = page.language, self._phrases[page.language]
        self._folder = page.address[: page.address.rfind("/") + 1]
        parent = self._folder[: self._folder.rfind("/", 0, -1) + 1]
        if parent not in self._ways_below:
            self._ways_below[parent] = _Ways(parent)
        self._ways = self._ways_below[parent]

    def _body(self, page: Page) -> str:
        return self._environment.page(page.template, {"page": page, "view": page.view, "t": self._t})

    def _card(self, card: CourseCard, filters: bool = False) -> str:  # noqa: FBT001, FBT002
        """Return a course's card; `filters` adds what the catalogue's filters ask it."""
        key = (self._language, self._href(card.link.address), filters)
        if key not in self._kept:
            self._kept[key] = self._parts.card(card, self._t, filters)
        return self._kept[key]

    def _person(self, person: PersonView) -> str:
        """Return a person in a list of people."""
        at = person.organisation and self._href(person.organisation.address)
        key = (self._language, self._href(person.link.address), at, person.role)
        if key not in self._kept:
            self._kept[key] = self._parts.person(person, self._t)
        return self._kept[key]

    def _link(self, to: Link) -> str:
        """Return a link in the words of its title."""
        return f'<a href="{self._href(to.address)}"{self._attribute(to.title)}>{escape_text(to.title)}</a>'

    def _href(self, address: str) -> str:
        """Return an address of the site as a link from the page being rendered.

        Pages of one folder share their ways, save those into a page's own folder.
        """
        if address.startswith(self._folder):
            return escape_text(address[len(self._folder) :] or "./")
        return self._ways[address]

    def _words(self, text: str) -> str:
        """Return text marked with its language where that is not the page's."""
        if type(text) is Words and text.lang != self._language:
            return f'<span lang="{text.lang}">{escape_text(text)}</span>'
        return escape_text(text)

    def _listed(self, texts: Iterable[str], separator: str = ", ") -> str:
        """Return texts one after the other, each marked with its language where needed."""
        return separator.join([self._words(text) for text in texts])

    def _attribute(self, text: Words | TextView | str) -> str:
        """Return a `lang` attribute for an element that holds only `text`, where one is needed."""
        lang = getattr(text, "lang", self._language)
        return "" if lang == self._language else f' lang="{lang}"'

    def _text(self, view: TextView) -> str:
        """Return a record's text with its links as links from this page."""
        return "".join(
            [self._href(part.url) if isinstance(part, TextLink) else str(part) for part in view.parts]
        )

    def _document_title(self, page: Page) -> str:
        name = self._site.names[page.language]
        return name if page.section == "home" else f"{page.title} – {name}"


class _Ways(dict[str, str]):
    """Links from the folders in one folder to addresses that are not in theirs, as HTML."""

    def __init__(self, parent: str) -> None:
        super().__init__()
        self._around = folders_around(f"{parent}*/")[1:]

    def __missing__(self, address: str) -> str:
        found = self[address] = escape_text(way(address, self._around))
        return found


_ESCAPED = tuple((each.encode(), f"\\u{ord(each):04x}".encode()) for each in "<>&")


def json_for_script(data: Any) -> Markup:
    """Return JSON for a `<script>` that holds data and no JavaScript: without `<`, `>` and `&`."""
    text = json_bytes(data)
    for character, escaped in _ESCAPED:
        text = text.replace(character, escaped)
    return Markup(text.decode())  # noqa: S704 - every character that could end the script is escaped above
