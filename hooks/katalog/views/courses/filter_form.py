"""The filter form of the course list: each filter's values, and how many courses have each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from katalog.catalogue.state_table import STATES
from katalog.i18n.phrases import capitalised
from katalog.schema.annotations import LangText
from katalog.views.courses.filter_values import EVERYWHERE, seasons
from katalog.views.courses.listed import ListedCourse
from katalog.views.courses.price_filter import currency, price_counts, price_labels
from katalog.views.reader import Reader
from katalog.views.shared.course_kind import kind_words
from katalog.when.reading import read_when
from katalog.when.showing import show_month

FORMS = ("in-person", "online", "blended")
SELECTS = frozenset({"region", "organiser", "audience", "year", "max"})
EXPLAINED = frozenset({"region", "max"})
"""The filters that say how their values are found."""
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


def filters(reader: Reader, courses: Sequence[ListedCourse]) -> tuple[Filter, ...]:
    """Return the filters by which these courses differ at all: first whether one can join now."""
    counts = _counts(reader, courses)
    made = (_filter(reader, name, labels, counts[name]) for name, labels in _labels(reader, courses).items())
    return (*_join(reader, courses), *(each for each in made if len(each.choices) > 1))


def _counts(reader: Reader, courses: Sequence[ListedCourse]) -> Mapping[str, Mapping[str, int]]:
    """Return how many courses have each value of each filter."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for course in courses:
        for name, values in course.facets.items():
            found[name].update([EVERYWHERE] if EVERYWHERE in values else values)
    found["max"].update(price_counts(reader, courses))
    return found


def _join(reader: Reader, courses: Sequence[ListedCourse]) -> Iterator[Filter]:
    """Yield the choice of what one can join now, where that leaves out anything."""
    joinable = sum(course.state.joinable for course in courses)
    if 0 < joinable < len(courses):
        choice = Choice("now", reader.phrases("filter.join"), joinable)
        yield Filter("join", reader.phrases("filter.join.label"), (choice,), many=False, note="")


def _filter(reader: Reader, name: str, labels: Mapping[str, str], counts: Mapping[str, int]) -> Filter:
    everywhere = counts.get(EVERYWHERE, 0)
    choices = tuple(
        Choice(value, _capital(label), counts.get(value, 0) + everywhere)
        for value, label in labels.items()
        if counts.get(value, 0) + everywhere
    )
    if name == "audience" and len(choices) > MOST_AUDIENCES:
        choices = ()
    note = _note(reader, name) if name in EXPLAINED else ""
    return Filter(name, reader.phrases(f"filter.{name}"), choices, many=name in SELECTS, note=note)


def _note(reader: Reader, name: str) -> str:
    """Say how values are found; of prices, to what currency and by which day's rates they are converted."""
    day = reader.when(reader.settings.rates.date)
    return reader.phrases(f"filter.{name}.note", currency=currency(reader), day=day)


def _labels(reader: Reader, courses: Sequence[ListedCourse]) -> dict[str, dict[str, str]]:
    """Return the filters in the order of the form, each with its values in order."""
    return {
        "month": _months(reader, courses),
        "region": dict(_sorted(reader, {r.id: r.title for course in courses for r in course.regions})),
        "max": price_labels(reader),
        "form": {form: reader.phrases(f"course.form.{form}") for form in FORMS},
        "topic": dict(_sorted(reader, _topics(reader, courses))),
        "language": {tag: reader.language_name(tag) for tag in _values(courses, "language")},
        "kind": dict(_sorted(reader, _kinds(reader, courses))),
        "organiser": dict(_sorted(reader, _organisers(reader, courses))),
        "audience": dict(_sorted(reader, _audiences(courses))),
        "year": {year: year for year in reversed(_values(courses, "year"))},
        "state": {state: reader.phrases(f"state.{state}") for state in STATES},
    }


def _values(courses: Sequence[ListedCourse], name: str) -> list[str]:
    return sorted({value for course in courses for value in course.facets[name]})


def _capital(label: str) -> str:
    """Return a label with a capital; text of a record stays as its author wrote it."""
    return label if isinstance(label, LangText) else capitalised(label)


def _sorted(reader: Reader, labels: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(labels.items(), key=lambda pair: reader.collation_key(pair[1]))


def _topics(reader: Reader, courses: Sequence[ListedCourse]) -> Mapping[str, str]:
    ids = list({id_: None for course in courses for id_ in course.facets["topic"]})
    return dict(zip(ids, (link.title for link in reader.topics(ids)), strict=True))


def _organisers(reader: Reader, courses: Sequence[ListedCourse]) -> dict[str, str]:
    ids = {id_: None for course in courses for id_ in course.facets["organiser"]}
    return {entry.id: reader.title(entry) for entry in reader.entries(ids)}


def _months(reader: Reader, courses: Sequence[ListedCourse]) -> dict[str, str]:
    """Return the seasons ahead, then the months; both answer to one name, so that several can be chosen."""
    months = sorted({month for course in courses for month in course.months})
    shown = {season: reader.when(read_when(season, "en")) for season in seasons(months)}
    return shown | {str(month): show_month(month, reader.phrases) for month in months}


def _kinds(reader: Reader, courses: Sequence[ListedCourse]) -> dict[str, str]:
    found = dict.fromkeys(kind for course in courses for kind in course.facets["kind"])
    return {kind: kind_words(reader, kind).name for kind in found}


def _audiences(courses: Sequence[ListedCourse]) -> dict[str, str]:
    return {value: each.audience for each in courses if each.audience for value in each.facets["audience"]}
