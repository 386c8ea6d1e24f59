"""Makes every output of a build, or reuses that of the last build where its inputs are unchanged."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import partial

from katalog.building.build import Build
from katalog.building.language_outputs import LanguageOutputs, Part
from katalog.building.workers import pays, working
from katalog.extend import has_own_pages
from katalog.feeds.json_data.published_schemas import published_schemas
from katalog.feeds.sitemap import robots, sitemaps
from katalog.form.published import published_form
from katalog.html.redirects import redirects
from katalog.incremental.published_files import PublishedFiles
from katalog.incremental.tasks import Output
from katalog.problems.own_code import OwnCodeError, own_failure
from katalog.publishing.published_folder import PublishedFile
from katalog.publishing.update import Changes
from katalog.read_tracking import note
from katalog.source.picture_metadata import without_metadata

SitemapPages = dict[str, dict[str, str]]
"""Where each page for the sitemap is, in every language."""


class Outputs:
    """Makes the outputs of one build in its stage."""

    def __init__(self, build: Build, between: Callable[[], None] = lambda: None) -> None:
        """Begin; `between` is called between one output and the next."""
        self._build, self._between = build, between
        self._files = PublishedFiles(build.cache, build.fingerprint, build.folder, build.stage)
        self._sitemap_pages: SitemapPages = {page.address: build.paired(page) for page in build.hand_pages}

    def make(self) -> None:
        """Make everything whose inputs have changed, one language after the other or at once."""
        languages = [*self._build.readers]
        own = languages[:1] if self._use_processes else languages
        with working(self._make_in_worker, languages[len(own) :]) as others:
            for language in own:
                self._make(language)
            for made, listed in others:
                self._files.made |= made
                self._sitemap_pages |= listed
        self._make_in_all_languages()

    @property
    def _use_processes(self) -> bool:
        """Whether each language has a process of its own: what a site's own pages do stays in this one."""
        records = len(self._build.catalogue.entries)
        return not (self._files.has_kept or has_own_pages()) and pays(records)

    def _make(self, language: str) -> None:
        outputs = self._of(language)
        outputs.make_pages()
        outputs.make_index()
        self._sitemap_pages |= outputs.sitemap_pages

    def _make_in_worker(self, language: str) -> tuple[dict[str, PublishedFile], SitemapPages]:
        """Make everything of a language in another process; returns what the first one has to know."""
        self._build.progress = None
        try:
            self._make(language)
        except Exception as failed:  # whose traceback stays in this process
            if problem := own_failure(failed, self._build.root):
                raise OwnCodeError(problem) from None
            raise
        return self._files.made, self._sitemap_pages

    def _of(self, language: str) -> LanguageOutputs:
        return LanguageOutputs(self._build, self._build.readers[language], self._files, self._between)

    def make_pages(self) -> None:
        """Make all of it but the search index, which `make_index` makes afterwards."""
        self._languages = [*map(self._of, self._build.readers)]
        for each in self._languages:
            each.make_pages()
            self._sitemap_pages |= each.sitemap_pages
        self._make_in_all_languages()

    def make_index(self) -> None:
        """Make the search index of the pages that were made."""
        for each in self._languages:
            each.make_index()

    def _make_in_all_languages(self) -> None:
        settings, write = self._build.settings, self._files.write
        for feed in published_schemas(settings.site_url):
            write(feed.address, feed.data)
        for address, data in sitemaps(self._sitemap_pages, settings.site_url):
            write(address, data)
        write("robots.txt", robots(settings))
        for address, data in published_form(settings):
            write(address, data)
        part = Part(self._build, "all", self._files)
        with part.making():
            part.tasks.outputs(
                "redirects", lambda: (Output(*each) for each in redirects(self._build.readers))
            )
            self._copy_files(part)
        part.finish()

    def publish(self, others: AbstractSet[str] = frozenset()) -> Changes:
        """Bring the published folder up to date, and tell the next build what this one made.

        `others` are published files of MkDocs' that stay as they are.
        """
        changes = self._build.folder.publish(self._build.stage, self._files.kept | others)
        self._files.finish(changes.files, self._build.site)
        return changes

    def _copy_files(self, part: Part) -> None:
        """Publish the attachments of published records and the site's own files."""
        reader = self._build.readers[self._build.settings.languages[0].tag]
        for found in self._build.project.attachments:
            if found.id in self._build.inspection.catalogue.entries:
                self._copy(part, found.path, partial(reader.attachment_addresses, found.path))
        for file in self._build.inspection.files:
            self._copy(part, file.path, partial(list[str], (file.address,)))

    def _copy(self, part: Part, path: str, addresses: Callable[[], list[str]]) -> None:
        part.tasks.outputs(f"file {path}", lambda: self._published(path, addresses()))

    def _published(self, path: str, addresses: list[str]) -> list[Output]:
        note(("file", path))
        data = without_metadata((self._build.root / path).read_bytes())
        return [Output(address, data) for address in addresses]
