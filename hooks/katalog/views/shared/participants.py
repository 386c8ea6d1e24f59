"""How many may take part, in words."""

from katalog.schema.course_parts import Participants
from katalog.views.reader import Reader


def participants_shown(reader: Reader, wanted: Participants | None) -> str:
    """Return how many may take part: `højst 20 deltagere`, `8–20 deltagere`; empty without an upper limit."""
    if wanted is None or not wanted.max:
        return ""
    if wanted.min == wanted.max:
        return reader.phrases.count("participants.exactly", wanted.max)
    if wanted.min:
        return reader.phrases("participants.between", min=wanted.min, max=wanted.max)
    return reader.phrases.count("participants.at-most", wanted.max)


def minimum_shown(reader: Reader, wanted: Participants | None) -> str:
    """Return how many there must be: `gennemføres ved mindst 8 deltagere`; empty where none is said."""
    return reader.phrases.count("participants.runs-from", wanted.min) if wanted and wanted.min else ""
