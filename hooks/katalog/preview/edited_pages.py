"""The pages of a record that was just saved, by what the last build knew of everything else.

They are what an editor waits to see.  The build that follows makes them too, of all files as they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from katalog.building.build import Build
from katalog.catalogue.catalogue import Catalogue
from katalog.catalogue.dead_links import body_problems
from katalog.catalogue.references import broken_references
from katalog.checks import check_records
from katalog.incremental.cached_values import LastValues
from katalog.incremental.store import Plan, read_store
from katalog.loading.file_memo import FileMemo
from katalog.loading.project_folder import ProjectFolder
from katalog.loading.record_file import is_refused, read_record_file
from katalog.markdown import outline_of
from katalog.problems import Problem
from katalog.publishing.update import file_at
from katalog.read_tracking import using_cache
from katalog.schema.entries import Entry, TranslationEntry
from katalog.source.record_folder import SourceFile
from katalog.views.all_pages import KINDS
from katalog.views.reader import Reader


def edited_pages(build: Build, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of the record in a file, by their paths in the site, as they are with that file now.

    None of a record that `build` does not publish, or that has errors.
    """
    read = _read(build, path)
    if read is None:
        return
    edited = replace(build, inspection=replace(build.inspection, catalogue=_with(build.catalogue, read)))
    if is_refused(_problems(edited, read)):
        return
    edited.renderer = build.renderer
    build.renderer.forget()
    try:
        with using_cache(LastValues(build.cache, build.fingerprint, read.id)):
            for reader in edited.readers.values():
                plans = read_store(build.cache, reader.language, build.fingerprint).plans
                yield from _pages(edited, reader, read.id, plans)
    finally:
        build.renderer.forget()  # a build that is at work has other cards


def _pages(build: Build, reader: Reader, id_: str, plans: Mapping[str, Plan]) -> Iterator[tuple[str, bytes]]:
    for name, kind in KINDS.items():
        plan = plans.get(name)
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
    is_draft = isinstance(read, Entry) and read.record.draft
    return None if is_refused(problems) or is_draft else read


def _problems(build: Build, read: Entry | TranslationEntry) -> Iterator[Problem]:
    """Yield what is wrong with a record, as far as it can be told without looking through all others."""
    catalogue, alone = build.catalogue, ProjectFolder(build.root, attachments=build.project.attachments)
    if isinstance(read, Entry):
        alone.entries = [read]
        yield from broken_references([read], catalogue.entries, catalogue.topics, alone.memo)
    else:
        alone.entries, alone.translations = [catalogue.entries[read.id]], [read]
    pages = dict.fromkeys(page.path for page in build.hand_pages)
    yield from body_problems([read], catalogue, catalogue.entries, pages)
    yield from check_records(alone, build.settings, build.today)


def _with(catalogue: Catalogue, read: Entry | TranslationEntry) -> Catalogue:
    outlines = {**catalogue.outlines, read.path: outline_of(read.body)}
    if isinstance(read, Entry):
        return replace(catalogue, entries={**catalogue.entries, read.id: read}, outlines=outlines)
    translations = {**catalogue.translations, (read.id, read.language): read}
    return replace(catalogue, translations=translations, outlines=outlines)
