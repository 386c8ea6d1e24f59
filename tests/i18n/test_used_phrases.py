"""Every phrase of the catalogues is asked for by the program or a template: none is translated in vain."""

import ast
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from katalog.i18n.phrases import LOCALES, read_catalogue
from katalog.problems.codes import problem_kinds
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import all_parts, parts_of
from katalog.schema.labels import help_id, label_id
from katalog.schema.records import COLLECTIONS
from katalog.schema.topics import Topic
from katalog.schema.translation import translation_models
from katalog.settings.model import Settings

PACKAGE = LOCALES.parent
HOLE, WORD = r"[\w.-]+", r"[\w-]+"
"""What stands for a value in an id: of several words only where the id's beginning is known."""
_STRINGS = re.compile(r"""["']([a-z][\w-]*(?:\.[\w-]*)+)["'](?P<more>\s*~)?""")


def ids(path: Path) -> list[str]:
    catalogue = read_catalogue(path.stem, path)
    return [each.id if isinstance(each.id, str) else each.id[0] for each in catalogue if each.id]


def asked_in_python(tree: ast.AST) -> set[str]:
    """Return patterns of the ids that a module may ask for: its strings, alone and before a value."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(re.escape(node.value))
            if "." in node.value or node.value == "role":  # the beginning of ids, as `label` is given it
                found.add(rf"{re.escape(node.value)}\.[\w-]+")
        elif isinstance(node, ast.JoinedStr):
            parts = [each.value if isinstance(each, ast.Constant) else None for each in node.values]
            if any(part and re.search(r"[a-z]", str(part)) for part in parts):
                found.add(asked_with_values(parts))
    return found


def asked_with_values(parts: Sequence[object]) -> str:
    """Return a pattern of the ids that a string with values in it may be; `None` stands for a value."""
    hole = HOLE if "." in str(parts[0] or "") else WORD
    return "".join(hole if part is None else re.escape(str(part)) for part in parts)


def asked_in_template(text: str) -> set[str]:
    return {re.escape(match[1]) + (HOLE if match["more"] else "") for match in _STRINGS.finditer(text)}


def asked_of_fields() -> set[str]:
    """Return the ids of the labels and explanations of all fields there are."""
    models = [*COLLECTIONS.values(), *translation_models().values(), *all_parts()]
    models += [Settings, *parts_of(Settings), Topic, *parts_of(Topic)]
    names = [(model, field.name) for model in models for field in fields_of(model)]
    return {re.escape(id_(*name)) for name in names for id_ in (label_id, help_id)}


@cache
def asked() -> re.Pattern[str]:
    found = {rf"{re.escape(kind.code)}\.(?:what|do)" for kind in problem_kinds().values()} | asked_of_fields()
    for path in PACKAGE.rglob("*.py"):
        found |= asked_in_python(ast.parse(path.read_text(encoding="utf-8")))
    found.discard(asked_with_values(["field.", None, ".", None, ".label"]))
    found.discard(asked_with_values(["field.", None, ".", None, ".help"]))
    for path in [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.jinja")]:
        found |= asked_in_template(path.read_text(encoding="utf-8"))
    return re.compile("|".join(sorted(found, key=len, reverse=True)))


@pytest.mark.parametrize("name", ["da.po", "editor/en.po"])
def test_every_phrase_is_asked_for(name: str) -> None:
    pattern = asked()
    assert [each for each in ids(LOCALES / name) if not pattern.fullmatch(each)] == []


@pytest.mark.parametrize(
    "unused", ["nonsense.gone.what", "nonsense.gone.do", "field.Nope.nix.label", "field.Course.nix.help"]
)
def test_what_nothing_asks_for_is_found(unused: str) -> None:
    assert not asked().fullmatch(unused)
