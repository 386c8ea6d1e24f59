"""How a command says that it cannot begin."""

from __future__ import annotations

import sys

from katalog.i18n.phrases import Phrases
from katalog.process_environment import SETTINGS_FILE


def refuse(text: str) -> int:
    """Say what is wrong with what was asked for; return the status of a command that did nothing."""
    print(text, file=sys.stderr)
    return 2


def refuse_without_project(phrases: Phrases) -> int:
    """Say that the folder is in no project."""
    return refuse(phrases("cli.no-project", name=SETTINGS_FILE))
