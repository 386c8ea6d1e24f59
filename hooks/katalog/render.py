"""Views to HTML: Jinja templates with autoescape on, and the few filters they need."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, pass_context
from markupsafe import Markup, escape

from katalog.catalogue.addresses import relative
from katalog.schema.scalars import Words
from katalog.templates import Templates
from katalog.text import Link as TextLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jinja2.runtime import Context

    from katalog.i18n import Phrases
    from katalog.views.cards import CourseCard
    from katalog.views.page import Page
    from katalog.views.parts import TextView


@dataclass(frozen=True)
class Site:
    """What every page's head needs besides its view; `root` is the site's full address or empty."""

    names: Mapping[str, str]
    root: str
    language_names: Mapping[str, str]


class Renderer:
    """Turns pages into the contents of a frame's slots.

    Filters know the page that is being rendered, so that macros are imported once and not for every
    page; they ask for the context only because Jinja would work out a filtered constant in advance.
    A course's card is rendered once for all pages from which the way to it is the same.
    """

    def __init__(self, templates: Path, site: Site, phrases: Mapping[str, Phrases]) -> None:
        self._site, self._phrases = site, phrases
        self._environment = Templates(FileSystemLoader(templates))
        self._environment.filters |= {
            "words": self._words,
            "href": self._href,
            "text": self._text,
            "lang": self._lang,
            "card": self._card,
        }
        self._environment.globals |= {"site": site}
        self._cards: dict[tuple[str, str, bool], Markup] = {}
        self._address = self._language = ""

    def slots(self, page: Page, json_ld: Iterable[Mapping[str, Any]] = ()) -> dict[str, str]:
        """Return what fills the frame: the slot's name to text ready for its place.

        `json_ld` is what the page says of itself to machines, as plain data.
        """
        self._address, self._language = page.address, page.language
        t = self._phrases[page.language]
        names = {"page": page, "view": page.view, "t": t, "language": page.language}
        return {
            "title": str(escape(self._document_title(page))),
            "description": str(escape(page.description)),
            "head": self._render("head.html", names | {"json_ld": map(json_for_script, json_ld)}),
            "languages": self._render("languages.html", names),
            "body": self._render(page.template, names) if page.template else "",
            "body_class": f"k-{page.kind or page.section}",
        }

    def _render(self, template: str, names: dict[str, Any]) -> str:
        return self._environment.get_template(template).render(names)

    @pass_context
    def _card(self, _: Context, card: CourseCard, filters: bool = False) -> Markup:  # noqa: FBT001, FBT002
        """Return a course's card; `filters` adds what the catalogue's filters ask it."""
        key = (relative(card.link.address, self._address), self._language, filters)
        if key not in self._cards:
            names = {"card": card, "t": self._phrases[self._language], "filters": filters}
            self._cards[key] = Markup(self._render("card.html", names))  # noqa: S704 - a template's HTML
        return self._cards[key]

    @pass_context
    def _href(self, _: Context, address: str) -> str:
        """Return an address of the site as a link from the page being rendered."""
        return relative(address, self._address)

    @pass_context
    def _words(self, _: Context, text: str) -> str | Markup:
        """Return text marked with its language where that is not the page's."""
        if isinstance(text, Words) and text.lang != self._language:
            return Markup(f'<span lang="{text.lang}">{escape(str(text))}</span>')  # noqa: S704 - escaped
        return text

    @pass_context
    def _lang(self, _: Context, text: Words | TextView | str) -> Markup:
        """Return a `lang` attribute for an element that holds only `text`, where one is needed."""
        lang = getattr(text, "lang", self._language)
        return _NOTHING if lang == self._language else Markup(f' lang="{lang}"')  # noqa: S704 - from the schema

    @pass_context
    def _text(self, _: Context, view: TextView) -> Markup:
        """Return a record's text with its links as links from this page."""
        here = self._address
        pieces = (
            str(escape(relative(part.url, here))) if isinstance(part, TextLink) else str(part)
            for part in view.parts
        )
        return Markup("".join(pieces))  # noqa: S704 - comrak's HTML, links escaped

    def _document_title(self, page: Page) -> str:
        name = self._site.names[page.language]
        return name if page.section == "home" else f"{page.title} – {name}"


_NOTHING = Markup("")


def json_for_script(data: Any) -> Markup:
    """Return JSON safe inside `<script>`: no `<`, `>`, `&` (HTML), no U+2028/9 (JavaScript)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - every character that could end the script is escaped above
