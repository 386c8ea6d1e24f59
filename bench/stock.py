"""Write the same records as ordinary pages of stock MkDocs and Material: the other side of the comparison.

Every record becomes one page in each language, as it does in Katalog; facts stand in a flat list above the
text, as an editor without Katalog would type them.  To be fair to stock MkDocs, pages stay out of the
navigation (whose cost grows with the square of the pages), and search and every Markdown extension beyond
footnotes are off.
"""

import argparse
from pathlib import Path

from bench.corpus import topic_ids, write
from bench.records import Written, generate
from bench.vocabulary import VOCABULARIES

SETTINGS = """\
site_name: Katalog
site_url: https://katalog.example/
docs_dir: pages
theme:
  name: material
  language: da
plugins: []
markdown_extensions: [footnotes]
nav: [{Katalog: index.md}]
not_in_nav: "*"
"""


def write_stock(folder: Path, courses: int, seed: int) -> int:
    """Write the project; return how many pages it has."""
    records = generate(courses, seed, topic_ids())
    translations = {(record.id, record.language): record for record in records if record.language}
    originals = [record for record in records if not record.language]
    write(folder / "mkdocs.yml", SETTINGS)
    write(folder / "pages" / "index.md", "# Katalog\n")
    for language in VOCABULARIES:
        for record in originals:
            page = translations.get((record.id, language))
            write(folder / "pages" / language / record.path, page_of(record, page))
    return len(originals) * len(VOCABULARIES) + 1


def page_of(record: Written, translation: Written | None) -> str:
    """Write one page: the title, the facts as a list, the text."""
    title = (translation or record).facts["title"]
    facts = "".join(f"- **{key}**: {inline(value)}\n" for key, value in record.facts.items())
    return f"# {title}\n\n{facts}\n{(translation or record).body}"


def inline(value: object) -> str:
    """Write a value of front matter on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {inline(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(inline, value))
    return str(value)


def main() -> None:
    """Read the command line and write the pages."""
    parser = argparse.ArgumentParser(description="Write generated records as stock MkDocs pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{write_stock(options.folder, options.courses, options.seed)} pages in {options.folder}")


if __name__ == "__main__":
    main()
