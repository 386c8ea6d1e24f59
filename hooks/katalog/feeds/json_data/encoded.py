"""A record's data as JSON: made once for its page and both files that hold it, kept for the next build."""

from functools import cache
from html import escape
from typing import cast

from msgspec import json, structs

from katalog.feeds.full_addresses import absolute_url
from katalog.feeds.json_data import models
from katalog.feeds.json_data.records import data_of
from katalog.json_encoding import json_bytes
from katalog.markdown import Link as TextLink
from katalog.schema.entries import Entry
from katalog.views.memo import memoise_across_builds
from katalog.views.reader import Reader


@memoise_across_builds(bytes)
def encoded(reader: Reader, entry: Entry) -> bytes:
    """Return a record's data without its text, in much less memory than what it is made of."""
    return json_bytes(data_of(reader, entry))


def decoded(reader: Reader, entry: Entry) -> models.Record:
    """Return a record's data without its text."""
    return _decoder(entry.collection).decode(encoded(reader, entry))


def with_text(reader: Reader, entry: Entry) -> models.Record:
    """Return all of a record's data, with the links of its text in full."""
    parts = [
        escape(absolute_url(part.url, reader.settings)) if isinstance(part, TextLink) else part
        for part in reader.text(reader.localised(entry))
    ]
    return structs.replace(decoded(reader, entry), html="".join(parts))


@cache
def _decoder(collection: str) -> json.Decoder[models.Record]:
    return json.Decoder(cast("type[models.Record]", models.OUTPUTS[models.SCHEMA_OF[collection]]))
