"""Hand-written pages: found, read through our own loader, and paired across languages.

MkDocs takes broken front matter for text, so it is read and refused here.  A file's place below its
language's folder is its address; pages with the same `pair` are the same page in several languages.
"""

from pathlib import Path

from msgspec import Struct

from katalog.problems import Position, Problem
from katalog.schema.suggest import THEME_KEYS
from katalog.settings.model import Settings, SiteLanguage
from katalog.source import Tree, read_source
from katalog.source.decode import unfilled_placeholders
from katalog.source.page_folder import find_pages
from katalog.source.personal_data import personal_data_in_name
from katalog.source.record_folder import read_bytes

PAGE_FIELDS = ("title", "description", "pair")
KEYS = frozenset(PAGE_FIELDS)


class HandPage(Struct, frozen=True):
    """A hand-written page: its file, its key shared by all languages, its title and its address.

    `text` is all of the file, `body` what follows the front matter, from the line `body_line` on.
    """

    path: str
    key: str
    language: str
    title: str
    address: str
    text: str = ""
    body: str = ""
    body_line: int = 1


def find_hand_pages(root: Path, settings: Settings) -> tuple[tuple[HandPage, ...], list[Problem]]:
    """Read the hand-written pages of every language of the site."""
    pages: list[HandPage] = []
    problems: list[Problem] = []
    for language in settings.languages:
        folder = f"content/{language.tag}"
        there = find_pages(root, folder)
        problems += there.problems
        problems += [problem for path in there.pages for problem in personal_data_in_name(path)]
        for path in there.pages:
            name = path.removeprefix(f"{folder}/")
            page, found = _read(root, path, language, name, allow_placeholders=not settings.has_address)
            pages += [page] if page else []
            problems += found
    return tuple(pages), problems


def _read(
    root: Path, path: str, language: SiteLanguage, name: str, *, allow_placeholders: bool
) -> tuple[HandPage | None, list[Problem]]:
    """Read a page; places may stay to be filled in while the site has no address of its own."""
    data_, problems = read_bytes(root, path)
    source, problems = (
        (None, problems) if problems else read_source(path, data_, allow_placeholders=allow_placeholders)
    )
    if source is None:
        return None, problems
    if allow_placeholders:
        problems += unfilled_placeholders(path, data_.decode(), "page.unfilled")
    data = source.tree.data
    problems += [_unknown(path, source.tree, key) for key in data if key not in KEYS]
    title = data.get("title")
    if not isinstance(title, str):
        problems.append(Problem(path, Position(), "field.missing", {"field": "title"}))
    below = "" if name == "index.md" else f"{name.removesuffix('.md').removesuffix('/index')}/"
    pair = data.get("pair")
    key = pair if isinstance(pair, str) else path
    address, text = language.path + below, data_.decode()
    page = HandPage(path, key, language.tag, str(title), address, text, source.body, source.body_line)
    return page, problems


def _unknown(path: str, tree: Tree, key: str) -> Problem:
    if key in THEME_KEYS:
        return Problem(path, tree.key_position((key,)), "page.theme-field", {"written": key})
    params = {"written": key, "allowed": ", ".join(sorted(KEYS))}
    return Problem(path, tree.key_position((key,)), "page.field-unknown", params)
