"""New records: every field there is, the required ones as places to fill in, the others as comments.

A place stands between ⟦ and ⟧; `katalog check` refuses a record that still has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.schema.described import help_id, label_id, ordered_shapes
from katalog.schema.records import COLLECTIONS
from katalog.schema.shape import Shape, shapes
from katalog.schema.translation import NOT_TRANSLATED
from katalog.source.yaml_text import record_text, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from katalog.i18n.phrases import Phrases
    from katalog.schema.parts import Part
    from katalog.schema.records import Record
    from katalog.schema.validate import Entry

KINDS = {
    "course": ("courses", "courses"),
    "project": ("projects", "projects"),
    "library": ("content/libraries", "libraries"),
    "organisation": ("content/organisations", "organisations"),
    "contact": ("content/contacts", "contacts"),
    "news": ("content/news", "news"),
}
"""The folder and the collection of each kind of record, by the word on the command line."""

_EXAMPLES = {"date": " 2026-03-07", "money": " 9950 DKK", "truth": " true", "number": " 1", "text": ""}


def new_record(collection: str, say: Phrases) -> str:
    """Return the text of a new record, explained in the editor's language."""
    model = COLLECTIONS[collection]
    fields = ordered_shapes(model)
    required = [shape for shape in fields if shape.required]
    optional = [shape for shape in fields if not shape.required]
    lines = [f"# {say('new.required')}:"]
    for shape in required:
        lines += [f"# {_about(model, shape, say)}", f"{shape.name}: {_place(model, shape, say)}"]
    lines += ["", f"# {say('new.optional')}"]
    for shape in optional:
        lines += ["", f"## {_about(model, shape, say)}", *(f"# {line}" for line in _example(shape))]
    return record_text("\n".join(lines), f"⟦{say('new.body')}⟧")


def _about(model: type[Part], shape: Shape, say: Phrases) -> str:
    text = f"{say(label_id(model, shape.name))}: {say(help_id(model, shape.name))}"
    return f"{text} {say('new.one-of')}: {', '.join(shape.choices)}." if shape.choices else text


def _place(model: type[Record], shape: Shape, say: Phrases) -> str:
    if shape.name == "language":
        return say.language if say.language in shape.choices else "da"
    if shape.choices:
        return f"⟦{' | '.join(shape.choices)}⟧"
    return f"⟦{say(label_id(model, shape.name))}⟧"


def _example(shape: Shape) -> Iterator[str]:
    """Yield a field as it is written, one level deep below it."""
    if shape.part is None:
        value = _value(shape)
        yield f"{shape.name}: [{value.strip()}]" if shape.many else f"{shape.name}:{value}"
        return
    yield f"{shape.name}:"
    inner = [each for each in shapes(shape.part) if each.part is None]
    for number, each in enumerate(inner):
        lead = "  - " if shape.many and number == 0 else ("    " if shape.many else "  ")
        value = _value(each)
        yield f"{lead}{each.name}:" + (f" [{value.strip()}]" if each.many else value)


def _value(shape: Shape) -> str:
    return f" {shape.choices[0]}" if shape.choices else _EXAMPLES[shape.kind]


def new_translation(entry: Entry, mark: str, say: Phrases) -> str:
    """Return the text of a new translation of `entry`; `mark` stands for its original's present texts."""
    lines = [f"translates: {mark}", *_texts(entry.record, "", say)]
    return record_text("\n".join(lines), f"⟦{say('new.body')}⟧" if entry.body.strip() else "")


def _texts(part: Part, lead: str, say: Phrases) -> Iterator[str]:
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if not value or shape.name in NOT_TRANSLATED or not _has_texts(shape):
            continue
        if not shape.many and not shape.part:
            yield f"{lead}{shape.name}: {_to_translate(value, say)}"
        else:
            below = list(_below(shape, value, lead, say))
            yield from [f"{lead}{shape.name}:", *below] if below else []


def _has_texts(shape: Shape) -> bool:
    return shape.translated or shape.part is not None


def _below(shape: Shape, value: object, lead: str, say: Phrases) -> Iterator[str]:
    if not shape.many:
        yield from _texts(value, f"{lead}  ", say)  # type: ignore[arg-type]
        return
    items = [list(_item(shape, each, lead, say)) for each in value]  # type: ignore[attr-defined]
    if any(items):
        for item in items:
            first, *rest = item or [f"{lead}    {{}}"]
            yield f"{lead}  - {first.strip()}"
            yield from rest


def _item(shape: Shape, value: object, lead: str, say: Phrases) -> Iterator[str]:
    if shape.part:
        yield from _texts(value, f"{lead}    ", say)  # type: ignore[arg-type]
    else:
        yield f"{lead}    {_to_translate(str(value), say)}"


def _to_translate(text: str, say: Phrases) -> str:
    """Return a place in quotation marks, so that a colon in the original does no harm."""
    plain = text.replace("\\", "").replace('"', "'").replace("⟧", "")
    return scalar(f"⟦{say('new.translate', text=' '.join(plain.split()))}⟧", quoted=True)
