"""What a browser needs to search the site from its own field."""

from pathlib import Path

import pytest
from lxml import etree

from katalog.feeds.for_programs import NAMESPACE, search_description
from tests.support import all_feeds, make_project


@pytest.mark.parametrize(
    ("language", "address", "template"),
    [
        ("da", "opensearch.xml", "https://katalog.example/soeg/?q={searchTerms}"),
        ("sv", "sv/opensearch.xml", "https://katalog.example/sv/sok/?q={searchTerms}"),
    ],
)
def test_the_search_page_is_described(tmp_path: Path, language: str, address: str, template: str) -> None:
    feed = search_description(make_project(tmp_path, {}).reader(language))
    root = etree.fromstring(feed.data)
    assert feed.address == address
    assert [each.get("template") for each in root.iter(f"{{{NAMESPACE}}}Url")] == [template]
    assert len(root.findtext(f"{{{NAMESPACE}}}ShortName") or "") in range(1, 17)


def test_without_an_address_of_its_own_a_site_has_no_description(tmp_path: Path) -> None:
    reader = make_project(tmp_path, {}, settings={"site_url": ""}).reader()
    assert [feed.address for feed in all_feeds(reader) if "opensearch" in feed.address] == []
