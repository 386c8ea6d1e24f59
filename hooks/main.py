"""Binds MkDocs' events to Katalog."""

from katalog.hooks import *  # noqa: F403
