"""One-edit mutants of records, pages, topics, translations and settings in a project: checked, some built.

    python -m bench.fuzz_projects [count of each kind] [seed] [how many to build]

Nothing may crash or hang.  A word is lost when it stands on a line that no edit touched, was read before and
is not any longer, and the check tells of nothing; of settings `bench.fuzz_settings` looks for that.  What the
check passes must build; what it refuses must not.
"""

import os
import random
import re
import sys
import time
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.fuzz import Mutant, Tally, mutate
from bench.fuzz_bodies import body
from katalog.hand_pages import render_page
from katalog.inspection import Inspection, inspect
from katalog.markdown import render_text
from katalog.process_environment import configuration
from katalog.schema.entries import Entry, TranslationEntry
from katalog.settings.model import Settings
from katalog.source.yaml_tree import read_tree
from tests.e2e.quick_build import SETTINGS, Built, checked, quick_build, write_project

LEFT_OUT = frozenset({"translation.outdated"})
"""What says nothing of what was lost."""
TODAY = date(2026, 11, 22)
SLOW = 2.0
"""Seconds after which a check of these small projects counts as hanging."""
_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")

TOPICS = """\
# Emnerne
- id: samskabelse
  name: {da: Samskabelse, sv: Samskapande}
- id: laesning
  name:
    da: Læsning og lyst
    sv: Läsning och lust
- id: bevaegelse
  name: {da: Bevægelse, sv: Rörelse}
"""
COURSE = """\
---
title: Et kursus
language: da
summary: Kort sagt.
topics: [samskabelse, laesning]
outcomes:
  - Du kan se.
  - Du kan høre.
sessions:
  - when: 2027-03-01
    title: Opstart
  - when: 2027-03-08
  - when: 2027-03-15
    title: Afslutning
---

## Mål

En tekst om målet. Se [projektet](../projects/indsats.md).

- Et punkt
- To punkter
"""
TRANSLATION = """\
---
title: En kurs
translates: MARK
summary: Kort sagt på svenska.
outcomes:
  - Du kan titta.
  - Du kan lyssna.
sessions:
  - title: Start
  -
  - title: Slut
---

## Syfte

En text om syftet. Se [projektet](../projects/indsats.md).

- En punkt
- Två punkter
"""
PROJECT = "---\ntitle: Indsats\nlanguage: da\nkind: project\n---\n\n## Mål\n\nAt dele.\n"
PAGE = """\
---
title: Om os
description: Hvem vi er.
pair: about
---

# Om os

Se [kurset](../../courses/kursus.md#mål "Kurset"), [siden](<andet.md#møder>), [op](#top) og [mere][a].

!!! note "Husk"
    Husk madpakke og [kurset](../../courses/kursus.md).

    - Et punkt
    - To punkter

??? tip
    Skriv til os.

## Et afsnit {#top}

[a]: andet.md (Andet)

"""
OTHER = "---\ntitle: Andet\n---\n\n# Andet\n\n## Møder\n\nEn tekst.\n"
FILES = {
    "mkdocs.yml": SETTINGS,
    "content/topics.yml": TOPICS,
    "courses/kursus.md": COURSE,
    "courses/kursus.sv.md": TRANSLATION,
    "projects/indsats.md": PROJECT,
    "content/da/om.md": PAGE,
    "content/da/andet.md": OTHER,
}
KINDS = {
    "topics": ("content/topics.yml",),
    "translations": ("courses/kursus.sv.md", "courses/kursus.md"),
    "pages": ("content/da/om.md",),
    "records": ("courses/kursus.md", "projects/indsats.md"),
    "settings": ("mkdocs.yml",),
}
"""The files of each kind of which one is edited."""


def read_words(seen: Inspection, settings: Settings) -> Counter[str]:
    """Count the words that were read: of topics, records, translations and pages as they are shown."""
    texts = [str(topic.name) for topic in seen.project.topics]
    for entry in seen.project.entries:
        texts += [_data(entry), _shown(entry)]
    for each in seen.project.translations:
        texts += [_data(each), _shown(each)]
    for page in seen.pages:
        rendered = render_page(page.body, settings.markdown_extensions)
        html = rendered.html(lambda link: link.url)
        texts += [page.title, page.key, *(link.url for link in rendered.links), _text_of(html)]
    return Counter(_WORD.findall(" ".join(texts)))


def _data(each: Entry | TranslationEntry) -> str:
    return str(read_tree(each.path, each.tree.text, each.tree.first_line)[0].data)


def _shown(each: Entry | TranslationEntry) -> str:
    parts = render_text(each.body).parts
    return _text_of("".join(part if isinstance(part, str) else getattr(part, "url", "") for part in parts))


def _text_of(html: str) -> str:
    attributes = re.findall(r' (?:alt|title|id)="([^"]*)"', html)
    return unescape(" ".join([re.sub(r"<[^>]*>", " ", html), *attributes]))


