"""The pictures and colours that stand around every page: the site's own where it has them."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from katalog.branding.colours import BRAND

LOGO = "assets/logo.svg"
THEME_ICON = "assets/images/favicon.png"
"""The icon that the theme sets where the site names none."""


ICONS = ("assets/icon-512.png", "assets/icon-180.png")
"""What telephones show; the first that is there stands in pictures for sharing too."""
MOST_BYTES = 512 * 1024
MOST_PIXELS = 1024
"""Of an icon, and of a side of it."""


class Look(Struct, frozen=True):
    """What the frame needs: a style sheet of the site's own, a logo (empty: the engine's), an icon."""

    brand: bool
    logo: str
    icon: str


def look_of(overrides: str | None, logo: str, favicon: str) -> Look:
    """Return the look of a site: `overrides` is the folder of its own files, the others are its settings."""
    own = Path(overrides) if overrides else None
    shown = logo or (LOGO if own and (own / LOGO).is_file() else "")
    icon = favicon if favicon and favicon != THEME_ICON else shown or LOGO
    return Look(bool(own and (own / BRAND).is_file()), shown, icon)


def theme_language(folders: Iterable[str], language: str) -> str:
    """Return the language for the theme's own few words: English where it does not have the site's."""
    name = f"partials/languages/{language}.html"
    return language if any(Path(folder, name).is_file() for folder in folders) else "en"
