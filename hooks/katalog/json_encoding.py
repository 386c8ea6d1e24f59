"""JSON as compact as can be, of structs, mappings and lists."""

from operator import attrgetter

from msgspec.json import Encoder

_ENCODER = Encoder(enc_hook=attrgetter("plain"))  # texts that know their language are text; nothing else is


def json_bytes(data: object) -> bytes:
    """Return JSON; what is neither data nor text is a bug (`AttributeError`)."""
    return _ENCODER.encode(data)
