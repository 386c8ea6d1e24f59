"""MkDocs for its part of a build that somebody else checks and publishes: what the preview is made with."""

import logging

from mkdocs.commands.build import build as run_build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from katalog.adapter import MKDOCS, STATE
from katalog.building.build import Build
from katalog.process_environment import SETTINGS_FILE


def render_theme(build: Build) -> None:
    """Give a checked build without errors what MkDocs makes: the theme's pages and files, hand-written pages.

    Nothing is published.  Raises whatever MkDocs, the theme or code of the site's own fails with.
    """
    logger = logging.getLogger(MKDOCS)
    if not logger.handlers:  # warnings are printed as by MkDocs' own command
        logger.addHandler(logging.StreamHandler())
    config = load_config(
        str(build.root / SETTINGS_FILE), site_dir=str(build.stage), site_url=build.settings.site_url
    )
    config.extra[STATE] = build
    try:
        run_build(config)
    except PluginError as told:
        raise told.__cause__ or told from None
