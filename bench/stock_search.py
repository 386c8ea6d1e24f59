"""What stock search finds in the same pages.

`python -m bench.stock_search SITE QUERIES.tsv --pagefind PROGRAM`:

Material's own search reads the text of each page as a page of stock MkDocs; Pagefind (its program, from
the package `pagefind-bin-extended` or npm) indexes the pages as they are.  Both get the queries that
`bench.relevance` asks of Katalog's search, which is asked in the same run.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from bench.relevance import FIRST, Query, read_queries, report, search
from tools.audit_server import served
from tools.chromium import find

SETTINGS = """\
site_name: Katalog
site_url: https://katalog.example/
theme: {name: material, language: da}
plugins: [search: {lang: [da, sv]}]
nav: [{Katalog: index.md}]
not_in_nav: "*"
"""
POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
ASK_MATERIAL = """async (queries) => {
  const index = await (await fetch("/search/search_index.json")).json();
  const html = document.documentElement.innerHTML;
  const worker = new Worker(html.match(/assets\\/javascripts\\/workers\\/search[^"]*\\.js/)[0]);
  const next = (type) => new Promise((done) => {
    worker.onmessage = ({ data }) => data.type === type && done(data.data);
  });
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await next(1);
  const answers = [];
  for (const query of queries) {
    worker.postMessage({ type: 2, data: query });
    const { items } = await next(3);
    answers.push(items.flat().map((item) => item.location.split("#")[0]));
  }
  return answers;
}"""
ASK_PAGEFIND = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    answers.push(shown.map((each) => new URL(each.url, location.href).pathname.slice(1)));
  }
  return answers;
}"""


def stock_pages(site: Path, folder: Path) -> Path:
    """Write the main text of every page as a page of stock MkDocs, and build; return the built site."""
    for file in site.rglob("index.html"):
        page = LexborHTMLParser(file.read_text("utf-8"))
        column, heading = page.css_first("#k-content"), page.css_first("h1")
        if column and heading:
            target = folder / "docs" / file.relative_to(site).with_suffix(".md")
            target.parent.mkdir(parents=True, exist_ok=True)
            text = column.text(separator="\n").replace("<", "&lt;")
            target.write_text(f"# {heading.text(strip=True)}\n\n{text}\n", "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True)
    return folder / "site"


def pagefind_pages(site: Path, folder: Path, program: str) -> Path:
    """Copy the pages and let Pagefind index them; return the copy."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("search-index"))
    for file in folder.rglob("*.html"):  # our policy forbids the module that Pagefind compiles
        file.write_text(POLICY.sub("", file.read_text("utf-8")), "utf-8")
    subprocess.run([program, "--site", str(folder), "--quiet"], check=True)
    return folder


def ask(page: Page, script: str, queries: Sequence[Query]) -> list[list[str]]:
    """Return the first addresses in each query's language."""
    found = []
    for query, hits in zip(queries, page.evaluate(script, [query.text for query in queries]), strict=True):
        own = [hit for hit in hits if hit.startswith("sv/") == (query.language == "sv")]
        found.append(list(dict.fromkeys(own))[:FIRST])
    return found


def ask_pagefind(page: Page, queries: Sequence[Query]) -> list[list[str]]:
    """Ask on a page of each language, which Pagefind keeps apart."""
    answers: dict[tuple[str, str], list[str]] = {}
    for language in sorted({query.language for query in queries}):
        own = [query for query in queries if query.language == language]
        page.goto(urljoin(page.url, "/" if language == "da" else "/sv/"))
        found = ask(page, ASK_PAGEFIND, own)
        answers |= {(language, query.text): hits for query, hits in zip(own, found, strict=True)}
    return [answers[query.language, query.text] for query in queries]


@contextmanager
def opened(site: Path) -> Iterator[Page]:
    """Open the front page of a served site."""
    with served(site, {}) as address, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"]).new_page()
        page.goto(address)
        yield page


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description="Ask Katalog's search and stock ones the same.")
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--pagefind", help="Pagefind's program")
    options = parser.parse_args()
    queries = read_queries(options.queries)
    with tempfile.TemporaryDirectory(prefix="katalog-stock-search-") as name:
        folder = Path(name)
        sides: dict[str, tuple[Path, Callable[[Page], list[list[str]]]]] = {
            "Katalog": (options.site, lambda page: search(page, queries)),
            "Material": (
                stock_pages(options.site, folder / "stock"),
                lambda page: ask(page, ASK_MATERIAL, queries),
            ),
        }
        if options.pagefind:
            copy = pagefind_pages(options.site, folder / "pagefind", options.pagefind)
            sides["Pagefind"] = (copy, lambda page: ask_pagefind(page, queries))
        for side, (site, answer) in sides.items():
            with opened(site) as page:
                print(f"{side}\n{report(list(zip(queries, answer(page), strict=True)))}\n", flush=True)


if __name__ == "__main__":
    main()
