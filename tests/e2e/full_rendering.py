"""Builds a project and renders some records through the theme's whole template beside their frames.

`python full_rendering.py mkdocs.yml site address…`: exits 1 and names the pages whose bytes differ.
Run in a process of its own, because MkDocs keeps hooks for the life of a process.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from katalog import adapter
from katalog import build as building
from katalog.views.pages import all_pages

config_file, site, *addresses = sys.argv[1:]
whole: dict[str, str] = {}
frame_addresses, on_page_markdown, on_post_page = (
    building.frame_addresses,
    adapter.on_page_markdown,
    adapter.on_post_page,
)


def with_samples(build: Any) -> list[str]:
    return [*frame_addresses(build), *addresses]


def address_of(page: Any) -> str:
    return str(page.file.dest_uri.removesuffix("index.html"))


def fill_samples(markdown: str, page: Any, config: Any, **more: Any) -> str:
    text = on_page_markdown(markdown, page=page, config=config, **more)
    if address_of(page) in addresses:
        made = config.extra[adapter.STATE]
        pages = {each.address: each for reader in made.readers.values() for each in all_pages(reader)}
        page.meta = {"slots": made.slots(pages[address_of(page)])}
    return text


def keep_samples(output: str, page: Any, config: Any) -> str:
    if address_of(page) not in addresses:
        return on_post_page(output, page=page, config=config)
    whole[address_of(page)] = output
    return ""


adapter.frame_addresses = with_samples  # type: ignore[attr-defined]
adapter.on_page_markdown = fill_samples
adapter.on_post_page = keep_samples
build(load_config(config_file, site_dir=site))
different = [
    each for each in addresses if (Path(site) / each / "index.html").read_text("utf-8") != whole[each]
]
sys.stdout.write(f"{len(addresses)} pages compared; different: {different}\n")
sys.exit(bool(different))
