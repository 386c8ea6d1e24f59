"""The announcements as one project, and what their tables of facts demand."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import icalendar
import yaml
from selectolax.lexbor import LexborHTMLParser

from katalog.json_encoding import json_bytes
from tests.support import Made, all_feeds, data_at, make_project, record

HERE = Path(__file__).parent / "records"
NAMES = sorted(path.stem for path in HERE.glob("*.md"))
LIBRARIES = {
    "fjordby": ("Fjordby Bibliotek", "DK", "Havnegade 4, 6099 Fjordby"),
    "saarikunta": ("Saarikunnan kirjasto", "FI", ""),
    "niemikunta": ("Niemikunnan kirjasto", "FI", ""),
    "fylkesbiblioteket": ("Nordvik fylkesbibliotek", "NO", ""),
}
ORGANISATIONS = {
    "region-mitt": ("Region Mitt", "SE"),
    "region-norr": ("Region Norr", "SE"),
    "region-syd": ("Region Syd", "SE"),
    "library-bureau": ("Library Bureau", "DE"),
    "virasto": ("Kirjastovirasto", "FI"),
    "biblioteksforening": ("Biblioteksforeningen", "DK"),
    "copyright-council": ("Copyright Council", "DE"),
    "exchange": ("Exchange Europe", "DE"),
    "hogskolan": ("Högskolan i Hyllstad", "SE"),
}
PEOPLE = {
    "maren-moelle": ("Maren Mølle", "maren@fjordby.example"),
    "cilla-ceder": ("Cilla Ceder", "cilla@mitt.example"),
    "nora-north": ("Nora North", "nora@bureau.example"),
    "runa-oern": ("Runa Ørn", "runa@fylke.example"),
    "terje-haug": ("Terje Haug", "terje@fylke.example"),
}


@dataclass(frozen=True)
class Fact:
    """One fact of an announcement: its field or `text`, and what shows it where; empty where nothing need."""

    id: str
    fact: str
    field: str
    da: str
    sv: str
    calendar: str
    data: str


def facts(name: str) -> list[Fact]:
    """Return the facts of one announcement, in order."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [Fact(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def make(root: Path) -> Made:
    """Build every announcement, with the libraries, organisations and people it names."""
    return make_project(root, dict(_files()))


def _files() -> Iterator[tuple[str, str]]:
    for name in NAMES:
        yield f"courses/{name}.md", (HERE / f"{name}.md").read_text(encoding="utf-8")
    for id_, (title, country, address) in LIBRARIES.items():
        place = {"address": address} if address else {}
        yield f"content/libraries/{id_}.md", record(title, kind="public", country=country, **place)
    for id_, (title, country) in ORGANISATIONS.items():
        yield f"content/organisations/{id_}.md", record(title, kind="association", country=country)
    for id_, (title, email) in PEOPLE.items():
        yield f"content/contacts/{id_}.md", record(title, email=email, show_until="2027-12-31")


def page_of(made: Made, name: str, language: str) -> str:
    """Return the words a reader sees on the page, one space between each, and after them its addresses."""
    reader = made.reader(language)
    tree = LexborHTMLParser(made.html(reader.addresses.record(reader.entry(name))))
    for hidden in tree.css("[hidden]"):
        hidden.decompose()
    body = tree.body
    assert body is not None
    links = [link.attributes.get("href") or "" for link in tree.css("a[href]")]
    words = re.sub(r"\s+(?=[,;:])", "", body.text(separator=" "))
    return " ".join([*words.split(), *links])


def calendar_of(made: Made, name: str, language: str) -> str:
    """Return the properties of every event of the record, times as `2027-04-07 09:30`."""
    reader = made.reader(language)
    address = reader.addresses.record_feed(reader.entry(name), "ics")
    found = [feed.data for feed in all_feeds(reader) if feed.address == address]
    events = [event for data in found for event in icalendar.Calendar.from_ical(data).events]
    return "\n".join(line for event in events for line in _of(event))


def _of(event: Any) -> Iterator[str]:
    for name, value in event.property_items(recursive=False):
        moment = getattr(value, "dt", None)
        yield f"{name} {value if moment is None else str(moment)[:16]}"


def data_of(made: Made, name: str, language: str) -> str:
    """Return the record's JSON in one line."""
    reader = made.reader(language)
    data = data_at(reader, reader.addresses.record(reader.entry(name)))
    return json.dumps(json.loads(json_bytes(data)), ensure_ascii=False)


def fields_of(name: str) -> set[str]:
    """Return the dotted names of the fields the record has values in."""
    _, front, _ = (HERE / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    return set(_named(yaml.safe_load(front), ""))


def _named(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _named(each, at)
        return
    yield at
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _named(each, f"{at}.{name}".strip("."))


def text_of(name: str) -> str:
    """Return the record's free text."""
    return (HERE / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
