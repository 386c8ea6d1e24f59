"""A site's own templates before any page is made: what cannot be read in them, names that are not there."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from inspect import get_annotations
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from katalog.branding.override_files import OVERRIDES, PAGES, own_files, theme_folder
from katalog.html import THEME
from katalog.html.renderer import ENGINE, Renderer, template_environment
from katalog.problems import Position, Problem
from katalog.settings.settings_file import SettingsFile
from katalog.source.decode import decode
from katalog.source.record_folder import read_bytes
from katalog.views.page import Page
from katalog.views.templates import VIEWS

GIVEN = ("page", "view", "t")
"""The names that the template of a page is given."""
_PREFIX = f"{ENGINE}/"
_SHOWN = 60


class _Room:
    """Templates that find each other by name: the site's own, the engine's behind them, then the theme's."""

    def __init__(self, own: Path, engine: Path, theme: Path | None, environment: Environment) -> None:
        self._folders = [each for each in (own, engine, theme) if each]
        self._engine = engine
        self.environment = environment

    def find(self, name: str) -> Path | None:
        """Return the file of a template."""
        folders = [self._engine] if name.startswith(_PREFIX) else self._folders
        files = (each / name.removeprefix(_PREFIX) for each in folders)
        return next((each for each in files if each.is_file()), None)

    def names(self) -> list[str]:
        """Return the names of all templates, as others ask for them."""
        return [
            f"{_PREFIX if folder == self._engine else ''}{each.relative_to(folder).as_posix()}"
            for folder in self._folders
            for each in sorted(folder.rglob("*.html"))
        ]

    def ancestors(self, tree: nodes.Template) -> Iterator[nodes.Template]:
        """Yield what a template extends, and what that extends."""
        seen: set[Path] = set()
        while (file := self.find(_parent(tree))) and file not in seen:
            seen.add(file)
            try:
                tree = self.environment.parse(file.read_text("utf-8"))
            except (TemplateSyntaxError, UnicodeDecodeError):
                return
            yield tree


def template_problems(root: Path, settings: SettingsFile) -> Iterator[Problem]:
    """Yield what is wrong with the templates of the site below `root`, each at its line."""
    own = root / OVERRIDES
    nothing: dict[str, Any] = dict.fromkeys(Renderer.FILTERS, str)
    pages = _Room(own / PAGES, THEME / PAGES, None, template_environment(None, nothing))
    frame = _Room(own, THEME, theme_folder(settings), Environment(autoescape=True))
    for name in own_files(root):
        if name.endswith(".html"):
            is_page = name.startswith(PAGES)
            yield from _of_file(root, name, pages if is_page else frame, is_page=is_page)


def _of_file(root: Path, name: str, room: _Room, *, is_page: bool) -> Iterator[Problem]:
    path = f"{OVERRIDES}/{name}"
    data, problems = read_bytes(root, path)
    text, problems = ("", problems) if problems else decode(path, data)
    yield from problems
    try:
        tree = room.environment.parse(text)
        if is_page:
            room.environment.compile(text)  # which knows filters too
    except TemplateSyntaxError as error:
        yield Problem(
            path, Position(error.lineno), "look.template", {"written": (error.message or "").rstrip(".")}
        )
        return
    above, short = [*room.ancestors(tree)], name.removeprefix(PAGES if is_page else "")
    found = [*_references(tree, short, room), *_blocks(tree, above)]
    if is_page:
        found += [*_names(tree, above, room.environment), *_fields(tree, short)]
    for line, written, known in found:
        params = {"written": written, "allowed": _nearest(written, known)}
        yield Problem(path, Position(line), "look.template-name", params)
    for line, written in _outside_blocks(tree):
        params = {"written": written, "allowed": ", ".join(_block_names(above))}
        yield Problem(path, Position(line), "look.outside-block", params)


_Unknown = tuple[int, str, Iterable[str]]
"""A name that is not there: its line, itself, and those that are."""


