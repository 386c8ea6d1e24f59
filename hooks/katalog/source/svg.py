"""Drawings (SVG) that could run code, or fetch something, for a reader who opens them by themselves.

They are read as a browser reads them, as XML: a pattern sees neither a prefix (`<s:script>`), nor a
character reference (`jav&#97;script:`), nor UTF-16.  A browser shows what stands before a fault in the
XML, so what was found before one counts.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

_ELEMENTS = frozenset({
    "script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "audio", "video", "link",
})  # fmt: skip
_SCRIPT = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
_FETCHED = re.compile(r"@import|url\(\s*[\"']?(?!\s*[\"']?(?:#|data:))", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]+")  # browsers drop them in an address


class ActiveContent(NamedTuple):
    """What makes a drawing more than one, and its line."""

    written: str
    line: int


class _ActiveContentError(Exception):
    """Ends reading: one is enough."""


class _SvgReader:
    def __init__(self) -> None:
        self.found = ActiveContent("", 0)
        self.begun = False
        self._styles = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = lambda *_: self._report("<!ENTITY")
        self.parser.ProcessingInstructionHandler = self._instruction

    def _report(self, written: str) -> None:
        self.found = ActiveContent(written, self.parser.CurrentLineNumber)
        raise _ActiveContentError

    def _instruction(self, target: str, _: str) -> None:
        if target.casefold() == "xml-stylesheet":
            self._report(f"<?{target}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.begun = True
        if _local(name) in _ELEMENTS:
            self._report(f"<{name}")
        self._styles += _local(name) == "style"
        for key, value in attributes.items():
            self._check_attribute(key, value)

    def _check_attribute(self, key: str, value: str) -> None:
        if _local(key).startswith("on") or (_local(key) == "href" and not value.strip().startswith("#")):
            self._report(f"{key}=")
        for written in (_SCRIPT.search(_IGNORED.sub("", value)), _FETCHED.search(value)):
            if written:
                self._report(written[0])

    def _end(self, name: str) -> None:
        self._styles -= _local(name) == "style"

    def _text(self, text: str) -> None:
        if self._styles and (written := _FETCHED.search(text)):
            self._report(written[0])


def _local(name: str) -> str:
    return name.rpartition(":")[2].casefold()


def active_content(data: bytes) -> ActiveContent | None:
    """Return what a drawing holds and may not; one that cannot be read from its start may hold anything."""
    reader = _SvgReader()
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 - expat's own: this is all of it
    except _ActiveContentError:
        return reader.found
    except (expat.ExpatError, ValueError, LookupError):  # the last two: encodings
        if not reader.begun:
            return ActiveContent(data[:40].decode("ascii", "replace").strip(), 1)
    return None
