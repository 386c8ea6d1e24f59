"""What readers of parts make of values that say nothing, and of one alone where a list is due."""

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


@pytest.mark.parametrize(
    ("field", "alone"),
    [
        ("price", "500 kr. pr. deltager"),
        ("sessions", "torsdag den 4. marts 2027, kl. 9-15"),
        ("form", "online"),
        ("topics", "samskabelse"),
        ("contacts", "ane-test"),
        ("teachers", "ane-test"),
    ],
)
def test_one_value_alone_is_a_list_of_it(field: str, alone: str) -> None:
    read = reader_of(Course)
    assert read(COURSE | {field: alone}, "da") == read(COURSE | {field: [alone]}, "da")


@pytest.mark.parametrize(
    ("field", "written", "suggestion"),
    [
        ("price", "gratis for medlemmer, 200 kr. for andre", "[gratis for medlemmer, 200 kr. for andre]"),
        ("price", "Early bird 900 kr.", '["Early bird: 900 kr"]'),
        ("sessions", "4. og 5. marts 2027", "[2027-03-04, 2027-03-05]"),
        ("sessions", "4. marts 2027\n5. marts 2027", "[4. marts 2027, 5. marts 2027]"),
        ("topics", "laesning, samskabelse", "[laesning, samskabelse]"),
        ("outcomes", "læse", "[læse]"),
        ("form", "fysisk", "in-person"),
        ("sessions", "4/3 2027", "2027-03-04"),
    ],
)
def test_what_is_more_or_wrong_is_told_as_it_should_stand(field: str, written: str, suggestion: str) -> None:
    with pytest.raises(InvalidItemsError) as caught:
        reader_of(Course)(COURSE | {field: written}, "da")
    assert [fault.params.get("suggestion") for _, fault in caught.value.faults] == [suggestion]


def test_what_is_wrong_with_one_alone_leaves_the_rest_of_it_readable() -> None:
    with pytest.raises(InvalidItemsError) as caught:
        reader_of(Course)(COURSE | {"sessions": "snart"}, "da")
    [session] = caught.value.readable.sessions
    assert session.when is None


def test_an_address_to_join_at_may_have_more_behind_it() -> None:
    written = "https://moede.example.org/123 (kode 456)"
    online = reader_of(Course)(COURSE | {"online": written}, "da").online
    assert (online.url, online.note) == ("https://moede.example.org/123", "kode 456")


@pytest.mark.parametrize("place", ["Online", "Zoom-rummet, Hovedbiblioteket", "Online eller i Vejby"])
def test_a_place_may_be_online_or_have_a_name_that_says_so(place: str) -> None:
    assert reader_of(Course)(COURSE | {"place": place}, "da").place == place
