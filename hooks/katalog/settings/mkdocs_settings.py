"""MkDocs' own settings in `mkdocs.yml`, judged before MkDocs sees them, in the editor's language.

MkDocs would stop at what it refuses, in English and without a line.  What Katalog has no use for is refused
too, so that nobody waits for its effect.  Values that only MkDocs can tell (`!ENV`) are left to it.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from pathlib import Path

import yaml
from yaml.resolver import Resolver

from katalog.problems import InvalidValueError, Position, Problem
from katalog.schema.contact_value_types import read_web_address
from katalog.schema.suggest import nearest_value
from katalog.settings.settings_file import SettingsFile
from katalog.source.yaml_tree import position_of

TEXTS = (
    "copyright", "dev_addr", "docs_dir", "remote_branch", "remote_name", "repo_name", "repo_url",
    "site_author", "site_description", "site_dir", "site_name", "site_url",
)  # fmt: skip
SWITCHES = ("strict", "use_directory_urls")
UNUSED = (
    "config_file_path", "draft_docs", "edit_uri", "edit_uri_template", "exclude_docs", "extra_javascript",
    "extra_templates", "google_analytics", "mdx_configs", "not_in_nav", "pages", "validation",
)  # fmt: skip
"""What is about pages that MkDocs would find and render by itself or that no page has, or is long gone."""
FILES: Mapping[str, str] = {"extra_css": "overrides/", "hooks": "", "watch": ""}
"""Lists of files and folders, and the folder they are below."""
THEMES = ("material", "materialx")
PAGES = "content"
_BINDS = re.compile(rb"^\s*(?:from|import)\s+katalog\.(?:hooks|adapter)\b", re.MULTILINE)
_ADDRESS = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:]+\]):\d{1,5}")
_PLAIN = "tag:yaml.org,2002:"
_ELSEWHERE = re.compile(r"(?:https?:)?//")


def mkdocs_problems(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Yield what is wrong with MkDocs' own settings of the project at `root`, each at its position."""
    for name in ("INHERIT", *UNUSED):
        if file.node(name) is not None:
            code = "settings.inherit" if name == "INHERIT" else "settings.unused"
            yield Problem(file.path, _key_position(file, name), code, {"field": name})
    for name in TEXTS:
        yield from _text(file, name)
    for name in SWITCHES:
        yield from _switch(file, name)
    for name, folder in FILES.items():
        yield from _files(root, file, name, folder)
    yield from _pages_folder(root, file)
    yield from _theme(root, file)
    yield from _plugins(file)
    yield from _navigation(root, file)
    yield from _binding(root, file)


def hook_files(file: SettingsFile) -> list[str]:
    """Return the paths of the programs under `hooks`, as far as they can be told."""
    node = file.node("hooks")
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    return [str(each.value) for each in items if isinstance(each, yaml.ScalarNode) and _is_plain(each)]


def binds(file: Path) -> bool:
    """Tell whether a program binds Katalog to MkDocs."""
    return bool(_BINDS.search(file.read_bytes()))


