"""Links in records' texts that lead nowhere."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from posixpath import dirname

from katalog.catalogue.catalogue import Catalogue
from katalog.catalogue.link_targets import Target, target_of_link
from katalog.markdown import Link
from katalog.problems import Problem
from katalog.schema.entries import Entry, TranslationEntry, link_problem

RECORD_FILE = re.compile(r"(?i:[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|jpe?g|png|webp|svg))")
"""The name of a file, with no folder, such as people put beside a record."""


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
                    yield _dead(each, link, catalogue.attachments)
            elif target.fragment and not _has_anchor(target, catalogue, each.path, entries, pages):
                yield link_problem(each, link, "text.dead-anchor", written=link.url)


def _dead(each: Entry | TranslationEntry, link: Link, attachments: Container[str]) -> Problem:
    """Return what is wrong with a link to nothing; a file alone is meant for the record's own folder."""
    folder, name = dirname(each.path), link.url
    if RECORD_FILE.fullmatch(name):
        path = f"{folder}/{each.id}/{name}"
        if not link.picture or path in attachments:
            suggestion = f"{each.id}/{name}"
            return link_problem(
                each, link, "text.file-not-beside", written=name, path=path, suggestion=suggestion
            )
    code = "text.dead-picture" if link.picture else "text.dead-link"
    return link_problem(each, link, code, written=name)


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
