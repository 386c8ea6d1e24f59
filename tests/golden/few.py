"""Sites of few records: none, one of each kind that says no more than it must, all past, all far ahead.

python -m tests.golden.few           # after a change that is meant
python -m tests.golden.few FOLDER    # the texts behind the digests, to compare before and after
"""

from datetime import date
from pathlib import Path
from typing import Any

from katalog.building.build import prepare
from katalog.settings import read_settings
from tests.golden.generated import output_texts, write_digests
from tests.support import SETTINGS, record, write_files

DIGESTS = Path(__file__).parent / "few.txt"
DEPTH = 1
TODAY = date(2026, 12, 31)
ONE = {
    "courses/kursus.md": record("Kursus"),
    "projects/projekt.md": record("Projekt", kind="network"),
    "content/libraries/bibliotek.md": record("Bibliotek", kind="public", country="DK"),
    "content/organisations/forening.md": record("Forening", kind="other", country="SE"),
    "content/contacts/person.md": record("Person", show_until="2026-12-31"),
    "content/news/nyt.md": record("Nyt", date="2026-12-31"),
}
SECTIONS = {
    "sections": ["courses", {"section": "news", "name": {"da": "Aktuelt"}}, "topics"],
    "languages": [{"tag": "da", "name": "Dansk"}, {"tag": "nb", "name": "Norsk", "path": "nb/"}],
    "site_name": {"da": "Få", "nb": "Få og små kurs og alt annet som ellers står i en katalog"},
    "edit_url": "https://forgejo.example/a/b/_edit/main/",
    "site_url": "http://localhost:8000/",
    "fields": [],
}
PAST = {
    f"courses/kursus-{month}.md": record(f"Kursus {month}", sessions=[f"2026-{month:02}-07"])
    for month in range(1, 10)
}
FAR = {
    f"courses/kursus-{year}.md": record(f"Kursus {year}", sessions=[f"{year}-06-07 10:00/12:00"])
    for year in range(2027, 2031)
}
LONG = {
    f"courses/kursus-{number}.md": record(f"Kursus {number}", sessions=[when])
    for number, when in enumerate(("2029-03-05/2029-05-07", "2030-03-04/2030-05-05"))
}
"""In ten weeks, and in nine."""
JOBS = {
    path: text
    for number, job in enumerate(("E-bogsansvarlig", "IT-konsulent", "Skribent", "X", "ph.d."))
    for path, text in {
        f"content/contacts/person-{number}.md": record(f"Person {number}", role=job, show_until="2030-01-01"),
        f"content/news/nyt-{number}.md": record(
            f"Nyt {number}", date="2026-12-01", author=f"person-{number}"
        ),
    }.items()
}
SITES: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "none": ({}, {}),
    "one": (ONE, {"edit_url": None}),
    "past": (PAST, {}),
    "far": (FAR, {}),
    "long": (LONG, {}),
    "jobs": (JOBS, {}),
    "sections": ({path: ONE[path] for path in ("courses/kursus.md", "content/news/nyt.md")}, SECTIONS),
}


def texts(root: Path) -> dict[str, str]:
    """Return the text of each output of each site by its address; `root` is an empty folder."""
    found: dict[str, str] = {}
    for name, (files, settings) in SITES.items():
        folder = write_files(root / name, files)
        given = {key: each for key, each in (SETTINGS | settings).items() if each is not None}
        build = prepare(folder, read_settings(given), TODAY, folder / "site")
        assert not build.errors, build.errors
        made = output_texts(build, views=True)
        found |= {f"{name} {address}": text for address, text in made}
    return found


if __name__ == "__main__":
    write_digests(texts, DIGESTS, DEPTH)