def _binding(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Find a site that MkDocs would build, and publish, without Katalog: none of its programs names it."""
    files = [root / each for each in hook_files(file)]
    node = file.node("hooks")
    is_told = node is not None and (
        not isinstance(node, yaml.SequenceNode) or not all(map(Path.is_file, files))
    )
    if not is_told and not any(map(binds, files)):
        yield Problem(file.path, file.position("hooks"), "settings.hooks")


def _is_plain(node: yaml.Node | None) -> bool:
    return node is not None and node.tag.startswith(_PLAIN)


def _type(node: yaml.Node) -> str:
    """Return the type MkDocs reads a value as: `str`, `int`, `bool`, `null`, `seq`, `map` or another."""
    if isinstance(node, yaml.ScalarNode) and not node.style:
        tag: str = Resolver().resolve(yaml.ScalarNode, node.value, (True, False))  # type: ignore[no-untyped-call]
        return tag.removeprefix(_PLAIN)
    kinds: dict[type[yaml.Node], str] = {yaml.SequenceNode: "seq", yaml.MappingNode: "map"}
    return kinds.get(type(node), "str")


def _problem(file: SettingsFile, node: yaml.Node, code: str, **params: str) -> Problem:
    return Problem(file.path, position_of(node), code, params)


def _key_position(file: SettingsFile, name: str) -> Position:
    pairs = file.root.value if isinstance(file.root, yaml.MappingNode) else ()
    return next(position_of(key) for key, _ in pairs if key.value == name)


def _text(file: SettingsFile, name: str) -> Iterator[Problem]:
    node = file.node(name)
    if node is None or not _is_plain(node):
        return
    kind = _type(node)
    if kind == "null":
        yield from [_problem(file, node, "field.empty", field=name)] if name == "site_name" else ()
    elif kind in {"seq", "map"}:
        yield _problem(file, node, f"field.text-not-{'list' if kind == 'seq' else 'mapping'}", field=name)
    elif kind != "str":
        yield _problem(file, node, "settings.not-text", written=node.value, suggestion=f'"{node.value}"')
    elif name == "dev_addr" and not _ADDRESS.fullmatch(node.value):
        yield _problem(file, node, "settings.dev-address", written=node.value)
    elif name == "repo_url" and node.value:
        try:
            read_web_address(node.value, "en")
        except InvalidValueError as refused:
            yield _problem(file, node, refused.code, **({"field": name} | refused.params))


def _switch(file: SettingsFile, name: str) -> Iterator[Problem]:
    node = file.node(name)
    if node is None or not _is_plain(node):
        return
    written = str(node.value) if isinstance(node, yaml.ScalarNode) else name
    if _type(node) != "bool":
        yield _problem(file, node, "field.yes-or-no-expected", written=written, field=name)
    elif name == "use_directory_urls" and written.lower() not in {"true", "yes", "on"}:
        yield _problem(file, node, "settings.directory-urls")


def _items(file: SettingsFile, name: str) -> Iterator[yaml.Node | Problem]:
    """Yield the items of a list, or what is there in its stead."""
    node = file.node(name)
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif node is not None and _is_plain(node) and _type(node) != "null":
        yield _problem(file, node, "settings.list-expected", field=name)


def _files(root: Path, file: SettingsFile, name: str, folder: str) -> Iterator[Problem]:
    for item in _items(file, name):
        if isinstance(item, Problem):
            yield item
            continue
        if not isinstance(item, yaml.ScalarNode) or (_is_plain(item) and _type(item) != "str"):
            yield _problem(file, item, "field.text-not-list", field=name)
        elif _is_plain(item) and not (root / folder / item.value).exists():
            yield _missing(file, item, folder)


def _missing(file: SettingsFile, node: yaml.Node, folder: str) -> Problem:
    return _problem(file, node, "settings.path-missing", written=f"{folder}{node.value}")


def _pages_folder(root: Path, file: SettingsFile) -> Iterator[Problem]:
    node = file.node("docs_dir")
    if node is None:
        yield Problem(file.path, Position(), "settings.docs-dir", {"written": "docs"})
    elif _is_plain(node) and isinstance(node, yaml.ScalarNode) and node.value.strip("/") != PAGES:
        yield _problem(file, node, "settings.docs-dir", written=node.value)
    elif not (root / PAGES).is_dir():
        yield _problem(file, node, "settings.path-missing", written=f"{PAGES}/")


def _theme(root: Path, file: SettingsFile) -> Iterator[Problem]:
    theme = file.node("theme")
    if theme is None:
        yield Problem(file.path, Position(), "settings.theme", {"written": "mkdocs"})
        return
    if not _is_plain(theme):
        return
    if isinstance(theme, yaml.SequenceNode):
        yield _problem(file, theme, "field.text-not-list", field="theme")
        return
    name = file.node("theme", "name") if isinstance(theme, yaml.MappingNode) else theme
    if name is None or (_is_plain(name) and name.value not in THEMES):
        written = str(name.value) if isinstance(name, yaml.ScalarNode) else ""
        yield _problem(file, name or theme, "settings.theme", written=written)
    folder = file.node("theme", "custom_dir")
    if isinstance(folder, yaml.ScalarNode) and _is_plain(folder) and not (root / folder.value).is_dir():
        yield _missing(file, folder, "")


def _plugins(file: SettingsFile) -> Iterator[Problem]:
    known = [each.name.rpartition("/")[2] for each in entry_points(group="mkdocs.plugins")]
    known += [each.name for each in entry_points(group="mkdocs.plugins")]
    node = file.node("plugins")
    items = (key for key, _ in node.value) if isinstance(node, yaml.MappingNode) else _items(file, "plugins")
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        name = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
        if not isinstance(name, yaml.ScalarNode):
            yield _problem(file, item, "field.text-not-list", field="plugins")
        elif _is_plain(name) and name.value not in known:
            meant = nearest_value(name.value, known)
            code = "settings.plugin-did-you-mean" if meant else "settings.plugin"
            yield _problem(file, name, code, written=name.value, **({"suggestion": meant} if meant else {}))


def _navigation(root: Path, file: SettingsFile) -> Iterator[Problem]:
    node = file.node("nav")
    if node is None or not _is_plain(node) or _type(node) == "null":
        return
    if not isinstance(node, yaml.SequenceNode):
        yield _problem(file, node, "settings.list-expected", field="nav")
        return
    yield Problem(file.path, _key_position(file, "nav"), "settings.nav")
    for each in _paths(node):
        if not _ELSEWHERE.match(each.value) and not (root / PAGES / each.value).is_file():
            yield _problem(file, each, "settings.nav-missing", written=each.value)


def _paths(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _paths(each)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _paths(value)
