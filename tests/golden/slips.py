"""What is reported of a project of slips: every reference and link wrong in every way, ids twice, circles.

    python -m tests.golden.slips     # after a change that is meant: look at the difference, commit it

The references are read off the models of records, so that a new one is tried as well.
"""

# ruff: noqa: E501, S311 - made-up links and values in plain sight

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from katalog.building.build import prepare
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS
from katalog.settings import read_settings
from tests.good.generator import ANY_DAY, FOLDER, STEM, Maker
from tests.support import SETTINGS, TODAY, TOPICS, record, write_files

REPORT = Path(__file__).parent / "slips.txt"
FREE = ("via", "place", "members")
"""Texts that may be the id of a record."""
BODY = """\
[kurset](../courses/kursus-et.md) [del](../courses/kursus-et.md#del) [ingen del](../courses/kursus-et.md#dele)
[siden](../content/da/side.md) [dens del](../content/da/side.md#om) [ikke der](../content/da/side.md#no)
[ikke her](../content/da/ingen.md) [op](../../op.md) [rod](/rod/) [vært](//vaert.example/a) [her](#her) [#](#)
[ikke](#ikke) [pr%C3%B8ve](../courses/kursus-et.md#pr%C3%B8ve) [web](https://example.org/#a) [intet](https:)
[post](mailto:a@example.org) [tlf](tel:+4533123456) [fil](ftp://example.org/a) [skæv](https://[1/) [sag](Plan.PDF)
[fil](kursus-et/bilag.pdf) [anden](kursus-et/andet.pdf) [med del](kursus-et/bilag.pdf#side=2) [refused](afvist.md)
![web](https://example.org/a.png) ![beside](bilag.png) ![not](intet.png) ![there](kursus-et/bilag.png)
![beside](tegning.svg) ![drawn](links-to/tegning.svg#a) [drawn](links-to/tegning.svg) [script](javascript:a)

<div>raw</div>

## Her
"""


class Bare(Maker):
    """Makes records that state only what they have to."""

    def chance(self, field: Field) -> float:
        return 1.0 if field.name == "language" else 0.0


def reference_fields(model: type[Part], at: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    """Yield the way to each field of a model that refers to a record or may."""
    for field in fields_of(model):
        if field.part:
            yield from reference_fields(field.part, (*at, field))
        elif field.ref or field.name in FREE:
            yield (*at, field)


def report() -> str:
    """Return what is reported of the slips, a line each, and who refers to whom nevertheless."""
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), {"content/topics.yml": TOPICS, **dict(_files())})
        build = prepare(root, read_settings(SETTINGS), TODAY, root / "site")
    catalogue = build.catalogue
    lines = [
        f"{each.path}:{each.position.line}:{each.position.column} {each.code} {each.params}"
        for each in build.problems
    ]
    for id_, links in sorted(catalogue.back_links.items()):
        lines.append(f"{id_} ← {', '.join(f'{each.entry.id} {each.loc}' for each in links)}")
    lines.append(f"{catalogue.drafts} {sorted(catalogue.outdated)} {sorted(catalogue.translations)}")
    return "\n".join(lines) + "\n"


def _files() -> Iterator[tuple[str, str]]:
    for collection in COLLECTIONS:
        for name in ("et", "to", "kladde"):
            data = _bare(collection) | {"title": f"Post {name} af {collection}", "draft": name == "kladde"}
            yield _path(collection, name), _text(data, "Tekst.\n\n## Del\n\n## Prøve")
    numbers = count()
    for collection, model in COLLECTIONS.items():
        for way in reference_fields(model):
            for wrong in _wrong(way[-1]):
                number = next(numbers)
                id_ = f"{STEM[collection]}-slip{number}"
                data = _bare(collection) | {"title": f"Slip {number}"}
                _put(data, way, wrong or id_)
                yield _path(collection, f"slip{number}"), _text(data, f"{number}")
    yield from _circles()
    yield from _links()
    yield from _twice_and_translated()


