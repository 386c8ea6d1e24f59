"""What the site of fictional records says, as text: a change of anything a reader or program sees shows here.

    python -m tests.golden.outputs     # after a change that is meant: look at the difference, commit it

Left out is what only repeats: people whom nothing names, the calendar in further languages, and of calendar
files all but what each event is, when and where.  Their forms have tests of their own.
"""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from katalog.building.build import prepare
from katalog.process_environment import configuration
from tests.support import REPOSITORY, TODAY, Made, all_feeds

HERE = Path(__file__).parent
FILES = ("pages.da.txt", "pages.sv.txt", "feeds.da.txt")
REPEATED = re.compile(r"(?:sv/)?kontakt/person-|sv/kalender/|kurser\.json|assets/schema/")
IN_LINE = frozenset(
    ["a", "abbr", "b", "bdi", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time"]
)
SHOWN = ("href", "datetime", "value", "hidden", "open", "aria-label", "title")
CALENDAR = re.compile(r"(?:SUMMARY|DTSTART|DTEND|RRULE|LOCATION|STATUS)[:;]")


def outputs(site: Path) -> dict[str, str]:
    """Return the text of each golden file; `site` is an empty folder, in which the records are put."""
    shutil.copytree(REPOSITORY / "tests/site", site, dirs_exist_ok=True)
    found, _ = configuration(site)
    assert found
    build = prepare(site, found.settings, TODAY, site / "site")
    made = Made(build)
    pages = {address: as_text(made.html(address)) for address in made.pages if not REPEATED.match(address)}
    swedish = {address: text for address, text in pages.items() if address.startswith("sv/")}
    danish = {address: text for address, text in pages.items() if address not in swedish}
    feeds = {feed.address: feed.data.decode() for feed in all_feeds(build.readers["da"])}
    read = {
        address: _readable(address, text) for address, text in feeds.items() if not REPEATED.match(address)
    }
    return dict(zip(FILES, map(_file, (danish, swedish, read)), strict=True))


def _file(texts: dict[str, str]) -> str:
    return "\n".join(f"# {address or 'index'}\n{texts[address]}" for address in sorted(texts))


def _readable(address: str, text: str) -> str:
    if not address.endswith(".ics"):
        return text.replace('","', '",\n"').strip() + "\n"
    lines = text.replace("\r\n ", "").split("\r\n")
    events = lines[next((at for at, line in enumerate(lines) if line == "BEGIN:VEVENT"), len(lines)) :]
    return "".join(f"{line}\n" for line in events if CALENDAR.match(line))


def as_text(html: str) -> str:
    """Return what a page's HTML says, a line for each block, with the attributes that readers depend on."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(f"{line}\n" for line in parser.lines())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = [f"{name}={value}" for name, value in attrs if name in SHOWN or name.startswith("data-")]
        self._parts.append(("" if tag in IN_LINE else "\n") + "".join(f"⟨{each}⟩" for each in shown))

    def handle_endtag(self, tag: str) -> None:
        self._parts.append("" if tag in IN_LINE else "\n")

    def handle_data(self, data: str) -> None:
        self._parts.append(re.sub(r"\s+", " ", data))

    def lines(self) -> Iterator[str]:
        """Yield the lines that are not empty."""
        yield from filter(None, map(str.strip, "".join(self._parts).split("\n")))


def write() -> None:
    """Write the texts anew."""
    with TemporaryDirectory() as folder:
        for name, text in outputs(Path(folder)).items():
            (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
