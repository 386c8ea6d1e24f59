"""Good records of every kind, made up from a seed: what editors and form editors may write.

A record of one kind refers to others by their numbers, so any count of them is a whole project.
"""

# ruff: noqa: E501, S311, SIM905 - made-up values from a seed, in plain sight

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml
from babel.dates import format_date

from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS

FOLDER = {collection: folder for folder, collection in RECORD_FOLDERS.items()}
STEM = {"courses": "kursus", "projects": "indsats", "libraries": "bibliotek", "organisations": "forening",
        "contacts": "person", "news": "nyt"}  # fmt: skip
TOPICS = ("samskabelse", "digitalisering", "laesning")
WORDS = (
    "bibliotek borger læring på tværs af Ærø og Ö forløb: del #2 'citat' \"anført\" 50 % & mere - samarbejde "
    "åben/lukket kl. 9.00 [udkast] {note} no NO yes null 007 9.950 1e3 ~ * @navn !vigtigt ? | > = % , ; år–dage"
).split()
TEXTS = ("Samskabelse: en vej", "- en liste?", "# ikke en overskrift", "no", "10:00", "null", "2016-02-30", "~a~",
         "'citat'", 'Hun sagde "ja"', "100 % & mere", "*vigtigt*", "ende:", "{a}", "[b]", "  ", "a\\b", "å ä ö æ ø")  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A record's file: its path, its front matter as data, and its text."""

    path: str
    collection: str
    data: dict[str, Any]
    body: str

    def text(self, *, by_hand: bool = False) -> str:
        """Return the file as a form editor writes it, or as people do."""
        front = hand_written(self.data) if by_hand else dumped(self.data)
        return f"---\n{front}---\n\n{self.body}\n"


_FIELDS = {field.name: field for model in COLLECTIONS.values() for field in fields_of(model)}


def dumped(data: dict[str, Any]) -> str:
    """YAML as a library writes it, long values folded."""
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def with_one_alone(data: dict[str, Any]) -> dict[str, Any]:
    """Return front matter with one value alone for the list of it, where that is read as the same."""
    return {name: value[0] if _is_alone(name, value) else value for name, value in data.items()}


def _is_alone(name: str, value: Any) -> bool:
    field = _FIELDS.get(name)
    return bool(field and field.alone and len(value) == 1 and isinstance(value[0], str))


