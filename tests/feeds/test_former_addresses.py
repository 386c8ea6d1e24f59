"""Who subscribed to a record's feed goes on being told after it was renamed."""

import json
from pathlib import Path

import pytest

from katalog.feeds.former_addresses import with_id
from tests.feeds.samples import feeds_of
from tests.support import Made, make_project, record

SESSIONS = [{"when": "7. marts 2027 kl. 9–12"}]


def feeds(tmp_path: Path, **former: object) -> dict[str, bytes]:
    return feeds_of(make(tmp_path, **former))


def make(tmp_path: Path, **former: object) -> Made:
    files = {
        "courses/nyt-kursus.md": record("Kursus", sessions=SESSIONS, **former),
        "projects/nyt-projekt.md": record("Projekt", kind="project", meetings=SESSIONS),
    }
    if former:
        files["projects/nyt-projekt.md"] = record(
            "Projekt", kind="project", meetings=SESSIONS, redirect_from=["gammelt-projekt"]
        )
    return make_project(tmp_path, files)


@pytest.mark.parametrize("section", ["kurser", "sv/kurser"])
def test_the_data_of_a_record_lie_at_its_old_addresses_too(section: str, tmp_path: Path) -> None:
    found = feeds(tmp_path, redirect_from=["aeldst", "aeldre"])
    now = found[f"{section}/nyt-kursus.json"]
    assert found[f"{section}/aeldst.json"] == found[f"{section}/aeldre.json"] == now
    assert json.loads(now)["url"] == f"https://katalog.example/{section}/nyt-kursus/"


def test_the_card_of_a_person_lies_at_the_old_address_too(tmp_path: Path) -> None:
    reached = {"email": "ane@example.org", "show_until": "2027-12-31"}
    person = record("Ane Test", redirect_from=["ane-gammel"], **reached)
    course = record("Kursus", sessions=SESSIONS, contacts=["ane-test"])
    files = {"content/contacts/ane-test.md": person, "courses/kursus.md": course}
    found = feeds_of(make_project(tmp_path, files))
    cards = [address for address in found if address.endswith("/ane-test.vcf")]
    assert len(cards) == 2
    for card in cards:
        assert found[card.replace("ane-test", "ane-gammel")] == found[card]


def test_a_feed_lies_at_its_old_addresses_too(tmp_path: Path) -> None:
    found = feeds(tmp_path, redirect_from=["aeldst", "aeldre"])
    now = found["kurser/nyt-kursus.ics"]
    assert found["kurser/aeldst.ics"] == found["kurser/aeldre.ics"] == now
    assert b"\r\nUID:kurser/aeldst.ics@katalog.example\r\n" in now
    for name in (".ics", ".atom", "/dage.ics", "/frister.ics"):
        assert found[f"projekter/gammelt-projekt{name}"] == found[f"projekter/nyt-projekt{name}"]
    assert "kurser/aeldst/k-1.ics" not in found


@pytest.mark.parametrize(
    ("address", "page", "shown"),
    [
        ("sv/projekt/projekt.ics", "sv/projekt/projekt/", "sv/projekt/GAMMEL.ics"),
        ("sv/projekt/projekt/dagar.ics", "sv/projekt/projekt/", "sv/projekt/GAMMEL/dagar.ics"),
        ("da/kurser/kurs.ics", "da/kurser/kurs/", "da/kurser/GAMMEL.ics"),
        ("kurser/kurser/kurser.ics", "kurser/kurser/", "kurser/GAMMEL/kurser.ics"),
    ],
)
def test_the_id_alone_is_another_in_an_old_address(address: str, page: str, shown: str) -> None:
    assert with_id(address, page, "GAMMEL") == shown


def test_what_was_not_renamed_has_one_address(tmp_path: Path) -> None:
    found = feeds(tmp_path)
    assert [address for address in found if address.startswith("kurser/") and address.endswith(".ics")] == [
        "kurser/nyt-kursus.ics", "kurser/nyt-kursus/k-1.ics",
    ]  # fmt: skip
    assert b"\r\nUID:kurser/nyt-kursus.ics@katalog.example\r\n" in found["kurser/nyt-kursus.ics"]
