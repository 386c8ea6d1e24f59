"""A page that a site's own program makes (`katalog.extend`)."""

from markupsafe import Markup
from msgspec import Struct


class CustomPageView(Struct, frozen=True):
    """What the site's own program made: ready HTML."""

    html: Markup
