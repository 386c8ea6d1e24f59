"""What few records need stands apart where fields are explained, and makes a new record no longer."""

import pytest

from katalog.generated_docs.field_pages import field_page
from katalog.i18n.phrases import editor_phrases
from katalog.new_files.new_record import new_record
from katalog.schema.field_introspection import fields_of
from katalog.schema.field_order import all_models
from katalog.schema.records import COLLECTIONS

UNCOMMON = {
    (model.__name__, field.name): model
    for model in all_models()
    for field in fields_of(model)
    if field.uncommon
}


def section(page: str, title: str) -> str:
    """Return what a page says under the heading `title`."""
    return page.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize(("model", "field"), sorted(UNCOMMON))
def test_they_are_explained_after_the_others(model: str, field: str) -> None:
    phrases = editor_phrases("da")
    names = {each.__name__: f"collection.{name}" for name, each in COLLECTIONS.items()}
    own = section(field_page("da"), phrases(names.get(model, f"part.{model}")))
    common, _, rest = own.partition(phrases("fields.uncommon"))
    assert f"\n| `{field}` |" not in common
    assert f"\n| `{field}` |" in rest


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_new_record_only_names_them(collection: str) -> None:
    text = new_record(collection, editor_phrases("da"))
    rare = [field.name for field in fields_of(COLLECTIONS[collection]) if field.uncommon]
    [line] = [line for line in text.splitlines() if editor_phrases("da")("new.uncommon") in line]
    assert all(name in line for name in rare)
    assert not any(f"\n# {name}:" in text for name in rare)


def test_none_of_them_must_be_there() -> None:
    assert not [
        key
        for key, model in UNCOMMON.items()
        for each in fields_of(model)
        if each.name == key[1] and each.required
    ]
