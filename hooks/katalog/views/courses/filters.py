"""The filter form of the course list: each filter's values, and how many courses have each."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from katalog.catalogue.state_table import STATES
from katalog.i18n.phrases import capitalised
from katalog.money import Money
from katalog.rates import BASE
from katalog.schema.annotations import LangText
from katalog.schema.records import Course
from katalog.views.courses.facets import BANDS, EVERYWHERE, HIGH, LOW
from katalog.when import show_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from katalog.views.courses.card import CourseCard
    from katalog.views.reader import Reader
    from katalog.when import Month

FORMS = ("in-person", "online", "blended")
SELECTS = frozenset({"month", "region", "audience"})
MOST_AUDIENCES = 12
"""Audiences are free text: with more than these a choice among them helps nobody."""


class Choice(Struct, frozen=True):
    """One value of a filter; `count` is how many courses have it."""

    value: str
    label: str
    count: int


class Filter(Struct, frozen=True):
    """One filter: a few boxes to tick, or a list to choose one from when there are `many`.

    `note` says how its values are found.
    """

    name: str
    label: str
    choices: tuple[Choice, ...]
    many: bool
    note: str


def filters(reader: Reader, cards: Sequence[CourseCard]) -> tuple[Filter, ...]:
    """Return the filters by which these courses differ at all."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for card in cards:
        for name, values in card.facets.items():
            counts[name].update([EVERYWHERE] if EVERYWHERE in values else values)
    made = (_filter(reader, name, labels, counts) for name, labels in _labels(reader, cards).items())
    return tuple(each for each in made if len(each.choices) > 1)


def _filter(
    reader: Reader, name: str, labels: Mapping[str, str], counts: Mapping[str, Counter[str]]
) -> Filter:
    found = counts.get(name, Counter())
    choices = tuple(
        Choice(value, _capital(label), found[value] + found[EVERYWHERE])
        for value, label in labels.items()
        if found[value] + found[EVERYWHERE]
    )
    if name == "audience" and len(choices) > MOST_AUDIENCES:
        choices = ()
    note = _price_note(reader) if name == "price" else ""
    return Filter(name, reader.phrases(f"filter.{name}"), choices, many=name in SELECTS, note=note)


def _price_note(reader: Reader) -> str:
    """Say that prices are those of one participant, and by the rates of which day others are converted."""
    return reader.phrases("filter.price.note", day=reader.when(reader.settings.rates.date))


def _labels(reader: Reader, cards: Sequence[CourseCard]) -> dict[str, dict[str, str]]:
    """Return the filters in the order of the form, each with its values in order."""
    return {
        "state": {state: reader.phrases(f"state.{state}") for state in STATES},
        "kind": dict(_sorted(reader, {kind: card.kind for card in cards for kind in card.facets["kind"]})),
        "topic": dict(_sorted(reader, {link_id: link for card in cards for link_id, link in _topics(card)})),
        "month": {str(month): show_month(month, reader.phrases) for month in _months(cards)},
        "region": dict(_sorted(reader, {r.id: r.title for card in cards for r in card.regions})),
        "form": {form: reader.phrases(f"course.form.{form}") for form in FORMS},
        "price": {band: _band(reader, band) for band in BANDS},
        "language": {tag: reader.language_name(tag) for tag in _languages(cards)},
        "audience": dict(_sorted(reader, dict(_audiences(reader, cards)))),
    }


def _languages(cards: Sequence[CourseCard]) -> list[str]:
    return sorted({tag for card in cards for tag in card.facets["language"]})


def _capital(label: str) -> str:
    """Return a label with a capital; text of a record stays as its author wrote it."""
    return label if isinstance(label, LangText) else capitalised(label)


def _sorted(reader: Reader, labels: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(labels.items(), key=lambda pair: reader.collation_key(pair[1]))


def _topics(card: CourseCard) -> Iterator[tuple[str, str]]:
    return zip(card.facets["topic"], (link.title for link in card.topics), strict=True)


def _months(cards: Sequence[CourseCard]) -> list[Month]:
    return sorted({month for card in cards for month in card.months})


def _band(reader: Reader, band: str) -> str:
    low, high = (reader.money(Money(Decimal(bound), BASE)) for bound in (LOW, HIGH))
    return reader.phrases(f"price.band.{band}", low=low, high=high)


def _audiences(reader: Reader, cards: Sequence[CourseCard]) -> Iterator[tuple[str, str]]:
    for card in cards:
        course = reader.localised(reader.entry(card.id)).record
        for value in card.facets["audience"]:
            if isinstance(course, Course) and course.audience:
                yield value, course.audience
