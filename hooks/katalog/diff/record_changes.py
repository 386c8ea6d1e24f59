"""Two versions of a record, field by field: what was there before and what is there after."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from katalog.diff.values import Words, show, show_all
from katalog.diff.version import Version
from katalog.schema.field_introspection import Field
from katalog.schema.field_order import ordered_fields
from katalog.schema.record_parts import Part

NAMED_BY = ("id", "person", "library", "title", "name", "label", "field", "section", "tag")
"""Fields that say which item of a list is which, the surest first."""


class Line(Struct, frozen=True):
    """One thing that changed; `before` is empty for what is new, `after` for what is gone.

    With neither, `note` says what there is to say; without a note, `label` does.
    """

    label: str
    before: str = ""
    after: str = ""
    note: str = ""


class Pair(Struct, frozen=True):
    """The two versions that are compared, and the words to do it in."""

    old: Version
    new: Version
    words: Words


def changed_fields(pair: Pair, old: Part, new: Part, around: str = "") -> Iterator[Line]:
    """Yield a line for every value that differs; `around` is the name of what the part belongs to."""
    for field in ordered_fields(type(new)):
        before, after = getattr(old, field.name, None), getattr(new, field.name)
        if before == after:
            continue
        label = pair.words.label(type(new), field.name)
        label = f"{around}: {label}" if around else label
        if field.many:
            yield from _changed_items(pair, field, (old, new), (before or (), after), label)
        elif field.part and before and after:
            yield from changed_fields(pair, before, after, label)
        else:
            yield Line(
                label, _shown(pair.old, pair, field, old, before), _shown(pair.new, pair, field, new, after)
            )


def _shown(version: Version, pair: Pair, field: Field, part: Part, value: Any) -> str:
    return "" if value is None or value == "" else show_all(value, field, part, version, pair.words)


def _changed_items(
    pair: Pair,
    field: Field,
    parts: tuple[Part, Part],
    values: tuple[Sequence[Any], Sequence[Any]],
    label: str,
) -> Iterator[Line]:
    """Yield what became of the items of a list: changed, new, gone or in another order."""
    gone, fresh = _without(values[0], values[1]), _without(values[1], values[0])
    if not gone and not fresh:
        yield Line(label, note=pair.words.editor("diff.order"))
    for before, after in _matched(gone, fresh) if field.part else ():
        gone.remove(before)
        fresh.remove(after)
        yield from changed_fields(pair, before, after, f"{label}, {_name(pair, field, parts, before, after)}")
    before = [show(each, field, parts[0], pair.old, pair.words) for each in gone]
    after = [show(each, field, parts[1], pair.new, pair.words) for each in fresh]
    if len(before) == len(after):
        yield from (Line(label, *each) for each in zip(before, after, strict=True) if each[0] != each[1])
    else:
        yield from (Line(label, before=each) for each in before)
        yield from (Line(label, after=each) for each in after)


def _without(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Return the items that are not among the others, as often as they are there more."""
    left, found = list(others), []
    for each in items:
        if each in left:
            left.remove(each)
        else:
            found.append(each)
    return found


def _matched(gone: Sequence[Any], fresh: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return which new item takes the place of which old one: by its own name, else in their order."""
    names = Counter(map(_identity, gone))
    later: dict[str, list[Any]] = {}
    for each in fresh:
        later.setdefault(_identity(each), []).append(each)
    pairs = [
        (each, later[name][0])
        for each in gone
        if (name := _identity(each)) and names[name] == 1 and len(later.get(name, ())) == 1
    ]
    rest = [each for each in gone if all(each is not one for one, _ in pairs)]
    others = [each for each in fresh if all(each is not one for _, one in pairs)]
    in_order = zip(rest, others, strict=True) if len(rest) == len(others) else ()
    return [*pairs, *in_order]


def _identity(item: Any) -> str:
    return next((str(value) for name in NAMED_BY if (value := getattr(item, name, None))), "")


def _name(pair: Pair, field: Field, parts: tuple[Part, Part], before: Any, after: Any) -> str:
    """Return what an item of a list is called before a reader: its name, else the whole of it."""
    name = _identity(before)
    if name and name == _identity(after):
        return pair.new.title(name)
    return show(before, field, parts[0], pair.old, pair.words)


def changed_text(pair: Pair, label: str, before: str, after: str) -> Line:
    """Return how many words of a text are new and how many are gone; else, that they are in another order."""
    old, new = Counter(before.split()), Counter(after.split())
    more, fewer = (new - old).total(), (old - new).total()
    say = pair.words.editor
    return Line(label, note=say("diff.words", more=more, fewer=fewer) if more or fewer else say("diff.order"))
