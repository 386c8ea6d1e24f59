"""MkDocs around Katalog: the only module that knows it.

MkDocs puts the theme around the hand-written pages and, for every language, around one page of markers from
which the frames are made.  Everything is read and checked in `on_config`, before MkDocs touches a file; pages
are built in a scratch folder, and the published folder is brought up to date at the very end.
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mkdocs
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext, url_filter
from msgspec import structs

from katalog.adapter.mkdocs_messages import introduce_warnings
from katalog.adapter.repeatable import is_repeatable
from katalog.adapter.theme_files import add_overrides, is_used_asset
from katalog.branding.pictures import look_of, theme_language
from katalog.building.build import Build, prepare
from katalog.building.mkdocs_cache import MkdocsOutput
from katalog.building.mkdocs_content import hand_slots, hand_text, marker_navigation, navigation_at
from katalog.building.outputs import Outputs
from katalog.git_history import read_history
from katalog.hand_pages import HandPage
from katalog.html import THEME
from katalog.html.csp import policy
from katalog.html.frame import ThemePage, markers, url_marker
from katalog.html.navigation import SiteNavigation
from katalog.html.renderer import ENGINE
from katalog.i18n.phrases import clear_phrases, editor_phrases
from katalog.incremental.last_build import LastBuild
from katalog.problems.report import format_text
from katalog.process_environment import collect_seldom, configuration, editor_language
from katalog.progress import Progress
from katalog.publishing.build_errors import failure_problem
from katalog.publishing.update import PUBLIC

MKDOCS = mkdocs.__name__
"""The name of what builds and of its log: ProperDocs puts itself in MkDocs' place under its own name."""

log = logging.getLogger(f"{MKDOCS}.katalog")

WATCHED = ("courses", "projects", "overrides", "hooks")
"""The folders that the preview watches besides the hand-written pages'."""

STATE = "katalog_build"

_UNFINISHED: list[Build] = []
"""The build of this process that holds a scratch folder, for the event that is given no settings."""


class _ThemePage(Page):
    """The page of markers of a language, at the address of its front page.

    It has no text, so the Markdown reader need not be made for it.
    """

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content, self.toc = "", TableOfContents([])


class _HandPage(Page):
    """A hand-written page, which Katalog renders: MkDocs would judge its links otherwise than the check."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        build = _build(config)
        self.content, contents = hand_text(build, _written_page(self, config), self.markdown or "")
        self.toc = get_toc([*contents])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything, or take what was checked before; nothing has been touched."""
    build = config.extra.get(STATE)
    if not isinstance(build, Build):
        build = _prepared(config)
        _UNFINISHED.append(build)
    introduce_warnings(logging.getLogger(MKDOCS), editor_phrases(build.editor_language), log.name)
    config.extra[STATE] = build
    os.umask(PUBLIC)
    config.nav = None  # the check has told that it changes nothing
    config.site_dir = str(build.stage)
    add_overrides(config.theme)
    config.theme.static_templates.discard("sitemap.xml")
    logging.getLogger(f"{MKDOCS}.commands.build").addFilter(_is_news)
    return config


def _prepared(config: MkDocsConfig) -> Build:
    """Read and check everything; one error lists all problems."""
    clear_phrases()
    collect_seldom()
    file, site = Path(config.config_file_path), Path(config.site_dir)
    language = editor_language(file.parent)
    progress = Progress(editor_phrases(language), "build.reading") if log.isEnabledFor(logging.INFO) else None
    found, problems = configuration(file.parent, file.name, config.site_url or "", site)
    if found is None:
        raise PluginError("\n" + format_text(problems, editor_phrases(language)))
    history = read_history(file.parent)
    last = LastBuild(file.parent, site, found.settings, found.today, history)
    build = prepare(file.parent, found.settings, found.today, site, language, problems)
    build.history, build.last, build.progress = history, last, progress
    if progress:
        progress.clear()
    if build.warnings:
        print(build.warnings)  # noqa: T201 - not through MkDocs' log, where --strict would count it
    if build.errors:
        raise PluginError(f"\n{build.errors}\n{build.summary}")
    return build


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out what is said of the page of markers, and of an error that is told right after."""
    return not record.getMessage().startswith(("Page skipped", "Error building page", "Error reading page"))


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Build anew when a record or a template changes; folders may be missing."""
    root = Path(config.config_file_path).parent
    for name in WATCHED:
        if (root / name).is_dir():
            server.watch(str(root / name))
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep hand-written pages and the theme's styles; add a page of markers for every language."""
    build = _build(config)
    own = {file.path.partition("/")[2]: file for file in build.inspection.files}
    used = [file for file in files if is_used_asset(file, config) and file.src_uri not in own]
    used += [_hand_file(page, config) for page in build.hand_pages]
    used += [_marker_file(language.path, config) for language in build.settings.languages]
    return Files(used)