def _nearest(written: str, known: Iterable[str]) -> str:
    names = list(dict.fromkeys(known))
    return ", ".join(get_close_matches(written, names) or names) or "…"


def _parent(tree: nodes.Template) -> str:
    """Return the name of what a template extends, where it is written plainly."""
    extends = next(tree.find_all(nodes.Extends), None)
    name = extends.template if extends else None
    return str(name.value) if isinstance(name, nodes.Const) else ""


def _references(tree: nodes.Template, own: str, room: _Room) -> Iterator[_Unknown]:
    """Find other templates that are not there; one that extends itself would never end."""
    for each in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        assert isinstance(each, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport)
        name = each.template.value if isinstance(each.template, nodes.Const) else None
        may_lack = isinstance(each, nodes.Include) and each.ignore_missing
        if isinstance(name, str) and not may_lack and (name == own or not room.find(name)):
            yield each.lineno, name, [other for other in room.names() if other != own]


def _blocks(tree: nodes.Template, above: list[nodes.Template]) -> Iterator[_Unknown]:
    """Find blocks of what is extended that it does not have: Jinja would leave them out."""
    known = _block_names(above)
    for block in _outermost_blocks(tree) if above else ():
        if block.name not in known:
            yield block.lineno, f"block {block.name}", [f"block {each}" for each in known]


def _block_names(trees: Iterable[nodes.Template]) -> list[str]:
    return [block.name for tree in trees for block in tree.find_all(nodes.Block)]


def _outermost_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost_blocks(child)


def _outside_blocks(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Find text beside the blocks of a template that extends another: Jinja would leave it out."""
    for each in tree.body if _parent(tree) else ():
        for part in each.nodes if isinstance(each, nodes.Output) else ():
            text = part.data if isinstance(part, nodes.TemplateData) else "{{ … }}"
            if text.strip():
                before = text[: len(text) - len(text.lstrip())]
                yield part.lineno + before.count("\n"), text.split("\n")[before.count("\n")].strip()[:_SHOWN]


def _names(
    tree: nodes.Template, above: Iterable[nodes.Template], environment: Environment
) -> Iterator[_Unknown]:
    """Find names that no template of a page is given, and that neither it nor what it extends sets."""
    known = [*GIVEN, *(name for each in (tree, *above) for name in _set_names(each))]
    known += [each.name for each in tree.find_all(nodes.Name) if each.ctx == "store"]  # in one branch
    for name in sorted(meta.find_undeclared_variables(tree) - {*known, *environment.globals}):
        lines = [each.lineno for each in tree.find_all(nodes.Name) if each.name == name]
        yield min(lines, default=1), name, known


def _set_names(tree: nodes.Template) -> Iterator[str]:
    for each in tree.body:
        if isinstance(each, nodes.Import):
            yield each.target
        elif isinstance(each, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in each.names)
        elif isinstance(each, nodes.Macro):
            yield each.name
        elif isinstance(each, nodes.Assign) and isinstance(each.target, nodes.Name):
            yield each.target.name


def _fields(tree: nodes.Template, template: str) -> Iterator[_Unknown]:
    """Find fields that neither a page nor what it shows has."""
    types: Mapping[str, type] = {"page": Page} | ({"view": VIEWS[template]} if template in VIEWS else {})
    for each in tree.find_all(nodes.Getattr):
        model = types.get(each.node.name) if isinstance(each.node, nodes.Name) else None
        if model and each.attr not in (known := _attributes(model)):
            assert isinstance(each.node, nodes.Name)
            written = f"{each.node.name}.{each.attr}"
            yield each.lineno, written, [f"{each.node.name}.{name}" for name in known]


def _attributes(model: type) -> list[str]:
    fields = [name for each in model.__mro__ for name in get_annotations(each)]
    return [name for name in dict.fromkeys([*fields, *dir(model)]) if not name.startswith("_")]
