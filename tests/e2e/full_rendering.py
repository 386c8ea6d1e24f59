"""Builds a project and renders some pages through the theme's whole template beside their frames.

`python full_rendering.py mkdocs.yml site address…`: renders the pages at these addresses and of every section
two, its first and one below it; exits 1 and names the pages whose bytes differ.
Run in a process of its own, because MkDocs keeps hooks for the life of a process.
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from katalog import adapter
from katalog.views.all_pages import KINDS

config_file, site, *addresses = sys.argv[1:]
whole: dict[str, str] = {}
names = ("files", "page_markdown", "page_content", "page_context", "post_page")
events = {name: getattr(adapter, f"on_{name}") for name in names}


class Sample(Page):
    """A generated page, rendered as MkDocs renders any other page."""


def pages_of(made: Any) -> Iterator[Any]:
    for reader in made.readers.values():
        made_of = (
            page for kind in KINDS.values() for key in kind.keys(reader) for page in kind.make(reader, key)
        )
        yield from (page for page in made_of if reader.settings.shows(page.section))


def sample_addresses(made: Any) -> set[str]:
    pages = pages_of(made)
    one_of_each = {(page.language, page.section, page.address.count("/")): page.address for page in pages}
    return {*one_of_each.values(), *addresses}


@cache
def rendered_pages() -> dict[str, Any]:
    """The pages as they are once MkDocs has read the front pages' texts."""
    return {page.address: page for page in pages_of(config.extra[adapter.STATE])}


def add_samples(files: Any, config: Any) -> Any:
    files = events["files"](files, config=config)
    for address in sample_addresses(config.extra[adapter.STATE]):
        file = File.generated(config, f"{address}sample.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = f"{address}index.html"
        Sample(None, file, config)  # ties itself to the file
        files.append(file)
    return files


def pass_over(event: str) -> Any:
    def pass_samples(text: str, page: Any, **more: Any) -> Any:
        return text if isinstance(page, Sample) else events[event](text, page=page, **more)

    return pass_samples


def fill_samples(context: Any, page: Any, config: Any, **more: Any) -> Any:
    if isinstance(page, Sample):
        shown = rendered_pages()[page.file.dest_uri.removesuffix("index.html")]
        page.meta = {"slots": config.extra[adapter.STATE].slots(shown)}
    return events["page_context"](context, page=page, config=config, **more)


def keep_samples(output: str, page: Any, config: Any) -> Any:
    if not isinstance(page, Sample):
        return events["post_page"](output, page=page, config=config)
    whole[page.file.dest_uri] = output
    return ""


adapter.on_files = add_samples
adapter.on_page_markdown = pass_over("page_markdown")
adapter.on_page_content = pass_over("page_content")
adapter.on_page_context = fill_samples
adapter.on_post_page = keep_samples
config = load_config(config_file, site_dir=site)
build(config)
different = [each for each, html in whole.items() if Path(site, each).read_text("utf-8") != html]
rendered = list(config.extra[adapter.STATE].theme_pages)
sys.stdout.write("\n".join([*sorted(whole), f"different: {different}", f"pages of markers: {rendered}\n"]))
sys.exit(bool(different))
