"""JSON-LD against schema.org's vocabulary, and against what the pages say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from tests.support import Made, data_at, make_project, record

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
    states = {each.get("eventStatus", "as planned") for each in course["hasCourseInstance"]}
    assert states == {"https://schema.org/EventCancelled", "as planned"}


def test_scripts_in_titles_stay_data(made: Made) -> None:
    head = made.build.slots(made.pages["kurser/laesecirkler/"])["head"]
    scripts = head.count("<script")
    assert scripts == head.count("</script>") == 2


# What Google documents for its results (Search Central, "Course info", "Course list" and "Event"; read in
# November 2026): (type, property, needed).  What is needed is there wherever the record holds it; the rest
# is recommended, and there in at least one of the nodes here.  A run that is held as planned needs no
# status, and its dates stand beside its schedule; what a course costs in which category, the course says.
GOOGLE = (
    ("Course", "name", True),
    ("Course", "description", True),
    ("Course", "provider", True),
    ("Course", "offers", True),
    ("Course", "hasCourseInstance", True),
    ("Course", "inLanguage", False),
    ("Course", "educationalCredentialAwarded", False),
    ("Course", "teaches", False),
    ("CourseInstance", "courseMode", True),
    ("CourseInstance", "courseSchedule", True),
    ("CourseInstance", "instructor", False),
    ("Schedule", "repeatCount", True),
    ("Schedule", "repeatFrequency", True),
    ("Schedule", "duration", False),
    ("Offer", "category", False),
    ("Offer", "price", True),
    ("Offer", "priceCurrency", True),
    # Event: a run is one, with its sessions
    ("CourseInstance", "name", True),
    ("CourseInstance", "startDate", True),
    ("CourseInstance", "location", True),
    ("CourseInstance", "endDate", False),
    ("CourseInstance", "eventAttendanceMode", False),
    ("CourseInstance", "offers", False),
    ("CourseInstance", "organizer", False),
    ("CourseInstance", "subEvent", False),
    ("Place", "name", True),
    ("Place", "address", True),
    ("ItemList", "itemListElement", True),
    ("ListItem", "position", True),
)
WHOLE = {
    "organiser": "eksempelby",
    "summary": "Et opdigtet kursus.",
    "spoken": ["da"],
    "certificate": "Kursusbevis",
    "outcomes": ["at læse højt"],
    "form": ["in-person"],
    "teachers": ["ida"],
    "price": [{"amount": "1200 DKK"}],
    "sessions": [
        {"when": "2027-03-01 09:00-15:30", "place": "eksempelby"},
        {"when": "2027-03-08 09:00-15:30", "place": "Mødehuset"},
    ],
}


def nodes_of(node: Any) -> Iterator[dict[str, Any]]:
    """Yield a node and all below it that have a type of their own."""
    if isinstance(node, list):
        for each in node:
            yield from nodes_of(each)
    if isinstance(node, dict):
        if "@type" in node:
            yield node
        yield from nodes_of(list(node.values()))


@pytest.fixture
def whole(tmp_path: Path) -> list[dict[str, Any]]:
    """Every node of a course that states all that a course can, and of the catalogue."""
    files = {
        "content/libraries/eksempelby.md": record(
            "Eksempelby Bibliotek", kind="public", country="DK", municipality="Eksempelby", address="Torvet 1"
        ),
        "content/contacts/ida.md": record("Ida Opdigtet", organisation="eksempelby", show_until="2030-01-01"),
        "courses/hele.md": record("Alt om højtlæsning", **WHOLE),
    }
    made = make_project(tmp_path, files)
    return [*nodes_of(of(made, "kurser/hele/")), *nodes_of(of(made, "kurser/"))]


@pytest.mark.parametrize(("type_", "name", "needed"), GOOGLE)
def test_a_whole_course_has_what_google_documents(
    whole: list[dict[str, Any]], type_: str, name: str, needed: bool
) -> None:
    found = [node for node in whole if node["@type"] == type_]
    assert found
    assert all(name in node for node in found) if needed else any(name in node for node in found)


def test_modes_schedules_and_addresses_are_written_as_google_asks(whole: list[dict[str, Any]]) -> None:
    [instance] = (node for node in whole if node["@type"] == "CourseInstance")
    assert instance["courseMode"] == ["Onsite"]
    assert instance["courseSchedule"] == {
        "@type": "Schedule",
        "repeatCount": 2,
        "repeatFrequency": "Weekly",
        "duration": "PT6H30M",
    }
    assert [place["address"] for place in instance["location"]] == [
        {
            "@type": "PostalAddress",
            "streetAddress": "Torvet 1",
            "addressLocality": "Eksempelby",
            "addressCountry": "DK",
        },
        "Mødehuset",
    ]


def test_a_place_with_a_page_is_told_once_and_then_named(whole: list[dict[str, Any]]) -> None:
    [first, second] = (node["location"] for node in whole if node["@type"] == "EducationEvent")
    assert first == {"@id": "https://katalog.example/biblioteker/eksempelby/"}
    assert second["name"] == "Mødehuset"


def test_the_catalogue_lists_its_courses(whole: list[dict[str, Any]]) -> None:
    [listed] = (node for node in whole if node["@type"] == "ItemList")
    assert listed["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "url": "https://katalog.example/kurser/hele/"}
    ]


def test_a_course_says_what_it_costs_in_which_category(whole: list[dict[str, Any]]) -> None:
    [course] = (node for node in whole if node["@type"] == "Course")
    assert course["offers"] == [{"@type": "Offer", "category": "Paid", "price": 1200, "priceCurrency": "DKK"}]


def test_days_that_come_again_end_on_the_last_of_them(tmp_path: Path) -> None:
    again = "hver onsdag 3. marts–28. april 2027 kl. 18–19.30"
    made = make_project(tmp_path, {"courses/serie.md": record("Serie", sessions=[again])})
    [instance] = (each for each in nodes_of(of(made, "kurser/serie/")) if each["@type"] == "CourseInstance")
    assert (instance["startDate"], instance["endDate"]) == ("2027-03-03", "2027-04-28")
    assert instance["courseSchedule"]["repeatCount"] == 9
    assert instance["courseSchedule"]["repeatFrequency"] == "Weekly"


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ({"amount": "5000 DKK", "per": "library", "up_to": 3}, "pr. bibliotek, op til 3 deltagere"),
        ({"amount": "500 DKK", "includes": ["frokost", "kaffe"]}, "Inkluderer: frokost; kaffe"),
        ({"amount": "500 DKK", "per": "day", "condition": "Betales forud"}, "pr. dag. Betales forud"),
        ({"amount": "gratis", "per": "library"}, None),
        ({"amount": "500 DKK", "per": "participant"}, None),
    ],
)
def test_a_price_is_told_with_its_terms(tmp_path: Path, price: dict[str, Any], said: str | None) -> None:
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", price=[price])})
    [instance] = of(made, "kurser/kursus/")[1]["hasCourseInstance"]
    assert instance["offers"][0].get("description") == said


def test_of_sessions_to_choose_from_one_is_attended(tmp_path: Path) -> None:
    choices = [{"when": f"2027-03-0{day}", "choice": "Besøg"} for day in (3, 4)]
    sessions = [{"when": "2027-03-02"}, *choices]
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", sessions=sessions)})
    [instance] = of(made, "kurser/kursus/")[1]["hasCourseInstance"]
    assert instance["courseSchedule"]["repeatCount"] == 2
