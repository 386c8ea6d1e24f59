"""Old addresses of the settings: a page at each that leads on, in the language it lies in."""

import re
from pathlib import Path

import pytest

from katalog.html.redirects import redirects
from tests.support import make_project, record

FILES = {
    "courses/et.md": record("Et »kursus« & mere", redirect_from=["foer"]),
    "content/da/om.md": "---\ntitle: Om\npair: about\n---\n\nTekst.\n",
    "content/sv/om-oss.md": "---\ntitle: Om oss\npair: about\n---\n\nText.\n",
}


@pytest.mark.parametrize(
    ("old", "to", "language", "expected"),
    [
        ("gammelt/", "courses/et.md", "da", "../kurser/et/"),
        ("sv/gammalt/", "courses/et.md", "sv", "../kurser/et/"),
        ("kurser/2019/a.html", "courses/et.md", "da", "../et/"),
        ("a.html", "courses", "da", "kurser/"),
        ("sv/a.html", "content/da/om.md", "sv", "om-oss/"),
        ("b/", "https://bibliotek.example/?a=1&b=2", "da", "https://bibliotek.example/?a=1&amp;b=2"),
    ],
)
def test_an_old_address_leads_on(tmp_path: Path, old: str, to: str, language: str, expected: str) -> None:
    made = make_project(tmp_path, FILES, settings={"redirects": [{"old": old, "to": to}]})
    pages = {address: data.decode() for address, data in redirects(made.build.readers)}
    assert set(pages) == {"kurser/foer/", "sv/kurser/foer/", old}
    assert set(re.findall(r'(?:href|content)="(?:0; url=)?([^"]+)"', pages[old])) == {expected, "noindex"}
    assert f'<html lang="{language}">' in pages[old]


def test_a_moved_section_leads_on_in_its_language(tmp_path: Path) -> None:
    moves = [{"old": "hold/*", "to": "courses"}, {"old": "sv/grupper/*", "to": "courses"}]
    made = make_project(tmp_path, FILES, settings={"redirects": moves})
    da, sv = (made.build.readers[each].addresses for each in ("da", "sv"))
    assert da.before("kurser/et/") == ["hold/et/"]
    assert da.before("kurser.ics") == ["hold.ics"]
    assert da.before("kurser/") == ["hold/"]
    assert da.before("kurserne/") == da.before("emner/") == []
    assert sv.before("sv/kurser/et/") == ["sv/grupper/et/"]
    assert [*dict(redirects(made.build.readers))] == [
        "kurser/foer/",
        "hold/foer/",
        "sv/kurser/foer/",
        "sv/grupper/foer/",
    ]