def _hand_file(page: HandPage, config: MkDocsConfig) -> File:
    source = page.path.removeprefix("content/")
    file = File(source, config.docs_dir, config.site_dir, use_directory_urls=True)
    file.dest_uri = f"{page.address}index.html"
    file.inclusion = InclusionLevel.NOT_IN_NAV
    _HandPage(page.title, file, config)  # ties itself to the file
    return file


def _marker_file(address: str, config: MkDocsConfig) -> File:
    file = File.generated(
        config, f"katalog-theme/{address}markers.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.dest_uri = f"{address}index.html"
    _ThemePage(None, file, config)  # ties itself to the file
    return file


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Leave the theme's empty lines and indentation out, a fiftieth of every page; name our templates."""
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["url"] = _url
    env.loader = ChoiceLoader([env.loader or BaseLoader(), PrefixLoader({ENGINE: FileSystemLoader(THEME)})])
    return env


@pass_context
def _url(context: TemplateContext, address: str) -> str:
    """Return a marker on the page of markers, and MkDocs' relative URL on every other page."""
    return url_marker(str(address)) if _is_of_markers(context["page"]) else url_filter(context, address)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Give markers to their page and real values to a hand-written one, and leave its text as it is."""
    build = _build(config)
    if _is_of_markers(page):
        page.meta = {"slots": markers()}
        page.title = "markers"
        return markdown
    page.meta["slots"] = hand_slots(build, _written_page(page, config))
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Keep the hand-written text for search, and the front page's for the generated front page."""
    if not _is_of_markers(page):
        build, written = _build(config), _written_page(page, config)
        build.hand_texts[written.address] = html
        if written.key == "home":
            build.introductions[written.language] = html
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Set the language of the theme and the words of the frame, for every page."""
    build, address = _build(config), _address(page)
    is_of_markers = _is_of_markers(page)
    found = (marker_navigation if is_of_markers else navigation_at)(build, address)
    around = {"slots": page.meta["slots"]} | ({"base_url": url_marker(".")} if is_of_markers else {})
    return context | _frame_context(found, config) | around


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The page for missing addresses is in the first language, and speaks the others too."""
    build = _build(config)
    missing = [navigation_at(build, language.path) for language in build.settings.languages]
    return context | _frame_context(navigation_at(build, ""), config) | {"missing": missing, "slots": {}}


def _frame_context(context: SiteNavigation, config: MkDocsConfig) -> dict[str, Any]:
    theme = config.theme
    theme["language"] = theme_language(theme.dirs, context.language)
    config.site_name = context.site_name
    return {
        **structs.asdict(context),
        "csp": policy(),
        "look": look_of(theme.custom_dir, str(theme.get("logo") or ""), str(theme.get("favicon") or "")),
    }


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the pages of markers and write nothing for them, nor for the hand-written part of a front page."""
    build = _build(config)
    if _is_of_markers(page):
        build.theme_pages[_address(page)] = ThemePage.of(output)
        return ""
    return "" if _written_page(page, config).key == "home" else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write every page, feed and the search index, and bring the published folder up to date.

    A build that was handed in has no more of MkDocs than the theme.
    """
    build = _build(config)
    if not any(build is each for each in _UNFINISHED):
        return
    parts, outputs = MkdocsOutput.of(build), Outputs(build)
    outputs.make()
    if config.strict and any(_warned(handler) for handler in logging.getLogger(MKDOCS).handlers):
        build.clear()
        return
    changes = outputs.publish()
    if config.strict:  # so MkDocs had nothing to warn of either
        build.remember(changes)
        if is_repeatable(config):
            parts.keep(build.root, build.site)
    if build.progress:  # a quiet build need not read the editors' phrases
        log.info("%s %s", build.closing_line(changes), build.progress.done())
    build.clear()
    _UNFINISHED.clear()


def on_build_error(error: Exception) -> None:
    """Clear away what was begun, and tell what the system, the published folder or own code refuses."""
    builds = [*_UNFINISHED]
    _UNFINISHED.clear()
    for build in builds:
        build.clear()
    root = builds[0].root if builds else Path.cwd()
    if problem := failure_problem(error, root):
        phrases = editor_phrases(editor_language(root))
        raise PluginError("\n" + format_text([problem], phrases)) from error


def _warned(handler: logging.Handler) -> bool:
    return isinstance(handler, CountHandler) and bool(handler.get_counts())


def _is_of_markers(page: Page | None) -> bool:
    return isinstance(page, _ThemePage)


def _written_page(page: Page, config: MkDocsConfig) -> HandPage:
    """Return the hand-written page that a page of MkDocs' is of."""
    path = f"content/{page.file.src_uri}"
    return next(each for each in _build(config).hand_pages if each.path == path)


def _address(page: Page) -> str:
    return page.file.dest_uri.removesuffix("index.html")


def _build(config: MkDocsConfig) -> Build:
    build = config.extra[STATE]
    assert isinstance(build, Build)
    return build
