"""Names and digests of memoised values, by which the next build finds them and tells whether they changed."""

from hashlib import blake2b
from typing import Any

from msgspec import json, msgpack

from katalog.schema.annotations import LangText
from katalog.views.reader import Reader


def _plain(value: Any) -> Any:
    """Return what stands for a value: for a record its id, whose content counts where it is read."""
    if isinstance(value, LangText):
        return value.plain, value.lang
    if isinstance(value, str):
        return str(value)
    return value.collection, value.id


_ENCODER = msgpack.Encoder(enc_hook=_plain)


def digest_of(value: object) -> bytes:
    """Return a digest of a value; nothing where it is no data, so that its inputs have to stand for it."""
    try:
        return blake2b(_ENCODER.encode(value), digest_size=12).digest()
    except (TypeError, AttributeError, ValueError):
        return b""


def name_of_value(function: str, language: str, arguments: tuple[Any, ...]) -> str:
    """Return the name of a value, of which `arguments_of` makes its arguments again; nothing for others."""
    written = [_written(each) for each in arguments]
    return "" if None in written else json.encode((function, language, written)).decode()


def _written(argument: Any) -> tuple[str, Any] | None:
    if isinstance(argument, str):
        return "text", str(argument)
    if type(argument) is tuple and all(type(each) in {str, int} for each in argument):
        return "tuple", argument
    if type(argument) is int:
        return "number", argument
    id_ = getattr(argument, "id", None)
    return ("record", id_) if id_ and hasattr(argument, "collection") else None


def parts_of_name(name: str) -> tuple[str, str, list[tuple[str, Any]]]:
    """Return the function, the language and the written arguments of a value's name."""
    return json.decode(name, type=tuple[str, str, list[tuple[str, Any]]])


def arguments_of(reader: Reader, written: list[tuple[str, Any]]) -> list[Any]:
    """Return the arguments in a value's name; a record that is no more is `KeyError`."""
    return [_argument(reader, kind, value) for kind, value in written]


def _argument(reader: Reader, kind: str, value: Any) -> Any:
    if kind == "record":
        return reader.entry(value)
    return tuple(value) if kind == "tuple" else value
