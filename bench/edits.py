"""Random edits of a project, each followed by a build: what is kept must be what a clean build makes.

    python -m bench.edits 500 1        # 500 edits from seed 1, in a copy of the site of the tests

Ends with 1 and the files that differ where a build with its store gives other bytes than one without.
MkDocs' part is left out: the theme's page is a plain one.
"""

import argparse
import random
import re
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from katalog.building.build import Build, prepare
from katalog.building.outputs import Outputs
from katalog.catalogue.revision import Revision
from katalog.html.frame import SLOTS, ThemePage, markers
from katalog.incremental.last_build import LastBuild
from katalog.process_environment import configuration
from katalog.settings.model import Settings

REPOSITORY = Path(__file__).parent.parent
SITE = REPOSITORY / "tests" / "site"
DAY = date(2027, 1, 8)
WORDS = ("Havregryn", "Æbler", "Ångström", "Solsikke", "Kompost", "Øvelse", "Bladlus")
RECORD_FOLDERS = (
    "courses",
    "projects",
    "content/libraries",
    "content/organisations",
    "content/news",
    "content/contacts",
)


class Site:
    """A project that is edited and built again and again, as its editors and its nightly builds do."""

    def __init__(self, root: Path, seed: int, today: date = DAY) -> None:
        """Take the project in `root`, a copy of the tests' site where there is none."""
        if not root.exists():
            shutil.copytree(SITE, root)
        self.root, self.today, self.random = root, today, random.Random(seed)
        self.history: dict[str, Revision] = {}

    def edit(self) -> str:
        """Change one thing; return what."""
        while True:
            kind = self.random.choice([*EDITS])
            before = {path: path.read_bytes() for path in self._files()}
            what = EDITS[kind](self)
            if not what or not self.prepared(self.root).errors:
                return f"{kind}: {what}"
            self._restore(before)

    def _files(self) -> list[Path]:
        return [path for path in self.root.rglob("*") if path.is_file() and not _is_made(path, self.root)]

    def _restore(self, before: dict[Path, bytes]) -> None:
        for path in self._files():
            if path not in before:
                path.unlink()
        for path, data in before.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def prepared(self, root: Path) -> Build:
        """Read and check the project (or a copy of it)."""
        settings = _settings(root)
        build = prepare(root, settings, self.today, root / "site")
        build.history = self.history
        build.last = LastBuild(root, build.site, settings, self.today, self.history)
        for page in build.hand_pages:
            build.hand_texts[page.address] = page.body
            if page.key == "home":
                build.introductions[page.language] = f"<p>{page.body}</p>"
        for language in settings.languages:
            build.theme_pages[language.path] = _theme_page(build.settings.site_name[language.tag])
        return build

    def build(self, root: Path | None = None) -> dict[str, str]:
        """Build the project (or a copy of it) and return the digest of every published file."""
        site = self.write(root)
        return {
            path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in sorted(site.rglob("*"))
            if path.is_file()
        }

    def write(self, root: Path | None = None) -> Path:
        """Build the project (or a copy), unless it is built already, and return its published folder."""
        root = root or self.root
        site = root / "site"
        if LastBuild(root, site, _settings(root), self.today, self.history).published():
            return site
        build = self.prepared(root)
        try:
            outputs = Outputs(build)
            outputs.make()
            build.remember(outputs.publish())
        finally:
            build.clear()
        return site

    def interrupted_build(self) -> None:
        """Build and die before anything is published."""
        build = self.prepared(self.root)
        Outputs(build).make()
        build.clear()

    def clean_build(self) -> dict[str, str]:
        """Build a copy that knows nothing of earlier builds."""
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns(".katalog", "site"))
            return self.build(copy)

    def record(self) -> Path:
        """Return the file of any record."""
        found = [path for folder in RECORD_FOLDERS for path in sorted((self.root / folder).glob("*.md"))]
        return self.random.choice([path for path in found if path.name.count(".") == 1])

    def word(self) -> str:
        """Return any word."""
        return f"{self.random.choice(WORDS)} {self.random.randrange(100)}"


def _settings(root: Path) -> Settings:
    found, problems = configuration(root, "mkdocs.yml", "https://katalog.example/", root / "site")
    assert found, problems
    return found.settings


