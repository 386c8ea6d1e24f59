"""Views to HTML: Jinja templates with autoescape on, and the few filters they need."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from katalog.catalogue.addresses import relative
from katalog.schema.scalars import Words
from katalog.text import Link as TextLink

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2.runtime import Context

    from katalog.i18n import Phrases
    from katalog.views.page import Page
    from katalog.views.parts import TextView


@dataclass(frozen=True)
class Site:
    """What every page's head needs besides its view; `root` is the site's full address or empty."""

    names: Mapping[str, str]
    root: str
    language_names: Mapping[str, str]


class Renderer:
    """Turns pages into the contents of a frame's slots; holds no state between pages."""

    def __init__(self, templates: Path, site: Site, phrases: Mapping[str, Phrases]) -> None:
        self._site, self._phrases = site, phrases
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"words": _words, "href": _href, "text": _text, "lang": _lang}
        self._environment.globals |= {"site": site}

    def slots(self, page: Page) -> dict[str, str]:
        """Return what fills the frame: the slot's name to text ready for its place."""
        names = {
            "page": page,
            "view": page.view,
            "t": self._phrases[page.language],
            "language": page.language,
        }
        return {
            "title": str(escape(self._document_title(page))),
            "description": str(escape(page.description)),
            "head": self._render("head.html", names | {"json_ld": map(json_for_script, page.json_ld)}),
            "languages": self._render("languages.html", names),
            "body": self._render(page.template, names) if page.template else "",
            "body_class": f"k-{page.kind or page.section}",
        }

    def _render(self, template: str, names: dict[str, Any]) -> str:
        return self._environment.get_template(template).render(names)

    def _document_title(self, page: Page) -> str:
        name = self._site.names[page.language]
        return name if page.section == "home" else f"{page.title} – {name}"


def json_for_script(data: Any) -> Markup:
    """Return JSON safe inside `<script>`: no `<`, `>`, `&` (HTML), no U+2028/9 (JavaScript)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - every character that could end the script is escaped above


@pass_context
def _href(context: Context, address: str) -> str:
    """Return an address of the site as a link from the page being rendered."""
    return relative(address, context["page"].address)


@pass_context
def _words(context: Context, text: str) -> str | Markup:
    """Return text marked with its language where that is not the page's."""
    if isinstance(text, Words) and text.lang != context["language"]:
        return Markup('<span lang="{}">{}</span>').format(text.lang, str(text))
    return text


@pass_context
def _lang(context: Context, text: str) -> Markup:
    """Return a `lang` attribute for an element that holds only `text`, where one is needed."""
    if isinstance(text, Words) and text.lang != context["language"]:
        return Markup(' lang="{}"').format(text.lang)
    return Markup("")


@pass_context
def _text(context: Context, view: TextView) -> Markup:
    """Return a record's text with its links as links from this page."""
    here = context["page"].address
    pieces = (escape(relative(part.url, here)) if isinstance(part, TextLink) else part for part in view.parts)
    return Markup("".join(str(piece) for piece in pieces))  # noqa: S704 - comrak's HTML, links escaped
