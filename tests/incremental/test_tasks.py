"""Which outputs a build makes again: those that were made of what has changed, and no others."""

from pathlib import Path

import pytest
import yaml

from bench.edits import Site, read, write
from katalog.incremental.inputs import RECORD_KINDS, Inputs
from katalog.read_tracking import Input, recording


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("kept") / "project", 1)
    site.build()
    return site


def made_after(site: Site) -> set[str]:
    """Build, and return the addresses of the pages of records that were made, by their sections and names."""
    before = stamps(site.root / "site")
    site.build()
    after = stamps(site.root / "site")
    return {name for name in after if after[name] != before.get(name)}


def stamps(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_nothing_has_changed(site: Site) -> None:
    assert made_after(site) == set()


def test_a_text_is_on_its_own_page(site: Site) -> None:
    path = site.root / "courses" / "proeve-dyrt.md"
    front, body = read(path)
    write(path, front, f"{body}\nEn linje mere.\n")
    made = made_after(site)
    assert "kurser/proeve-dyrt/index.html" in made
    assert "kurser/proeve-dyrt.json" in made
    others = {name for name in made if not name.startswith("search-index/") and "proeve-dyrt" not in name}
    assert others <= {"sitemap.xml"}


def test_that_a_translation_is_older_counts_where_it_is_said(site: Site) -> None:
    before = site.prepared(site.root).inputs
    path = site.root / "courses" / "proeve-aaben.md"
    front, body = read(path)
    write(path, front, f"{body}\nEn linje mere.\n")
    after = site.prepared(site.root).inputs
    changed = {kind for kind in RECORD_KINDS if _differs((kind, "proeve-aaben"), before, after)}
    assert changed == {"outdated", "text"}
    assert "sv/kurser/proeve-aaben/index.html" in made_after(site)


@pytest.mark.parametrize(
    ("field", "kind"), [("outdated", "outdated"), ("body", "text"), ("record", "record")]
)
def test_what_is_read_of_a_record_is_noted_apart(site: Site, field: str, kind: str) -> None:
    reader = site.prepared(site.root).readers["sv"]
    localised = reader.localised(reader.entry("proeve-aaben"))
    with recording() as reads:
        getattr(localised, field)
    assert reads.inputs == {(kind, "proeve-aaben")}


def _differs(read: Input, before: Inputs, after: Inputs) -> bool:
    return before.digest(read) != after.digest(read)


def test_a_title_is_where_the_course_is_listed(site: Site) -> None:
    path = site.root / "courses" / "proeve-forbi.md"
    front, body = read(path)
    write(path, front | {"title": "Et helt andet navn"}, body)
    made = made_after(site)
    assert {"kurser/proeve-forbi/index.html", "kurser/index.html", "a-til-aa/index.html"} <= made
    assert "kontakt/person-44/index.html" not in made
    assert "kurser/proeve-uden-dato.json" not in made


def test_a_translation_counts_as_part_of_its_record(site: Site) -> None:
    path = min((site.root / "courses").glob("*.sv.md"))
    page, text = f"sv/kurser/{path.name.partition('.')[0]}/index.html", path.read_bytes()
    front, body = read(path)
    write(path, front | {"title": "Något annat"}, body)
    assert page in made_after(site)
    path.unlink()
    assert page in made_after(site)
    path.write_bytes(text)
    assert page in made_after(site)


def test_a_new_course_is_on_the_pages_of_whoever_it_names(site: Site) -> None:
    front, body = read(site.root / "courses" / "proeve-aaben.md")
    contacts = [{"person": "person-30", "role": "registration"}]
    write(site.root / "courses" / "proeve-ny.md", front | {"title": "Helt nyt", "contacts": contacts}, body)
    assert {"kontakt/person-30/index.html", "kurser/proeve-ny/index.html"} <= made_after(site)


def test_a_page_outlives_the_day_until_something_on_it_turns(site: Site) -> None:
    for path in (site.root / "courses").glob("proeve-*.md"):
        if path.name not in {"proeve-laengst-forbi.md", "proeve-laengst-forbi.sv.md"}:
            path.unlink()
    site.build()
    site.today = site.today.replace(day=site.today.day + 1)
    assert not {name for name in made_after(site) if name.startswith("kurser/proeve-laengst-forbi")}


def test_the_name_of_a_topic_is_where_the_topic_is_named(site: Site) -> None:
    path = site.root / "content" / "topics.yml"
    topics = yaml.safe_load(path.read_text(encoding="utf-8"))
    topics.append({"id": "helt-nyt", "name": {"da": "Helt nyt"}})
    path.write_text(yaml.safe_dump(topics, allow_unicode=True), encoding="utf-8")
    site.build()
    topics[-1]["name"]["da"] = "Omdøbt"
    path.write_text(yaml.safe_dump(topics, allow_unicode=True), encoding="utf-8")
    made = made_after(site)
    assert {"emner/index.html", "emner/helt-nyt/index.html", "a-til-aa/index.html"} <= made
    assert not {name for name in made if name.startswith(("kurser/", "kalender/", "projekter/"))}
