"""The addresses that were ever published: `addresses.txt`, one a line, relative to the site's root."""

import os
from pathlib import Path

from msgspec import Struct

from katalog.problems import Problem
from katalog.source.decode import decode
from katalog.source.record_folder import read_bytes

ADDRESSES = "addresses.txt"
_LIMIT = 16 * 1024 * 1024


class ListedAddress(Struct, frozen=True):
    """An address and the line it stands on, counting from 1."""

    address: str
    line: int


def read_published_addresses(root: Path) -> tuple[tuple[ListedAddress, ...], list[Problem]]:
    """Read the list; without a file there is none.  Empty lines and those with `#` say nothing."""
    if not os.path.lexists(root / ADDRESSES):
        return (), []
    data, problems = read_bytes(root, ADDRESSES, _LIMIT)
    text, problems = ("", problems) if problems else decode(ADDRESSES, data)
    lines = enumerate(text.split("\n"), start=1) if not problems else ()
    listed = ((line.strip().lstrip("/"), number) for number, line in lines if line.strip())
    return tuple(ListedAddress(each, number) for each, number in listed if not each.startswith("#")), problems
