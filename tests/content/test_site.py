"""The shipped site builds without a warning, and what editors wrote by hand leads somewhere."""

from tests.e2e.links import dead_links, unreached
from tests.e2e.sites import Built


def test_strict_build_has_no_warning(shipped: Built) -> None:
    assert shipped.run.status == 0, shipped.run.output
    assert "WARNING" not in shipped.run.output


def test_no_link_is_dead(shipped: Built) -> None:
    assert dead_links(shipped.site) == []


def test_every_page_is_reached_by_links(shipped: Built) -> None:
    assert unreached(shipped.site) == []
