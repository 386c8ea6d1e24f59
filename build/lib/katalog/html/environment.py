"""The templates' environment: Jinja, strict and escaping, with a generator of plainer code."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]

from katalog.compiled import Compiled
from katalog.html.plain_code import PlainCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2 import BaseLoader


escape_text: Callable[[str], str] = _escape_inner
"""Escapes what is known to be text, as plain text: `escape` takes a dozen times as long for its markup."""


def html(value: object) -> str:
    """Return what stands for a value in HTML, as plain text."""
    if type(value) is Markup:
        return value
    return escape_text(value if isinstance(value, str) else str(value))


class Place(NamedTuple):
    """Where in a loop one is: `loop` in a template."""

    first: bool
    last: bool


_ONLY, _BETWEEN = Place(first=True, last=True), Place(first=False, last=False)
_FIRST, _LAST = Place(first=True, last=False), Place(first=False, last=True)


class Templates(Environment):
    """Templates of HTML: everything is escaped, and a name that is not there is a bug.

    `html_filters` return HTML as plain text.
    """

    code_generator_class = PlainCode

    def __init__(self, loader: BaseLoader, html_filters: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,
            bytecode_cache=Compiled(),
        )
        self.html_filters = html_filters
        self.filters |= html_filters

        self._modules: dict[str, Any] = {}

    html = staticmethod(html)
    escape = staticmethod(escape_text)

    def module(self, name: str) -> Any:
        """Return a template's macros, and its `root`, which makes a page of names."""
        if name not in self._modules:
            self.get_template(name)
        return self._modules[name]

    def add_module(self, name: str, **functions: Callable[..., str]) -> None:
        """Keep what a template's code has made of it."""
        self._modules[name] = module = ModuleType(name)  # nowhere else are functions found as quickly
        vars(module).update(functions)

    def page(self, name: str, names: Mapping[str, Any]) -> str:
        """Return a template's text with what `names` holds."""
        root: Callable[..., str] = self.module(name).root
        return root(names)

    @staticmethod
    def placed(items: Iterable[Any]) -> Iterator[tuple[Any, Place]]:
        """Return the items of a loop with their places."""
        items = tuple(items)
        between = len(items) - 2
        return zip(items, (_FIRST, *[_BETWEEN] * between, _LAST) if between >= 0 else (_ONLY,), strict=False)
