"""The pages of a record that was just saved, by what the last build knew of everything else.

They are what an editor waits to see.  The build that follows makes them too, of all files as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from katalog.catalogue.references import broken_references
from katalog.file_memo import FileMemo
from katalog.incremental.cached_values import LastValues
from katalog.incremental.store import read_store
from katalog.publishing.update import file_at
from katalog.read_tracking import using_cache
from katalog.record_file import is_refused, read_record_file
from katalog.schema.entries import Entry
from katalog.source.record_folder import SourceFile
from katalog.views.all_pages import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from katalog.build import Build
    from katalog.catalogue.catalogue import Catalogue
    from katalog.incremental.store import Plan
    from katalog.schema.entries import TranslationEntry


def edited_pages(build: Build, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of the record in a file, by their paths in the site, as they are with that file now.

    None of a record that `build` does not publish, or that has errors.
    """
    known = build.catalogue.by_path.get(path)
    read = _read(build, path)
    if known is None or read is None:
        return
    catalogue = _with(build.catalogue, read)
    edited = replace(build, inspection=replace(build.inspection, catalogue=catalogue))
    plans = read_store(build.cache, build.fingerprint).plans
    with using_cache(LastValues(build.cache, build.fingerprint, known.id)):
        yield from _pages(edited, known.id, plans)


def _pages(build: Build, id_: str, plans: Mapping[str, Plan]) -> Iterator[tuple[str, bytes]]:
    for reader in build.readers.values():
        for name, kind in KINDS.items():
            plan = plans.get(f"{reader.language} {name}")
            if plan and id_ in plan.keys:
                pages = (page for page in kind.make(reader, id_) if build.settings.shows(page.section))
                yield from ((file_at(page.address), build.html(page)) for page in pages)


def _read(build: Build, path: str) -> Entry | TranslationEntry | None:
    catalogue = build.catalogue
    known = catalogue.by_path.get(path)
    if known is None:
        return None
    language = next((each.language for each in catalogue.translations.values() if each.path == path), "")
    file = SourceFile(path, "translation" if language else "record", known.collection, known.id, language)
    read, problems = read_record_file(build.root, file, FileMemo())
    if is_refused(problems):
        return None
    return read if not isinstance(read, Entry) or _can_be_published(read, catalogue) else None


def _can_be_published(entry: Entry, catalogue: Catalogue) -> bool:
    broken = any(broken_references([entry], catalogue.entries, catalogue.topics, FileMemo()))
    return not (entry.record.draft or broken)


def _with(catalogue: Catalogue, read: Entry | TranslationEntry) -> Catalogue:
    if isinstance(read, Entry):
        return replace(catalogue, entries={**catalogue.entries, read.id: read})
    return replace(catalogue, translations={**catalogue.translations, (read.id, read.language): read})
