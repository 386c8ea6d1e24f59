"""Records whose values lie at edges: days around today, equal ones, one and none, texts of odd characters.

    python -m tests.golden.edges           # after a change that is meant
    python -m tests.golden.edges FOLDER    # the texts behind the digests, to compare before and after

`generated.py` has every field; here most are left out, so that the rest decides what is shown.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from unittest.mock import patch

import yaml

from katalog.building.build import Build, prepare
from katalog.catalogue.revision import Revision
from katalog.feeds.json_data.published_schemas import published_schemas
from katalog.settings import read_settings
from tests.golden.edge_records import TODAY, EdgeMaker
from tests.golden.generated import output_texts, write_digests
from tests.good.generator import TOPICS, Made, make_records
from tests.support import SETTINGS, write_files

DIGESTS = Path(__file__).parent / "edges.txt"
DEPTH = 1
COUNT, SEED = 120, 11
SMALL = {
    "views.shared.pagination.ROOM": 12,
    "views.shared.event_lists.MOST_EVENTS": 3,
    "views.calendar.page.MOST_AHEAD": 5,
    "views.calendar.page.MOST_LISTED": 9,
    "views.courses.related.CONSIDERED": 4,
    "views.courses.filter_form.MOST_AUDIENCES": 2,
    "views.courses.follower_names.MOST_NAMES": 2,
    "views.my_library.page.MOST_COURSES": 3,
    "views.my_library.page.MOST_DEADLINES": 3,
    "feeds.atom.MOST_ENTRIES": 7,
    "feeds.json_data.files.COURSES_IN_FILE": 6,
    "feeds.sitemap.MOST_PAGES": 300,
}
"""How much there is room for, so that few records are more."""
SETTINGS_HERE = SETTINGS | {
    "languages": [
        {"tag": "sv", "name": "Svenska"},
        {"tag": "en", "name": "English", "path": "en/", "currency": "EUR"},
    ],
    "site_name": {"sv": "Katalogen – kurser & läsning", "en": "The catalogue"},
    "operator": {"name": "Drift & <co>", "email": "drift@example.org", "website": "https://drift.example/"},
    "site_url": "https://katalog.example/kurser/",
    "authority": "ids.example",
    "edit_url": "https://gitlab.example/a/b/-/edit/main/site/",
    "time_zone": "Europe/Stockholm",
    "time_zones": [{"country": "GL", "zone": "America/Nuuk"}],
    "closing_soon_days": "7",
    "kinds": [
        {"id": "studiebesok", "name": {"sv": "Studiebesök", "en": "visit"}},
        {
            "id": "kafe",
            "name": {"sv": "kafé", "en": "café"},
            "the_name": {"sv": "kaféet"},
            "gender": {"sv": "neuter"},
            "session": {"sv": "träff"},
        },
    ],
    "fields": [
        {"id": "tal", "name": {"sv": "Tal", "en": "Number"}, "kind": "number"},
        {"id": "dag", "name": {"sv": "Dag", "en": "Day"}, "kind": "date"},
        {"id": "lank", "name": {"en": "Link", "sv": "Länk"}, "kind": "link", "place": "section"},
        {"id": "ja", "name": {"sv": "Ja?", "en": "Yes?"}, "kind": "yes-no", "records": ["courses", "news"]},
        {"id": "ord", "name": {"sv": "Ord", "en": "Words"}, "place": "section"},
    ],
}
TARGETS = (
    "courses", "libraries", "search", "https://example.org/a", "http://example.org", "mailto:a@example.org",
    "courses/kursus-1.md", "courses/kursus-3.md", "content/sv/prenumerera.md", "content/en/index.md",
    "content/sv/index.md", "content/sv/bild.svg", "courses/kursus-2/bild.svg", "content/contacts/person-1.md",
    "content/nowhere.md", "#hur",
)  # fmt: skip
"""Where a link may lead, and where it may not."""
HAND = {
    "content/sv/index.md": "---\ntitle: Start\n---\n\nVälkommen.\n",
    "content/sv/prenumerera.md": "---\ntitle: Så prenumererar du\npair: subscribe\n---\n\n## Hur\n\nText.\n",
    "content/en/index.md": "---\ntitle: Start\n---\n\nWelcome.\n",
    "content/en/subscribe.md": "---\ntitle: How to subscribe\npair: subscribe\n---\n\nText.\n",
    "content/sv/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
}
FILES_BESIDE = {"bild.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n', "bilaga.pdf": "%PDF-1.4\n"}


def texts(root: Path) -> dict[str, str]:
    """Return the text of each output by its address; `root` is an empty folder."""
    with ExitStack() as small:
        for name, value in SMALL.items():
            small.enter_context(patch(f"katalog.{name}", value))
        build = _build(root)
        links = {"links": "\n".join(_links(build))}
        schemas = {each.address: each.data.decode() for each in published_schemas(build.settings.site_url)}
        return {**dict(output_texts(build, views=True)), **schemas, **links}


def _links(build: Build) -> Iterator[str]:
    """Yield where links of a text or of the settings lead, from a page written by hand and from records."""
    paths = ("content/sv/prenumerera.md", "courses/kursus-0.md", "projects/indsats-1.md")
    for reader in build.readers.values():
        for path, to in product(paths, TARGETS):
            up = "../" * path.count("/")
            links = [reader.link_address(f"{up}{to}{more}", path) for more in ("", "#hur", "?a=1")]
            yield f"{path} {to} {links} {reader.link_address(to, path)}"
        yield from (f"{to} {reader.target(to)}" for to in TARGETS)
        yield f"{reader.hand_page('subscribe')}"


def _build(root: Path) -> Build:
    files = dict(_files())
    topics = [{"id": topic, "name": {"sv": topic.upper()}} for topic in (*TOPICS, "tomt")]
    topics.append({"id": "vard", "name": {"sv": "Vård", "en": "care"}})
    write_files(root, {"content/topics.yml": yaml.safe_dump(topics), **HAND, **files})
    build = prepare(root, read_settings(SETTINGS_HERE), TODAY, root / "site")
    assert not build.errors, build.errors
    build.introductions["sv"] = "<p>Välkommen</p>"
    build.history = {
        path: Revision(number % 3 + 1, datetime(2027, number % 3 + 1, number % 28 + 1, tzinfo=UTC))
        for number, path in enumerate(files)
        if number % 4
    }
    return build


def _files() -> Iterator[tuple[str, str]]:
    for number, made in enumerate(make_records(COUNT, SEED, maker=EdgeMaker)):
        text = made.text()
        yield made.path, text
        for file, content in FILES_BESIDE.items():
            if f"file: {file}" in text:
                yield f"{made.path.removesuffix('.md')}/{file}", content
        if made.data["draft"] == "false" and number % 3 == 0:
            yield from _translation(made, number)


def _translation(made: Made, number: int) -> Iterator[tuple[str, str]]:
    """Yield a translation; of some only the title, of some only the text."""
    other = "en" if made.data["language"] == "sv" else "sv"
    title = "" if made.collection in {"libraries", "organisations", "contacts"} else f"title: T {number}\n"
    body = f"Text {number}.\n" if number % 2 else ""
    if title or body:
        yield (
            made.path.removesuffix(".md") + f".{other}.md",
            f"---\n{title}translates: {number:08}\n---\n\n{body}",
        )


if __name__ == "__main__":
    write_digests(texts, DIGESTS, DEPTH)
