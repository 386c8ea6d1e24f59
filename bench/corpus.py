"""Write a whole project of generated records: `python -m bench.corpus DIR --courses 1000 --seed 1`.

The project's own code, theme and settings are copied, its content is not.  Build the result with
KATALOG_TODAY=2026-09-01, the day its dates lie around.
"""

import argparse
import shutil
from pathlib import Path

import yaml

from bench.records import Written, generate
from katalog.catalogue.translation_hash import language_mark
from katalog.schema.entries import Entry, read_entry
from katalog.schema.records import RECORD_FOLDERS
from katalog.source import read_source

PROJECT = Path(__file__).parent.parent
COPIED = ("hooks", "overrides", "mkdocs.yml", "content/topics.yml")
TOPICS = "content/topics.yml"
FRONT_PAGE = "---\ntitle: {title}\npair: home\n---\n\n# {title}\n"
TITLES = {"da": "Katalog over opdigtede kurser", "sv": "Katalog över påhittade kurser"}


def write_corpus(folder: Path, courses: int, seed: int) -> list[Written]:
    """Fill the empty or missing `folder` with a project; return the records written."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    copy_project(folder)
    records = generate(courses, seed, topic_ids())
    for record in records:
        write(folder / record.path, text_of(record))
    for language, title in TITLES.items():
        write(folder / "content" / language / "index.md", FRONT_PAGE.format(title=title))
    return records


def copy_project(folder: Path) -> None:
    """Copy what builds the site, as far as the project has it."""
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in COPIED:
        source, target = PROJECT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignore)
        elif source.exists():
            shutil.copyfile(source, target)


def topic_ids() -> tuple[str, ...]:
    """Return the ids of the project's topics."""
    return tuple(topic["id"] for topic in yaml.safe_load((PROJECT / TOPICS).read_text(encoding="utf-8")))


def text_of(record: Written) -> str:
    """Write a record as an editor's form would; a translation says which text it was made from."""
    facts = record.facts
    if record.original:
        facts = facts | {"translates": language_mark(entry_of(record.original))}
    front = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=100)
    return f"---\n{front}---\n\n{record.body}"


def entry_of(record: Written) -> Entry:
    """Read a record back; `ValueError` when it is not a good one, which would be this generator's fault."""
    source, problems = read_source(record.path, text_of(record).encode())
    if source:
        entry, problems = read_entry(source, record.id, RECORD_FOLDERS[record.folder])
        if entry and not problems:
            return entry
    raise ValueError(problems)


def write(path: Path, text: str) -> None:
    """Write `text`, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line and write the corpus."""
    parser = argparse.ArgumentParser(description="Write a project of generated records.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    records = write_corpus(options.folder, options.courses, options.seed)
    print(f"{len(records)} records in {options.folder}")


if __name__ == "__main__":
    main()
