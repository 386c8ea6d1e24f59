"""Bad records: what an editor writes wrong, with the position and the code it must be reported under.

A case's text has a `§` exactly where the problem is; it is taken out before the file is written.  Files
lie beside a small good project, so that references have something to miss.
"""

# ruff: noqa: E501 - a file is a line

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from katalog.problems import Position

MARK = "§"

GOOD = {
    "content/topics.yml": "- id: samskabelse\n  name: {da: Samskabelse, sv: Samskapande}\n",
    "content/libraries/vejby-bibliotek.md": "---\ntitle: Vejby Bibliotek\nlanguage: da\nkind: public\ncountry: DK\n---\n",
    "content/libraries/sundby-bibliotek.md": "---\ntitle: Sundby Bibliotek\nlanguage: da\nkind: public\ncountry: DK\n---\n",
    "content/contacts/ane-test.md": (
        "---\ntitle: Ane Test\nlanguage: da\nemail: ane@example.org\nphone: 33 12 34 56\nshow_until: 2030-12-31\n---\n"
    ),
    "content/contacts/bo-borte.md": (
        "---\ntitle: Bo Borte\nlanguage: da\nshow_until: 2030-12-31\nwithdrawn: true\n---\n"
    ),
    "projects/faelles-indsats.md": "---\ntitle: Fælles indsats\nlanguage: da\nkind: project\n---\n\n## Mål\n\nAt dele.\n",
    "projects/en-kladde.md": "---\ntitle: En kladde\nlanguage: da\nkind: project\ndraft: true\n---\n",
}


@dataclass(frozen=True)
class Bad:
    """One bad file (or several); `make` does what cannot be said in bytes."""

    name: str
    code: str
    path: str
    position: Position
    files: dict[str, bytes] = field(default_factory=dict)
    make: Callable[[Path], None] | None = None


def bad(name: str, code: str, text: str, path: str = "courses/kursus.md", **others: str) -> Bad:
    """Make a case of one file with its mark, and others that must be there; `__` in a name stands for `/`."""
    files = {path: text.replace(MARK, "").encode("utf-8", "surrogatepass")}
    files |= {key.replace("__", "/") + ".md": value.encode() for key, value in others.items()}
    return Bad(name, code, path, position_of(text), files)


def raw(
    name: str, code: str, data: bytes, position: Position | None = None, path: str = "courses/kursus.md"
) -> Bad:
    """Make a case of bytes that are no text."""
    return Bad(name, code, path, position or Position(), {path: data})


def position_of(text: str) -> Position:
    """Return where the mark stands."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    before = text[: text.index(MARK)]
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def course(*lines: str, body: str = "En tekst.") -> str:
    """Return a course with further lines of front matter, or another text."""
    return "\n".join(["---", "title: Et kursus", "language: da", *lines, "---", "", body, ""])


def project(*lines: str) -> str:
    return "\n".join(["---", "title: Et projekt", "language: da", "kind: project", *lines, "---", ""])


def library(*lines: str) -> str:
    return "\n".join(
        ["---", "title: Et bibliotek", "language: da", "kind: public", "country: DK", *lines, "---", ""]
    )


def contact(*lines: str) -> str:
    return "\n".join(["---", "title: En person", "language: da", "show_until: 2030-12-31", *lines, "---", ""])
