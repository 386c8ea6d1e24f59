"""The site's icon in a picture: the one that telephones show, for Pillow draws no SVG.

The file may be anybody's: it is small, a PNG, and no larger than an icon, or it is left out.
"""

from io import BytesIO
from pathlib import Path

from msgspec import Struct
from PIL import Image

from katalog.branding.pictures import ICONS, MOST_BYTES, MOST_PIXELS
from katalog.html import THEME
from katalog.source.record_folder import read_bytes

SIZE = 72
COLOURS = 24
_WHITE = (255, 255, 255)


class Icon(Struct, frozen=True):
    """A square of pixels, for each its place in a palette; `palette` is the icon's part of it."""

    pixels: Image.Image
    palette: bytes


def icon_bytes(root: Path) -> bytes:
    """Return the file of the icon that the site's telephones show."""
    for name in ICONS:
        if (root / "overrides" / name).is_file():
            return read_bytes(root, f"overrides/{name}", MOST_BYTES)[0]
    return (THEME / ICONS[0]).read_bytes()


def read_icon(data: bytes, first: int) -> Icon | None:
    """Return an icon in few colours that have their places from `first` on; none of what is no such PNG.

    Where it is transparent, it stands on white.
    """
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as file:
            if max(file.size) > MOST_PIXELS:
                return None
            drawn = file.convert("RGBA").resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    except (OSError, SyntaxError, ValueError):
        return None
    ground = Image.new("RGBA", drawn.size, _WHITE)
    ground.alpha_composite(drawn)
    few = ground.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    places = bytes(place + first for place in few.tobytes())
    return Icon(Image.frombytes("L", few.size, places), bytes(few.getpalette() or ()))
