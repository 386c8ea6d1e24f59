"""JSON-LD against schema.org's vocabulary, and against what the pages say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from katalog.feeds.data.records import data_at
from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support import Made

TYPES: dict[str, Any] = json.loads((Path(__file__).parent / "schema_org.json").read_text("utf-8"))["types"]
PLAIN = {str: {"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "XPathType"}, bool: {"Boolean"}}
NUMBERS = {"Number", "Integer", "Float"}


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not know in a node and those below it."""
    kind = TYPES.get(node["@type"])
    if kind is None:
        yield f"no type {node['@type']}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        expected = set(kind["properties"].get(name, ()))
        if not expected:
            yield f"{node['@type']} has no {name}"
        for each in value if isinstance(value, list) else [value]:
            if not fits(each, expected):
                yield f"{node['@type']}.{name} is no {each!r}"
            if isinstance(each, dict) and "@type" in each:
                yield from faults(each)


def fits(value: Any, expected: set[str]) -> bool:
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return True  # another node, named by its address
    if isinstance(value, dict):
        return bool(expected & set(TYPES.get(value["@type"], {"is": ()})["is"]))
    if isinstance(value, bool):
        return "Boolean" in expected
    if isinstance(value, int | float):
        return bool(expected & NUMBERS)
    # an enumeration's member is named by its address
    return bool(expected & PLAIN[str]) or value.startswith("https://schema.org/") or "DefinedTerm" in expected


def of(made: Made, address: str) -> list[dict[str, Any]]:
    page = made.pages[address]
    reader = made.reader(page.language)
    return [json.loads(json_bytes(each)) for each in json_ld(page, reader, data_at(reader, address))]


def test_every_page_says_only_what_schema_org_knows(made: Made) -> None:
    found = {address: of(made, address) for address in made.pages}
    assert len(found) > 40
    for address, nodes in found.items():
        assert nodes, address
        for node in nodes:
            assert node.pop("@context") == "https://schema.org"
            assert list(faults(node)) == [], address


def test_a_fault_would_be_seen() -> None:
    assert list(faults({"@type": "Course", "name": "x", "unheard": "y"}))
    assert list(faults({"@type": "Course", "provider": {"@type": "Place", "name": "x"}}))
    assert list(faults({"@type": "Unheard"}))


def test_a_course_tells_its_runs_prices_and_places(made: Made) -> None:
    trail, course = of(made, "kurser/laesecirkler/")
    assert [each["name"] for each in trail["itemListElement"]][1] == "Kurser"
    assert course["provider"]["name"] == "Eksempelby Bibliotek"
    [instance] = course["hasCourseInstance"]
    assert instance["startDate"] == "2027-03-27"
    assert "endDate" not in instance  # the last session is only known to the quarter
    [offer] = instance["offers"]
    assert (offer["price"], offer["priceCurrency"]) == (1200, "DKK")
    assert offer["availability"] == "https://schema.org/InStock"
    assert offer["priceSpecification"]["valueAddedTaxIncluded"] is False
    assert [each["startDate"] for each in instance["subEvent"]][:2] == [
        "2027-03-27T09:00+01:00",
        "2027-03-28T09:00+02:00",
    ]
    assert {each["@type"] for each in instance["location"]} == {"Place", "VirtualLocation"}


def test_cancelled_runs_say_so(made: Made) -> None:
    _, course = of(made, "kurser/to-gange/")
    states = {each["eventStatus"] for each in course["hasCourseInstance"]}
    assert states == {"https://schema.org/EventCancelled", "https://schema.org/EventScheduled"}


def test_scripts_in_titles_stay_data(made: Made) -> None:
    head = made.build.slots(made.pages["kurser/laesecirkler/"])["head"]
    scripts = head.count("<script")
    assert scripts == head.count("</script>") == 2
