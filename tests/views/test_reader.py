"""Where a setting of the site leads."""

from pathlib import Path

import pytest

from katalog.views.reader import Link
from tests.support import make_project, record

PROJECT = {"courses/a.md": record("Kursus A")}


@pytest.mark.parametrize("address", ["https://andet.example/", "http://andet.example/"])
def test_an_address_elsewhere_leads_there(address: str, tmp_path: Path) -> None:
    assert make_project(tmp_path, PROJECT).reader().target(address) == Link(address, address)


@pytest.mark.parametrize(
    ("to", "address"),
    [
        ("courses", "kurser/"),
        ("courses/a.md", "kurser/a/"),
        ("topics/laesning", "emner/laesning/"),
        ("topics/ukendt", None),
        ("ukendt", None),
    ],
)
def test_a_section_and_a_record_lead_to_their_pages(to: str, address: str | None, tmp_path: Path) -> None:
    found = make_project(tmp_path, PROJECT).reader().target(to)
    assert (found and found.address) == address
