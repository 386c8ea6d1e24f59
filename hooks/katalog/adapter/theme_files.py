"""Which of the theme's files are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

LEFT_OUT = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")
"""The theme's files that no page of ours uses."""


def is_used_asset(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file is one of the theme's that pages use."""
    path = file.src_uri
    return (
        file.src_dir != config.docs_dir
        and path.startswith("assets/")
        and not path.startswith(LEFT_OUT)
        and not path.endswith(".map")
    )
