"""What a value is made of, noted while it is made."""

from typing import Any

from katalog.read_tracking import LAST_DAY, memoised, note, note_days, recording


def test_what_is_read_counts_for_the_value_that_is_made() -> None:
    with recording() as outer:
        note(("record", "a"))
        with recording() as inner:
            note(("record", "b"))
        note_days(10, 20)
        note_days(5, 15)
    assert outer.inputs == {("record", "a")}
    assert inner.inputs == {("record", "b")}
    assert (outer.first, outer.last) == (10, 15)
    assert inner.last == LAST_DAY


def test_nothing_is_noted_where_nothing_is_made() -> None:
    note(("record", "a"))
    with recording() as reads:
        pass
    assert reads.inputs == set()


def test_who_recalls_a_value_has_read_what_it_was_made_of() -> None:
    memo: dict[Any, Any] = {}
    made = []

    def make() -> str:
        made.append(1)
        note(("record", "a"))
        note_days(1, 7)
        return "value"

    for _ in range(2):
        with recording() as reads:
            assert memoised(memo, "key", make) == "value"
        assert reads.inputs == {("record", "a")}
        assert reads.last == 7
    assert made == [1]
