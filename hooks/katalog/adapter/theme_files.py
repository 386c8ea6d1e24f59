"""Where the theme's templates and files are, and which of its files are published."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.theme import Theme

from katalog.html import THEME

LEFT_OUT = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")
"""The theme's files that no page of ours uses."""


def add_overrides(theme: Theme) -> None:
    """Look a template or a file up in the site's own folder, then in the engine's, then in the theme's."""
    own = 1 if theme.custom_dir else 0
    theme.dirs.insert(own, str(THEME))


def is_used_asset(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file is one of the theme's that pages use."""
    path = file.src_uri
    return (
        file.src_dir != config.docs_dir
        and path.startswith("assets/")
        and not path.startswith(LEFT_OUT)
        and not path.endswith(".map")
    )
