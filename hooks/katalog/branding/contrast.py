"""Contrast of two colours, as WCAG 2.2 defines it, and the nearest colour that has enough of it.

Colours are `#rrggbb`; ratios lie between 1 and 21.
"""

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3 at level AA, for text of ordinary size."""
STEPS = 200


def full(colour: str) -> str:
    """Return a colour written in three or six digits as six, in lower case."""
    digits = colour.lower().removeprefix("#")
    return f"#{digits if len(digits) == 6 else ''.join(each * 2 for each in digits)}"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, in either order."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_colour(colour: str, beside: Iterable[str]) -> str:
    """Return the colour of the same hue, lighter or darker, that stands out enough from all of `beside`.

    Where none does, the one that stands out most.
    """
    others = tuple(beside)
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    shades = sorted((step / STEPS for step in range(STEPS + 1)), key=lambda each: abs(each - lightness))
    made = [_written(hls_to_rgb(hue, each, saturation)) for each in shades]
    worst = {each: min(contrast(each, other) for other in others) for each in made}
    return next((each for each in made if worst[each] >= ENOUGH), max(made, key=worst.__getitem__))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(full(colour)[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in channels)
