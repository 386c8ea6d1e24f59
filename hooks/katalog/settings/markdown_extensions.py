"""The extensions of Markdown that a site's hand-written pages are rendered with: `markdown_extensions`.

They are read from `mkdocs.yml` as MkDocs reads them, but for what would run code: of the Python objects that
such settings name, only functions of `FUNCTIONS` are made.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

import yaml
from markdown import Markdown
from msgspec import Struct

from katalog.problems import Position
from katalog.schema.suggest import nearest_value
from katalog.source.yaml_tree import position_of

BUILT_IN = ("toc", "tables", "fenced_code")
"""What MkDocs always has on (its documentation, under `markdown_extensions`)."""

FUNCTIONS = frozenset({
    "material.extensions.emoji.to_svg", "material.extensions.emoji.twemoji",
    "pymdownx.emoji.gemoji", "pymdownx.emoji.to_alt", "pymdownx.emoji.to_svg", "pymdownx.emoji.twemoji",
    "pymdownx.slugs.slugify",
    "pymdownx.superfences.fence_code_format", "pymdownx.superfences.fence_div_format",
})  # fmt: skip
PACKAGES = ("markdown.extensions", "pymdownx")
"""Where an extension may be named by its module."""
_INNER = re.compile(r"^_|_db$|^(?:util|slugs|delimiterprocessor|blocks)$")
_TAG = "tag:yaml.org,2002:python/"


class Extensions(Struct, frozen=True):
    """The names of the extensions, and the options of those that have some."""

    names: tuple[str, ...] = BUILT_IN
    options: dict[str, dict[str, Any]] = {}

    def markdown(self) -> Markdown:
        """Return a renderer."""
        return Markdown(extensions=list(self.names), extension_configs=self.options)

    def has(self, *names: str) -> bool:
        """Return whether one of them is on, by its short name or that of its module."""
        return any(each in self.names or f"markdown.extensions.{each}" in self.names for each in names)


class ExtensionError(ValueError):
    """What cannot be taken, and where in the text of the setting: `code` and `params` are a problem's."""

    def __init__(self, position: Position, code: str, **params: str) -> None:
        super().__init__(position, code, params)
        self.position, self.code, self.params = position, code, params


class _Loader(yaml.SafeLoader):
    """Plain values, and the functions of `FUNCTIONS`."""


def _function(loader: _Loader, name: str, node: yaml.Node) -> Any:  # noqa: ARG001 - the parser calls it
    if name not in FUNCTIONS:
        raise ExtensionError(position_of(node), "settings.code", written=name)
    module, _, function = name.rpartition(".")
    return getattr(import_module(module), function)


def _made(loader: _Loader, name: str, node: yaml.Node) -> Any:
    """Return what a function makes of `{args: […], kwds: {…}}`, or of a list of arguments."""
    function = _function(loader, name, node)
    if isinstance(node, yaml.MappingNode):
        given = loader.construct_mapping(node, deep=True)
        return function(*given.get("args", ()), **given.get("kwds", {}))
    if isinstance(node, yaml.SequenceNode):
        return function(*loader.construct_sequence(node, deep=True))
    return function()


_Loader.add_multi_constructor(f"{_TAG}name:", _function)
_Loader.add_multi_constructor(f"{_TAG}object/apply:", _made)


@cache
def read_extensions(text: str) -> tuple[Extensions, tuple[ExtensionError, ...]]:
    """Read the setting as it stands in `mkdocs.yml`, and tell everything in it that cannot be taken."""
    found: dict[str, dict[str, Any]] = {}
    faults: list[ExtensionError] = []
    loader = _Loader(text)
    try:
        for key, value in _items(loader.get_single_node()):
            try:
                name, options = _extension(loader, key, value)
                found[name] = options
            except ExtensionError as fault:
                faults.append(fault)
    except ExtensionError as fault:
        faults.append(fault)
    finally:
        loader.dispose()
    options = {name: given for name, given in found.items() if given}
    return Extensions(tuple(dict.fromkeys((*BUILT_IN, *found))), options), tuple(faults)


def _items(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node | None]]:
    """Yield the name of every extension, with its options."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from each.value if isinstance(each, yaml.MappingNode) else [(each, None)]
    elif isinstance(node, yaml.MappingNode):
        yield from node.value
    elif node is not None and node.value:
        raise ExtensionError(position_of(node), "settings.list-expected", field="markdown_extensions")


def _extension(loader: _Loader, key: yaml.Node, value: yaml.Node | None) -> tuple[str, dict[str, Any]]:
    if not isinstance(key, yaml.ScalarNode):
        raise ExtensionError(position_of(key), "field.text-not-list", field="markdown_extensions")
    name: str = key.value
    if not _is_known(name):
        suggestion = nearest_value(name, known_names())
        params = {"written": name} | ({"suggestion": suggestion} if suggestion else {})
        code = "settings.extension-did-you-mean" if suggestion else "settings.extension"
        raise ExtensionError(position_of(key), code, **params)
    options = _options(loader, value) if value else {}
    try:
        Markdown(extensions=[name], extension_configs={name: options})
    except Exception:  # noqa: BLE001 - an extension may raise whatever it likes
        raise ExtensionError(
            position_of(value or key), "settings.option", field=name, written=", ".join(options)
        ) from None
    return name, options


def _options(loader: _Loader, node: yaml.Node) -> dict[str, Any]:
    try:
        options = loader.construct_object(node, deep=True)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Position(mark.line + 1, mark.column + 1) if mark else position_of(node)
        raise ExtensionError(place, "settings.code", written=error.problem or "") from None
    if options is None:
        return {}
    if not isinstance(options, dict) or not all(isinstance(key, str) for key in options):
        raise ExtensionError(position_of(node), "settings.option", field=str(options), written=str(options))
    return options


def _is_known(name: str) -> bool:
    if name in known_names():
        return True
    package = name.rpartition(".")[0]
    try:
        return package.startswith(PACKAGES) and find_spec(name) is not None
    except ImportError:
        return False


@cache
def known_names() -> tuple[str, ...]:
    """Return the names of the extensions that are installed."""
    found = find_spec("pymdownx")
    folders = found.submodule_search_locations if found else None
    modules = [f"pymdownx.{each.name}" for each in iter_modules(folders) if not _INNER.search(each.name)]
    return (*sorted({each.name for each in entry_points(group="markdown.extensions")}), *modules)
