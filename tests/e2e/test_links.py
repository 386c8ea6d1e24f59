"""Every link in the output leads somewhere: pages, anchors, feeds, styles, scripts and pictures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.conftest import Shipped

ROOT = "https://katalog.example/"
ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "image": "href",
    "use": "href",
}
ELSEWHERE = {"mailto", "tel", "webcal"}


@cache
def parse(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


@cache
def anchors(file: Path) -> frozenset[str]:
    return frozenset(str(node.attributes["id"]) for node in parse(file).css("[id]"))


def pages(site: Path) -> list[Path]:
    return [file for file in sorted(site.rglob("*.html")) if "pagefind" not in file.parts]


def links(file: Path) -> Iterator[str]:
    for tag, attribute in ATTRIBUTES.items():
        for node in parse(file).css(f"{tag}[{attribute}]"):
            yield str(node.attributes[attribute])


def dead(site: Path, file: Path, link: str) -> bool:
    here = ROOT + file.relative_to(site).as_posix().removesuffix("index.html")
    parts = urlsplit(urljoin(here, link))
    if parts.scheme in ELSEWHERE or parts.netloc != urlsplit(ROOT).netloc:
        return False
    target = site / unquote(parts.path).lstrip("/")
    target = target / "index.html" if parts.path.endswith("/") else target
    if not target.is_file():
        return True
    return (
        bool(parts.fragment) and target.suffix == ".html" and unquote(parts.fragment) not in anchors(target)
    )


def test_no_link_is_dead(shipped: Shipped) -> None:
    found = [
        f"{file.relative_to(shipped.site)}: {link}"
        for file in pages(shipped.site)
        for link in links(file)
        if dead(shipped.site, file, link)
    ]
    assert not found, "\n".join(found[:40])


def test_every_page_is_reached_by_links(shipped: Shipped) -> None:
    """From the front page, by links in the text alone: nothing is found only by searching."""
    reached, waiting = set(), [shipped.site / "index.html"]
    while waiting:
        file = waiting.pop()
        if file in reached:
            continue
        reached.add(file)
        for node in parse(file).css("body a[href]"):
            parts = urlsplit(
                urljoin(ROOT + file.relative_to(shipped.site).as_posix(), str(node.attributes["href"]))
            )
            target = shipped.site / unquote(parts.path).lstrip("/")
            target = target / "index.html" if parts.path.endswith("/") else target
            if parts.netloc == urlsplit(ROOT).netloc and target.suffix == ".html" and target.is_file():
                waiting.append(target)
    every = {file for file in pages(shipped.site) if file.name != "404.html" and not leads_on(file)}
    assert not sorted(str(file.relative_to(shipped.site)) for file in every - reached)


def leads_on(file: Path) -> bool:
    return parse(file).css_first('meta[http-equiv="refresh"]') is not None


def test_no_id_stands_twice_on_a_page(shipped: Shipped) -> None:
    for file in pages(shipped.site):
        ids = [str(node.attributes["id"]) for node in parse(file).css("[id]")]
        assert len(ids) == len(set(ids)), (
            f"{file.relative_to(shipped.site)}: {sorted({i for i in ids if ids.count(i) > 1})}"
        )
