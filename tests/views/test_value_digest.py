"""A memoised value's name leads back to what it was made of, and its digest is another when the value is."""

from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from katalog.schema.annotations import LangText
from katalog.views.reader import Link, Reader
from katalog.views.value_digest import arguments_of, digest_of, name_of_value, parts_of_name
from tests.support import make_project, record


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    news = record("Nyt", date="2026-01-01")
    return make_project(tmp_path, {"courses/a.md": record("A"), "content/news/b.md": news}).reader()


@pytest.mark.parametrize("arguments", [(), ("to ord",), (7,), (0, ""), ((),), (("a", 1),), (2026, ("b",))])
def test_a_name_leads_back_to_its_arguments(reader: Reader, arguments: tuple[Any, ...]) -> None:
    for given in (arguments, (*arguments, reader.entry("a"))):
        function, language, written = parts_of_name(name_of_value("rum.værdi", "da", given))
        assert (function, language, arguments_of(reader, written)) == ("rum.værdi", "da", list(given))
        assert list(map(type, arguments_of(reader, written))) == list(map(type, given))


def test_a_text_in_a_language_is_named_as_any_other() -> None:
    assert name_of_value("f", "da", (LangText("ord", "sv"),)) == name_of_value("f", "da", ("ord",))


@pytest.mark.parametrize("argument", [1.5, None, True, ["a"], (1.5,), (("a",),), Link("a", "b"), object()])
def test_what_cannot_be_made_again_has_no_name(argument: object) -> None:
    assert name_of_value("f", "da", (argument,)) == ""
    assert name_of_value("f", "da", ("a", argument)) == ""


def test_a_record_that_is_no_more_is_told(reader: Reader) -> None:
    with pytest.raises(KeyError):
        arguments_of(reader, [("record", "borte")])


def test_other_values_have_other_digests(reader: Reader) -> None:
    entries = [reader.entry("a"), reader.entry("b")]
    texts = ["a", "b", LangText("a", "da"), LangText("a", "sv"), LangText("b", "sv")]
    values = [*texts, *entries, Link("a", "b"), Link("a", "c"), ("a", "b"), ("ab",), 1, None, b"a"]
    digests = [digest_of(each) for each in values]
    assert all(len(each) == 12 for each in digests)
    assert len(set(digests)) == len(values)
    assert digests == [digest_of(each) for each in values]
    assert digest_of(Link("a", "b")) == digest_of(Link("a", "b"))
    assert digest_of(Markup("a")) == digest_of("a") != digest_of(Markup("b"))


@pytest.mark.parametrize("value", [object(), map(str, ()), [lambda: 1]])
def test_what_is_no_data_has_no_digest(value: object) -> None:
    assert digest_of(value) == b""
