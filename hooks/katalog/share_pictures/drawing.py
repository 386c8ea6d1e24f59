"""One picture: the words of a page on the site's colour, with its icon.

Sizes and places are pixels.  OpenGraph's consumers show 1200 × 630 whole, and cut others.
"""

from msgspec import Struct
from PIL import Image, ImageDraw

from katalog.share_pictures.icon import Icon
from katalog.share_pictures.png import png_of
from katalog.share_pictures.typesetting import Choices, Weight, fitted, font, plain
from katalog.views.share_picture import SharePicture

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
SHADES = 8
"""From the ground's colour to the ink's: enough for smooth letters, and few enough for small files."""
_SHADE = [value * (SHADES - 1) // 255 for value in range(256)]
_TITLE = ((68, 3), (54, 4), (44, 5))
_FACT = ((33, 1), (29, 1))
_LABEL = ((30, 1),)
_NAME = ((34, 1), (28, 1))
_TITLE_TOP, _LABEL_TOP = 175, 132
_FACT_HEIGHT = 46


class Colours(Struct, frozen=True):
    """The picture's colours, `#rrggbb`."""

    ground: str
    ink: str


def draw(picture: SharePicture, colours: Colours, icon: Icon | None) -> bytes:
    """Return a picture as a PNG file."""
    canvas = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(canvas)
    left = MARGIN + (icon.pixels.width + 22 if icon else 0)
    _write(pen, left, 56, picture.site, "Bold", _NAME)
    _write(pen, MARGIN, _LABEL_TOP, picture.label, "Regular", _LABEL)
    _write(pen, MARGIN, _TITLE_TOP, picture.title, "Bold", _TITLE)
    for place, line in enumerate(reversed(picture.lines), start=1):
        _write(pen, MARGIN, HEIGHT - 46 - place * _FACT_HEIGHT, line, "Regular", _FACT)
    shades = canvas.point(_SHADE)
    if icon:
        shades.paste(icon.pixels, (MARGIN, 46))
    palette = _ramp(colours) + (icon.palette if icon else b"")
    return png_of(shades, palette)


def _write(
    pen: ImageDraw.ImageDraw, left: int, top: int, text: str, weight: Weight, choices: Choices
) -> None:
    if not plain(text):
        return
    set_ = fitted(text, weight, WIDTH - MARGIN - left, choices)
    for place, line in enumerate(set_.lines):
        pen.text((left, top + place * set_.line_height), line, font=font(weight, set_.size), fill=255)


def _ramp(colours: Colours) -> bytes:
    """Return the shades from the ground to the ink."""
    ground, ink = (bytes.fromhex(each.removeprefix("#")) for each in (colours.ground, colours.ink))
    last = SHADES - 1
    pairs = tuple(zip(ground, ink, strict=True))
    return bytes((a * (last - shade) + b * shade) // last for shade in range(SHADES) for a, b in pairs)
