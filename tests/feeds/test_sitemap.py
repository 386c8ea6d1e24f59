"""The sitemap, robots.txt and the list of feeds."""

from typing import Any

import pytest
from lxml import etree

from katalog.feeds.sitemap import robots, sitemaps
from katalog.settings import read_settings
from tests.support import SETTINGS, Made

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "https://katalog.example/"


def test_every_page_is_listed_with_its_other_languages(made: Made) -> None:
    pages = {address: page.alternates for address, page in made.pages.items()}
    root = etree.fromstring(dict(sitemaps(pages, SITE))["sitemap.xml"])
    urls = {each.findtext("s:loc", namespaces=NS): each for each in root.findall("s:url", NS)}
    assert set(urls) == {SITE + address for address in made.pages}
    assert list(urls) == sorted(urls, key=lambda address: f"{address}</loc>")
    course = urls[f"{SITE}sv/kurser/laesecirkler/"].findall("x:link", NS)
    assert {link.get("hreflang"): link.get("href") for link in course} == {
        "da": f"{SITE}kurser/laesecirkler/",
        "sv": f"{SITE}sv/kurser/laesecirkler/",
    }


def test_many_pages_are_in_several_files(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.feeds.sitemap.MOST_PAGES", 7)
    files = dict(sitemaps({address: page.alternates for address, page in made.pages.items()}, SITE))
    index = etree.fromstring(files.pop("sitemap.xml"))
    assert [each.text for each in index.iter("{*}loc")] == [f"{SITE}{name}" for name in files]
    listed = [str(loc.text) for data in files.values() for loc in etree.fromstring(data).iter("{*}loc")]
    assert sorted(listed) == sorted(SITE + address for address in made.pages)
    assert all(data.count(b"<url>") <= 7 for data in files.values())


def test_as_many_pages_as_a_file_holds_are_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.feeds.sitemap.MOST_PAGES", 2)
    assert [name for name, _ in sitemaps({"": {}, "a/": {}}, SITE)] == ["sitemap.xml"]
    several = [name for name, _ in sitemaps({"": {}, "a/": {}, "b/": {}}, SITE)]
    assert several == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]


def test_every_alternate_is_a_page_that_points_back(made: Made) -> None:
    for address, page in made.pages.items():
        for other in page.alternates.values():
            assert made.pages[other].alternates == page.alternates, address


def test_without_an_address_there_is_nothing_to_list() -> None:
    assert len(etree.fromstring(dict(sitemaps({"": {"da": ""}}, ""))["sitemap.xml"])) == 0
    bare = read_settings(SETTINGS | {"site_url": ""})
    assert b"Sitemap" not in robots(bare)
    assert b"Sitemap: https://katalog.example/sitemap.xml" in robots(read_settings(SETTINGS))


def test_opml_lists_feeds_that_exist(feeds: dict[str, bytes]) -> None:
    for path in ("", "sv/"):
        root = etree.fromstring(feeds[f"{path}feeds.opml"])
        outlines: Any = root.xpath("//outline/@xmlUrl | //outline/@url")
        urls = [str(each) for each in outlines]
        assert len(urls) == len(set(urls)) > 5
        assert {url.removeprefix(SITE) for url in urls} <= set(feeds)


def test_every_feed_a_page_names_exists(made: Made, feeds: dict[str, bytes]) -> None:
    named = {feed.address for page in made.pages.values() for feed in page.feeds}
    assert named
    assert named <= set(feeds)
