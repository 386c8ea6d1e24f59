"""Makes every output of a build, or reuses that of the last build where its inputs are unchanged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack, structs

from katalog.extend import has_own_pages, own_pages
from katalog.feeds.all_feeds import KINDS as FEEDS
from katalog.feeds.json_data.published_schemas import published_schemas
from katalog.feeds.robots import robots
from katalog.feeds.sitemap import sitemaps
from katalog.form.published import published_form
from katalog.html.redirects import redirects
from katalog.incremental.cached_values import CachedValues
from katalog.incremental.inputs import digest
from katalog.incremental.store import (
    ENCODER,
    PageNote,
    Store,
    file_digest,
    keep_store,
    read_store,
)
from katalog.incremental.tasks import Output, Tasks
from katalog.publishing.files import PublishedFile
from katalog.publishing.update import Stage, file_at
from katalog.read_tracking import note, using_cache
from katalog.search.index import index_files
from katalog.search.sources import Source, hand_source, source
from katalog.search.store import Update
from katalog.search.store import read_store as read_index
from katalog.search.store import written_store as written_index
from katalog.source.picture_metadata import without_metadata
from katalog.views.all_pages import KINDS as PAGES
from katalog.workers import pays, working

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from katalog.build import Build
    from katalog.feeds.feed import Feed
    from katalog.publishing.update import Changes
    from katalog.search.documents import Document
    from katalog.views.output_kinds import OutputKind
    from katalog.views.page import Page
    from katalog.views.reader import Reader


class _Part(Struct):
    """What another process has made: a store, files as they are in the stage, and pages for the sitemap."""

    store: Store
    made: dict[str, PublishedFile]
    listed: dict[str, dict[str, str]]


class Outputs:
    """Makes the outputs of one build in its stage."""

    def __init__(self, build: Build, between: Callable[[], None] = lambda: None) -> None:
        """Begin; `between` is called between one output and the next."""
        self._build, self._stage, self._between = build, Stage(build.stage), between
        self._fingerprint = build.fingerprint
        self._store = read_store(build.cache, self._fingerprint)
        self._intact = build.folder.intact(self._store.files)
        self._tasks = Tasks(self._store, build.inputs, build.readers, self._intact, self._write)
        self._values = CachedValues(build.cache, self._fingerprint, self._tasks)
        self._made: dict[str, PublishedFile] = {}
        self._listed = {page.address: build.paired(page) for page in build.hand_pages}
        self._sources: dict[str, Source] = {}
        for reader in build.readers.values():
            reader.memo.clear()  # what was made before this was not noted for the next build

    @property
    def has_kept(self) -> bool:
        """Whether anything is there from the build before."""
        return bool(self._intact)

    def make(self) -> None:
        """Make everything whose inputs have changed."""
        languages = [*self._build.readers]
        own = languages[:1] if self._use_processes else languages
        with using_cache(self._values), working(self._made_in_worker, languages[len(own) :]) as others:
            self._languages(own)
            for made in others:
                self._take_over(msgpack.decode(made, type=_Part))
            self._in_all_languages()

    @property
    def _use_processes(self) -> bool:
        """Whether each language has a process of its own: what a site's own pages do stays in this one."""
        records = len(self._build.catalogue.entries)
        return not (self.has_kept or has_own_pages()) and pays(records)

    def _languages(self, languages: Iterable[str]) -> None:
        for language in languages:
            reader = self._build.readers[language]
            self._search(reader, self._in_language(reader))

    def _made_in_worker(self, language: str) -> bytes:
        """Make everything of a language in another process; returns a `_Part`."""
        self._build.progress = None
        self._languages([language])
        return ENCODER.encode(_Part(self._tasks.part(), self._made, self._listed))

    def _take_over(self, part: _Part) -> None:
        self._tasks.merge(part.store)
        self._made |= part.made
        self._listed |= part.listed

    def make_pages(self) -> None:
        """Make all of it but the search index, which `make_index` makes afterwards."""
        with using_cache(self._values):
            self._indexes = [(reader, self._in_language(reader)) for reader in self._build.readers.values()]
            self._in_all_languages()

    def make_index(self) -> None:
        """Make the search index of the pages that were made."""
        for reader, index in self._indexes:
            self._search(reader, index)

    def _in_language(self, reader: Reader) -> Update:
        index = Update(self._build.cache.read(f"search-{reader.language}", read_index))
        self._pages(reader, index)
        self._feeds(reader)
        self._pictures(reader)
        reader.memo.clear()  # the next language makes its own, in the memory that this one had
        self._values.finish(reader.language)
        return index

    def _in_all_languages(self) -> None:
        settings = self._build.settings
        for feed in published_schemas(settings.site_url):
            self._write(feed.address, feed.data)
        for address, data in sitemaps(self._listed, settings.site_url):
            self._write(address, data)
        self._write("robots.txt", robots(settings))
        self._tasks.outputs("redirects", lambda: (Output(*each) for each in redirects(self._build.readers)))
        for address, data in published_form(settings):
            self._write(address, data)
        self._files()

    def publish(self, others: AbstractSet[str] = frozenset()) -> Changes:
        """Bring the published folder up to date, and tell the next build what this one made.

        `others` are published files of MkDocs' that stay as they are.
        """
        changes = self._build.folder.publish(self._build.stage, self._tasks.kept | others)
        self._keep(changes.files)
        return changes

    def _keep(self, written: AbstractSet[str]) -> None:
        known = {name: each for name, each in self._store.files.items() if name in self._tasks.kept}
        for name in self._made.keys() - known.keys():
            made = self._made[name]
            status = None if name in written else (self._build.site / name).stat()
            known[name] = structs.replace(made, changed=status.st_mtime_ns) if status else made
        self._store = self._tasks.finished(known)
        keep_store(self._build.cache, self._store, self._fingerprint)

    def _write(self, address: str, data: bytes) -> str:
        """Put an output in the stage, unless it is published as it is."""
        name, digest_of_data = file_at(address), file_digest(data)
        if name in self._made:
            raise FileExistsError(name)
        if name in self._intact and self._store.files[name].digest == digest_of_data:
            self._made[name] = self._store.files[name]
            self._tasks.kept.add(name)
        else:
            self._made[name] = PublishedFile(*self._stage.write(address, data), digest_of_data)
        return name

    def _tell(self, reader: Reader) -> None:
        """Let those who wait see that there is work going on, and do what cannot wait for the end."""
        self._between()
        if self._build.progress:
            self._build.progress.at("build.making", language=reader.language, count=len(self._made))

    def _pages(self, reader: Reader, index: Update) -> None:
        """Make the pages of a language; note where they are, and let `index` take those to be found."""
        for hand in self._build.hand_pages:
            if hand.language == reader.language and hand.key != "home":
                index.take(hand_source(hand, self._build.hand_texts[hand.address]))
        for name, key, kind in self._page_tasks(reader):
            self._tell(reader)
            made = self._tasks.outputs(name, partial(self._pages_of, reader, kind, key))
            for each in made.pages:
                self._take(reader, index, each, kind, key)
        for output in self._made_pages(reader, own_pages(reader)):
            self._write(output.address, output.data)
            assert output.note
            self._take(reader, index, output.note)

    def _page_tasks(self, reader: Reader) -> Iterator[tuple[str, str, OutputKind[Page]]]:
        """Yield every task that makes pages of a language: its name, its key and its kind."""
        for name, kind in PAGES.items():
            for key in self._tasks.keys(f"{reader.language} {name}", reader, kind):
                yield f"{reader.language} {name} {key}", key, kind

    def _pages_of(self, reader: Reader, kind: OutputKind[Page], key: str) -> Iterator[Output]:
        return self._made_pages(reader, kind.make(reader, key))

    def _made_pages(self, reader: Reader, pages: Iterable[Page]) -> Iterator[Output]:
        others = [each for each in self._build.readers.values() if each is not reader]
        for page in pages:
            if not reader.settings.shows(page.section):
                continue
            note(("frame", reader.addresses.path))
            found = source(reader, others, page)
            if found:
                self._sources[page.address] = found
            languages = dict(page.alternates) if page.listed else {}
            noted = PageNote(page.address, languages, found.digest if found else b"")
            yield Output(page.address, self._build.html(page), noted)

    def _take(
        self,
        reader: Reader,
        index: Update,
        page: PageNote,
        kind: OutputKind[Page] | None = None,
        key: str = "",
    ) -> None:
        if page.alternates:
            self._listed[page.address] = page.alternates
        if page.indexed:
            made = self._sources.pop(page.address, None)
            index.take(
                made or Source(page.address, page.indexed, lambda: self._document(reader, page, kind, key))
            )

    def _document(self, reader: Reader, page: PageNote, kind: OutputKind[Page] | None, key: str) -> Document:
        """Return what search reads of a page that is kept, where the index has lost it."""
        others = [each for each in self._build.readers.values() if each is not reader]
        assert kind
        again = next(each for each in kind.make(reader, key) if each.address == page.address)
        found = source(reader, others, again)
        assert found
        return found.make()

    def _feeds(self, reader: Reader) -> None:
        for name, kind in FEEDS.items():
            for key in self._tasks.keys(f"{reader.language} {name}", reader, kind):
                self._tell(reader)
                task = f"{reader.language} {name} {key}"
                self._tasks.outputs(task, partial(_feeds_of, reader, kind, key))

    def _search(self, reader: Reader, index: Update) -> None:
        language, store = reader.language, index.store
        if index.finish():
            self._build.cache.keep(f"search-{language}", store, written_index)
        documents = digest([(each.address, each.digest) for each in store.documents]).hex()
        files = (Output(*each) for each in index_files(reader, store))
        self._tasks.outputs(f"{language} search-index {documents}", lambda: files)

    def _pictures(self, reader: Reader) -> None:
        name, kind = f"{reader.language} share", self._build.share.kind
        for key in self._tasks.keys(name, reader, kind):
            self._tasks.outputs(f"{name} {key}", partial(_pictures_of, reader, kind, key))
        self._build.share.finish(reader)

    def _files(self) -> None:
        """Publish the attachments of published records and the site's own files."""
        reader = self._build.readers[self._build.settings.languages[0].tag]
        for found in self._build.project.attachments:
            if found.id in self._build.inspection.catalogue.entries:
                self._file(found.path, partial(reader.attachment_address, found.path))
        for file in self._build.inspection.files:
            self._file(file.path, partial(str, file.address))

    def _file(self, path: str, address: Callable[[], str]) -> None:
        self._tasks.outputs(f"file {path}", lambda: [self._published(path, address())])

    def _published(self, path: str, address: str) -> Output:
        note(("file", path))
        return Output(address, without_metadata((self._build.root / path).read_bytes()))


def _feeds_of(reader: Reader, kind: OutputKind[Feed], key: str) -> Iterator[Output]:
    return (Output(feed.address, feed.data) for feed in kind.make(reader, key))


def _pictures_of(reader: Reader, kind: OutputKind[tuple[str, bytes]], key: str) -> Iterator[Output]:
    return (Output(*each) for each in kind.make(reader, key))
