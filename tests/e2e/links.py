"""The links of a built site: pages, anchors, feeds, styles, scripts and pictures."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

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
    return sorted(site.rglob("*.html"))


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


def dead_links(site: Path) -> list[str]:
    """Return each link that leads nowhere within the site, and the page it stands on."""
    return [
        f"{file.relative_to(site)}: {link}"
        for file in pages(site)
        for link in links(file)
        if dead(site, file, link)
    ]


def unreached(site: Path) -> list[str]:
    """Return the pages that no chain of links in the text leads to from the front page."""
    reached: set[Path] = set()
    waiting = [site / "index.html"]
    while waiting:
        file = waiting.pop()
        if file not in reached:
            reached.add(file)
            waiting += linked(site, file)
    every = {file for file in pages(site) if file.name != "404.html" and not leads_on(file)}
    return sorted(str(file.relative_to(site)) for file in every - reached)


def linked(site: Path, file: Path) -> Iterator[Path]:
    """Yield the pages of the site that a page's text links to."""
    for node in parse(file).css("body a[href]"):
        parts = urlsplit(urljoin(ROOT + file.relative_to(site).as_posix(), str(node.attributes["href"])))
        target = site / unquote(parts.path).lstrip("/")
        target = target / "index.html" if parts.path.endswith("/") else target
        if parts.netloc == urlsplit(ROOT).netloc and target.suffix == ".html" and target.is_file():
            yield target


def leads_on(file: Path) -> bool:
    return parse(file).css_first('meta[http-equiv="refresh"]') is not None
