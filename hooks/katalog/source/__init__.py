"""Source: the bytes of one file to its front matter, with places, and its body."""

from msgspec import Struct

from katalog.problems import Problem
from katalog.source.decode import decode
from katalog.source.front_matter_handler import KatalogHandler, RecordError
from katalog.source.personal_data import personal_data
from katalog.source.yaml_tree import Loc, Tree

__all__ = ["KatalogHandler", "Loc", "RecordError", "Source", "Tree", "read_source"]


class Source(Struct, frozen=True):
    """A record's file: front matter as a tree, body as text; `body_line` is the body's first line."""

    path: str
    tree: Tree
    body: str
    body_line: int


def read_source(
    path: str, data: bytes, *, allow_placeholders: bool = False
) -> tuple[Source | None, list[Problem]]:
    """Read one record or page; `path` is relative to the project; `allow_placeholders` as for `decode`.

    Without a source nothing more can be said of the file; with one, its problems are not all.
    """
    text, problems = decode(path, data, allow_placeholders=allow_placeholders)
    if problems:
        return None, problems
    handler = KatalogHandler(path)
    found = list(personal_data(path, text, data))
    try:
        front, body = handler.split(text)
        handler.load(front)
    except RecordError as error:
        return None, [*error.problems, *found]
    return Source(path, handler.tree, body, handler.body_line), found
