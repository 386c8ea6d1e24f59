"""Links in a record's text: what an author's relative link points at."""

from collections.abc import Container, Mapping
from posixpath import dirname, join, normpath
from typing import Literal
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from katalog.schema.entries import Entry


class Target(Struct, frozen=True):
    """What a link leads to: a record's page, a hand-written page, a file, or an address elsewhere."""

    kind: Literal["record", "page", "file", "anchor", "elsewhere"]
    value: str
    fragment: str = ""


ELSEWHERE = frozenset({"http", "https", "mailto", "tel"})


def target_of_link(
    url: str, path: str, records: Mapping[str, Entry], pages: Container[str], files: Container[str]
) -> Target | None:
    """Return the target of `url` as written in the file at `path`; `None` when there is none.

    `records` maps file paths to records; all paths are relative to the project.
    """
    found = _read(url, dirname(path))
    if found is None or found.kind != "file":
        return found
    if found.value in records:
        return Target("record", records[found.value].id, found.fragment)
    if found.value in pages:
        return Target("page", found.value, found.fragment)
    return found if found.value in files else None


def _read(url: str, folder: str) -> Target | None:
    """Return the kind of a link in a file of `folder`, a file's path made relative to the project."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a host that can be none
        return None
    if parts.scheme:
        named = parts.netloc or parts.scheme in {"mailto", "tel"}
        return Target("elsewhere", url) if parts.scheme in ELSEWHERE and named else None
    if not parts.path:
        return Target("anchor", "", unquote(parts.fragment)) if parts.fragment else None
    if parts.netloc or parts.path.startswith("/"):
        return None
    wanted = normpath(join(folder, unquote(parts.path)))
    return Target("file", wanted, unquote(parts.fragment))
