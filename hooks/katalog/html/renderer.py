"""Views to HTML: Jinja templates with autoescape on, and the few filters they need."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from katalog.catalogue.addresses import parent_folders, url_from_folders
from katalog.html.links_in_text import with_links
from katalog.i18n.phrases import Phrases
from katalog.json_encoding import json_bytes
from katalog.markdown import Link as TextLink
from katalog.schema.annotations import LangText
from katalog.views.calendar.filters import CalendarChoice
from katalog.views.courses.card import CourseCard
from katalog.views.page import Page
from katalog.views.reader import Link
from katalog.views.share_picture import SharePicture
from katalog.views.shared.people import PersonView
from katalog.views.shared.text import TextView

MOST_RENDERED, MOST_PARENTS = 8192, 64
"""How many cards and the like, and how many folders' links, are held at a time: 16 MB and much less."""
ENGINE = "engine"
"""What stands before the name of an engine's template that the site's own of that name extends."""


@dataclass(frozen=True)
class SiteInfo:
    """What every page's head needs besides its view; `root` is the site's full address or empty.

    `language_names` begin with the site's first language, which stands for readers of none (`x-default`).
    """

    names: Mapping[str, str]
    root: str
    language_names: Mapping[str, str]

    @property
    def first_language(self) -> str:
        """The tag of the site's first language."""
        return next(iter(self.language_names), "")


class _CompiledTemplates(FileSystemBytecodeCache):
    """Templates as Jinja has compiled them, in the user's own part of the system's temporary folder."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # a full disk
            super().dump_bytecode(bucket)


@cache
def _compiled_templates() -> BytecodeCache | None:
    """Return what was compiled by this version of Jinja; nothing where no folder is safe for it."""
    try:
        return _CompiledTemplates(pattern=f"katalog-{version('jinja2')}-%s.cache")
    except (OSError, RuntimeError):
        return None


def template_environment(
    loader: BaseLoader | None, filters: Mapping[str, Callable[..., Markup]]
) -> Environment:
    """Return our templates' environment: everything is escaped, and a missing name raises `UndefinedError`.

    What `filters` return depends on the page that is being rendered, not on their arguments alone.
    """
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled_templates(),
    )
    environment.filters |= {name: _at_rendering(each) for name, each in filters.items()}
    return environment


def _at_rendering(make: Callable[..., Markup]) -> Callable[..., Markup]:
    """Let a filter run when a page is rendered: Jinja applies others to constants when it compiles."""

    @pass_context
    def filtered(_context: Context, *arguments: object, **named: object) -> Markup:
        return make(*arguments, **named)

    return filtered


class Renderer:
    """Turns pages into the contents of a frame's slots.

    The last folder of `templates` is the engine's; those before it are looked into first.
    Filters know the page that is being rendered, so that macros are imported once and not for every
    page.  Cards, people and choices are rendered once for all pages whose links to them are the same.
    """

    def __init__(self, templates: Sequence[Path], site: SiteInfo, phrases: Mapping[str, Phrases]) -> None:
        self._site, self._phrases = site, phrases
        filters = {name: partial(run, self) for name, run in self.FILTERS.items()}
        own = FileSystemLoader(templates)
        engines = PrefixLoader({ENGINE: FileSystemLoader(templates[-1])})
        self._environment = template_environment(ChoiceLoader([own, engines]), filters)
        self._head: Any = self._environment.get_template("macros/head.html").module
        self._cards: Any = self._environment.get_template("macros/course_cards.html").module
        self._parts: Any = self._environment.get_template("macros/common.html").module
        self._language = ""
        self._rendered: dict[tuple[object, ...], Markup] = {}
        self._urls_by_parent: dict[str, _RelativeUrls] = {}

    def slots(
        self, page: Page, json_ld: Iterable[object] = (), picture: SharePicture | None = None
    ) -> dict[str, str]:
        """Return what fills the frame: the slot's name to text ready for its place.

        `json_ld` is the page's structured data, as plain data; `picture` is shown where the page is shared.
        """
        self._set_page(page)
        return {
            "title": escape(self._document_title(page)),
            "description": escape(page.description),
            "head": self._head.head(page, self._site, self._t, map(json_for_script, json_ld), picture),
            "languages": self._head.languages(page, self._site),
            "body": self._body(page) if page.template else "",
            "body_class": f"k-{page.kind or page.section}",
        }

    def forget(self) -> None:
        """Render cards, people and choices anew: those of another catalogue are not the same."""
        self._rendered.clear()

    def _set_page(self, page: Page) -> None:
        if page.language != self._language or len(self._rendered) > MOST_RENDERED:
            self._rendered.clear()  # languages come one after the other
        if page.language != self._language or len(self._urls_by_parent) > MOST_PARENTS:
            self._urls_by_parent.clear()
        self._language, self._t = page.language, self._phrases[page.language]
        self._folder = page.address[: page.address.rfind("/") + 1]
        parent = self._folder[: self._folder.rfind("/", 0, -1) + 1]
        if parent not in self._urls_by_parent:
            self._urls_by_parent[parent] = _RelativeUrls(parent)
        self._urls = self._urls_by_parent[parent]

    def _body(self, page: Page) -> str:
        return self._environment.get_template(page.template).render(page=page, view=page.view, t=self._t)

    def _card(self, card: CourseCard) -> Markup:
        """Return a course's card."""
        key = (self._language, self._href(card.link.address))
        if key not in self._rendered:
            self._rendered[key] = self._cards.card(card, self._t)
        return self._rendered[key]

    def _person(self, person: PersonView) -> Markup:
        """Return a person in a list of people."""
        at = person.organisation and self._href(person.organisation.address)
        key = (self._language, self._href(person.link.address), at, person.role)
        if key not in self._rendered:
            self._rendered[key] = self._parts.person(person, self._t)
        return self._rendered[key]

    def _choice(self, choice: CalendarChoice) -> Markup:
        """Return what the calendar can be filtered by, with its calendars."""
        key = (self._language, choice.value, choice.label, *map(self._href, choice.feeds[:1]))
        if key not in self._rendered:
            self._rendered[key] = self._parts.choice(choice)
        return self._rendered[key]

    def _link(self, to: Link) -> Markup:
        """Return a link in the words of its title."""
        start = f'<a href="{self._href(to.address)}"{self._attribute(to.title)}>'
        return Markup(f"{start}{escape(to.title)}</a>")  # noqa: S704 - all of it is escaped

    def _href(self, address: str) -> Markup:
        """Return an address of the site as a link from the page being rendered.

        Pages of one folder share the links out of it; a link into a page's own folder is its alone.
        """
        if address.startswith(self._folder):
            return escape(address[len(self._folder) :] or "./")
        return self._urls[address]

    def _words(self, text: str) -> Markup:
        """Return text marked with its language where that is not the page's."""
        return self._marked(text, escape(text))

    def _linked(self, text: str) -> Markup:
        """Return text as `words` does, with the addresses in it as links: nothing for a link or heading."""
        return self._marked(text, with_links(text))

    def _marked(self, text: str, shown: Markup) -> Markup:
        if type(text) is LangText and text.lang != self._language:
            return Markup(f'<span lang="{text.lang}">{shown}</span>')  # noqa: S704 - escaped, and a tag
        return shown

    def _listed(self, texts: Iterable[str], separator: str = ", ") -> Markup:
        """Return texts one after the other, each marked with its language where needed."""
        return escape(separator).join([self._words(text) for text in texts])

    def _attribute(self, text: LangText | TextView | str) -> Markup:
        """Return a `lang` attribute for an element that holds only `text`, where one is needed."""
        lang = getattr(text, "lang", self._language)
        return _NOTHING if lang == self._language else _LANG % lang

    def _text(self, view: TextView) -> Markup:
        """Return a record's text with its links as links from this page."""
        parts = [self._href(part.url) if isinstance(part, TextLink) else str(part) for part in view.parts]
        return Markup("".join(parts))  # noqa: S704 - HTML of our own Markdown reader, links escaped

    def _document_title(self, page: Page) -> str:
        name = self._site.names[page.language]
        return name if page.kind == "home" else f"{page.title} – {name}"

    FILTERS: ClassVar[Mapping[str, Callable[..., Markup]]] = {
        "words": _words,
        "linked": _linked,
        "listed": _listed,
        "href": _href,
        "text": _text,
        "svg": lambda _, drawn: _svg(drawn),
        "lang": _attribute,
        "card": _card,
        "link": _link,
        "person": _person,
        "choice": _choice,
        "data": lambda _, values: _data(values),
    }
    """What templates of pages filter values with, besides Jinja's own."""


