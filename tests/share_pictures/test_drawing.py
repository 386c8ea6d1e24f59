"""The same pixels everywhere: bundled fonts, colours that can be read, a file of few bytes."""

import ast
import struct
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import katalog.share_pictures
from katalog.share_pictures.drawing import HEIGHT, SHADES, WIDTH, Colours, draw
from katalog.share_pictures.icon import read_icon
from katalog.share_pictures.pictures import SharePictures
from katalog.share_pictures.png import SIGNATURE
from katalog.share_pictures.typesetting import FONTS
from katalog.views.share_picture import SharePicture

COLOURS = Colours("#11566e", "#ffffff")
PICTURE = SharePicture(
    "assets/share/da/courses/a.png",
    "Katalog",
    "Kursus",
    "Læsefællesskaber på tværs",
    ("1.–2. marts 2027", "Elmby", "Tilmeld dig senest 1. februar 2027"),
)
PIXELS = "c25aa1c36ce06d5847d59b5e631486cbb79580fdc1f9634b0a9da20540d63e78"
"""Of the picture above without an icon: another digest means that others see another picture."""


def opened(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as file:
        return file.convert("RGB")


def icon_file(size: tuple[int, int] = (180, 180), colour: str = "#ff0000") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def test_a_picture_has_the_size_that_its_consumers_show_whole() -> None:
    data = draw(PICTURE, COLOURS, None)
    assert opened(data).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(data) < 25 * 1024


def test_the_pixels_are_the_same_on_every_machine() -> None:
    assert sha256(opened(draw(PICTURE, COLOURS, None)).tobytes()).hexdigest() == PIXELS


def test_no_font_of_the_machine_is_used() -> None:
    folder = Path(katalog.share_pictures.__file__).parent
    for module in folder.glob("*.py"):
        calls = [
            node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)
        ]
        names = [ast.unparse(call.func).rsplit(".", 1)[-1] for call in calls]
        assert not {"load_default", "load_path", "load"} & set(names)
    assert sorted(file.name for file in FONTS.iterdir()) == [
        "LICENSE.txt", "OpenSans-Bold.ttf", "OpenSans-Regular.ttf",
    ]  # fmt: skip
    assert "Apache License" in (FONTS / "LICENSE.txt").read_text("utf-8")


def test_the_letters_have_the_colours_of_the_site() -> None:
    colours = opened(draw(PICTURE, COLOURS, None)).getcolors(SHADES)
    assert colours
    assert {(0x11, 0x56, 0x6E), (0xFF, 0xFF, 0xFF)} <= {colour for _, colour in colours}


def test_the_icon_stands_beside_the_sites_name() -> None:
    icon = read_icon(icon_file(), SHADES)
    with_icon = opened(draw(PICTURE, COLOURS, icon))
    assert with_icon.getpixel((100, 80)) == (255, 0, 0)
    assert opened(draw(PICTURE, COLOURS, None)).getpixel((80, 80)) != (255, 0, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        SIGNATURE,
        icon_file()[:60],
        icon_file((1025, 1)),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_what_is_no_icon_is_left_out(data: bytes) -> None:
    assert read_icon(data, SHADES) is None


def test_an_icon_of_a_thousand_million_pixels_is_not_read() -> None:
    size = struct.pack(">II", 100_000, 100_000)
    assert read_icon(icon_file().replace(struct.pack(">II", 180, 180), size), SHADES) is None


def test_a_transparent_icon_stands_on_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (180, 180), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(draw(PICTURE, COLOURS, read_icon(file.getvalue(), SHADES))).getpixel((100, 80)) == (
        255,
        255,
        255,
    )


def test_a_site_whose_colours_are_too_much_alike_gets_letters_that_can_be_read(tmp_path: Path) -> None:
    css = tmp_path / "overrides/assets/brand.css"
    css.parent.mkdir(parents=True)
    css.write_text(":root { --k-accent: #fff1a0; --k-on-accent: #ffffff; }", "utf-8")
    assert SharePictures(tmp_path, ())._colours == Colours("#fff1a0", "#000000")
