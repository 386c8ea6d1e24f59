"""More of everything than there is room for, in small records with dates of every precision around today.

    python -m tests.golden.many           # after a change that is meant
    python -m tests.golden.many FOLDER    # the texts behind the digests, to compare before and after

Nothing is drawn from a seed: each course has one combination of date, deadline, status and price, so that no
other value hides what that one does.
"""

# ruff: noqa: E501 - forms of dates in plain sight

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from katalog.building.build import prepare
from katalog.settings import read_settings
from katalog.when.reading import read_when
from tests.golden.generated import output_texts, write_digests
from tests.support import SETTINGS, TOPICS, record, write_files

DIGESTS = Path(__file__).parent / "many.txt"
DEPTH = 1
TODAY = date(2028, 2, 29)
"""A leap day."""
AWAY = (-800, -61, -1, 0, 1, 15, 95, 400)
"""How many days from today things are."""
WHENS = (
    "{day}", "{day} 09:00/16:00", "{day} 13:00", "{day}/{later}", "{day} 10:00/{later} 12:00", "{day:%G-W%V}",
    "{day:%G-W%V}/{later:%G-W%V}", "{day:%Y-%m}", "{day:%Y-%m}/{later:%Y-%m}", "{day:%Y-%m}-21/{day:%Y-%m}-28~",
    "{day:%Y}-Q{quarter}", "{day:%Y}-{season}", "{day:%Y}-{term}", "{day:%Y}", "{day:%Y}/{later:%Y}", "{day}~", "{day}/..",
    "{day}/{later} 10:00/12:00 RRULE:FREQ=WEEKLY;BYDAY=MO,TH",
)  # fmt: skip
CLOSES = (None, None, -30, 0, 0, 1, 2, 14, 15, 60)
STATUS = (None,) * 7 + ("full", "cancelled", "postponed", None)
PRICES: tuple[list[str], ...] = (
    [],
    ["gratis"],
    ["500 DKK"],
    ["501 DKK"],
    ["100 EUR", "900 DKK"],
    ["20000 DKK"],
)
LONGEST = "2027-05-02/2028-05-01"
"""From a Sunday to a Monday: in as many weeks as a meeting may be."""
LIBRARIES, ALIASES = 27, 290
HERE = {
    "languages": [{"tag": "da", "name": "Dansk"}],
    "site_name": {"da": "Mange"},
    "site_url": "",
    "edit_url": "https://github.example/a/b/edit/main",
    "fields": [],
}


def texts(root: Path) -> dict[str, str]:
    """Return the text of each output by its address; `root` is an empty folder."""
    write_files(root, {"content/topics.yml": TOPICS, **dict(_files())})
    build = prepare(root, read_settings(SETTINGS | HERE), TODAY, root / "site")
    assert not build.errors, build.errors
    return dict(output_texts(build, views=True))


def _files() -> Iterator[tuple[str, str]]:
    for number, (away, form) in enumerate(product(AWAY, WHENS)):
        yield f"courses/kursus-{number:03}.md", record(f"Kursus {number}", **_course(number, away, form))
    for number in range(LIBRARIES):
        yield f"content/libraries/bibliotek-{number:02}.md", record(f"Bibliotek {number}", **_library(number))
    names = [f"Navn {number}" for number in range(ALIASES)]
    more = {"country": "DK", "kind": "other", "aliases": names}
    yield "content/organisations/navnerig.md", record("Navnerig", **more)
    for number in range(14):
        yield f"projects/projekt-{number:02}.md", record(f"Projekt {number}", **_project(number))
        more = {"organisation": "bibliotek-00"} if number < 7 else {}
        show = {"email": f"p{number}@example.org"} if number != 1 else {"phone": "+4533123456"}
        person = record(f"Person {number}", **show, **more, show_until=str(TODAY + timedelta(number - 3)))
        yield f"content/contacts/person-{number:02}.md", person
        news = {"date": str(TODAY - timedelta((367, 366, 365, 0)[number % 4])), "about": ["projekt-00"]}
        yield f"content/news/nyt-{number:02}.md", record(f"Nyt {number}", **news)


def shown(form: str, away: int) -> str:
    """Return a date of a form, so many days from today."""
    day = TODAY + timedelta(away)
    quarter = (day.month + 2) // 3
    season, term = 20 + (day.month % 12 // 3 or 4), 40 if day.month < 7 else 41
    later = day + timedelta(100 + away % 2)
    return form.format(day=day, later=later, quarter=quarter, season=season, term=term)


def _course(number: int, away: int, form: str) -> dict[str, Any]:
    made: dict[str, Any] = {"sessions": [{"when": shown(form, away)}], "topics": ["laesning"]}
    made["organiser"] = f"bibliotek-{number % 3:02}"
    closes = CLOSES[number % len(CLOSES)]
    if closes is not None:
        first = min(TODAY + timedelta(closes), read_when(shown(form, away), "da").earliest)
        made["registration"] = {"closes": str(first), "via": "https://example.org/"}
    if status := STATUS[number % len(STATUS)]:
        made["status"] = status
    made["price"] = PRICES[number % len(PRICES)]
    made["audience"] = f"Målgruppe {number % 13}"
    made["contacts"] = [f"person-{number % 14:02}"]
    if number % 4 == 0:
        made["initiative"] = f"projekt-{number % 7:02}"
    elif number % 2:
        made["initiative"] = "projekt-06"
    return made


def _library(number: int) -> dict[str, Any]:
    """Return a library; they lie on a grid from the Faroes to Finland."""
    where = {
        "lat": f"{54.6 + number // 3 * 1.9:.1f}",
        "lon": f"{(8.2, 12.6, 17.5)[number % 3] + number / 9:.1f}",
    }
    return {
        "kind": "public",
        "country": ("DK", "SE")[number % 2],
        "location": where,
        "region": f"Egn {number % 5}",
    }


def _project(number: int) -> dict[str, Any]:
    """Return a project; so many libraries follow each as it has room for their names, or one more."""
    followers = [{f"bibliotek-{each:02}": each + 1} for each in range((7, 8, 9, 12, 13, 1, 0)[number % 7])]
    away = AWAY[number % len(AWAY)]
    made: dict[str, Any] = {"kind": ("project", "national-initiative")[number // 7], "followers": followers}
    if number != 3:
        made["period"] = shown(WHENS[number], away)
    if number == 4:
        made["meetings"] = [{"when": LONGEST}]
    return made


if __name__ == "__main__":
    write_digests(texts, DIGESTS, DEPTH)
