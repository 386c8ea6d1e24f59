"""A site in which some record chooses each value of every field of fixed values, and each word that counts.

    python -m tests.golden.choices           # after a change that is meant
    python -m tests.golden.choices FOLDER    # the texts behind the digests, to compare before and after

The values are read off the models of records, so that a new one is shown as well.
"""

from datetime import date
from pathlib import Path
from typing import Any

from katalog.building.build import prepare
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Part
from katalog.settings import read_settings
from tests.golden.generated import output_texts, write_digests
from tests.good.generator import Maker, make_records
from tests.support import SETTINGS, TOPICS, write_files

DIGESTS = Path(__file__).parent / "choices.txt"
DEPTH = 1
TODAY = date(2027, 3, 31)
KINDS_OF_RECORDS, MOST_VALUES = 6, 17
DATES = (date(2027, 4, 20), 1)
WORDS = {
    "level": ("introductory", "intermediate", "advanced", "for alle"),
    "place": ("online", "Online", "Salen", "Biblioteket", "Aulaen"),
    "pace": ("25 %", "100%", "50", "halvtid"),
    "pause": ("true", "false"),
    "language": ("da",),
    "draft": ("false",),
}
"""What is no choice, but has words of its own."""
NOW_AND_THEN = {"status", "availability", "withdrawn"}
"""What hides other values: only every other record has it."""


class Chooser(Maker):
    """Makes records of which the first has the first value of each field, the second the second …"""

    def chance(self, field: Field) -> float:
        if field.name in NOW_AND_THEN and self.number % 2:
            return 0.0
        return 1.0 if field.name in {*WORDS, "when", "title"} or _chooses(field) else 0.0

    def many(self, model: type[Part], field: Field, depth: int) -> list[Any]:
        made = self.one(model, field, depth, 0)
        return [] if made is None else [made]

    def one(self, model: type[Part], field: Field, depth: int, position: int) -> Any:
        if values := WORDS.get(field.name) or field.choices:
            return values[(self.number // 2 if field.name in NOW_AND_THEN else self.number) % len(values)]
        return super().one(model, field, depth, position)

    def field_title(self, _: int) -> str:
        return f"Titel {self.number}"

    field_name = field_title

    def session_date(self, _: int) -> str:
        return f"2027-05-{self.number + 1:02}"


def _chooses(field: Field) -> bool:
    """Return whether a field has a choice of values, or a part of it has."""
    return bool(field.choices) or any(
        _chooses(each) for each in (fields_of(field.part) if field.part else ())
    )


def texts(root: Path) -> dict[str, str]:
    """Return the text of each output by its address; `root` is an empty folder."""
    count = KINDS_OF_RECORDS * MOST_VALUES
    files = {made.path: made.text() for made in make_records(count, 3, DATES, Chooser)}
    write_files(root, {"content/topics.yml": TOPICS, **files})
    build = prepare(root, read_settings(SETTINGS), TODAY, root / "site")
    assert not build.errors, build.errors
    return dict(output_texts(build, views=True))


if __name__ == "__main__":
    write_digests(texts, DIGESTS, DEPTH)
