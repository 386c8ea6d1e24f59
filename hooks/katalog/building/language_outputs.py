"""Makes the pages, feeds, pictures and search index of one language, or reuses those of the last build."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from katalog.building.build import Build
from katalog.extend import own_pages
from katalog.feeds.all_feeds import KINDS as FEEDS
from katalog.feeds.feed import Feed
from katalog.html.redirects import redirect_page
from katalog.incremental.cached_values import CachedValues
from katalog.incremental.inputs import digest
from katalog.incremental.published_files import PublishedFiles
from katalog.incremental.store import PageNote, keep_store, read_store
from katalog.incremental.tasks import Output, Tasks
from katalog.read_tracking import note, using_cache
from katalog.schema.annotations import LangText
from katalog.search.documents import Document
from katalog.search.index import index_files
from katalog.search.sources import Source, hand_source, source
from katalog.search.store import Store as Index
from katalog.search.store import Update, code_digest
from katalog.views.all_pages import KINDS as PAGES
from katalog.views.output_kinds import OutputKind
from katalog.views.page import Page
from katalog.views.reader import Link, Reader


class Part:
    """The tasks of one language, or of all (`all`): what they are made of is noted for these alone."""

    def __init__(self, build: Build, name: str, files: PublishedFiles) -> None:
        self._build, self._name = build, name
        store = read_store(build.cache, name, build.fingerprint)
        self.tasks = Tasks(store, build.inputs, build.readers, files)
        self.values = CachedValues(build.cache, build.fingerprint, self.tasks)

    @contextmanager
    def making(self) -> Iterator[None]:
        """Note what is read within the block as read by this part."""
        for reader in self._build.readers.values():
            reader.memo.clear()
        with using_cache(self.values):
            yield

    def finish(self) -> None:
        """Tell the next build what was made."""
        keep_store(self._build.cache, self._name, self.tasks.finished(), self._build.fingerprint)


class LanguageOutputs:
    """Makes the outputs of the language of `reader`; `between` is called between one and the next."""

    def __init__(
        self, build: Build, reader: Reader, files: PublishedFiles, between: Callable[[], None]
    ) -> None:
        self._build, self._reader, self._files, self._between = build, reader, files, between
        self._others = [each for each in build.readers.values() if each is not reader]
        self._part = Part(build, reader.language, files)
        self._sources: dict[str, Source] = {}
        self.sitemap_pages: dict[str, dict[str, str]] = {}
        """Where each page for the sitemap is, in every language."""

    def make_pages(self) -> None:
        """Make all but the search index, which `make_index` makes afterwards of what the pages show."""
        kept = self._build.cache.read(self._index_name, Index, code_digest())
        self._index = Update(kept)
        with self._part.making():
            self._pages()
            self._feeds()
            self._pictures()
        self._reader.memo.clear()  # the next language makes its own, in the memory that this one had
        self._part.values.finish(self._reader.language)

    def make_index(self) -> None:
        """Make the search index of the pages that were made, and tell the next build of all of it."""
        store = self._index.store
        if self._index.finish():
            self._build.cache.keep(self._index_name, store, code_digest())
        documents = digest([(each.address, each.digest) for each in store.documents]).hex()
        files = (Output(*each) for each in index_files(self._reader, store))
        with self._part.making():
            self._part.tasks.outputs(f"search-index {documents}", lambda: files)
        self._part.finish()

    @property
    def _index_name(self) -> str:
        return f"search-{self._reader.language}"

    def _progress(self) -> None:
        """Let those who wait see that there is work going on, and do what cannot wait for the end."""
        self._between()
        if self._build.progress:
            done = len(self._files.made)
            self._build.progress.at("build.making", language=self._reader.language, count=done)

    def _pages(self) -> None:
        """Make the pages; note where they are, and let the index take those to be found."""
        for hand in self._build.hand_pages:
            if hand.language == self._reader.language and hand.key != "home":
                self._index.take(hand_source(hand, self._build.hand_texts[hand.address]))
        for name, key, kind in self._page_tasks():
            self._progress()
            made = self._part.tasks.outputs(f"{name} {key}", partial(self._pages_of, kind, key))
            for each in made.pages:
                self._take(each, kind, key)
        for output in self._made_pages(own_pages(self._reader, self._build.root)):
            self._files.write(output.address, output.data)
            assert output.note
            self._take(output.note)

    def _page_tasks(self) -> Iterator[tuple[str, str, OutputKind[Page]]]:
        """Yield every task that makes pages: the name and a key of a kind, and the kind."""
        for name, kind in PAGES.items():
            for key in self._part.tasks.keys(name, self._reader, kind):
                yield name, key, kind

    def _pages_of(self, kind: OutputKind[Page], key: str) -> Iterator[Output]:
        return self._made_pages(kind.make(self._reader, key))

    def _made_pages(self, pages: Iterable[Page]) -> Iterator[Output]:
        for page in pages:
            if not self._reader.settings.shows(page.section):
                continue
            note(("frame", self._reader.addresses.path))
            found = source(self._reader, self._others, page)
            if found:
                self._sources[page.address] = found
            languages = dict(page.alternates) if page.in_search_and_sitemap else {}
            noted = PageNote(page.address, languages, found.digest if found else b"")
            yield Output(page.address, self._build.html(page), noted)
            for old in self._reader.addresses.before(page.address):
                to = Link(LangText(page.title, page.language), page.address)
                yield Output(old, redirect_page(self._reader, to, old))

    def _take(self, page: PageNote, kind: OutputKind[Page] | None = None, key: str = "") -> None:
        if page.alternates:
            self.sitemap_pages[page.address] = page.alternates
        if page.indexed:
            made = self._sources.pop(page.address, None)
            self._index.take(
                made or Source(page.address, page.indexed, lambda: self._document(page, kind, key))
            )

    def _document(self, page: PageNote, kind: OutputKind[Page] | None, key: str) -> Document:
        """Return what search reads of a page that is kept, where the index has lost it."""
        assert kind
        again = next(each for each in kind.make(self._reader, key) if each.address == page.address)
        found = source(self._reader, self._others, again)
        assert found
        return found.make()

    def _feeds(self) -> None:
        for name, kind in FEEDS.items():
            for key in self._part.tasks.keys(name, self._reader, kind):
                self._progress()
                self._part.tasks.outputs(f"{name} {key}", partial(_feeds_of, self._reader, kind, key))

    def _pictures(self) -> None:
        kind = self._build.share.kind
        for key in self._part.tasks.keys("share", self._reader, kind):
            self._part.tasks.outputs(f"share {key}", partial(_pictures_of, self._reader, kind, key))
        self._build.share.finish(self._reader)


def _feeds_of(reader: Reader, kind: OutputKind[Feed], key: str) -> Iterator[Output]:
    for feed in kind.make(reader, key):
        for address in (feed.address, *reader.addresses.before(feed.address)):
            yield Output(address, feed.data)


def _pictures_of(reader: Reader, kind: OutputKind[tuple[str, bytes]], key: str) -> Iterator[Output]:
    return (Output(*each) for each in kind.make(reader, key))
