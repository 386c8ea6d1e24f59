"""Every link of a site leads somewhere, and to every page leads one."""

from tests.e2e.links import dead_links, pages, parse, unreached
from tests.e2e.sites import Built


def test_no_link_is_dead(built: Built) -> None:
    assert dead_links(built.site) == []


def test_every_page_is_reached_by_links(built: Built) -> None:
    """From the front page, by links in the text alone: nothing is found only by searching."""
    assert unreached(built.site) == []


def test_no_id_stands_twice_on_a_page(built: Built) -> None:
    for file in pages(built.site):
        ids = [str(node.attributes["id"]) for node in parse(file).css("[id]")]
        assert len(ids) == len(set(ids)), (
            f"{file.relative_to(built.site)}: {sorted({i for i in ids if ids.count(i) > 1})}"
        )
