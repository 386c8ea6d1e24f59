"""Links in records' texts that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.catalogue.link_targets import resolve
from katalog.problems import Position, Problem
from katalog.schema.entries import link_problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from katalog.catalogue.catalogue import Catalogue
    from katalog.schema.entries import Entry, TranslationEntry


def text_problems(
    catalogue: Catalogue,
    entries: Mapping[str, Entry],
    translations: Mapping[tuple[str, str], TranslationEntry],
    pages: Container[str],
) -> Iterator[Problem]:
    """Yield what is wrong in the texts of records and translations, drafts included.

    `pages` are the paths of everything else a text may link to; a link goes to a file as it lies in the
    project, so `[…](../contacts/x.md)` leads to that record's page.
    """
    records = {entry.path: entry for entry in entries.values()}
    everything: list[Entry | TranslationEntry] = [*entries.values(), *translations.values()]
    for each in everything:
        body = catalogue.bodies[each.path]
        for fault in body.faults:
            yield Problem(each.path, _in_file(each, fault.position), fault.code)
        for link in body.links:
            target = resolve(link.url, each.path, records, pages, catalogue.attachments)
            if target is None or (link.picture and target.kind == "elsewhere"):
                if (
                    link.url
                ):  # pictures from elsewhere are shown by no browser: docs/publishing.md, the policy
                    code = "text.dead-picture" if link.picture else "text.dead-link"
                    yield link_problem(each, link, code, written=link.url)
            elif target.fragment and not _has_anchor(
                catalogue, target.kind, each.path, target.value, target.fragment, entries
            ):
                yield link_problem(each, link, "text.dead-anchor", written=link.url)


def _has_anchor(
    catalogue: Catalogue, kind: str, path: str, value: str, fragment: str, entries: Mapping[str, Entry]
) -> bool:
    if kind == "anchor":
        body = catalogue.bodies[path]
    elif kind == "record":
        body = catalogue.bodies[entries[value].path]
    else:
        return True
    return any(heading.id == fragment for heading in body.headings)


def _in_file(each: Entry | TranslationEntry, place: Position) -> Position:
    return Position(place.line + each.body_line - 1, place.column)
