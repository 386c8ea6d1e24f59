"""Pictures go out without what they say of where, when and by whom they were taken."""

import struct

from katalog.source.picture_metadata import without_metadata

PNG = b"\x89PNG\r\n\x1a\n"
SCAN = b"\xff\xda\x00\x02the picture\xff\xd9"


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + b"sum!"


def test_a_photograph_keeps_its_orientation_and_colours_alone() -> None:
    turned = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"
    exif = segment(0xE1, b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x02" + turned + b"GPS 55.6")
    words = segment(0xE1, b"http://ns.adobe.com/xap") + segment(0xED, b"IPTC") + segment(0xFE, b"by Ane")
    profile = segment(0xE2, b"ICC_PROFILE")
    made = without_metadata(b"\xff\xd8" + exif + words + profile + SCAN)
    assert b"GPS" not in made
    assert b"Ane" not in made
    assert made.startswith(b"\xff\xd8\xff\xe1\x00\x22Exif")
    assert made.endswith(profile + SCAN)
    assert without_metadata(made) == made


def test_an_upright_photograph_has_no_exif_left() -> None:
    made = without_metadata(b"\xff\xd8" + segment(0xE1, b"Exif\x00\x00MM\x00*GPS 55.6") + SCAN)
    assert made == b"\xff\xd8" + SCAN


def test_a_png_loses_its_words() -> None:
    head, end = chunk(b"IHDR", b"size"), chunk(b"IEND", b"")
    words = chunk(b"tEXt", b"Author Ane") + chunk(b"eXIf", b"GPS") + chunk(b"iTXt", b"XMP")
    assert without_metadata(PNG + head + words + end) == PNG + head + end


def test_a_webp_loses_exif_and_says_so() -> None:
    def part(name: bytes, data: bytes) -> bytes:
        return name + struct.pack("<I", len(data)) + data + b"\x00" * (len(data) % 2)

    def file(*parts: bytes) -> bytes:
        return b"RIFF" + struct.pack("<I", sum(map(len, parts)) + 4) + b"WEBP" + b"".join(parts)

    picture = part(b"VP8 ", b"the picture")
    full = file(part(b"VP8X", b"\x0c" + b"\0" * 9), picture, part(b"EXIF", b"GPS"), part(b"XMP ", b"by Ane"))
    assert without_metadata(full) == file(part(b"VP8X", b"\x00" * 10), picture)


def test_what_is_damaged_or_no_picture_stays_as_it_is() -> None:
    for data in (b"%PDF-1.4", b"\xff\xd8\xff\xe1\xff", PNG + b"\x00", b"RIFF\0\0\0\0WEBPVP8"):
        assert without_metadata(data) == data
