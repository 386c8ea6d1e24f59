"""Kinds of course that a site adds, with their words in its languages."""

from __future__ import annotations

from typing import Annotated

from katalog.schema.annotations import Scalar
from katalog.schema.reading import reader_of_choice, reader_of_mapping
from katalog.schema.record_parts import Part
from katalog.schema.value_types import Id
from katalog.settings.values import Names

GENDERS = ("common", "neuter", "plural")
"""How words agree with a noun; languages without genders use the first and the last."""

_GENDERS = Scalar(
    reader_of_mapping(reader_of_choice(GENDERS)),
    {"type": "object", "additionalProperties": {"enum": list(GENDERS)}, "minProperties": 1},
)


class OwnKind(Part, frozen=True, kw_only=True):
    """A kind of course: what it is called, `the_name` with its article, and one of its sessions.

    `gender` says in each language how words agree with the name; where it or `the_name` is absent,
    sentences speak of "the event".
    """

    id: Id
    name: Names
    the_name: Names | None = None
    gender: Annotated[dict[str, str], _GENDERS] | None = None
    session: Names | None = None
