"""The form asks for every field that a record can hold, in words of the editor's language."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.form.backend import folder_backend
from katalog.form.config import LANGUAGES, form
from katalog.form.fields import Words, definitions
from katalog.i18n.phrases import editor_phrases, site_phrases
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import all_parts
from katalog.schema.labels import label_id
from katalog.schema.record_parts import Group, Milestone, Part
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS
from katalog.settings import read_settings
from katalog.settings.model import Settings
from tests.support import SETTINGS

HERE = Path(__file__).parent
FOLDER = folder_backend("katalog/proeve", "http://127.0.0.1:8000/x/da/form/api/v1")
KINDS = {
    "kinds": [{"id": "bogcafe", "name": {"da": "Bogcafé", "sv": "Bokkafé"}}],
}


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(SETTINGS | KINDS)


@pytest.fixture(scope="module", params=LANGUAGES)
def made(request: pytest.FixtureRequest, settings: Settings) -> tuple[str, dict[str, Any]]:
    return request.param, form(settings, request.param, FOLDER)


def collection(made: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in made["config"]["collections"] if each["name"] == name)


def inner(definition: dict[str, Any]) -> list[dict[str, Any]]:
    return [*definition.get("fields", ()), *filter(None, [definition.get("field")])]


def everything(definitions_: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in definitions_:
        yield each
        yield from everything(inner(each))


def asked_for(model: type[Part], found: list[dict[str, Any]], words: Words) -> Iterator[tuple[Field, str]]:
    """Yield what is missing below a model: the field, and where."""
    names = {each["name"]: each for each in found}
    for field in fields_of(model):
        definition = names.get(field.name)
        if definition is None or definition["label"] != words.editor(label_id(model, field.name)):
            yield field, model.__name__
        elif field.part:
            yield from asked_for(field.part, definition["fields"], words)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_field_is_asked_for(name: str, made: tuple[str, dict[str, Any]], settings: Settings) -> None:
    language, whole = made
    words = Words(editor_phrases(language), site_phrases(language), settings, name)
    assert list(asked_for(COLLECTIONS[name], collection(whole, name)["fields"], words)) == []


def test_every_folder_has_its_collection(made: tuple[str, dict[str, Any]]) -> None:
    found = {each["folder"]: each["name"] for each in made[1]["config"]["collections"] if "folder" in each}
    assert RECORD_FOLDERS.items() <= found.items()
    assert {"content/da": "pages-da", "content/sv": "pages-sv"}.items() <= found.items()


@pytest.mark.parametrize(("language", "labels"), [("da", ["dansk", "svensk"]), ("sv", ["danska", "svenska"])])
def test_pages_are_named_in_the_editors_words(language: str, labels: list[str], settings: Settings) -> None:
    found = form(settings, language, FOLDER)["config"]["collections"]
    assert [each["label"].split()[-1] for each in found if each["name"].startswith("pages-")] == labels


def test_every_field_has_a_label_and_an_explanation(made: tuple[str, dict[str, Any]]) -> None:
    for name in COLLECTIONS:
        for each in everything(collection(made[1], name)["fields"]):
            assert each["label"]
            assert each.get("hint") or each["name"] == "item"


def test_no_value_is_shown_as_it_is_stored(made: tuple[str, dict[str, Any]]) -> None:
    units = {"ECTS", "hp", "studiepoeng", "op"}
    for name in COLLECTIONS:
        for each in everything(collection(made[1], name)["fields"]):
            for option in each.get("options", ()):
                assert option["label"] != option["value"] or option["value"] in units


@pytest.mark.parametrize(("language", "label"), [("da", "Aflyst"), ("sv", "Inställd")])
def test_cancelled_is_said_in_words(language: str, label: str, settings: Settings) -> None:
    fields = collection(form(settings, language, FOLDER), "courses")["fields"]
    status = next(each for each in fields if each["name"] == "status")
    assert {"value": "cancelled", "label": label} in status["options"]


@pytest.mark.parametrize(
    ("language", "kind", "own"), [("da", "Bogcafé", "Lokale"), ("sv", "Bokkafé", "Lokal")]
)
def test_what_the_site_adds_is_there(language: str, kind: str, own: str, settings: Settings) -> None:
    fields = {
        each["name"]: each for each in collection(form(settings, language, FOLDER), "courses")["fields"]
    }
    assert {"value": "bogcafe", "label": kind} in fields["kind"]["options"]
    chosen = next(each for each in fields["own"]["fields"] if each["name"] == "field")
    assert chosen["options"] == [{"value": "lokale", "label": own}]


def test_a_site_without_own_fields_is_not_asked_for_them() -> None:
    found = form(read_settings({**SETTINGS, "fields": []}), "da", FOLDER)
    assert "own" not in {each["name"] for each in collection(found, "courses")["fields"]}


def test_a_site_without_an_address_says_nothing_of_one(settings: Settings) -> None:
    assert form(settings, "da", FOLDER)["config"]["site_url"] == settings.site_url
    without = read_settings({**SETTINGS, "site_url": ""})
    assert "site_url" not in form(without, "da", FOLDER)["config"]


def test_facts_are_no_part_of_a_translation(made: tuple[str, dict[str, Any]]) -> None:
    fields = {each["name"]: each for each in collection(made[1], "courses")["fields"]}
    assert (fields["title"]["i18n"], fields["language"]["i18n"], fields["lessons"]["i18n"]) == (
        True,
        False,
        False,
    )
    session = {each["name"]: each["i18n"] for each in fields["sessions"]["fields"]}
    assert (fields["sessions"]["i18n"], session["title"], session["when"]) == ("duplicate", True, "duplicate")


def test_every_picker_looks_in_a_collection(made: tuple[str, dict[str, Any]]) -> None:
    names = {each["name"] for each in made[1]["config"]["collections"]}
    for each in COLLECTIONS:
        for definition in everything(collection(made[1], each)["fields"]):
            assert definition.get("collection", "courses") in names


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", [Group, Milestone])
def test_a_part_in_full(part: type[Part], language: str, settings: Settings) -> None:
    words = Words(editor_phrases(language), site_phrases(language), settings, "projects")
    golden = json.loads((HERE / "golden" / f"{part.__name__}.{language}.json").read_text("utf-8"))
    assert definitions(part, words) == golden


def test_the_writer_knows_every_part(made: tuple[str, dict[str, Any]]) -> None:
    known = made[1]["models"]
    assert set(known["parts"]) == {part.__name__ for part in all_parts()}
    assert set(known["records"]) == {*COLLECTIONS, "pages"}
