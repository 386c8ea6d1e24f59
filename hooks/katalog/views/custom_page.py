"""A page that a site's own program makes (`katalog.extend`)."""

from __future__ import annotations

from markupsafe import Markup  # noqa: TC002 - a struct's fields are read off at run time
from msgspec import Struct


class CustomPageView(Struct, frozen=True):
    """What the site's own program made: ready HTML."""

    html: Markup
