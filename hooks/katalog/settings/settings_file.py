"""`mkdocs.yml` without MkDocs: the catalogue's settings and what is wrong with them, each at its place.

Only the section of the catalogue is read, as strictly as the front matter of a record.  The rest of the file
is MkDocs' and may hold tags and anchors; of that, nothing is run and only single values are looked up.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from katalog.problems import InvalidValueError, Position, Problem
from katalog.schema.entries import problems_of
from katalog.schema.faults import Fault, InvalidItemsError, faults_of
from katalog.schema.reading import unknown_key
from katalog.schema.suggest import nearest_value
from katalog.settings import read_settings
from katalog.settings.markdown_extensions import read_extensions
from katalog.settings.model import OF_MKDOCS, Settings
from katalog.source import Tree
from katalog.source.decode import decode
from katalog.source.record_folder import read_bytes
from katalog.source.yaml_mistakes import diagnose
from katalog.source.yaml_tree import position_of, read_tree

SECTION = ("extra", "katalog")
MAX_DEPTH = 40
MKDOCS_SETTINGS = (
    "INHERIT", "config_file_path", "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri",
    "edit_uri_template", "exclude_docs", "extra", "extra_css", "extra_javascript", "extra_templates",
    "google_analytics", "hooks", "markdown_extensions", "mdx_configs", "nav", "not_in_nav", "pages",
    "plugins", "remote_branch", "remote_name", "repo_name", "repo_url", "site_author", "site_description",
    "site_dir", "site_name", "site_url", "strict", "theme", "use_directory_urls", "validation", "watch",
)  # fmt: skip
"""What may stand beside `extra`: MkDocs 1.6's own settings."""
_PLAIN = "tag:yaml.org,2002:"


class SettingsFile(Struct, frozen=True):
    """The file's text and its parsed nodes; `problems` stand in the way of reading further."""

    path: str
    text: str = ""
    root: yaml.Node | None = None
    problems: tuple[Problem, ...] = ()

    def node(self, *keys: str) -> yaml.Node | None:
        """Return the value under keys within each other."""
        node = self.root
        for key in keys:
            pairs = node.value if isinstance(node, yaml.MappingNode) else ()
            node = next((value for name, value in pairs if name.value == key), None)
        return node

    def text_of(self, key: str) -> str | None:
        """Return a setting of MkDocs' own; nothing where only MkDocs can tell what it is (`!ENV`)."""
        node = self.node(key)
        plain = isinstance(node, yaml.ScalarNode) and node.tag.startswith(_PLAIN)
        return node.value if plain and node else None

    def source(self, key: str) -> str:
        """Return a setting's own lines, the first behind blanks, so that columns are those in the file."""
        node: Any = self.node(key)
        if node is None:
            return ""
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        return " " * (start - self.text.rfind("\n", 0, start) - 1) + self.text[start:end].rstrip()

    def position(self, *keys: str) -> Position:
        """Return where a value stands; that of the nearest one around it where it is missing."""
        node = next((found for size in range(len(keys), 0, -1) if (found := self.node(*keys[:size]))), None)
        return position_of(node) if node else Position()


def read_settings_file(root: Path, name: str) -> SettingsFile:
    """Read `mkdocs.yml`, or the file that stands for it, below `root`."""
    if not os.path.lexists(root / name):
        return SettingsFile(name, problems=(Problem(name, Position(), "settings.missing"),))
    data, problems = read_bytes(root, name)
    text, problems = ("", problems) if problems else decode(name, data)
    if problems:
        return SettingsFile(name, problems=tuple(problems))
    try:
        if too_deep := _too_deep(text):
            return SettingsFile(name, problems=(Problem(name, too_deep, "yaml.too-deep"),))
        found = SettingsFile(name, text, yaml.compose(text, Loader=yaml.CBaseLoader))
        yaml.compose(text, Loader=yaml.BaseLoader)  # MkDocs' parser, which refuses more than the one in C
    except yaml.MarkedYAMLError as error:
        fault = diagnose(text.split("\n"), error)
        position = Position(fault.line + 1, fault.column + 1)
        return SettingsFile(name, problems=(Problem(name, position, fault.code, fault.params),))
    return SettingsFile(name, text, found.root, tuple(_twice(found)))


