"""What belongs together on a line of a page."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"\b([Kk]l\.?) (?=\d)")


def with_unbroken_hours(html: str) -> str:
    """Return HTML in which no line ends between "kl." and its hour, in phrases and in what records say."""
    return _CLOCK.sub("\\1\u00a0", html)
