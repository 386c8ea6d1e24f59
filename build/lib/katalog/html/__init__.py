"""Views to HTML: templates, the theme's page around them and its security policy."""

from pathlib import Path

THEME = Path(__file__).parent.parent / "theme"
"""The engine's templates, styles and scripts; a site's `overrides/` is looked up first."""