def _wrong(field: Field) -> list[str]:
    """Return ids that are wrong for a field, and one that is right; the empty one is the record's own."""
    collections = sorted(field.ref.collections) if field.ref else ["libraries", "contacts"]
    if collections == ["topics"]:
        return ["laesning", "laesnin", "helt-andet"]
    own, others = STEM[collections[0]], [STEM[each] for each in COLLECTIONS if each not in collections]
    free = [] if field.ref else ["slet ikke noget id", "Post et", f"{own}_et"]
    return [f"{own}-et", f"{own}-ets", f"{own}-kladde", f"{others[0]}-et", "helt-andet", "afvist", "", *free]


def _bare(collection: str) -> dict[str, Any]:
    maker = Bare(random.Random(1), collection, 0, 0, ANY_DAY)
    return maker.part(COLLECTIONS[collection], 0) | {"language": "da"}


def _put(data: dict[str, Any], way: tuple[Field, ...], value: str) -> None:
    """Set a field, making the parts on the way to it."""
    maker = Bare(random.Random(1), "courses", 0, 0, ANY_DAY)
    *around, last = way
    for field in around:
        made = maker.inner(field, 0, 1)
        part = made if isinstance(made, dict) else {}
        data[field.name] = [part] if field.many else part
        data = part
    data.pop("name" if last.name == "person" else "", None)
    data[last.name] = [value, "laesning"][:1] if last.many else value


def _path(collection: str, name: str) -> str:
    return f"{FOLDER[collection]}/{STEM[collection]}-{name}.md"


def _text(data: dict[str, Any], body: str) -> str:
    return f"---\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False)}---\n\n{body}\n"


def _circles() -> Iterator[tuple[str, str]]:
    """Yield what is part of itself by way of others: two, three, and one that only leads there."""
    for part, whole in {"a": "b", "b": "a", "c": "d", "d": "e", "e": "c", "f": "e", "g": "helt-uden"}.items():
        yield (
            f"projects/ring-{part}.md",
            record(f"Ring {part}", part, kind="project", part_of=f"ring-{whole}"),
        )
        more = {"country": "DK", "kind": "association", "parent": f"krets-{whole}"}
        yield f"content/organisations/krets-{part}.md", record(f"Kreds {part}", f"Kreds {part}", **more)


def _links() -> Iterator[tuple[str, str]]:
    yield "content/da/side.md", "---\ntitle: Side\n---\n\n## Om\n\n[kurset](../../courses/kursus-et.md#no)\n"
    yield "courses/links.md", record("Links", BODY, draft=True)
    yield "courses/links-to.md", record("Links 2", BODY.replace("Her", "Ikke"))
    yield "courses/links-to.sv.md", f"---\ntitle: Länkar\n---\n\n{BODY}"
    yield "courses/links-to/Plan.PDF", "%PDF-1.4\n"
    yield "courses/links-to/tegning.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    yield "courses/kursus-et/bilag.pdf", "%PDF-1.4\n"
    yield "content/news/afvist.md", "---\ntitle: [\n---\n"


def _twice_and_translated() -> Iterator[tuple[str, str]]:
    yield "content/news/bibliotek-to.md", record("To gange", date="2026-01-01")
    yield "courses/kursus-to.sv.md", "---\ntitle: Två\ntranslates: 00000000\n---\n\nText.\n"
    yield "courses/kursus-to.da.md", "---\ntitle: To\n---\n"
    yield "courses/kursus-kladde.sv.md", "---\ntitle: Kladd\n---\n"
    yield "courses/ingen.sv.md", "---\ntitle: Ingen\n---\n"
    yield "content/news/afvist.sv.md", "---\ntitle: Ingen\n---\n"


def write() -> None:
    """Write the report anew."""
    REPORT.write_text(report(), encoding="utf-8")


if __name__ == "__main__":
    write()
