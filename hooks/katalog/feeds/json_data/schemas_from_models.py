"""JSON Schemas as they are published: made by `katalog schema`, and by no build."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from katalog.feeds.feed import Feed
from katalog.feeds.json_data import models, part_models
from katalog.json_encoding import json_bytes
from katalog.schema.json_schema import DIALECT, json_schemas


def schemas_from_models(site_url: str) -> Iterator[Feed]:
    """Yield the JSON Schema (2020-12) of every kind of file at `schema/<name>.json`.

    Those of the records editors write, explained in English, are at `schema/record/<name>.json`.
    """
    for name, model in models.OUTPUTS.items():
        yield _schema(f"schema/{name}.json", site_url, _schema_of(model))
    for name, schema in json_schemas("en").items():
        yield _schema(f"schema/record/{name}.json", site_url, schema)


def _schema_of(model: type[part_models.Data]) -> dict[str, Any]:
    _, parts = msgspec.json.schema_components([model], ref_template="#/$defs/{name}")
    return {"$defs": parts, **parts.pop(model.__name__)}


def _schema(address: str, site_url: str, schema: Mapping[str, Any]) -> Feed:
    named = {"$schema": DIALECT, "$id": f"{site_url}{address}" if site_url else f"/{address}", **schema}
    return Feed(address, msgspec.json.format(json_bytes(named), indent=1) + b"\n")
