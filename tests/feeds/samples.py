"""A small project with something of everything that feeds show."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from katalog.building.build import prepare
from katalog.feeds.feed import Feed
from katalog.feeds.json_data.published_schemas import published_schemas
from katalog.settings import read_settings
from tests.support import SETTINGS, TODAY, TOPICS, Made, all_feeds, record, write_files

CIRCLES = record(
    "Læsecirkler; for voksne, og \\ andre",
    "Se [projektet](../projects/fremtid.md).",
    topics=["laesning", "samskabelse"],
    organiser="eksempel-bibliotek",
    initiative="fremtid",
    contacts=[{"person": "ane-eksempel", "role": "registration"}, {"person": "bo-skjult", "role": "content"}],
    registration={"closes": "2027-02-01", "via": "https://tilmelding.example/?a=1&b=2"},
    price=[{"amount": "1.200 kr.", "per": "participant", "vat": "excluded"}],
    participants={"min": 5, "max": 20},
    sessions=[
        {
            "when": "2027-03-27 09:00/16:00",
            "title": "Kick off",
            "kind": "kick-off",
            "place": "eksempel-bibliotek",
            "agenda": ["Velkomst, og kaffe; måske", "Æ Ø Å " * 40],
        },
        {"when": "2027-03-28 09:00/16:00", "kind": "theme-day", "place": "online"},
        {"when": "2027-04-05/2027-04-06", "title": "Internat", "kind": "residential"},
        {"when": "2027-W20", "title": "Besøg"},
        {"when": "2027-Q3", "title": "Opsamling"},
        {"title": "Afslutning"},
    ],
)
TWICE = record(
    "Holdt to gange",
    "Tekst.",
    topics=["laesning"],
    organiser="eksempel-bibliotek",
    runs=[
        {"id": "foraar", "sessions": [{"when": "2027-05-03"}], "status": "cancelled"},
        {
            "id": "efteraar",
            "sessions": [{"when": "2027-10-04 10:00"}, {"when": "2027-10-05", "status": "postponed"}],
        },
    ],
)
FILES = {
    "courses/laesecirkler.md": CIRCLES,
    "courses/to-gange.md": TWICE,
    "projects/fremtid.md": record(
        "Fremtidens bibliotek",
        "Et projekt.",
        kind="national-initiative",
        period="2026/2027",
        coordinator="eksempel-bibliotek",
        followers=[{"eksempel-bibliotek": 3}],
        meetings=[{"when": "2027-01-11 13:00/15:00", "title": "Møde"}],
        documents=[{"title": "Vision", "url": "https://dokumenter.example/vision.pdf"}],
    ),
    "content/libraries/eksempel-bibliotek.md": record(
        "Eksempelby Bibliotek",
        kind="public",
        country="DK",
        municipality="Eksempelby",
        address="Prøvevej 1, 9999 Eksempelby",
        location={"lat": 55.5, "lon": 9.5},
        isil="DK-000000",
    ),
    "content/organisations/stille-forening.md": record("Stille Forening", kind="association", country="SE"),
    "content/contacts/ane-eksempel.md": record(
        "Ane Prøve Eksempel",
        role="Konsulent",
        organisation="eksempel-bibliotek",
        email="ane@eksempel.dk",
        phone="20 12 34 56",
        show_until="2027-12-31",
    ),
    "content/contacts/bo-skjult.md": record(
        "Bo Skjult", email="bo@eksempel.dk", phone="20 65 43 21", show_until="2026-01-01"
    ),
    "content/news/nyt-projekt.md": record(
        "Nyt projekt", "Tekst.", date="2026-10-01", about=["fremtid"], topics=["laesning"]
    ),
}


def make(root: Path, files: Mapping[str, str] = FILES, today: date = TODAY) -> Made:
    """Return the project; that a person's day has passed is told, and stops nothing."""
    write_files(root, {"content/topics.yml": TOPICS} | dict(files))
    build = prepare(root, read_settings(SETTINGS), today, root / "site")
    assert {problem.code for problem in build.problems} == {"person.show-until-passed"}
    return Made(build)


def feeds_of(made: Made) -> dict[str, bytes]:
    """Return every feed by its address; two at one address fail."""
    found = list(_feeds(made))
    addresses = [feed.address for feed in found]
    assert len(set(addresses)) == len(addresses)
    return {feed.address: feed.data for feed in found}


def _feeds(made: Made) -> Iterator[Feed]:
    for reader in made.build.readers.values():
        yield from all_feeds(reader)
    yield from published_schemas(made.build.settings.site_url)


def with_course(tmp_path: Path, text: str) -> dict[str, bytes]:
    """Return the feeds of the project with another text of its first course."""
    return feeds_of(make(tmp_path, FILES | {"courses/laesecirkler.md": text}))
