"""Pictures without what cameras and programs write into them: place, time, owner, comments.

Only whole segments are left out; the picture itself is not touched.  Of Exif the orientation stays, for a
picture would lie on its side without it.  JPEG: ITU-T T.81, B.1; PNG: ISO/IEC 15948, 5.3; WebP: RFC 9649, 2.
"""

import re
import struct
from collections.abc import Iterator

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_WORDS = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})
_WEBP_WORDS = frozenset({b"EXIF", b"XMP "})
_KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
"""JFIF, colour profiles, and how Adobe's programs encode colours."""
_ORIENTATION = re.compile(
    rb"\x12\x01\x03\x00\x01\x00\x00\x00(?P<little>[\x01-\x08])|\x01\x12\x00\x03\x00\x00\x00\x01\x00(?P<big>[\x01-\x08])"
)


def without_metadata(data: bytes) -> bytes:
    """Return a picture without what it says of where, when and by whom it was taken; others as they are."""
    try:
        if data.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return _PNG + b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            body = b"".join(_webp(data))
            return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
    except (struct.error, IndexError):
        return data  # damaged: browsers show what they can
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        (size,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + size]
        if marker == 0xE1 and segment[4:8] == b"Exif":
            yield _orientation(segment)
        elif marker in _KEPT_SEGMENTS or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            yield segment
        at += 2 + size
    yield data[at:]


def _orientation(exif: bytes) -> bytes:
    """Return an Exif segment with the orientation alone; none where it is upright or not stated."""
    found = _ORIENTATION.search(exif)
    value = found[str(found.lastgroup)] if found else b"\x01"
    if value == b"\x01":
        return b""
    return (
        b"\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"
        + value
        + b"\x00\x00\x00\x00\x00\x00"
    )


def _png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] not in _PNG_WORDS:
            yield data[at : at + 12 + size]
        at += 12 + size


def _webp(data: bytes) -> Iterator[bytes]:
    at = 12
    while at < len(data):
        (size,) = struct.unpack_from("<I", data, at + 4)
        chunk = data[at : at + 8 + size + size % 2]
        if chunk[:4] == b"VP8X":  # its flags say that Exif (8) and XMP (4) follow
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if chunk[:4] not in _WEBP_WORDS:
            yield chunk
        at += 8 + size + size % 2
