"""A project folder to everything there is to say about it: a build and `katalog check` begin with it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from katalog.catalogue.addresses import addresses, section_of
from katalog.catalogue.assemble import build_catalogue
from katalog.catalogue.catalogue import Catalogue
from katalog.checks import check_records
from katalog.checks.hand_pages import check_hand_pages
from katalog.checks.placeholders import check_placeholders
from katalog.checks.published_addresses import check_published_addresses, published_addresses
from katalog.checks.site_settings import check_site_settings
from katalog.extend import own_problems
from katalog.hand_pages import HandPage, find_hand_pages, render_page
from katalog.i18n.phrases import site_phrases
from katalog.loading.file_memo import FileMemo
from katalog.loading.project_folder import (
    SETTINGS,
    TOPICS,
    ProjectFolder,
    read_project_folder,
    read_published_file,
    sorted_problems,
)
from katalog.problems import Position, Problem
from katalog.problems.codes import is_error
from katalog.schema.records import RECORD_FOLDERS
from katalog.settings.model import Settings
from katalog.settings.settings_file import placed_settings
from katalog.site_files import SiteFile, address_clashes, find_site_files
from katalog.source.published_addresses import read_published_addresses
from katalog.source.stray_files import stray_files


@dataclass(frozen=True)
class Inspection:
    """What was found below a folder, and every problem in it, sorted."""

    project: ProjectFolder
    catalogue: Catalogue
    pages: tuple[HandPage, ...]
    files: tuple[SiteFile, ...]
    problems: tuple[Problem, ...]

    def addresses(self, settings: Settings) -> set[str]:
        """Return the addresses that are to lead somewhere for ever."""
        own: list[HandPage | SiteFile] = [*self.pages, *self.files]
        return set(published_addresses(self.catalogue, own, addresses(settings, site_phrases)))

    @property
    def counts(self) -> dict[str, int]:
        """How many files were found in the record folders, and what became of them."""
        return {
            "found": self.project.found,
            "records": len(self.project.entries),
            "drafts": self.catalogue.drafts,
            "translations": len(self.project.translations),
            "attachments": len(self.project.attachments),
            "refused": self.project.refused,
            "ignored": self.project.ignored,
        }


def inspect(
    root: Path,
    settings: Settings,
    today: date,
    memo: FileMemo | None = None,
    between: Callable[[], None] = lambda: None,
) -> Inspection:
    """Read and check everything below `root`; nothing is written, and no content makes it raise.

    What `memo` knows of a file is neither read nor checked again.  `between` is called between longer parts.
    """
    project = read_project_folder(root, memo, settings.languages[0].tag)
    between()
    pages, page_problems = find_hand_pages(root, settings)
    files, file_problems = find_site_files(root, settings)
    for file in files:
        read_published_file(project, file.path)
    project.texts |= {page.path: page.text for page in pages}
    texts = {page.path: render_page(page.body, settings.markdown_extensions) for page in pages}
    catalogue, link_faults = build_catalogue(project, {path: text.ids for path, text in texts.items()})
    between()
    problems = [
        *project.problems,
        *page_problems,
        *file_problems,
        *stray_files(root, RECORD_FOLDERS, [language.tag for language in settings.languages]),
        *link_faults,
        *check_hand_pages(
            pages, texts, catalogue, settings, {file.path for file in files}, project.refused_files
        ),
        *check_records(project, settings, today),
        *address_clashes(root, pages, files, settings),
        *_without_section(project, settings),
        *own_problems(project.entries, root),
        *check_placeholders(settings, project.texts, project.entries, [page.path for page in pages]),
        *_of_settings(root, settings, catalogue, [*pages, *files]),
        *_of_addresses(project, settings, catalogue, [*pages, *files], page_problems),
    ]
    project.memo = FileMemo()  # whoever has a memory keeps it; a build has no more use for it
    seen = Inspection(project, catalogue, pages, files, tuple(sorted_problems(problems)))
    _check_nothing_lost(seen.counts)
    return seen


def _check_nothing_lost(counts: dict[str, int]) -> None:
    """Nothing vanishes: every file found is a record, a translation, an attachment, or reported."""
    fates = ("records", "translations", "attachments", "refused", "ignored")
    accounted = sum(counts[fate] for fate in fates)
    if counts["found"] != accounted:
        raise AssertionError(f"files are unaccounted for: {counts}")


def _without_section(project: ProjectFolder, settings: Settings) -> Iterator[Problem]:
    """Find records that would have no page, because the site's settings leave their section out."""
    for entry in project.entries:
        section = section_of(entry)
        if not settings.shows(section):
            yield Problem(entry.path, Position(), "settings.section-off", {"section": section})
    if project.topics and not settings.shows("topics"):
        yield Problem(TOPICS, Position(), "settings.section-off", {"section": "topics"})


def _of_addresses(
    project: ProjectFolder,
    settings: Settings,
    catalogue: Catalogue,
    own: Sequence[HandPage | SiteFile],
    page_problems: Iterable[Problem],
) -> Iterator[Problem]:
    """Find addresses that were published once and lead nowhere now.

    What is there but cannot be read yet has not gone: not a record, a page nor a topic.
    """
    listed, problems = read_published_addresses(project.root)
    yield from problems
    unread = any(map(is_error, page_problems)) or any(each.path == TOPICS for each in project.problems)
    refused = set(project.refused_files.values())
    listed = () if unread else tuple(each for each in listed if refused.isdisjoint(each.address.split("/")))
    where = addresses(settings, site_phrases)
    living = set(published_addresses(catalogue, own, where)) if listed else set()
    yield from check_published_addresses(listed, living, catalogue, settings, where)


def _of_settings(
    root: Path, settings: Settings, catalogue: Catalogue, pages: Sequence[HandPage | SiteFile]
) -> Iterator[Problem]:
    """Find settings that name pages there are not, each at its position in the file."""
    where = addresses(settings, site_phrases)
    faults = check_site_settings(settings, catalogue.by_path, pages, catalogue.topics, where)
    yield from placed_settings(root, SETTINGS, list(faults))
