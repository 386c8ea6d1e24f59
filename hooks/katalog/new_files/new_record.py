"""New records: the required fields as places to fill in, the others as comments, of rare ones the names.

A place stands between ⟦ and ⟧; `katalog check` refuses a record that still has one.
"""

from collections.abc import Iterator

from katalog.i18n.phrases import Phrases
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.field_order import ordered_fields
from katalog.schema.labels import help_id, label_id
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, Record
from katalog.schema.translation import NOT_TRANSLATED
from katalog.source.yaml_text import record_text, scalar

KINDS = {
    "course": ("courses", "courses"),
    "project": ("projects", "projects"),
    "library": ("content/libraries", "libraries"),
    "organisation": ("content/organisations", "organisations"),
    "contact": ("content/contacts", "contacts"),
    "news": ("content/news", "news"),
}
"""The folder and the collection of each kind of record, by the word on the command line."""

_EXAMPLES = {"date": " 2026-03-07", "money": " 9950 DKK", "boolean": " true", "number": " 1", "text": ""}


def new_record(collection: str, phrases: Phrases) -> str:
    """Return the text of a new record, explained in the editor's language."""
    model = COLLECTIONS[collection]
    fields = ordered_fields(model)
    required = [field for field in fields if field.required]
    optional = [field for field in fields if not field.required and not field.uncommon]
    lines = [f"# {phrases('new.required')}:"]
    for field in required:
        lines += [f"# {_about(model, field, phrases)}", f"{field.name}: {_place(model, field, phrases)}"]
    lines += ["", f"# {phrases('new.optional')}"]
    for field in optional:
        lines += ["", f"## {_about(model, field, phrases)}", *(f"# {line}" for line in _example(field))]
    if rare := [field.name for field in fields if field.uncommon]:
        lines += ["", f"## {phrases('new.uncommon')}: {', '.join(rare)}"]
    return record_text("\n".join(lines), f"⟦{phrases('new.body')}⟧")


def _about(model: type[Part], field: Field, phrases: Phrases) -> str:
    text = f"{phrases(label_id(model, field.name))}: {phrases(help_id(model, field.name))}"
    return f"{text} {phrases('new.one-of')}: {', '.join(field.choices)}." if field.choices else text


def _place(model: type[Record], field: Field, phrases: Phrases) -> str:
    if field.name == "language":
        return phrases.language if phrases.language in field.choices else "da"
    if field.choices:
        return f"⟦{' | '.join(field.choices)}⟧"
    return f"⟦{phrases(label_id(model, field.name))}⟧"


def _example(field: Field) -> Iterator[str]:
    """Yield a field as it is written, one level deep below it."""
    if field.part is None:
        value = _value(field)
        listed = field.many and not field.or_one
        yield f"{field.name}: [{value.strip()}]" if listed else f"{field.name}:{value}"
        return
    yield f"{field.name}:"
    inner = [each for each in fields_of(field.part) if each.part is None and not each.uncommon]
    for number, each in enumerate(inner):
        lead = "  - " if field.many and number == 0 else ("    " if field.many else "  ")
        value = _value(each)
        yield f"{lead}{each.name}:" + (f" [{value.strip()}]" if each.many else value)


def _value(field: Field) -> str:
    return f" {field.choices[0]}" if field.choices else _EXAMPLES[field.kind]


def new_translation(entry: Entry, mark: str, phrases: Phrases) -> str:
    """Return the text of a new translation of `entry`; `mark` stands for its original's present texts."""
    lines = [f"translates: {mark}", *_texts(entry.record, "", phrases)]
    return record_text("\n".join(lines), f"⟦{phrases('new.body')}⟧" if entry.body.strip() else "")


def _texts(part: Part, lead: str, phrases: Phrases) -> Iterator[str]:
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        if not value or field.name in NOT_TRANSLATED or not _has_texts(field):
            continue
        if not field.many and not field.part:
            yield f"{lead}{field.name}: {_to_translate(value, phrases)}"
        else:
            below = list(_below(field, value, lead, phrases))
            yield from [f"{lead}{field.name}:", *below] if below else []


def _has_texts(field: Field) -> bool:
    return field.translatable or field.part is not None


def _below(field: Field, value: object, lead: str, phrases: Phrases) -> Iterator[str]:
    if not field.many:
        yield from _texts(value, f"{lead}  ", phrases)  # type: ignore[arg-type]
        return
    items = [list(_item(field, each, lead, phrases)) for each in value]  # type: ignore[attr-defined]
    if any(items):
        for item in items:
            first, *rest = item or [f"{lead}    {{}}"]
            yield f"{lead}  - {first.strip()}"
            yield from rest


def _item(field: Field, value: object, lead: str, phrases: Phrases) -> Iterator[str]:
    if field.part:
        yield from _texts(value, f"{lead}    ", phrases)  # type: ignore[arg-type]
    else:
        yield f"{lead}    {_to_translate(str(value), phrases)}"


def _to_translate(text: str, phrases: Phrases) -> str:
    """Return a place in quotation marks, so that a colon in the original does no harm."""
    plain = text.replace("\\", "").replace('"', "'").replace("⟧", "")
    return scalar(f"⟦{phrases('new.translate', text=' '.join(plain.split()))}⟧", quoted=True)
