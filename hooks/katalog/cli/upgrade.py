"""`katalog upgrade`: a site made with an older version, brought up to date as far as can be."""

import argparse
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from katalog.cli.engine import FOLDER, NAME, EngineError, find_engine
from katalog.cli.refuse import project_root
from katalog.i18n.phrases import Phrases
from katalog.new_site.upgrade import upgrades
from katalog.process_environment import SETTINGS_FILE

READ = (SETTINGS_FILE, "hooks/**/*.py", "overrides/**/*")
MOST_BYTES = 1_000_000
"""The largest file that is looked at: settings, hooks and templates are far below it."""
REQUIREMENTS = "requirements.txt"


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Write what can be written and list the rest; 0 where nothing is left to do by hand, 1 otherwise."""
    root = project_root(phrases)
    files = dict(_texts(root))
    changes = list(upgrades(files, options.made_with or _made_with(files), version("katalog")))
    for change in changes:
        if change.text is not None and not options.only_look:
            (root / change.path).write_text(change.text, encoding="utf-8", newline="\n")
    try:
        pinned = list((_to_pin if options.only_look else _pin)(root, options.engine))
    except EngineError as error:
        print(phrases(f"init.{error.reason}", path=error.path), file=sys.stderr)
        return 1
    lines = [*((change.path, change.what) for change in changes), *pinned]
    for path, what in lines:
        print(phrases("upgrade.line", path=path, what=phrases(what)))
    if not lines:
        print(phrases("upgrade.none", version=version("katalog")))
    return int(any(change.text is None for change in changes))


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    for pattern in READ:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not path.is_symlink() and path.stat().st_size <= MOST_BYTES:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def _made_with(files: dict[str, str]) -> str:
    lines = (line.strip() for line in files.get(SETTINGS_FILE, "").splitlines())
    stated = next((line for line in lines if line.startswith("format:")), "")
    return stated.removeprefix("format:").strip().strip("\"'")


def _to_pin(root: Path, _wheel: Path | None) -> Iterator[tuple[str, str]]:
    """Yield whether the site's requirements name another engine than the one that is running."""
    file = root / REQUIREMENTS
    text = file.read_text("utf-8") if file.is_file() else ""
    if text and not any(f"{NAME}{sign}{version(NAME)}" in text for sign in ("==", "-")):
        yield REQUIREMENTS, "upgrade.pinned"


def _pin(root: Path, wheel: Path | None) -> Iterator[tuple[str, str]]:
    """Write the running engine and its libraries into the site's requirements; yield what that changed."""
    file = root / REQUIREMENTS
    if not file.is_file():
        return
    engine = find_engine(wheel)
    if engine.data:
        (root / engine.path).parent.mkdir(exist_ok=True)
        (root / engine.path).write_bytes(engine.data)
    if file.read_text("utf-8") != engine.requirements:
        file.write_text(engine.requirements, encoding="utf-8", newline="\n")
        yield REQUIREMENTS, "upgrade.pinned"
    for old in sorted((root / FOLDER).glob(f"{NAME}-*.whl")):
        if old != root / engine.path:
            old.unlink()
            yield f"{FOLDER}/{old.name}", "upgrade.old-wheel"
