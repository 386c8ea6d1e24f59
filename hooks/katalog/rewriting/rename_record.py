"""Gives a record another id: what its files are called then, and every reference and link to it mended.

Edits are made where the old id stands, so that nothing else changes in a file; the old id is added to
`redirect_from`, so that its address and its place in calendars and feeds live on.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from msgspec import Struct

from katalog.problems import InvalidValueError
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import all_models
from katalog.schema.record_parts import Part
from katalog.source import Tree, read_source
from katalog.source.yaml_text import scalar
from katalog.source.yaml_tree import field_at, scalars_in

_NAMES_TOO = frozenset({"place", "members", "via"})
"""Fields that hold a text or a record's id."""
_TARGET = re.compile(
    r"(?P<mark>\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?|\bhref=[\"']?)(?P<path>[^\s)>#?\"']+)", re.MULTILINE
)
"""What a link leads to: in Markdown, and in the HTML of hand-written pages."""


class Renaming(Struct, frozen=True):
    """A record's new id: the folder of its file, from the project's root, and its collection."""

    old: str
    new: str
    folder: str
    collection: str

    def renamed(self, path: str) -> str:
        """Return what a file of the project is called afterwards."""
        own = rf"{re.escape(f'{self.folder}/{self.old}')}(?=(?:\.[a-z]{{2}})?\.md$|/)"
        return re.sub(f"^{own}", lambda _: f"{self.folder}/{self.new}", path)


def renaming_of(entry: Entry, new: str) -> Renaming:
    """Return how a record gets the id `new`."""
    return Renaming(entry.id, new, dirname(entry.path), entry.collection)


def renamed_texts(texts: Mapping[str, str], renaming: Renaming) -> dict[str, str]:
    """Return the texts that change, by the paths the files have now; `texts` are all that may refer to it."""
    made = {path: _renamed_text(path, text, renaming) for path, text in texts.items()}
    return {path: text for path, text in made.items() if text != texts[path]}


def _renamed_text(path: str, text: str, renaming: Renaming) -> str:
    if not path.endswith(".md"):
        return _in_settings(text, renaming)
    source, _ = read_source(path, text.encode("utf-8", "surrogateescape"))
    lines = text.splitlines(keepends=True)
    if source:
        for line, column in sorted(_places(source.tree, renaming), reverse=True):
            found = lines[line - 1]
            lines[line - 1] = found[: column - 1] + found[column - 1 :].replace(renaming.old, renaming.new, 1)
        if path == f"{renaming.folder}/{renaming.old}.md":
            _add_former_id(lines, source.tree, renaming.old)
    return _TARGET.sub(lambda link: _mended(link, path, renaming), "".join(lines))


def _in_settings(text: str, renaming: Renaming) -> str:
    path = re.escape(f"{renaming.folder}/{renaming.old}.md")
    return re.sub(rf"(?<![\w/-]){path}\b", f"{renaming.folder}/{renaming.new}.md", text)


def _places(tree: Tree, renaming: Renaming) -> Iterator[tuple[int, int]]:
    """Yield line and column of every value, and of every follower's key, that is the old id."""
    old, names = renaming.old, _reference_names(renaming.collection)
    for loc, value in scalars_in(tree.data):
        if value == old and field_at(loc) in names:
            position = tree.position_of(loc)
            yield position.line, position.column
    for loc, position in tree.keys.items():
        if loc[0] == "followers" and len(loc) > 2 and loc[-1] == old:
            yield position.line, position.column


def _reference_names(collection: str) -> frozenset[str]:
    """Return the fields that may hold the id of a record of `collection`."""
    fields = [field for model in all_models() for field in fields_of(model)]
    return _NAMES_TOO | {field.name for field in fields if _may_hold(field, collection)}


def _may_hold(field: Field, collection: str) -> bool:
    """Whether a field holds ids of a collection, or parts that one stands for: `contacts: [ane-test]`."""
    if field.ref:
        return not field.ref.collections or collection in field.ref.collections
    named = _named_by_id(field.part) if field.part else ()
    return any(_may_hold(each, collection) for each in named)


def _named_by_id(part: type[Part]) -> list[Field]:
    """Return the fields that an id alone is short for."""
    try:
        whole = part.expand_shorthand("an-id")
    except InvalidValueError:  # where a price stands
        return []
    return [each for each in fields_of(part) if isinstance(whole, dict) and each.name in whole]


def _add_former_id(lines: list[str], tree: Tree, old: str) -> None:
    """Add the old id to `redirect_from`, as the newest of them."""
    former = tree.data.get("redirect_from")
    ids = [*(former if isinstance(former, list) else ()), old]
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    line = f"redirect_from: [{', '.join(map(scalar, ids))}]{ending}"
    lines[tree.lines_of("redirect_from") or slice(tree.end, tree.end)] = [line]


def _mended(link: re.Match[str], path: str, renaming: Renaming) -> str:
    """Return a link with the path that its target has afterwards, seen from where the file is afterwards."""
    written = link["path"]
    if ":" in written or written.startswith("/"):
        return link[0]
    target = normpath(join(dirname(path), written))
    after = renaming.renamed(target)
    if after == target:
        return link[0]
    return link["mark"] + relpath(after, dirname(path) or ".")
