"""The `theme` section of `mkdocs.yml`: logo and icon are used, what changes nothing is reported."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from katalog.branding.pictures import LOGO
from katalog.problems import Problem
from katalog.settings.settings_file import SettingsFile
from katalog.source.yaml_tree import position_of

FOLLOWED = frozenset({"name", "custom_dir", "language", "logo", "favicon", "static_templates", "locale"})
PICTURES = ("logo", "favicon")
TYPES = (".svg", ".png", ".ico", ".webp", ".jpg", ".jpeg", ".gif")
OVERRIDES = "overrides"
TOUCH_ICON = "assets/icon-180.png"
_ENGINE = Path(__file__).parent.parent / "theme"


def theme_problems(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Yield pictures that are missing and settings that change nothing, each at its position."""
    section = file.node("theme")
    for key, _ in section.value if isinstance(section, yaml.MappingNode) else ():
        name = str(key.value)
        if name not in FOLLOWED and not _is_off(file.node("theme", name)):
            yield Problem(file.path, position_of(key), "look.theme-ignored", {"written": name})
    for name in PICTURES:
        yield from _of_picture(root, file, name)
    yield from _of_touch_icon(root, file)


def _is_off(node: yaml.Node | None) -> bool:
    """Tell `font: false`, which says what the pages do anyway."""
    return isinstance(node, yaml.ScalarNode) and node.value.casefold() in {
        "false",
        "no",
        "off",
        "null",
        "~",
        "",
    }


def _of_picture(root: Path, file: SettingsFile, name: str) -> Iterator[Problem]:
    node = file.node("theme", name)
    if not isinstance(node, yaml.ScalarNode):
        return
    written = node.value
    usable = written.startswith("assets/") and written.lower().endswith(TYPES) and ".." not in written
    if not usable or not any((root / folder / written).is_file() for folder in ("content", OVERRIDES)):
        yield Problem(file.path, file.position("theme", name), "look.picture-missing", {"written": written})


def _of_touch_icon(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Find a logo of the site's own beside the engine's icon for telephones."""
    own = root / OVERRIDES / LOGO
    is_own = file.node("theme", "logo") is not None or (
        own.is_file() and own.read_bytes() != (_ENGINE / LOGO).read_bytes()
    )
    if is_own and not (root / OVERRIDES / TOUCH_ICON).is_file():
        position = file.position("theme", "logo")
        yield Problem(file.path, position, "look.touch-icon", {"name": f"{OVERRIDES}/{TOUCH_ICON}"})
