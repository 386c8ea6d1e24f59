"""Binds MkDocs' events to Katalog."""

from katalog.adapter import (  # noqa: F401 - MkDocs registers every function named on_*
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_template_context,
)
