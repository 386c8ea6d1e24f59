"""What readers of parts make of values that say nothing."""

import pytest

from katalog.schema.faults import InvalidItemsError
from katalog.schema.reading import reader_of
from katalog.schema.record_parts import Location
from katalog.schema.records import Course, Library
from katalog.schema.translation import apply_translation, translation_model

COURSE = {"title": "Et kursus", "language": "da", "sessions": [{"title": "Første"}, {"title": "Anden"}]}


def test_an_item_without_a_value_leaves_its_place_in_a_translation() -> None:
    original = reader_of(Course)(COURSE, "da")
    texts = reader_of(translation_model(Course))({"sessions": [None, {"title": "Andra"}]}, "sv")
    assert [session.title for session in apply_translation(original, texts).sessions] == ["Første", "Andra"]


def test_a_field_without_a_value_is_the_same_as_none() -> None:
    assert reader_of(Course)(COURSE | {"audience": None, "price": None}, "da") == reader_of(Course)(
        COURSE, "da"
    )


def test_degrees_may_have_a_decimal_comma() -> None:
    assert reader_of(Location)({"lat": "56,8793", "lon": "16.6563"}, "sv").lat == 56.8793


def test_names_in_one_text_are_advised_one_by_one() -> None:
    values = {"title": "Et", "language": "sv", "kind": "public", "country": "SE", "aliases": "Ett, Två"}
    with pytest.raises(InvalidItemsError) as caught:
        reader_of(Library)(values, "sv")
    [(_, fault)] = caught.value.faults
    assert fault.params["suggestion"] == "[Ett, Två]"
