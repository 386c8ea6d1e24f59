"""Records through `python-frontmatter`: the values of Katalog's own reader, there and back."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.problems import Position
from katalog.source import KatalogHandler, RecordError, read_source
from katalog.source.decode import disallowed_character
from tests.good.generator import make_records

HERE = """\
---
title: Et kursus
language: no
lessons: 007
sessions:
  - when: 2027-03-07
    title:
---

Tekst.
"""

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n '\"#:-&*[]{}|>%@`~<"))
readable = texts.filter(lambda text: not disallowed_character(text.replace("\n", "")))
values = st.recursive(
    st.none() | readable,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(readable, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("written", ["{}", "\ufeff{}", "{}\n\n\n"])
def test_a_script_reads_what_katalog_reads(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.md"
    file.write_text(written.format(HERE), encoding="utf-8")
    post = frontmatter.load(file, handler=KatalogHandler())
    source, problems = read_source("a.md", file.read_bytes())
    assert (source and source.tree.data, source and source.body.strip(), problems) == (
        post.metadata,
        post.content,
        [],
    )
    assert (post["language"], post["lessons"]) == ("no", "007")
    assert post["sessions"] == [{"when": "2027-03-07", "title": None}]


def test_places_are_those_of_the_file() -> None:
    handler = KatalogHandler()
    frontmatter.loads(HERE, handler=handler)
    assert handler.position_of(("sessions", 0, "when")) == Position(6, 11)
    assert handler.key_position(("sessions", 0, "when")) == Position(6, 5)
    assert handler.body_line == 9


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Kun tekst.", "file.no-front-matter", Position(1, 1)),
        ("---\ntitle: A\nTekst.", "file.front-matter-unclosed", Position(1, 1)),
        ("---\ntitle: A\n\tkind: course\n---", "yaml.tab", Position(3, 1)),
        ("---\ntitle: A: B\n---", "yaml.colon-in-value", Position(2, 8)),
    ],
)
def test_a_fault_is_raised_with_its_code_and_place(text: str, code: str, place: Position) -> None:
    with pytest.raises(RecordError) as raised:
        frontmatter.loads(text, handler=KatalogHandler("courses/a.md"))
    assert [(each.path, each.code, each.position) for each in raised.value.problems] == [
        ("courses/a.md", code, place)
    ]
    assert str(raised.value) == f"courses/a.md:{place.line}: {code}"


@given(st.dictionaries(readable, values, max_size=4), readable)
def test_whatever_is_written_reads_as_the_same(data: dict[str, Any], body: str) -> None:
    handler, post = KatalogHandler(), frontmatter.Post(f"Tekst. {body}")
    post.metadata = data
    front, text = handler.split(frontmatter.dumps(post, handler=handler))
    assert handler.load(front) == data
    assert text.strip("\n") == post.content.strip("\n")


def test_an_empty_record_is_two_fences() -> None:
    assert frontmatter.dumps(frontmatter.Post(""), handler=KatalogHandler()) == "---\n---\n"


def test_records_of_every_kind_come_back_and_are_laid_out_once() -> None:
    for made in make_records(60, seed=3):
        post = frontmatter.loads(made.text(), handler=KatalogHandler())
        text = frontmatter.dumps(post)
        source, problems = read_source(made.path, text.encode())
        assert problems == []
        assert source is not None
        assert source.tree.data == post.metadata
        assert frontmatter.dumps(frontmatter.loads(text, handler=KatalogHandler())) == text


def test_values_bear_quotation_marks_only_where_they_must() -> None:
    fields: dict[str, object] = {
        "title": "Læsning: en vej",
        "language": "no",
        "lessons": 24,
        "price": 9.5,
        "draft": False,
        "opens": date(2027, 3, 7),
        "when": datetime(2027, 3, 7, 9, 30),  # noqa: DTZ001 - a record's hours bear no zone
        "note": None,
        "word": "null",
        "topics": ["a", "b"],
        "text": "En linje\nog en til\n",
    }
    assert frontmatter.dumps(frontmatter.Post("Tekst.", KatalogHandler(), **fields)) == (
        "---\ntitle: 'Læsning: en vej'\nlanguage: no\nlessons: 24\nprice: 9.5\ndraft: false\n"
        "opens: 2027-03-07\nwhen: 2027-03-07 09:30\nnote:\nword: 'null'\ntopics:\n  - a\n  - b\n"
        "text: |\n  En linje\n  og en til\n---\n\nTekst.\n"
    )
