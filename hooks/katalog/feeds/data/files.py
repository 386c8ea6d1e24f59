"""The JSON files: one of all courses, one beside every record, and the schemas of both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from katalog.feeds.data import models
from katalog.feeds.data.records import schema_address
from katalog.feeds.feed import Feed
from katalog.feeds.names import full
from katalog.schema.json_schema import DIALECT, json_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from katalog.views.reader import Reader


class JsonFiles:
    """The JSON files of one language, written while its pages are made: both say the same of a record."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._courses: dict[str, str] = {}

    def record(self, data: models.Record) -> Feed:
        """Return the file beside a record."""
        if isinstance(data, models.Course):
            short = data.model_copy(update={"html": "", "html_language": "", "schema_": ""})
            self._courses[data.id] = _text(short)
        entry = self._reader.entry(data.id)
        return Feed(self._reader.addresses.record_feed(entry, "json"), _bytes(data))

    def courses(self) -> Feed:
        """Return the file of all courses given to `record`, each on a line of its own."""
        reader = self._reader
        whole = models.Courses(
            schema_=schema_address(reader, "courses"),
            title=reader.settings.site_name[reader.language],
            url=full(reader.addresses.section("courses"), reader.settings),
            language=reader.language,
        )
        head = _text(whole).removesuffix("}")
        lines = ",\n".join(text for _, text in sorted(self._courses.items()))
        return Feed(reader.addresses.feed("json"), f'{head},"courses":[\n{lines}\n]}}\n'.encode())


def _bytes(data: models.Data) -> bytes:
    return f"{_text(data)}\n".encode()


def _text(data: models.Data) -> str:
    """Return compact JSON without what is not stated."""
    return data.model_dump_json(by_alias=True, exclude_defaults=True)


def schemas(site_url: str) -> Iterator[Feed]:
    """Yield the JSON Schema (2020-12) of every kind of file at `schema/<name>.json`.

    Those of the records editors write, explained in English, are at `schema/record/<name>.json`.
    """
    for name, model in models.OUTPUTS.items():
        yield _schema(f"schema/{name}.json", site_url, model.model_json_schema(by_alias=True))
    for name, schema in json_schemas("en").items():
        yield _schema(f"schema/record/{name}.json", site_url, schema)


def _schema(address: str, site_url: str, schema: Mapping[str, Any]) -> Feed:
    named = {"$schema": DIALECT, "$id": f"{site_url}{address}" if site_url else f"/{address}", **schema}
    return Feed(address, (json.dumps(named, ensure_ascii=False, indent=1) + "\n").encode())
