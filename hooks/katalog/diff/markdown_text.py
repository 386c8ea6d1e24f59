"""Untrusted text in the Markdown of a comment: nothing in it acts on a reader, a page or the host.

Hosts look for mentions, references and emoji in the text of the finished page, where entities are characters
again.  So a character that begins one is followed by U+200B (zero width space), which no host takes for part
of a name (https://docs.github.com/en/get-started/writing-on-github, https://docs.gitlab.com/user/markdown/).
"""

import re

from katalog.problems.report import visible

LONGEST = 100
"""Characters of one value; what is longer is cut."""
APART = "&#8203;"

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKDOWN = re.compile(r"([\\`*_\[\]~|$!#^])")
_SIGILS = re.compile(r"([@#!$%~^]|&amp;)(?=[\w\"'])")
_COLON = re.compile(r":(?=[A-Za-z+\-/])")
_WEB = re.compile(r"\b(www)(?=\.)", re.IGNORECASE)
_TICKET = re.compile(r"\b(G[HL]-)(?=\d)", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = re.compile(r"[^A-Za-z0-9:/?#@!$&'*+,;=._~%-]")


def text(words: str, longest: int = LONGEST) -> str:
    """Return words as Markdown that shows them, in one line, cut where they are long."""
    shown = _apart(shortened(words, longest).translate(_ENTITIES))
    return _MARKDOWN.sub(_escaped, shown)


def shortened(words: str, longest: int = LONGEST) -> str:
    """Return words in one line without anything invisible, at most `longest` characters of them."""
    line = " ".join(visible(words).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _apart(shown: str) -> str:
    shown = _SIGILS.sub(rf"\1{APART}", shown)
    shown = _COLON.sub(f":{APART}", shown)
    for pattern in (_WEB, _TICKET):
        shown = pattern.sub(rf"\1{APART}", shown)
    return shown


def _escaped(found: re.Match[str]) -> str:
    """Return a character of Markdown as itself, but for the one of our own entity."""
    inside = found[1] == "#" and found.string[found.start() - 1 : found.end() + 5] == APART
    return found[1] if inside else f"\\{found[1]}"


def code(words: str, longest: int = LONGEST) -> str:
    """Return a path, or a text to copy, as a code span, where hosts look for nothing (CommonMark 6.1)."""
    shown = shortened(words, longest)
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    space = " " if len(fence) > 1 else ""
    return f"{fence}{space}{shown}{space}{fence}"


def link(words: str, address: str) -> str:
    """Return a link; `address` begins with `http://` or `https://`, else the words stand alone."""
    if not address.startswith(("https://", "http://")):
        return f"**{text(words)}**"
    return f"[{text(words)}](<{_UNSAFE_IN_ADDRESS.sub(_percent, address)}>)"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))
