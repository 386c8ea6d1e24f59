"""The controlled list of topics: `content/topics.yml`."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from katalog.i18n.cldr import RECORD_LANGUAGES
from katalog.i18n.phrases import site_languages
from katalog.problems import InvalidValueError, Position, Problem
from katalog.schema.annotations import Scalar
from katalog.schema.entries import problems_of
from katalog.schema.faults import Fault, InvalidItemsError
from katalog.schema.reading import reader_of, reader_of_many, reader_of_mapping
from katalog.schema.record_parts import Part
from katalog.schema.value_types import LINE, MANY, Id
from katalog.source.decode import decode
from katalog.source.record_folder import read_bytes
from katalog.source.yaml_tree import Tree, read_tree

_WRAP = "topics:\n"
_EXAMPLE = {"suggestion": "- {id: laesning, name: {da: Læsning, sv: Läsning}}"}
LANGUAGES = sorted({*RECORD_LANGUAGES, *site_languages()})
_SAYS = re.compile(r"^[ \t]*(\S)", re.MULTILINE)
_read_lines = reader_of_mapping(LINE.read)


def _read_names(value: Any, language: str) -> dict[str, str]:
    keys = value if isinstance(value, dict) else {}
    allowed = ", ".join(LANGUAGES)
    faults: list[Fault] = [
        ((key,), InvalidValueError("topic.language", written=key, allowed=allowed))
        for key in keys
        if key not in LANGUAGES
    ]
    try:
        names = _read_lines(value, language)
    except InvalidItemsError as error:
        raise InvalidItemsError([*faults, *error.faults]) from None
    if faults:
        raise InvalidItemsError(faults)
    return names


_NAMES = Scalar(_read_names, {"type": "object", "additionalProperties": LINE.schema, "minProperties": 1})


class Topic(Part, frozen=True, kw_only=True):
    """A topic and its name in each language of the site."""

    id: Id
    name: Annotated[dict[str, str], _NAMES]

    def name_in(self, language: str) -> str:
        """Return the name in `language`, or the first there is."""
        return self.name.get(language) or next(iter(self.name.values()))


def _read_list(value: Any) -> tuple[Topic, ...]:
    if value is None:  # a file of comments alone
        return ()
    if not isinstance(value, list):
        raise InvalidValueError("topic.list", **_EXAMPLE)
    return reader_of_many(reader_of(Topic), MANY.limit)(value, "da")


def _read_text(file: Path, path: str) -> tuple[str, list[Problem]]:
    if not os.path.lexists(file):
        return "", []
    data, problems = read_bytes(file.parent, file.name)
    if problems:
        return "", [Problem(path, each.position, each.code, each.params) for each in problems]
    return decode(path, data)


def read_topics(file: Path, path: str) -> tuple[tuple[Topic, ...], list[Problem]]:
    """Read the list; without a file there are no topics."""
    text, problems = _read_text(file, path)
    problems = problems or list(_no_list(path, text))
    if problems or not text.strip():
        return (), problems
    tree, problems = read_tree(path, _WRAP + text, 0)
    problems = problems or list(_beside(path, tree))
    if problems:
        return (), problems
    try:
        topics = _read_list(tree.data["topics"])
    except (InvalidValueError, InvalidItemsError) as error:
        return (), problems_of(error, path, tree, ("topics",))
    return topics, list(_duplicates(path, tree, topics))


def _no_list(path: str, text: str) -> Iterator[Problem]:
    """Yield the first line that says something, where it begins no list."""
    lines = (match for match in _SAYS.finditer(text) if match[1] != "#")
    if (first := next(lines, None)) and first[1] not in "-[":
        line = text.count("\n", 0, first.start(1)) + 1
        yield Problem(path, Position(line, first.start(1) - first.start() + 1), "topic.list", _EXAMPLE)


def _beside(path: str, tree: Tree) -> Iterator[Problem]:
    """Yield the keys that follow a list, of which YAML makes no part of it."""
    keys = (key for key in tree.data if key != "topics")
    return (Problem(path, tree.key_position((key,)), "topic.list", _EXAMPLE) for key in keys)


def _duplicates(path: str, tree: Tree, topics: tuple[Topic, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for position, topic in enumerate(topics):
        if topic.id in seen:
            place = tree.position_of(("topics", position, "id"))
            yield Problem(path, place, "topic.twice", {"written": topic.id})
        seen.add(topic.id)
