"""The published schemas take what the check takes, and are those in the repository."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from katalog.cli.schema import PUBLISHED, files
from katalog.feeds.json_data.published_schemas import FOLDER
from katalog.i18n.phrases import editor_phrases
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import all_models, field_order, parts_of
from katalog.schema.json_schema import json_schemas
from katalog.schema.labels import defined_in, help_id, label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import Contact, Course, Library
from katalog.settings.model import Settings
from tests.good.generator import make_records

ROOT = Path(__file__).parent.parent.parent
MODELS = [*all_models(), Settings, *parts_of(Settings)]
SCHEMAS = json_schemas()


class Yaml12(yaml.SafeLoader):
    """What an editor's YAML reader makes of scalars: no dates, `no` and `yes` are text."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("true|false"), list("tf"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_good_records_pass() -> None:
    validators = {name: jsonschema.Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
    for made in make_records(120, seed=5):
        data = yaml.load(made.text().split("---\n")[1], Loader=Yaml12)  # noqa: S506 - a safe loader
        data = {key: _typed(key, value) for key, value in data.items()}
        assert list(validators[made.collection].iter_errors(data)) == []


BOOLEANS = {field.name for model in all_models() for field in fields_of(model) if field.kind == "boolean"}


def _typed(key: str, value: object) -> object:
    """Form editors quote every scalar; in an editor, numbers and truths are typed as such."""
    if isinstance(value, dict):
        return {name: _typed(name, each) for name, each in value.items()}
    if isinstance(value, list):
        return [_typed(key, each) for each in value]
    if key in BOOLEANS:
        return value in {"true", "ja"}
    if key == "people":
        return int(str(value))
    return value


@pytest.mark.parametrize(
    "text",
    [
        "{title: A, language: da, kind: fest}",
        "{title: A, language: xx}",
        "{language: da}",
        "{title: A, language: da, pris: 1}",
        "{title: A, language: da, outcomes: a}",
        "{title: A, language: da, price: [{per: library}]}",
    ],
)
def test_bad_records_do_not(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), SCHEMAS["courses"])


@pytest.mark.parametrize(
    ("collection", "text"),
    [
        ("courses", "{title: A, language: da, contacts: [ane, {person: bo, role: press}], sessions: }"),
        (
            "projects",
            "{title: A, language: da, kind: project, followers: [a, b: 5, {library: c, people: 2}]}",
        ),
        ("courses", "{title: A, language: da, lessons: 24, sessions: [{when: 2018}]}"),
        ("contacts", "{title: A, language: da, phone: 24782393, show_until: '2030-12-31'}"),
    ],
)
def test_short_forms_pass(collection: str, text: str) -> None:
    jsonschema.validate(yaml.safe_load(text), SCHEMAS[collection])


def test_every_field_is_explained() -> None:
    def explained(schema: dict[str, object]) -> None:
        for part in (schema, *schema.get("$defs", {}).values()):  # type: ignore[attr-defined]
            for form in part.get("anyOf", [part]):
                for field in form.get("properties", {}).values():
                    assert field["title"]
                    assert field["description"]

    for schema in SCHEMAS.values():
        explained(schema)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_field_has_words_in_every_language(model: type[Part], language: str) -> None:
    phrases = editor_phrases(language)
    for field in fields_of(model):
        assert phrases(label_id(model, field.name))
        assert phrases(help_id(model, field.name)).endswith(".")


def test_the_files_are_up_to_date() -> None:
    for path, text in files():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run: katalog schema"


def test_no_schema_is_published_that_no_model_makes() -> None:
    made = {ROOT / path for path, _ in files() if path.startswith(PUBLISHED)}
    assert set(FOLDER.rglob("*.*")) == made


def test_a_shared_field_is_defined_once() -> None:
    assert defined_in(Course, "topics") == "Record"
    assert defined_in(Library, "title") == "Institution"
    assert field_order(Library)[:4] == ("title", "subtitle", "aliases", "language")


def test_kinds_are_read_off_the_types() -> None:
    course = {field.name: field for field in fields_of(Course)}
    assert next(field.kind for field in fields_of(Contact) if field.name == "show_until") == "date"
    assert course["lessons"].kind == "number"
    assert course["draft"].kind == "boolean"
    assert course["audience"].kind == "text"
    assert course["form"].choices == ("in-person", "online", "blended")
