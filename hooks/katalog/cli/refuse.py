"""How a command says that it cannot begin."""

from pathlib import Path

from katalog.i18n.phrases import Phrases
from katalog.process_environment import SETTINGS_FILE, find_root


class RefusedError(Exception):
    """A command that makes no sense as it was asked for; its words say why, and nothing was done."""


def project_root(phrases: Phrases) -> Path:
    """Return the folder of the project; `RefusedError` outside of one."""
    root = find_root(Path.cwd())
    if root is None:
        raise RefusedError(phrases("cli.no-project", name=SETTINGS_FILE))
    return root
