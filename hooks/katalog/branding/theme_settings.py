"""The `theme` section of `mkdocs.yml`: logo and icon are used, what changes nothing is reported."""

import struct
from collections.abc import Iterator
from pathlib import Path

import yaml

from katalog.branding.override_files import OVERRIDES, own_files
from katalog.branding.pictures import ICONS, LOGO, MOST_BYTES, MOST_PIXELS
from katalog.problems import Position, Problem
from katalog.schema.suggest import nearest_value
from katalog.settings.settings_file import SettingsFile
from katalog.source.yaml_tree import position_of

FOLLOWED = frozenset({"name", "custom_dir", "language", "logo", "favicon", "static_templates", "locale"})
PICTURES = ("logo", "favicon")
TYPES = (".svg", ".png", ".ico", ".webp", ".jpg", ".jpeg", ".gif")
TOUCH_ICON = ICONS[1]
BY_ITSELF = ("katalog/", "locale/", "README")
"""What Katalog reads without the theme."""
_ENGINE = Path(__file__).parent.parent / "theme"


def theme_problems(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Yield pictures that are missing and settings that change nothing, each at its position."""
    section = file.node("theme")
    for key, _ in section.value if isinstance(section, yaml.MappingNode) else ():
        name = str(key.value)
        if name not in FOLLOWED and not _is_off(file.node("theme", name)):
            yield _unknown(file.path, position_of(key), name)
    for name in PICTURES:
        yield from _of_picture(root, file, name)
    yield from _of_touch_icon(root, file)
    yield from _of_icons(root)
    folder = getattr(file.node("theme", "custom_dir"), "value", "").strip("./")
    if folder != OVERRIDES and any(not each.startswith(BY_ITSELF) for each in own_files(root)):
        yield Problem(file.path, file.position("theme"), "look.overrides-unused")


def _unknown(path: str, position: Position, written: str) -> Problem:
    if meant := nearest_value(written, FOLLOWED, 0.8):
        params = {"field": written, "suggestion": meant}
        return Problem(path, position, "field.unknown-did-you-mean", params)
    return Problem(path, position, "look.theme-ignored", {"written": written})


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


def _of_icons(root: Path) -> Iterator[Problem]:
    """Find icons that are larger than any is: they are left out of pictures for sharing."""
    for name in ICONS:
        path = root / OVERRIDES / name
        head = path.read_bytes()[:24] if path.is_file() else b""
        sides = struct.unpack(">II", head[16:]) if len(head) == 24 and head.startswith(b"\x89PNG") else (0,)
        if max(sides) > MOST_PIXELS or (head and path.stat().st_size > MOST_BYTES):
            limits = {"pixels": str(MOST_PIXELS), "limit": str(MOST_BYTES // 1024)}
            yield Problem(f"{OVERRIDES}/{name}", Position(), "look.icon-too-large", limits)


def _of_touch_icon(root: Path, file: SettingsFile) -> Iterator[Problem]:
    """Find a logo of the site's own beside the engine's icon for telephones."""
    own = root / OVERRIDES / LOGO
    is_own = file.node("theme", "logo") is not None or (
        own.is_file() and own.read_bytes() != (_ENGINE / LOGO).read_bytes()
    )
    if is_own and not (root / OVERRIDES / TOUCH_ICON).is_file():
        position = file.position("theme", "logo")
        yield Problem(file.path, position, "look.touch-icon", {"name": f"{OVERRIDES}/{TOUCH_ICON}"})
