"""JSON as compact as can be, of structs, mappings and lists."""

from __future__ import annotations

from msgspec.json import Encoder

_ENCODER = Encoder(enc_hook=str.__str__)  # texts that know their language are text; nothing else is


def json_bytes(data: object) -> bytes:
    """Return JSON; what is neither data nor text is a bug (`TypeError`)."""
    return _ENCODER.encode(data)
