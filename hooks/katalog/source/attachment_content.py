"""What is in an attachment: whether it is what its name says, and the words in it that readers can get at.

A document's own properties (its author, its title) are words too: whoever opens the file finds them.
"""

import os
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from katalog.problems import Position, Problem
from katalog.source.file_names import extension, printable
from katalog.source.svg import active_content

MAX_ATTACHMENT = 20 * 1024 * 1024
_MAX_PROPERTIES = 256 * 1024
_HEAD = 512
_PROGRAM = (b"#!", b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_LFS = b"version https://git-lfs.github.com/spec/"
_OFFICE = (b"PK\x03\x04",)
_BEGINNINGS = {
    ".pdf": (b"%PDF",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    **dict.fromkeys((".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx"), _OFFICE),
    ".ics": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"),
}
_KINDS = (
    (re.compile(rb"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE), "HTML"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"\x89PNG"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"GIF8"), "GIF"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"....ftyp(?:heic|heix|mif1|msf1|hevc)", re.DOTALL), "HEIC"),
    (re.compile(rb"....ftypavif", re.DOTALL), "AVIF"),
    (re.compile(rb"(?:II\*\x00|MM\x00\*)"), "TIFF"),
    (re.compile(rb"PK\x03\x04"), "ZIP"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "Office 97"),
    (re.compile(rb"\s*(?:<\?xml|<svg)"), "XML"),
)
TEXT_TYPES = frozenset({".txt", ".csv", ".ics", ".svg"})
_PDF_WORDS = re.compile(
    rb"/(?:Author|Title|Subject|Keywords)\s*(?:\((?P<text>(?:[^()\\]|\\.)*)\)|<(?P<hex>[0-9A-Fa-f\s]+)>)"
)
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_PROPERTIES = frozenset({"docProps/core.xml", "docProps/app.xml", "meta.xml"})
_TAG = re.compile(r"<[^>]*>")


def content_problem(path: str, entry: os.DirEntry[str]) -> Problem | None:
    """Return why an attachment of an allowed name may not be published for what is in it."""
    try:
        size = entry.stat().st_size
        if size > MAX_ATTACHMENT:
            return Problem(path, Position(), "file.too-large", {"limit": str(MAX_ATTACHMENT // 1024)})
        with open(entry.path, "rb") as file:  # noqa: PTH123 - a DirEntry has its path at hand
            head = file.read(_HEAD) if extension(entry.name) != ".svg" else file.read()
    except OSError:
        return Problem(path, Position(), "file.unreadable")
    return next(_content_problems(path, entry.name, head), None)


def _content_problems(path: str, name: str, head: bytes) -> Iterator[Problem]:
    params = {"name": printable(name)}
    if not head.strip():
        yield Problem(path, Position(), "file.attachment-empty", params)
    if head.startswith(_LFS):
        yield Problem(path, Position(), "file.lfs-pointer")
    if head.startswith(_PROGRAM):
        yield Problem(path, Position(), "file.executable", params)
    if extension(name) == ".svg" and (active := active_content(head)):
        yield Problem(path, Position(active.line), "file.svg-active", {"written": active.written})
    if kind := _other_kind(extension(name), head):
        yield Problem(path, Position(), "file.other-content", params | {"found": kind})


def _other_kind(wanted: str, head: bytes) -> str | None:
    """Return what a file is when it is not what its extension says."""
    beginnings = _BEGINNINGS.get(wanted)
    if beginnings and head.startswith(beginnings) and not (wanted == ".webp" and head[8:12] != b"WEBP"):
        return None
    kind = next((name for pattern, name in _KINDS if pattern.match(head)), None)
    if beginnings is None:
        return kind if wanted in {".txt", ".csv"} and kind != "XML" else None
    return kind or "?"


def attachment_text(root: Path, path: str) -> str:
    """Return the words in an attachment that are no picture of words: its text, or its properties."""
    kind = extension(path)
    try:
        data = (root / path).read_bytes()
        if kind in TEXT_TYPES:
            return data[:_MAX_PROPERTIES].decode("utf-8", "replace")
        if kind == ".pdf":
            return "\n".join(_pdf_properties(data))
        if data.startswith(_OFFICE):
            return "\n".join(_office_properties(root / path))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        return ""
    return ""


def _pdf_properties(data: bytes) -> Iterator[str]:
    for found in _PDF_WORDS.finditer(data):
        raw = bytes.fromhex(found["hex"].decode()) if _is_whole(found["hex"]) else found["text"] or b""
        yield raw[2:].decode("utf-16-be", "replace") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")
    for found in _XMP.finditer(data):
        yield unescape(_TAG.sub(" ", found[0].decode("utf-8", "replace")))


def _is_whole(digits: bytes | None) -> bool:
    return digits is not None and len(b"".join(digits.split())) % 2 == 0


def _office_properties(file: Path) -> Iterator[str]:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if info.filename in _PROPERTIES and info.file_size <= _MAX_PROPERTIES:
                yield unescape(_TAG.sub(" ", archive.read(info).decode("utf-8", "replace")))
