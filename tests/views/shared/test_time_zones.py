"""On which clock hours are, in a country with several zones."""

from pathlib import Path
from typing import Any

import pytest

from katalog.schema.annotations import LangText
from katalog.schema.course_parts import Session
from katalog.views.shared.time_zones import hours_shown, local_time, zone_at, zone_of
from katalog.when.reading import read_when
from tests.support import make_project, record

FILES = {
    "content/libraries/groenland.md": record("Biblioteket i Prøvefjord", kind="public", country="GL"),
    "content/libraries/oe.md": record("Øens bibliotek", kind="public", country="FO"),
    "content/libraries/is.md": record("Bókasafn", kind="public", country="IS"),
    "content/libraries/aaland.md": record("Bibliotek", kind="public", country="AX"),
    "content/libraries/by.md": record("Byens bibliotek", kind="public", country="FI"),
}
NUUK: dict[str, Any] = {"time_zones": [{"country": "GL", "zone": "America/Nuuk"}]}


@pytest.mark.parametrize(
    ("settings", "place", "zone", "named"),
    [
        (NUUK, "groenland", "America/Nuuk", "Grønland"),
        ({}, "groenland", "Europe/Copenhagen", ""),
        (NUUK, "by", "Europe/Helsinki", "Finland"),
        (NUUK, "et sted", "Europe/Copenhagen", ""),
    ],
)
def test_the_settings_say_which_zone_counts_in_a_country_of_several(
    tmp_path: Path, settings: dict[str, Any], place: str, zone: str, named: str
) -> None:
    reader = make_project(tmp_path, FILES, settings=settings).reader()
    assert zone_at(reader, place, "Europe/Copenhagen") == zone
    shown = local_time(reader, read_when("2026-12-01 10:00/12:00", "da"), zone)
    assert shown == (f"lokal tid i {named}" if named else "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-12-01 10:00/12:00", "kl. 10.00–12.00 (lokal tid i Finland)"),
        ("hver tirsdag 1.–15. december 2026 kl. 10–12", "(lokal tid i Finland)"),
        ("hver tirsdag 1.–15. december 2026", ""),
        ("1. december 2026 kl. 18 – 2. december 2026 kl. 12", "(lokal tid i Finland)"),
        ("1.–2. december 2026", ""),
    ],
)
def test_hours_that_stand_in_the_date_are_not_said_again(tmp_path: Path, written: str, shown: str) -> None:
    reader = make_project(tmp_path, FILES).reader()
    assert hours_shown(reader, read_when(written, "da"), "Europe/Helsinki") == shown


@pytest.mark.parametrize(
    ("place", "address", "zone"),
    [
        ("Bymuseet, Turku, Finland", None, "Europe/Helsinki"),
        ("Bymuseet", "Linnankatu 2, Åbo, Finland", "Europe/Helsinki"),
        ("groenland", "Aqqusinersuaq 2, Nuuk, Grønland", "Europe/Copenhagen"),
        ("by", None, "Europe/Helsinki"),
        ("Torvet 1, 5600 Faaborg", None, "Europe/Copenhagen"),
        (None, None, "Europe/Copenhagen"),
    ],
)
def test_the_country_of_a_place_without_a_record_stands_in_its_address(
    tmp_path: Path, place: str | None, address: str | None, zone: str
) -> None:
    reader = make_project(tmp_path, FILES).reader()
    assert (
        zone_of(
            reader,
            Session(place=LangText(place, "da") if place else None, address=address),
            "Europe/Copenhagen",
        )
        == zone
    )


@pytest.mark.parametrize(
    ("language", "place", "shown"),
    [
        ("da", "oe", "lokal tid på Færøerne"),
        ("sv", "oe", "lokal tid på Färöarna"),
        ("da", "is", "lokal tid på Island"),
        ("sv", "is", "lokal tid på Island"),
        ("sv", "aaland", "lokal tid på Åland"),
        ("sv", "groenland", "lokal tid i Grönland"),
    ],
)
def test_one_is_on_an_island(tmp_path: Path, language: str, place: str, shown: str) -> None:
    reader = make_project(tmp_path, FILES, settings=NUUK).reader(language)
    when = read_when("2026-12-01 10:00/12:00", "da")
    assert local_time(reader, when, zone_at(reader, place, "Europe/Copenhagen")) == shown
