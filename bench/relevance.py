"""How well search finds: queries with the pages wanted for each, asked in a browser.

`python -m bench.relevance SITE QUERIES.tsv` prints the share of queries that have a page wanted among the
first five, by class; `--courses N --seed S` instead of a file asks for what `bench.corpus` generated.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from playwright.sync_api import Page, sync_playwright

from bench.corpus import topic_ids
from bench.records import Written, generate
from tools.audit_server import served
from tools.chromium import find

FIRST = 5
FIND = """async ([language, queries, first]) => {
  const { Engine } = await import("/assets/search/engine.js");
  const engine = new Engine(new URL(`/search-index/${language}/`, location.href));
  const answers = [];
  for (const query of queries) {
    const { hits } = await engine.find(query);
    const shown = await Promise.all(hits.slice(0, first).map((hit) => engine.show(hit.number)));
    answers.push(shown.map((each) => each.address));
  }
  return answers;
}"""
ENOUGH = 40
"""Generated queries of each class."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query in a language of the site; `wanted` are ends of addresses, none for a word that is nowhere."""

    kind: str
    language: str
    text: str
    wanted: tuple[str, ...]

    def answered(self, hits: Sequence[str]) -> bool:
        """Return whether a page wanted is among the hits, or nothing is where nothing should be."""
        if not self.wanted:
            return not hits
        return any(f"/{hit}".endswith(f"/{end}/") for hit in hits for end in self.wanted)


def read_queries(path: Path) -> list[Query]:
    """Read a table of class, language, query and wanted addresses, with `|` between these."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return [Query(kind, tag, text, tuple(filter(None, ends.split("|")))) for kind, tag, text, ends in rows]


def search(page: Page, queries: Sequence[Query]) -> list[list[str]]:
    """Return the first addresses for each query; `page` shows any page of the site."""
    answers: dict[tuple[str, str], list[str]] = {}
    for language in sorted({query.language for query in queries}):
        texts = [query.text for query in queries if query.language == language]
        found = page.evaluate(FIND, [language, texts, FIRST])
        answers |= {(language, text): hits for text, hits in zip(texts, found, strict=True)}
    return [answers[query.language, query.text] for query in queries]


def found_by_class(answers: Iterable[tuple[Query, list[str]]]) -> dict[str, float]:
    """Return the share of queries answered in each class."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for query, hits in answers:
        found[query.kind].append(query.answered(hits))
    return {kind: sum(each) / len(each) for kind, each in found.items()}


def generated_queries(courses: int, seed: int) -> list[Query]:
    """Return queries for records of a generated corpus, the same for the same numbers."""
    random = Random(seed)
    records = generate(courses, seed, topic_ids())
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        alike[_subject(record)].add(record.id)
    queries = [query for record in records for query in _queries(record, random, alike)]
    classes = sorted({query.kind for query in queries})
    return [query for kind in classes for query in _some([q for q in queries if q.kind == kind], random)]


def _subject(record: Written) -> str:
    """Return a title without the number or the mark of a translation that sets it apart."""
    return re.sub(r" (?:\d+|\(.*\))$", "", str(record.facts["title"]))


def _some(queries: list[Query], random: Random) -> list[Query]:
    return random.sample(queries, min(ENOUGH, len(queries)))


def _queries(record: Written, random: Random, alike: Mapping[str, set[str]]) -> Iterator[Query]:
    title, language = str(record.facts["title"]), record.language or str(record.facts.get("language"))
    if record.language:
        other = "da" if record.language == "sv" else "sv"
        subject = _subject(record)
        yield Query("other-language", other, subject, tuple(sorted(alike[subject])))
        return
    yield Query("exact", language, title, (record.id,))
    if record.folder == "content/contacts":
        yield Query("code", language, str(record.facts["email"]), (record.id,))
    if plain := title.translate(PLAIN) if title.translate(PLAIN) != title else "":
        yield Query("folding", language, plain, (record.id,))
    word = max(title.split(), key=len)
    if record.folder == "courses" and len(word) > 8:
        yield Query("inflection", language, title.replace(word, f"{word}s"), (record.id,))
        yield Query("slip", language, title.replace(word, _slip(word, random)), (record.id,))
        yield Query(
            "two-slips", language, title.replace(word, _slip(_slip(word, random), random)), (record.id,)
        )


PLAIN = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "ä": "a", "ö": "o", "Å": "Aa", "Ø": "Oe", "Ö": "O"})


def _slip(word: str, random: Random) -> str:
    """Leave out or swap letters within a word."""
    at = random.randrange(2, len(word) - 2)
    if random.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def report(answers: list[tuple[Query, list[str]]]) -> str:
    """Write the shares by class, and over all."""
    lines = [f"{kind:16} {share:4.0%}" for kind, share in found_by_class(answers).items()]
    good = sum(query.answered(hits) for query, hits in answers)
    return "\n".join([*lines, f"{'all':16} {good / len(answers):4.1%} of {len(answers)}"])


def main() -> None:
    """Read the command line and ask."""
    parser = argparse.ArgumentParser(description="Ask a built site's search, and see what it finds.")
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path, nargs="?")
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    path = options.queries
    queries = read_queries(path) if path else generated_queries(options.courses, options.seed)
    with served(options.site) as address, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"]).new_page()
        page.goto(address)
        answers = list(zip(queries, search(page, queries), strict=True))
    for query, hits in answers:
        if not query.answered(hits):
            print(f"missed: {query.kind} {query.language} {query.text!r} {query.wanted}: {hits}")
    print(report(answers))


if __name__ == "__main__":
    main()
