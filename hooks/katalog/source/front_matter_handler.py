"""A record's file for `python-frontmatter`: its values as Katalog reads them, with places, and its layout.

`frontmatter.load(path, handler=KatalogHandler())`; docs/developers/records-in-scripts.md shows more.
"""

from typing import Any

from frontmatter import Post
from frontmatter.default_handlers import YAMLHandler

from katalog.problems import Position, Problem
from katalog.source.front_matter import FENCE, split
from katalog.source.yaml_text import front_text, record_text
from katalog.source.yaml_tree import Loc, Tree, read_tree

_BOM = "\ufeff"


class RecordError(Exception):
    """A file that is no record: `problems` says what is wrong, and where.

    No `ValueError`, which `frontmatter` takes to mean a text without front matter.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{each.path}:{each.position.line}: {each.code}" for each in problems))
        self.problems = problems


class KatalogHandler(YAMLHandler):
    """Reads and writes one record; `path` is what its problems name.

    After reading, `tree` holds the places of all keys and values, and `body_line` the body's first line.
    """

    FM_BOUNDARY = FENCE

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self.path = path
        self.tree = Tree()
        self.body_line = 1

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter and body; of anything but one block between two `---` a `RecordError` tells."""
        parts, problems = split(self.path, text.removeprefix(_BOM))
        if parts is None:
            raise RecordError(problems)
        self.body_line = parts.body_line
        return parts.front, parts.body

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return front matter as mappings, lists, texts and `None`; a `RecordError` names its faults."""
        self.tree, problems = read_tree(self.path, fm, 2)
        if problems:
            raise RecordError(problems)
        return self.tree.data

    def position_of(self, loc: Loc) -> Position:
        """Return line and column of the value at `loc`, such as `("sessions", 0, "when")`."""
        return self.tree.position_of(loc)

    def key_position(self, loc: Loc) -> Position:
        """Return line and column of the key at `loc`."""
        return self.tree.key_position(loc)

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """Return data as the text of front matter; `kwargs` go to `yaml.dump`."""
        return front_text(metadata, **kwargs)

    def format(self, post: Post, **kwargs: object) -> str:
        """Return the text of the whole file."""
        return record_text(self.export(post.metadata, **kwargs), post.content)
