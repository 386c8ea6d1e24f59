"""The look a site gives itself: its logo and icons, its colours.  What cannot be used is reported."""

from collections.abc import Iterator
from pathlib import Path

from katalog.branding.colours import BRAND, colour_problems
from katalog.branding.override_files import file_problems
from katalog.branding.theme_settings import theme_problems
from katalog.problems import Problem
from katalog.settings.settings_file import SettingsFile

__all__ = ["BRAND", "look_problems"]


def look_problems(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Yield what is wrong with the look of the site below `root`, whose settings are in `file`."""
    yield from theme_problems(root, file)
    yield from colour_problems(root)
    yield from file_problems(root, file)
