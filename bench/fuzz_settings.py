"""One-edit mutants of `mkdocs.yml`: none may crash the check, nor lose a setting without a word.

    python -m bench.fuzz_settings [count] [seed]

A setting is lost when nothing is reported and yet its value, on a line that no edit touched, is not what it
was.  Exits with 1 when there is one, or a crash.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from bench.fuzz import Mutant, Tally, mutate, report
from katalog.i18n.phrases import editor_phrases
from katalog.problems.report import format_text
from katalog.settings.model import Settings
from katalog.settings.settings_file import read_settings_file, settings_in

GOOD = """\
# Katalog: the site's settings.
site_name: Katalog
site_url: https://katalog.example/
docs_dir: content
site_dir: site

theme:
  name: material
  language: da

hooks: [hooks/main.py]
plugins: []

markdown_extensions:
  - admonition
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}

extra:
  katalog:
    languages:
      - {tag: da, name: Dansk}
      - {tag: sv, name: Svenska, path: sv/}
    site_name:
      da: Katalog – kurser og indsatser for biblioteker
      sv: Katalog – kurser och satsningar för bibliotek
    operator:
      name: Prøvebibliotekerne
      email: drift@katalog.example
      website: https://katalog.example/om/
    time_zone: Europe/Stockholm
    closing_soon_days: 21
    authority: kurser.example
    menu:
      - title: {da: Om os, sv: Om oss}
        to: content/da/om.md
    footer:
      - {title: {da: Bestil, sv: Beställ}, to: https://bibliotek.example/}
    redirects:
      - {old: kurser/gammelt.html, to: courses}
    edit_url: https://kilde.example/edit/main/
    source_url: https://kilde.example/
"""


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, key)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _leaves(each, name)
    else:
        yield from ((name, line) for line in str(value).split("\n"))


def _read(folder: Path, text: str) -> tuple[Settings | None, str]:
    """Read settings as a check does, its words included."""
    (folder / "mkdocs.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    settings, problems = settings_in(read_settings_file(folder, "mkdocs.yml"))
    return settings, format_text(problems, editor_phrases("da"))


def lost(good: Settings, new: Settings, mutant: Mutant) -> list[str]:
    """Return the settings that are not what they were, though no edit touched the lines of their values."""
    lines = GOOD.split("\n")
    left = Counter(_leaves(msgspec.to_builtins(new)))
    gone = []
    for leaf in _leaves(msgspec.to_builtins(good)):
        left[leaf] -= 1
        touched = any(leaf[1] in lines[line - 1] for line in mutant.lines if line <= len(lines))
        gone += [f"{leaf[0]}: {leaf[1]}"] if left[leaf] < 0 and not touched else []
    return gone


def fuzz(count: int, seed: int) -> Tally:
    """Try `count` mutants of one good file."""
    rng, tally = random.Random(seed), Tally()
    with TemporaryDirectory(prefix="katalog-fuzz-") as folder:
        good, problems = _read(Path(folder), GOOD)
        if good is None:
            raise AssertionError(problems)
        for _ in range(count):
            _try(Path(folder), good, mutate(GOOD, rng), tally)
    return tally


def _try(folder: Path, good: Settings, mutant: Mutant, tally: Tally) -> None:
    try:
        new, problems = _read(folder, mutant.text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        tally.crashes.append(f"{mutant.edit}: {error!r}")
        return
    if problems or new is None:
        tally.told += 1
    elif gone := lost(good, new, mutant):
        tally.losses.append(f"{mutant.edit}: {gone}\n{mutant.text}")
    else:
        tally.harmless += 1


if __name__ == "__main__":
    sys.exit(report(fuzz, 2_000))
