"""The JSON files: one of all courses, one beside every record, and the schemas of both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from katalog.feeds.data import models
from katalog.feeds.data.records import data_of, schema_address
from katalog.feeds.feed import Feed
from katalog.feeds.names import full

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.views.reader import Reader


def json_files(reader: Reader) -> Iterator[Feed]:
    """Yield every record's file, then the one of all courses."""
    courses: list[str] = []
    for entry in reader.catalogue.entries.values():
        data = data_of(reader, entry)
        yield Feed(reader.addresses.record_feed(entry, "json"), _bytes(data))
        if isinstance(data, models.Course):
            courses.append(_text(data.model_copy(update={"html": "", "html_language": "", "schema_": ""})))
    yield Feed(reader.addresses.feed("json"), _all(reader, courses))


def _all(reader: Reader, courses: list[str]) -> bytes:
    """Return the file of all courses, each on a line of its own."""
    whole = models.Courses(
        schema_=schema_address(reader, "courses"),
        title=reader.settings.site_name[reader.language],
        url=full(reader.addresses.section("courses"), reader.settings),
        language=reader.language,
    )
    head = _text(whole).removesuffix("}")
    lines = ",\n".join(courses)
    return f'{head},"courses":[\n{lines}\n]}}\n'.encode()


def _bytes(data: models.Data) -> bytes:
    return f"{_text(data)}\n".encode()


def _text(data: models.Data) -> str:
    """Return compact JSON without what is not stated."""
    return data.model_dump_json(by_alias=True, exclude_defaults=True)


def schemas(site_url: str) -> Iterator[Feed]:
    """Yield the JSON Schema (2020-12) of every kind of file, at `schema/<name>.json`."""
    for name, model in models.OUTPUTS.items():
        address = f"schema/{name}.json"
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{site_url}{address}" if site_url else f"/{address}",
            **model.model_json_schema(by_alias=True),
        }
        yield Feed(address, (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())
