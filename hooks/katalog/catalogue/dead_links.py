"""Links in records' texts that lead nowhere."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from katalog.catalogue.catalogue import Catalogue
from katalog.catalogue.link_targets import Target, target_of_link
from katalog.markdown import Link
from katalog.problems import Problem
from katalog.schema.entries import Entry, TranslationEntry, link_problem
from katalog.schema.suggest import nearest_value

RECORD_FILE = re.compile(r"(?i:[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|jpe?g|png|webp|svg))")
"""The name of a file, with no folder, such as people put beside a record."""
WEB = re.compile(r"(?i:www\.\S+|(?:[\w-]+\.)+(?:dk|se|no|fi|is|eu|nu|com|org|net)(?:[/?#]\S*)?)")
"""A web address without its scheme."""


def body_problems(
    texts: Iterable[Entry | TranslationEntry],
    catalogue: Catalogue,
    entries: Mapping[str, Entry],
    pages: Mapping[str, Container[str] | None],
) -> Iterator[Problem]:
    """Yield what is wrong in the `texts` of records and translations, drafts included.

    `entries` are the records that a link may lead to, `pages` the paths of everything else, each with its
    anchors where they are known; a link goes to a file as it lies in the project, so `[…](../contacts/x.md)`
    leads to that record's page.
    """
    records = {entry.path: entry for entry in entries.values()}
    for each in texts:
        outline = catalogue.outlines[each.path]
        for fault in outline.faults:
            yield Problem(each.path, fault.position.below(each.body_line), fault.code)
        for link in outline.links:
            target = target_of_link(link.url, each.path, records, pages, catalogue.attachments)
            if target is None or (link.picture and target.kind == "elsewhere"):
                if (
                    link.url
                ):  # pictures from elsewhere are shown by no browser: docs/publishing.md, the policy
                    yield _dead(each, link, catalogue.attachments, records)
            elif target.fragment and not _has_anchor(target, catalogue, each.path, entries, pages):
                yield link_problem(each, link, "text.dead-anchor", written=link.url)


def _dead(
    each: Entry | TranslationEntry, link: Link, attachments: Container[str], records: Mapping[str, Entry]
) -> Problem:
    """Return what is wrong with a link to nothing; a file alone is meant for the record's own folder."""
    folder, name = dirname(each.path), link.url
    path = f"{folder}/{name.rpartition('/')[0] or each.id}/{name.rpartition('/')[2]}"
    if RECORD_FILE.fullmatch(name.removeprefix(f"{each.id}/")) and (not link.picture or path in attachments):
        if "/" in name:
            return link_problem(each, link, "reference.file-missing", written=name, path=path)
        params = {"written": name, "path": path, "suggestion": f"{each.id}/{name}"}
        return link_problem(each, link, "text.file-not-beside", **params)
    if not link.picture and (meant := dead_link_meant(name, each.path, records)):
        return link_problem(each, link, "text.dead-link-did-you-mean", written=name, suggestion=meant)
    code = "text.dead-picture" if link.picture else "text.dead-link"
    return link_problem(each, link, code, written=name)


def dead_link_meant(url: str, path: str, records: Mapping[str, Entry]) -> str:
    """Return what a link in the file at `path` should be: a whole web address, or the file of a record."""
    if WEB.fullmatch(url):
        return f"https://{url}"
    folder, wanted = dirname(path), unquote(url)
    if wanted.startswith("/"):
        name = wanted.rstrip("/").rpartition("/")[2]
        meant = next((file for file, entry in records.items() if entry.id == name), None)
    else:
        meant = nearest_value(normpath(join(folder, wanted)), records, 0.85)
    return relpath(meant, folder) if meant else ""


def _has_anchor(
    target: Target,
    catalogue: Catalogue,
    path: str,
    entries: Mapping[str, Entry],
    pages: Mapping[str, Container[str] | None],
) -> bool:
    if target.kind == "page":
        known = pages[target.value]
        return known is None or target.fragment in known
    if target.kind in {"anchor", "record"}:
        return target.fragment in anchors(
            catalogue, entries[target.value].path if target.kind == "record" else path
        )
    return True


def anchors(catalogue: Catalogue, path: str) -> set[str]:
    """Return the anchors of a record's text: its headings."""
    return {heading.id for heading in catalogue.outlines[path].headings}
