"""Atom, read back as XML."""

from datetime import UTC, date, datetime
from typing import Any

from lxml import etree

from katalog.feeds.last_updated import updated
from tests.support import Made

NS = {"a": "http://www.w3.org/2005/Atom"}


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def texts(root: etree._Element, path: str) -> list[str]:
    found: Any = root.xpath(path, namespaces=NS)
    return [str(each) for each in found]


def test_the_feed_of_everything_has_courses_and_news_with_lasting_ids(feeds: dict[str, bytes]) -> None:
    root = parsed(feeds["kurser.atom"])
    assert texts(root, "a:id/text()") == ["tag:katalog.example,2026:kurser.atom"]
    assert set(texts(root, "a:entry/a:id/text()")) == {
        "tag:katalog.example,2026:courses/laesecirkler",
        "tag:katalog.example,2026:courses/to-gange",
        "tag:katalog.example,2026:news/nyt-projekt",
    }
    assert texts(root, "a:link[@rel='self']/@href") == ["https://katalog.example/kurser.atom"]


def test_ids_are_the_same_in_both_languages_and_language_is_marked(feeds: dict[str, bytes]) -> None:
    danish, swedish = parsed(feeds["kurser.atom"]), parsed(feeds["sv/kurser.atom"])
    path = "a:entry/a:id/text()"
    assert set(texts(danish, path)) == set(texts(swedish, path))
    assert texts(swedish, "@xml:lang") == ["sv"]
    assert set(texts(swedish, "a:entry/@xml:lang")) == {"da"}
    assert texts(danish, "a:entry/@xml:lang") == []


def test_everything_rfc_4287_asks_for_is_there(feeds: dict[str, bytes]) -> None:
    atoms = [parsed(data) for address, data in feeds.items() if address.endswith(".atom")]
    assert len(atoms) == 2 * (1 + 2 + 1)
    for root in atoms:
        for one in ("id", "title", "updated", "author/a:name"):
            assert len(texts(root, f"a:{one}/text()")) == 1
        for entry in root.findall("a:entry", NS):
            for one in ("id", "title", "updated"):
                assert len(texts(entry, f"a:{one}/text()")) == 1
        dates = [datetime.fromisoformat(each) for each in texts(root, "//a:updated/text()")]
        assert all(each <= datetime(2026, 11, 22, tzinfo=UTC) for each in dates)


def test_a_project_has_its_courses_and_its_news(feeds: dict[str, bytes]) -> None:
    titles = texts(parsed(feeds["indsatsomraader/fremtid.atom"]), "a:entry/a:title/text()")
    assert titles == ["Nyt projekt", "Læsecirkler; for voksne, og \\ andre"]


def test_a_course_is_updated_when_its_state_turns(made: Made) -> None:
    course = made.catalogue.localised(made.catalogue.entries["laesecirkler"], "da")
    days = {
        date(2026, 11, 22): datetime(2026, 1, 1, tzinfo=UTC),  # nothing has happened yet
        date(2027, 1, 20): datetime(2027, 1, 18, tzinfo=UTC),  # closing soon
        date(2027, 2, 20): datetime(2027, 2, 2, tzinfo=UTC),  # closed
        date(2030, 1, 1): datetime(2027, 10, 1, tzinfo=UTC),  # over
    }
    for today, expected in days.items():
        assert updated(course, today, 14) == expected