def lost(good: str, before: Counter[str], after: Counter[str], mutant: Mutant) -> Counter[str]:
    """Return the words of untouched lines that were read before and are not read any longer."""
    lines = (line for number, line in enumerate(good.split("\n"), 1) if number not in mutant.lines)
    written = Counter(word for line in lines for word in _WORD.findall(line))
    return (written & before) - after


class Fuzzer:
    """A project in a folder of which one file at a time is edited."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.rng, self.tally = root, random.Random(seed), Tally()
        write_project(root, {path: text.encode() for path, text in FILES.items()})
        found, problems = configuration(root)
        if found is None:
            raise AssertionError(problems)
        self.settings = found.settings
        [outdated] = inspect(root, self.settings, TODAY).problems
        self.files = FILES | {
            "courses/kursus.sv.md": TRANSLATION.replace("MARK", outdated.params["suggestion"])
        }
        write_project(root, {path: text.encode() for path, text in self.files.items()})

    def fuzz(self, kind: str, count: int, to_build: int) -> None:
        """Try mutants of one kind, and build the first of them too."""
        for number in range(count):
            path = self.rng.choice(KINDS[kind])
            good = self.files[path] + (_page_body(self.rng) if kind == "pages" else "")
            self._write(path, good)
            before = inspect(self.root, self.settings, TODAY)
            if before.problems:
                raise AssertionError(f"a good project is told of: {before.problems}\n{good}")
            mutant = mutate(good, self.rng)
            self._write(path, mutant.text)
            self._try(path, good, before, mutant, builds=number < to_build)
            self._write(path, self.files[path])

    def _write(self, path: str, text: str) -> None:
        (self.root / path).write_bytes(text.encode("utf-8", "surrogatepass"))

    def _try(self, path: str, good: str, before: Inspection, mutant: Mutant, *, builds: bool) -> None:
        name = f"{path} {mutant.edit}"
        started = time.perf_counter()
        try:
            found, _ = configuration(self.root)
            seen = inspect(self.root, found.settings, TODAY) if found else None
            built = quick_build(self.root) if builds and not _moves_site(good, mutant) else None
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.tally.crashes.append(f"{name}: {error!r}\n{mutant.text}")
            return
        if built is None and time.perf_counter() - started > SLOW:
            self.tally.crashes.append(f"{name}: hangs\n{mutant.text}")
        if built and not _agree(built, checked(self.root), by_code=path != "mkdocs.yml"):
            self.tally.crashes.append(f"{name}: checked {checked(self.root)}, built {built}\n{mutant.text}")
        if not found or not seen or any(each.code not in LEFT_OUT for each in seen.problems):
            self.tally.told += 1
        elif gone := lost(good, read_words(before, self.settings), read_words(seen, found.settings), mutant):
            self.tally.losses.append(f"{name}: {dict(gone)}\n{mutant.text}")
        else:
            self.tally.harmless += 1


def _agree(built: Built, refused: frozenset[str], *, by_code: bool) -> bool:
    """MkDocs itself refuses settings first, by no code; `katalog build` asks the check before it."""
    same = not by_code or built.codes == refused
    return built.done == (not refused) and same and not (built.done and built.warnings)


def _moves_site(good: str, mutant: Mutant) -> bool:
    """Tell a mutant that would publish elsewhere, perhaps outside the folder."""
    lines = [*good.split("\n"), ""]
    return any(lines[number - 1].startswith("site_dir") for number in mutant.lines if number <= len(lines))


def _page_body(rng: random.Random) -> str:
    """Return a good text without what only the renderer of records knows."""
    text = body(rng).replace("](sal.jpg)", "](https://example.org/sal)").replace("![", "[")
    text = re.sub(r"~~(.*?)~~", r"\1", text)
    return re.sub(r"^> \[!\w+\]\n", "", text, flags=re.MULTILINE)


def fuzz_projects(count: int, seed: int, to_build: int) -> Tally:
    """Try `count` mutants of each kind; of each kind a third of `to_build` are built."""
    os.environ["KATALOG_TODAY"] = TODAY.isoformat()
    with TemporaryDirectory(prefix="katalog-fuzz-") as folder:
        fuzzer = Fuzzer(Path(folder), seed)
        for kind in KINDS:
            fuzzer.fuzz(kind, count, to_build // len(KINDS))
        return fuzzer.tally


def main() -> int:
    """Try mutants, as many as the command line says; 1 when one crashed or was lost."""
    numbers = [int(each) for each in sys.argv[1:]]
    count, seed, to_build = [*numbers, *(2_000, 1, 500)[len(numbers) :]]
    tally = fuzz_projects(count, seed, to_build)
    print(f"{len(KINDS) * count} mutants, {to_build} built: {tally.told} told, {tally.harmless} harmless,")
    print(f"{len(tally.crashes)} crashes, {len(tally.losses)} silent losses")
    for each in [*tally.crashes, *tally.losses][:20]:
        print("\n" + each)
    return int(bool(tally.crashes or tally.losses))


if __name__ == "__main__":
    sys.exit(main())