def hand_written(data: dict[str, Any]) -> str:
    """YAML as people write it: nothing folded, one value alone without its list, comments here and there."""
    text = yaml.dump(
        with_one_alone(data), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    lines = text.split("\n")
    for number in range(3, len(lines) - 1, 5):
        if lines[number] and not lines[number].endswith(("|", ">", "|-", ">-")) and "'" not in lines[number]:
            lines[number] += "  # bemærkning"
    return "\n".join(lines)


ANY_DAY = (date(2010, 1, 4), 7000)


def make_records(
    count: int, seed: int, dates: tuple[date, int] = ANY_DAY, maker: "type[Maker] | None" = None
) -> Iterator[Made]:
    """Yield `count` records, of every kind in turn; `dates` are a first day and how many there are from it."""
    rng = random.Random(seed)
    kinds = list(COLLECTIONS)
    each = -(-count // len(kinds))
    for number in range(count):
        yield (maker or Maker)(rng, kinds[number % len(kinds)], number // len(kinds), each, dates).record()


class Maker:
    """Makes one record; `number` of `each` records of its kind."""

    def __init__(
        self, rng: random.Random, collection: str, number: int, each: int, dates: tuple[date, int]
    ) -> None:
        self.rng, self.collection, self.number, self.each = rng, collection, number, each
        self.language = rng.choice(("da", "sv"))
        self.start = dates[0] + timedelta(rng.randrange(dates[1]))

    def record(self) -> Made:
        data = self.part(COLLECTIONS[self.collection], 0)
        data["language"] = self.language
        if "country" in data:
            data["country"] = "FO"
        data["draft"] = "true" if self.number % 17 == 3 else "false"
        data.pop("image", None)
        data.pop("own", None)  # a site may have none
        data["redirect_from"] = (
            [f"gammel-{STEM[self.collection]}-{self.number}"] if self.rng.random() < 0.1 else []
        )
        body = " ".join(word for word in self.rng.choices(WORDS, k=30) if word[0].isalnum())
        path = f"{FOLDER[self.collection]}/{STEM[self.collection]}-{self.number}.md"
        return Made(path, self.collection, {key: value for key, value in data.items() if value != []}, body)

    def chance(self, field: Field) -> float:
        """Return how often a field is filled in that may be left out."""
        return 0.6

    def part(self, model: type[Part], depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for field in fields_of(model):
            if field.required or self.rng.random() < self.chance(field):
                made[field.name] = (
                    self.many(model, field, depth) if field.many else self.one(model, field, depth, 0)
                )
        return {name: value for name, value in made.items() if value is not None}

    def many(self, model: type[Part], field: Field, depth: int) -> list[Any]:
        if depth > 1:
            return []
        found = [self.one(model, field, depth, number) for number in range(self.rng.randrange(4))]
        unique: list[Any] = []
        for each in found:
            if each is not None and _identity(each) not in [_identity(other) for other in unique]:
                unique.append(each)
        return unique

    def one(self, model: type[Part], field: Field, depth: int, position: int) -> Any:
        if field.part:
            return self.inner(field, depth, position)
        if field.ref:
            return self.reference(field)
        if special := getattr(self, f"field_{field.name}", None):
            return special(position)
        if field.choices:
            return self.rng.choice(field.choices)
        return getattr(self, f"kind_{field.kind}")(position)

    def inner(self, field: Field, depth: int, position: int) -> Any:
        if field.part is None or field.name == "image":
            return None
        made = self.part(field.part, depth + 1)
        if "when" in made:
            made["when"] = (
                self.start.isoformat() if field.name == "deadlines" else self.session_date(position)
            )
        if field.name == "runs":
            made["id"] = f"hold-{position}"
        if field.name == "speakers":
            made.pop("person" if "name" in made else "name", None)
            if made.keys().isdisjoint({"person", "name"}):
                return "Ane Test"
        if field.name == "documents":
            made.pop("file", None)
        if field.name == "participants" and "min" in made and "max" in made:
            made["min"], made["max"] = sorted((made["min"], made["max"]), key=int)
        return made

    def reference(self, field: Field) -> str | None:
        wanted = sorted(field.ref.collections) if field.ref and field.ref.collections else ["libraries"]
        collection = self.rng.choice(wanted)
        if collection == "topics":
            return self.rng.choice(TOPICS)
        above = self.number if field.name in {"part_of", "parent"} else self.each
        usable = [
            each
            for each in range(above)
            if each % 17 != 3 and (collection, each) != (self.collection, self.number)
        ]
        return f"{STEM[collection]}-{self.rng.choice(usable)}" if usable else None

    def session_date(self, position: int) -> str:
        """Weeks apart, so that sessions of one record neither meet nor come before its deadline."""
        day = self.start + timedelta(30 + 14 * position)
        words = format_date(day, "d. MMMM y" if self.language == "da" else "d MMMM y", self.language)
        hours = " kl. 9.00–16.00"
        return self.rng.choice((
            day.isoformat(), f"{day} 09:00/16:00", words, words + hours,
            f"{day}/{day + timedelta(2)}", "{}-W{:02}".format(*day.isocalendar()),
        ))  # fmt: skip

    def kind_text(self, _: int) -> str:
        text = self.rng.choice(
            (self.rng.choice(TEXTS), " ".join(self.rng.choices(WORDS, k=self.rng.randrange(2, 30))))
        )
        return text.strip() or "tekst"

    def kind_date(self, _: int) -> str:
        return self.rng.choice(
            ("2018-Q4/..", "2018/2019", "2018-21", "2016-W11", "2021-W32/2021-W38", "2018")
        )

    def kind_money(self, _: int) -> str:
        return self.rng.choice(("9.950 kr.", "9950 DKK", "gratis", "1 200 kr", "7.700,50 kr.", "0 SEK"))

    def kind_number(self, _: int) -> str:
        return str(self.rng.randrange(1, 400))

    def kind_boolean(self, _: int) -> str:
        return self.rng.choice(("true", "false", "ja", "nej"))

    def field_title(self, _: int) -> str:
        return f"Titel {self.kind_text(0)}"[:290]

    field_name = field_title

    def field_summary(self, _: int) -> str:
        return self.kind_text(0)[:150].strip()

    def field_opens(self, _: int) -> str:
        return self.start.isoformat()

    def field_closes(self, _: int) -> str:
        return (self.start + timedelta(10)).isoformat()

    def field_hours(self, position: int) -> str:
        return f"{9 + position}.30–{9 + position}.45"

    def field_choice(self, _: int) -> None:
        return None

    field_date = field_since = field_opens
    field_until = field_closes

    def field_required(self, _: int) -> str:
        return "true"

    def field_show_until(self, _: int) -> str:
        return "2099-12-31"

    def field_withdrawn(self, _: int) -> str:
        return "false"

    def field_via(self, _: int) -> str:
        return self.rng.choice(("https://example.org/tilmeld?a=1&b=2", "post@example.org"))

    def field_website(self, _: int) -> str:
        return "https://example.org/"

    field_url = field_website

    def field_email(self, _: int) -> str:
        return f"person{self.rng.randrange(10**6)}@example.org"

    def field_phone(self, _: int) -> str:
        return self.rng.choice(("+45 33 12 34 56", "+46 8 123 456 78", "+4533123456"))

    def field_isil(self, _: int) -> str:
        return f"DK-{self.rng.randrange(100_000, 999_999)}"

    def field_lat(self, _: int) -> str:
        return "62.01"

    def field_lon(self, _: int) -> str:
        return "-6.77"

    def field_place(self, _: int) -> str:
        return self.rng.choice(
            ("online", "Rådhuspladsen 1, 1550 København V", f"bibliotek-{self.rng.choice((0, 1, 2))}")
        )

    def field_members(self, _: int) -> str:
        return self.rng.choice(("Anna", "Bo", "Kommunen"))

    def field_file(self, _: int) -> None:
        return None


def _identity(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("person") or value.get("library") or value.get("id") or str(value)
    return value