def _data(values: Mapping[str, str]) -> Markup:
    """Return attributes that scripts read, `data-` before their names; none of those without a value."""
    shown = [f' data-{escape(name)}="{escape(value)}"' for name, value in values.items() if value]
    return Markup("".join(shown))  # noqa: S704 - all of it is escaped


def _svg(drawn: str) -> Markup:
    """Return a drawing that a library has made of values, without any text of a record."""
    return Markup(drawn)  # noqa: S704


class _RelativeUrls(dict[str, Markup]):
    """Links from the folders in one folder to addresses that are not in theirs, as HTML."""

    def __init__(self, parent: str) -> None:
        super().__init__()
        self._around = parent_folders(f"{parent}*/")[1:]

    def __missing__(self, address: str) -> Markup:
        found = self[address] = escape(url_from_folders(address, self._around))
        return found


_NOTHING = Markup()
_LANG = Markup(' lang="%s"')
_ESCAPED = tuple((each.encode(), f"\\u{ord(each):04x}".encode()) for each in "<>&")


def json_for_script(data: Any) -> Markup:
    """Return JSON for a `<script>` that holds data and no JavaScript: without `<`, `>` and `&`."""
    text = json_bytes(data)
    for character, escaped in _ESCAPED:
        text = text.replace(character, escaped)
    return Markup(text.decode())  # noqa: S704 - every character that could end the script is escaped above
