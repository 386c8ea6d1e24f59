"""Fields under another name or in another place: what is suggested, and that it holds."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.i18n.phrases import EDITOR_LANGUAGES, editor_phrases
from katalog.problems import InvalidValueError
from katalog.schema.faults import InvalidItemsError, faults_of
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import all_parts
from katalog.schema.labels import label_id
from katalog.schema.reading import reader_of
from katalog.schema.record_parts import Follower, Part
from katalog.schema.records import Course, Project
from katalog.schema.suggest import folded, keys_by_any_word


def advice(model: type[Part], written: dict[str, Any], key: str) -> str:
    """Return what is suggested for a key that is no field; empty where nothing is."""
    try:
        reader_of(model)(written, "da")
    except (InvalidValueError, InvalidItemsError) as error:
        found = [fault for loc, fault in faults_of(error) if loc == (key,)]
        return next((fault.params["suggestion"] for fault in found if "suggestion" in fault.params), "")
    return ""


@pytest.mark.parametrize("language", EDITOR_LANGUAGES)
def test_a_fields_name_in_words_is_told_as_a_field(language: str) -> None:
    phrases = editor_phrases(language)
    for model in all_parts():
        fields = [field.name for field in fields_of(model)]
        for field in fields:
            name = phrases(label_id(model, field))
            if name.casefold() not in fields:
                found = advice(model, {name: None, "x": None}, name)
                assert found in fields, (model, name)
                assert found in {field, *keys_by_any_word().get(folded(name), ())}, (model, name)


@pytest.mark.parametrize(
    ("key", "value", "suggestion"),
    [
        ("arrangör", "vejby", "organiser"),
        ("malgrupp", "Alla", "audience"),
        ("kostnad", "500 kr.", "price"),
        ("antal deltagere", "20", "participants: {max: 20}"),
        ("datum", "9. marts 2027", "sessions: [{when: 9. marts 2027}]"),
        ("dato", "9. marts 2027", "sessions: [{when: 9. marts 2027}]"),
        ("link", "https://vejby.example/", "registration: {via: 'https://vejby.example/'}"),
        ("closes", "1. marts 2027", "registration: {closes: 1. marts 2027}"),
        ("-when", "9. marts 2027", "- when: 9. marts 2027"),
        ("– titel", "Et", "- titel: Et"),
    ],
)
def test_what_an_editor_calls_a_field_is_known(key: str, value: str, suggestion: str) -> None:
    assert advice(Course, {key: value}, key) == suggestion


def test_a_field_that_slipped_out_of_its_part_is_put_back_beside_the_others() -> None:
    written = {"title": "Et", "language": "da", "registration": {"via": "bo-test"}, "closes": "1. marts 2027"}
    assert advice(Course, written, "closes") == "registration: {via: bo-test, closes: 1. marts 2027}"


@pytest.mark.parametrize("key", ["closes", "tilmeldingslink"])
def test_fields_that_slipped_out_together_are_told_together(key: str) -> None:
    written = {"registration": None, "closes": "1. marts 2027", "tilmeldingslink": "bo-test"}
    assert advice(Course, written, key) == "registration: {closes: 1. marts 2027, via: bo-test}"


@pytest.mark.parametrize(
    ("field", "value", "suggestion"),
    [
        ("outcomes", "• læse • skrive", "[læse, skrive]"),
        ("sessions", ["Dag 1: 9. marts 2027"], "{when: 9. marts 2027, title: Dag 1}"),
        ("runs", ["Norrby 9 mars 2027"], "{id: norrby, title: Norrby, sessions: [2027-03-09]}"),
        ("runs", [{"title": "Norrby"}], "id: norrby"),
        ("registration", {"deadlines": ["Forslag: 1. marts 2027"]}, "{when: 1. marts 2027, title: Forslag}"),
        ("participants", "Max 20 platser, reservlista finns", "{max: 20, waiting_list: ja}"),
        ("participants", "Min. 12, max. 20 deltagere", "{min: 12, max: 20}"),
        ("outcomes", "- læse\n- skrive\n", "[læse, skrive]"),
        ("spoken", "dansk og engelsk", "[da, en]"),
        ("form", "online og fysisk", "[online, in-person]"),
        ("teachers", "-ane-prove\n-bo-prove", "[ane-prove, bo-prove]"),
        ("runs", [{"Norrby": "9 mars 2027"}], "{id: norrby, title: Norrby, sessions: [9 mars 2027]}"),
        ("runs", [{"id": "Våren 2027"}], "vaaren-2027"),
        ("sessions", "9. marts 2027, 16. marts 2027", "[2027-03-09, 2027-03-16]"),
        ("documents", ["slides.pdf"], "{title: slides, file: slides.pdf}"),
        ("image", "forside.jpg", "{file: forside.jpg, alt: ⟦ ⟧}"),
    ],
)
def test_what_is_pasted_as_one_text_is_told_as_it_should_stand(
    field: str, value: Any, suggestion: str
) -> None:
    with pytest.raises(InvalidItemsError) as refused:
        reader_of(Course)({"title": "Et", "language": "da", field: value}, "da")
    assert suggestion in [fault.params.get("suggestion") for _, fault in faults_of(refused.value)]


def test_a_groups_members_may_be_told_as_they_are_listed() -> None:
    project = {"title": "P", "language": "da", "kind": "project", "groups": [{"Styregruppe": "Ane, Bo"}]}
    with pytest.raises(InvalidItemsError) as refused:
        reader_of(Project)(project, "da")
    advised = [fault.params.get("suggestion") for _, fault in faults_of(refused.value)]
    assert advised == ["{name: Styregruppe, members: [Ane, Bo]}"]


@pytest.mark.parametrize(
    "written", ["vejby (2 personer)", "vejby: 2", "vejby, 2 deltagere", "vejby (2)", {"vejby": "2"}]
)
def test_a_follower_may_say_how_many_they_are(written: Any) -> None:
    assert reader_of(Follower)(written, "da") == Follower(library="vejby", people=2)
    assert reader_of(Follower)("vejby-2", "da") == Follower(library="vejby-2")
