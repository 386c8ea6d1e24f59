"""A problem is plain data, whatever it is made of: it can be kept, sent and read again."""

from msgspec import msgpack

from katalog.problems import Position, Problem
from katalog.schema.annotations import LangText


def test_words_that_know_their_language_are_kept_as_words() -> None:
    found = Problem("courses/a.md", Position(3, 1), "course.choice-alone", {"title": LangText("Kaffe", "da")})
    assert type(found.params["title"]) is str
    assert msgpack.decode(msgpack.encode(found), type=Problem) == found