def _too_deep(text: str) -> Position | None:
    """The parser's own recursion knows no limit."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return position_of(event)
    return None


def _twice(file: SettingsFile) -> Iterator[Problem]:
    """Find keys written twice around the section, of which MkDocs would drop the first."""
    for node in (file.root, file.node("extra")):
        seen: dict[str, Position] = {}
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    params = {"key": key.value, "line": str(seen[key.value].line)}
                    yield Problem(file.path, position_of(key), "yaml.key-twice", params)
                seen[key.value] = position_of(key)


def settings_in(file: SettingsFile, site_url: str | None = None) -> tuple[Settings | None, list[Problem]]:
    """Return the catalogue's settings; `site_url` is MkDocs', where it has read the file."""
    if file.problems:
        return None, list(file.problems)
    section = file.node(*SECTION)
    if section is None or (isinstance(section, yaml.ScalarNode) and not section.value):
        missing = Problem(file.path, file.position(*SECTION), "settings.missing")
        return None, [missing, *_of_mkdocs(file), *_misspelt_section(file)]
    tree, problems = _section(file, section)
    problems += [*_of_mkdocs(file), *_of_extensions(file)]
    if not tree.data:
        return None, problems
    for key in {*OF_MKDOCS} & tree.data.keys():
        problems.append(Problem(file.path, tree.key_position((key,)), "settings.site-url", {"field": key}))
    address = file.text_of("site_url") if site_url is None else site_url
    of_mkdocs = {"site_url": address or "", "markdown_extensions": file.source("markdown_extensions")}
    try:
        settings = read_settings(tree.data | of_mkdocs)
    except (InvalidValueError, InvalidItemsError) as error:
        return None, [*problems, *_problems(error, file, tree)]
    return (None if problems else settings), problems


def _misspelt_section(file: SettingsFile) -> Iterator[Problem]:
    around, name = SECTION
    extra = file.node(around)
    for key, _ in extra.value if isinstance(extra, yaml.MappingNode) else ():
        if nearest_value(str(key.value), [name], 0.8):
            params = {"field": str(key.value), "suggestion": name}
            yield Problem(file.path, position_of(key), "field.unknown-did-you-mean", params)


def _of_mkdocs(file: SettingsFile) -> Iterator[Problem]:
    """Find settings that MkDocs does not know, and the one it must have; what it reads in them is its own."""
    pairs = file.root.value if isinstance(file.root, yaml.MappingNode) else ()
    for key, _ in pairs:
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(file.path, position_of(key), "yaml.key-not-text")
        elif key.value not in MKDOCS_SETTINGS:
            error = unknown_key(key.value, MKDOCS_SETTINGS)
            yield Problem(file.path, position_of(key), error.code, {"field": key.value} | error.params)
    if not file.node("site_name") and not file.node("INHERIT"):
        yield Problem(file.path, Position(), "field.missing", {"field": "site_name"})


def _of_extensions(file: SettingsFile) -> Iterator[Problem]:
    place = file.position("markdown_extensions")
    for fault in read_extensions(file.source("markdown_extensions"))[1]:
        yield Problem(file.path, fault.position.below(place.line), fault.code, fault.params)


def _section(file: SettingsFile, section: yaml.Node) -> tuple[Tree, list[Problem]]:
    """Read the section's own lines, the first behind blanks, so that positions are those in the file."""
    begin = file.text.rfind("\n", 0, section.start_mark.index) + 1
    blanks = " " * (section.start_mark.index - begin)
    lines = file.text[section.start_mark.index : section.end_mark.index]
    return read_tree(file.path, blanks + lines, section.start_mark.line + 1)


def _problems(
    error: InvalidValueError | InvalidItemsError, file: SettingsFile, tree: Tree
) -> Iterator[Problem]:
    for loc, refused in faults_of(error):
        found = problems_of(InvalidItemsError([(loc, refused)]), file.path, tree)[0]
        if loc == ("site_url",):
            position = file.position("site_url")
        else:
            position = file.position(*SECTION) if found.position == Position() else found.position
        code = "settings.unknown" if found.code == "field.unknown" else found.code
        yield Problem(file.path, position, code, found.params)


def placed_settings(root: Path, name: str, faults: list[Fault]) -> Iterator[Problem]:
    """Yield problems of settings that were read before, each at its position in the file below `root`."""
    if not faults:
        return
    file = read_settings_file(root, name)
    section = file.node(*SECTION)
    tree = _section(file, section)[0] if section else Tree()
    yield from _problems(InvalidItemsError(faults), file, tree)


def first_language(file: SettingsFile) -> str:
    """Return the tag of the site's first language; empty where the file does not say it."""
    languages: Any = file.node(*SECTION, "languages")
    first = languages.value[:1] if isinstance(languages, yaml.SequenceNode) else ()
    pairs = first[0].value if first and isinstance(first[0], yaml.MappingNode) else ()
    return next((str(value.value) for name, value in pairs if name.value == "tag"), "")


def site_folder(file: SettingsFile, root: Path) -> Path | None:
    """Return the folder MkDocs publishes in; nothing where only MkDocs can tell."""
    if file.node("site_dir") is None:
        return root / "site"
    written: Any = file.text_of("site_dir")
    return root / written if written is not None else None
