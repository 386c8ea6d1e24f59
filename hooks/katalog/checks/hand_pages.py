"""What is wrong in the texts of hand-written pages: their HTML, their links, and marks that are not meant."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from katalog.catalogue.catalogue import Catalogue
from katalog.catalogue.dead_links import anchors, dead_link_meant
from katalog.catalogue.link_targets import Target, target_of_link
from katalog.checks.hand_page_markup import hand_page_markup_faults
from katalog.hand_pages import HandLink, HandPage, HandText
from katalog.hand_pages.rendering import is_dangerous
from katalog.problems import Position, Problem
from katalog.settings.model import Settings


def check_hand_pages(
    pages: Sequence[HandPage],
    texts: Mapping[str, HandText],
    catalogue: Catalogue,
    settings: Settings,
    files: Collection[str],
    refused: Collection[str],
) -> Iterator[Problem]:
    """Check every page; `texts` are the rendered ones by path.

    `files` are the paths of the site's own files, `refused` those of records with problems.
    """
    known = {*texts, *refused}
    files = {*files, *catalogue.attachments}
    for page in pages:
        text = texts[page.path]
        for fault in text.faults:
            yield _problem(page, fault.position, fault.code)
        for link in text.links:
            target = target_of_link(link.url, page.path, catalogue.by_path, known, files)
            code = _fault(link, target) or _anchor_fault(page, target, texts, catalogue)
            if code == "text.dead-link":
                yield _dead(page, link, catalogue)
            elif code:
                yield _problem(page, link.position, code, written=link.url)
            elif settings.site_url and f"{link.url}/".startswith(settings.site_url):
                yield _problem(page, link.position, "text.own-site", written=link.url)
        for each in hand_page_markup_faults(page.body, settings.markdown_extensions):
            yield _problem(page, each.position, each.code, written=each.written)


def _fault(link: HandLink, target: Target | None) -> str:
    if is_dangerous(link.url):
        return "text.link-refused"
    if target is None or (link.picture and target.kind == "elsewhere"):
        return "text.dead-picture" if link.picture else "text.dead-link"
    return ""


def _dead(page: HandPage, link: HandLink, catalogue: Catalogue) -> Problem:
    if meant := dead_link_meant(link.url, page.path, catalogue.by_path):
        code = "text.dead-link-did-you-mean"
        return _problem(page, link.position, code, written=link.url, suggestion=meant)
    return _problem(page, link.position, "text.dead-link", written=link.url)


def _anchor_fault(
    page: HandPage, target: Target | None, texts: Mapping[str, HandText], catalogue: Catalogue
) -> str:
    """Tell an anchor that is not on the page it is looked for on."""
    if target is None or not target.fragment:
        return ""
    if target.kind == "record":
        known: Collection[str] = anchors(catalogue, catalogue.entries[target.value].path)
    elif target.kind in {"page", "anchor"}:
        path = page.path if target.kind == "anchor" else target.value
        known = texts[path].ids if path in texts else {target.fragment}
    else:
        return ""
    return "" if target.fragment in known else "text.dead-anchor"


def _problem(page: HandPage, position: Position, code: str, **params: str) -> Problem:
    """Return a problem at a position of a page's text."""
    return Problem(page.path, position.below(page.body_line), code, params)
