"""Every word an editor writes in a field stands on the record's page in each language, and in its data."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
import yaml

from katalog.schema.records import RECORD_FOLDERS
from tests.browser.payloads import Carrier
from tests.support import Made, data_at, make_project

OF_RUNS = ("sessions", "price", "registration", "participants", "place", "address", "online")
"""What a run states for itself, so that the course need not."""

ALONE = {"course.choice-alone"}
"""What is reported of a record that has one of everything."""
NOT_ON_THE_PAGE: dict[str, str] = {}
NOT_IN_THE_DATA = {"image.alt": "a picture belongs to the page, and has no field in the data yet"}
"""Fields that are deliberately not there, and why."""


@dataclass(frozen=True)
class Words(Carrier):
    """A record in which each field of text is a word that stands nowhere else."""

    def text(self) -> str:
        return f"Ord{next(self.place):04}x"


def words(facts: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield the words of a record with the names of their fields: `sessions.title`."""
    if isinstance(facts, dict):
        for name, value in facts.items():
            yield from words(value, f"{at}.{name}" if at else name)
    elif isinstance(facts, list):
        for value in facts:
            yield from words(value, at)
    elif str(facts).startswith("Ord"):
        yield at, str(facts)


def without(text: str, *names: str) -> str:
    """Return a record without some of its fields."""
    _, front, body = text.split("---\n", 2)
    facts = {name: value for name, value in yaml.safe_load(front).items() if name not in names}
    return f"---\n{yaml.safe_dump(facts, allow_unicode=True)}---\n{body}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    carrier = Words(0, count())
    files = {
        f"{folder}/{carrier.id(name)}.md": carrier.record(name) for folder, name in RECORD_FOLDERS.items()
    }
    course = files.pop("courses/courses-00.md")
    files["courses/courses-00.md"] = without(course, "runs")
    files["courses/runs-00.md"] = without(course, *OF_RUNS)
    root = tmp_path_factory.mktemp("words")
    for path in files:
        picture = root / path.removesuffix(".md") / "billede.png"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(PICTURE)
    topics = "- id: topics-00\n  name: {da: Et emne, sv: Ett ämne}\n"
    one_course_in_two_ways = "record.same-content"
    return make_project(root, files, topics=topics, expected={*ALONE, one_course_in_two_ways})


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "64f8ffff3f0005fe02fea7d6059b0000000049454e44ae426082"
)


@pytest.mark.parametrize("language", ["da", "sv"])
@pytest.mark.parametrize("collection", [*RECORD_FOLDERS.values(), "runs"])
def test_every_word_is_on_the_page_and_in_the_data(made: Made, collection: str, language: str) -> None:
    reader = made.reader(language)
    entry = reader.entry(f"{collection}-00")
    address = reader.addresses.record(entry)
    page = html.unescape(made.html(address) + made.slots(address)["description"])
    data = json.dumps(_plain(data_at(reader, address)), ensure_ascii=False)
    written = dict(words(yaml.safe_load(entry.tree.text)))
    assert written
    missing = {name for name, word in written.items() if word not in page}
    lost = {name for name, word in written.items() if word not in data}
    assert (missing - set(NOT_ON_THE_PAGE), lost - set(NOT_IN_THE_DATA)) == (set(), set())


def _plain(data: object) -> Any:
    from katalog.json_encoding import json_bytes

    return json.loads(json_bytes(data))
