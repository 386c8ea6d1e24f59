"""`katalog format` changes the notation and nothing else, once."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.rewriting.rewrite_record import rewrite_record
from katalog.schema.entries import read_entry
from katalog.schema.records import COLLECTIONS, Course
from katalog.source import read_source
from tests.good.generator import make_records


def course(*lines: str) -> str:
    return "\n".join(
        ["---", "title: Et kursus", "language: da", *lines, "---", "", "Tekst: 7. marts 2016", ""]
    )


def changed(text: str) -> str:
    return rewrite_record("courses/a.md", text.encode(), Course, "da").decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - when: 7. marts 2016", "  - when: 2016-03-07"),
        ('  - when: "7. marts 2016"', '  - when: "2016-03-07"'),
        (
            "  - when: 7. marts 2016 kl. 9.00–16.00  # første gang",
            "  - when: 2016-03-07 09:00/16:00  # første gang",
        ),
        ("  - {when: 7. marts 2016, title: A}", "  - {when: 2016-03-07, title: A}"),
        ("  - when: ugerne 32–38 2021", "  - when: 2021-W32/2021-W38"),
        ("  - when: 2016-03-07", "  - when: 2016-03-07"),
        ("  - title: 7. marts 2016", "  - title: 7. marts 2016"),
    ],
)
def test_dates_are_rewritten_where_they_stand(before: str, after: str) -> None:
    assert changed(course("sessions:", before)) == course("sessions:", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("9.950 kr.", "9950 DKK"),
        ("7.700,50 kr.", "7700.50 DKK"),
        ("1 200 SEK", "1200 SEK"),
        ("9950 DKK", "9950 DKK"),
    ],
)
def test_prices_are_rewritten(before: str, after: str) -> None:
    text = course("price:", f"  - amount: {before}")
    assert changed(text) == course("price:", f"  - amount: {after}")


def test_fields_are_ordered_with_their_comments() -> None:
    before = course(
        "lessons: 24",
        "# om målgruppen",
        "audience: Alle",
        "sessions:",
        "  # den første",
        "  - title: A",
        "kind: course",
        "# til sidst",
    )
    after = course(
        "kind: course",
        "# om målgruppen",
        "audience: Alle",
        "lessons: 24",
        "sessions:",
        "  # den første",
        "  - title: A",
        "# til sidst",
    )
    assert changed(before) == after


def test_line_endings_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + course("sessions:", "  - when: 7. marts 2016").replace("\n", "\r\n")
    assert changed(text) == text.replace("7. marts 2016\r\n---", "2016-03-07\r\n---")


@pytest.mark.parametrize(
    "text", ["", "no record", course("kind: a: b"), course("lessons: 1").replace("\n", "\r", 1)]
)
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    assert changed(text) == text


RECORDS = list(make_records(240, seed=6))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(RECORDS) - 1), st.booleans(), st.integers())
def test_it_says_the_same_and_says_it_once(number: int, by_hand: bool, seed: int) -> None:
    made = RECORDS[number]
    model = COLLECTIONS[made.collection]
    keys = list(made.data)
    random.Random(seed).shuffle(keys)  # noqa: S311 - a seed is the point
    shuffled = type(made)(made.path, made.collection, {key: made.data[key] for key in keys}, made.body)
    data = shuffled.text(by_hand=by_hand).encode()
    once = rewrite_record(made.path, data, model, made.data["language"])
    assert rewrite_record(made.path, once, model, made.data["language"]) == once
    before, after = (_read(made.path, each, made.collection) for each in (data, once))
    assert before == after
    assert sorted(data.decode().count(mark) for mark in "#") == sorted(
        once.decode().count(mark) for mark in "#"
    )


def _read(path: str, data: bytes, collection: str) -> tuple[object, str]:
    source, problems = read_source(path, data)
    assert source is not None
    entry, more = read_entry(source, "a", collection)
    assert not [*problems, *more]
    assert entry is not None
    return entry.record, str(entry.body)
