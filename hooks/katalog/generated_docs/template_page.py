"""The documentation of templates: their blocks, and the fields of the views they show, from the types."""

import re
import sys
from collections.abc import Iterator
from inspect import formatannotation, get_annotations, getdoc
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2 import nodes as syntax

from katalog.html import THEME
from katalog.views.page import Page
from katalog.views.templates import VIEWS

FILE = "docs/developers/templates.md"
_NAME = re.compile(r"[A-Z]\w+")
_MODULE = re.compile(r"\b(?:\w+\.)+(?=[A-Z])")


def template_page() -> str:
    """Return the page on templates."""
    intro = Path(__file__).with_name("templates.md").read_text("utf-8")
    partials = sorted(path.relative_to(THEME).as_posix() for path in (THEME / "partials").rglob("*.html"))
    intro = intro.replace("FRAME_BLOCKS", _listed(blocks("main.html"))).replace("PARTIALS", _listed(partials))
    return intro + "\n".join([_table(Page), *_templates(), "## Parts of views\n", *map(_table, _parts())])


def blocks(template: str) -> list[str]:
    """Return the names of a template's blocks in their order; `template` is below `theme/`."""
    tree = Environment(autoescape=True).parse((THEME / template).read_text("utf-8"))
    return [each.name for each in tree.find_all(syntax.Block)]


def _templates() -> Iterator[str]:
    for name, view in VIEWS.items():
        yield f"## `katalog/{name}`\n\nBlocks: {_listed(blocks(f'katalog/{name}'))}.\n"
        yield _table(view)


def _table(model: type) -> str:
    rows = "".join(f"| `{name}` | {_kind(kind)} |\n" for name, kind in _fields(model).items())
    about = (getdoc(model) or "").split("\n\n")[0].replace("\n", " ")
    return f"### {model.__name__}\n\n{about}\n\n| Field | Holds |\n| --- | --- |\n{rows}"


def _fields(model: type) -> dict[str, str]:
    """Return the annotations of a view's fields, those of its bases first, without modules."""
    bases = (each for each in reversed(model.__mro__) if each.__module__.startswith("katalog."))
    return {
        name: _MODULE.sub("", formatannotation(kind))
        for each in bases
        for name, kind in get_annotations(each).items()
    }


def _kind(annotation: str) -> str:
    return f"`{annotation}`".replace("|", "\\|")


def _parts() -> list[type]:
    """Return the types within the fields of all views, by name, each once."""
    found: dict[str, type] = {}
    waiting: list[type] = [Page, *VIEWS.values()]
    top = {each.__name__ for each in waiting}
    while waiting:
        for each in _named_in(waiting.pop()):
            if each.__name__ not in found and each.__name__ not in top:
                found[each.__name__] = each
                waiting.append(each)
    return [found[name] for name in sorted(found)]


def _named_in(model: type) -> Iterator[type]:
    names = {name for kind in _fields(model).values() for name in _NAME.findall(kind)}
    yield from (known for name in sorted(names) if (known := _views().get(name)))


def _views() -> dict[str, type]:
    """Return the types of views by their names, which are one each."""
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("katalog.views.")]
    everything: list[Any] = [each for module in modules for each in vars(module).values()]
    return {
        each.__name__: each
        for each in everything
        if isinstance(each, type) and each.__module__.startswith("katalog.views.") and get_annotations(each)
    }


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