def _is_made(path: Path, root: Path) -> bool:
    return path.relative_to(root).parts[0] in {".katalog", "site"}


def _theme_page(name: str) -> ThemePage:
    return ThemePage.of(f"<html>{name}{''.join(f'<i>{markers()[slot]}</i>' for slot in SLOTS)}</html>")


def read(path: Path) -> tuple[dict[str, Any], str]:
    """Return the front matter and the text of a record."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def write(path: Path, front: dict[str, Any], body: str) -> str:
    """Write a record; return its name."""
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{text}---\n{body}", encoding="utf-8")
    return path.name


def _title(site: Site) -> str:
    path = site.record()
    front, body = read(path)
    return write(path, front | {"title": site.word()}, body)


def _text(site: Site) -> str:
    path = site.record()
    front, body = read(path)
    return write(path, front, f"{body}\n{site.word()}.\n")


def _field(site: Site) -> str:
    """Change or remove a field of a record, or one of its parts."""
    path = site.record()
    front, body = read(path)
    name = site.random.choice([*front])
    other, _ = read(site.record())
    if name in other and site.random.random() < 0.7:
        front[name] = other[name]
    elif name not in {"title", "language"}:
        del front[name]
    return f"{name} of {write(path, front, body)}"


def _dates(site: Site) -> str:
    path = site.random.choice(sorted((site.root / "courses").glob("proeve-[a-z]*.md")))
    front, body = read(path)
    if "translates" in front:
        return ""
    day = site.today + timedelta(site.random.randrange(-20, 60))
    front["sessions"] = [{"when": day.isoformat()}, {"when": f"{day + timedelta(7)} 10:00/12:00"}]
    front["registration"] = {"closes": (day - timedelta(3)).isoformat(), "via": "tilmelding@example.org"}
    front.pop("runs", None)
    return write(path, front, body)


def _status(site: Site) -> str:
    path = site.random.choice(sorted((site.root / "courses").glob("*.md")))
    front, body = read(path)
    return write(path, front | {"status": site.random.choice(["cancelled", "full", "postponed"])}, body)


def _delete(site: Site) -> str:
    path = site.record()
    for each in path.parent.glob(f"{path.stem}.*"):
        each.unlink()
    return path.name


def _add(site: Site) -> str:
    path = site.record()
    front, body = read(path)
    copy = path.with_name(f"nyt-{site.random.randrange(10_000)}.md")
    return write(copy, front | {"title": site.word()}, body)


def _rename(site: Site) -> str:
    path = site.record()
    name = f"omdoebt-{site.random.randrange(10_000)}"
    front, body = read(path)
    write(path, front | {"redirect_from": [path.stem]}, body)
    for each in path.parent.glob(f"{path.stem}.*"):
        each.rename(each.with_name(each.name.replace(path.stem, name, 1)))
    return name


def _translate(site: Site) -> str:
    path = site.record()
    front, _ = read(path)
    language = "sv" if front.get("language", "da") == "da" else "da"
    target = path.with_name(f"{path.stem}.{language}.md")
    if target.exists() and site.random.random() < 0.5:
        target.unlink()
        return f"no {target.name}"
    return write(target, {"title": site.word()}, f"\n{site.word()}\n")


def _attach(site: Site) -> str:
    path = site.record()
    file = path.with_suffix("") / "ark.txt"
    if file.exists() and site.random.random() < 0.4:
        shutil.rmtree(file.parent)
        return f"no {file.name}"
    file.parent.mkdir(exist_ok=True)
    file.write_text(site.word(), encoding="utf-8")
    front, body = read(path)
    return write(path, front | {"documents": [{"title": "Ark", "file": "ark.txt"}]}, body)


def _attached(site: Site) -> str:
    """Change the content of attachments and nothing of their records."""
    found = sorted(site.root.rglob("ark.txt"))
    for file in found:
        if not _is_made(file, site.root):
            file.write_text(site.word(), encoding="utf-8")
    return f"{len(found)} files"


def _topic(site: Site) -> str:
    path = site.root / "content" / "topics.yml"
    topics = yaml.safe_load(path.read_text(encoding="utf-8"))
    site.random.choice(topics)["name"]["da"] = site.word()
    path.write_text(yaml.safe_dump(topics, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return "a name"


def _topics(site: Site) -> str:
    """Add a topic, remove one, or put them in another order."""
    path = site.root / "content" / "topics.yml"
    topics = yaml.safe_load(path.read_text(encoding="utf-8"))
    what = site.random.choice(["one more", "one less", "another order"])
    if what == "one more":
        topics.append({"id": f"emne-{site.random.randrange(1000)}", "name": {"da": site.word()}})
    elif what == "one less":
        topics.pop(site.random.randrange(len(topics)))
    else:
        site.random.shuffle(topics)
    path.write_text(yaml.safe_dump(topics, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return what


def _setting(site: Site) -> str:
    path = site.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("operator: .*", f"operator: {{name: {site.word()}}}", text), encoding="utf-8")
    return "operator"


def _template(site: Site) -> str:
    path = site.root / "overrides" / "katalog" / "news.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{% extends "engine/news.html" %}}\n{{# {site.word()} #}}', encoding="utf-8")
    return path.name


def _hand_page(site: Site) -> str:
    path = site.root / "content" / "da" / "om.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n{site.word()}\n", encoding="utf-8")
    return path.name


def _front_page(site: Site) -> str:
    path = site.root / "content" / "da" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n{site.word()}\n", encoding="utf-8")
    return path.name


def _day(site: Site) -> str:
    site.today += timedelta(site.random.choice([-30, -1, 1, 1, 1, 7, 40]))
    return site.today.isoformat()


def _revision(site: Site) -> str:
    path = site.record().relative_to(site.root).as_posix()
    number = site.history[path].number + 1 if path in site.history else 1
    site.history = site.history | {path: Revision(number, datetime(2027, 1, number % 28 + 1, tzinfo=UTC))}
    return path


def _killed(site: Site) -> str:
    """Die with what is new in the stores and not in the published folder."""
    what = _title(site)
    site.interrupted_build()
    return f"before the title of {what} was published"


def _damaged(site: Site) -> str:
    """Damage something that builds keep."""
    file = site.random.choice(sorted(path for path in (site.root / ".katalog").iterdir() if path.is_file()))
    data = bytearray(file.read_bytes())
    if data:
        data[site.random.randrange(len(data))] ^= 1
    half = bytes(data[: site.random.randrange(len(data) + 1)])
    file.write_bytes(half if site.random.random() < 0.5 else bytes(data))
    return file.name


def _touched(site: Site) -> str:
    """Change or remove a published file by hand."""
    file = site.random.choice(sorted(path for path in (site.root / "site").rglob("*.*") if path.is_file()))
    if site.random.random() < 0.5:
        file.unlink()
    else:
        file.write_text(site.word(), encoding="utf-8")
    return file.name


EDITS: dict[str, Callable[[Site], str]] = {
    "title": _title,
    "text": _text,
    "field": _field,
    "dates": _dates,
    "status": _status,
    "delete": _delete,
    "add": _add,
    "rename": _rename,
    "translate": _translate,
    "attach": _attach,
    "attached": _attached,
    "topic": _topic,
    "topics": _topics,
    "setting": _setting,
    "template": _template,
    "hand page": _hand_page,
    "front page": _front_page,
    "day": _day,
    "revision": _revision,
    "killed": _killed,
    "damaged": _damaged,
    "touched": _touched,
}


def differences(
    site: Site, edits: int, note: Callable[[str], None] = print, *, compared: int = 1
) -> list[str]:
    """Edit and build so many times; return what differs from a clean build where it first does.

    Every build is compared, or one of so many.
    """
    site.build()
    for number in range(1, edits + 1):
        done = [site.edit() for _ in range(site.random.choice([1, 1, 1, 2, 4]))]
        note(f"{number} {'; '.join(done)}")
        kept = site.build()
        clean = site.clean_build() if number % compared == 0 else kept
        if kept != clean:
            names = sorted(name for name in kept.keys() | clean.keys() if kept.get(name) != clean.get(name))
            return [f"after edit {number} ({'; '.join(done)}):", *names]
    return []


def main() -> int:
    """Try edits as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("edits", type=int, nargs="?", default=100)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = differences(Site(Path(folder) / "project", options.seed), options.edits)
    print("\n".join(found) or f"{options.edits} edits, 0 differences")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
