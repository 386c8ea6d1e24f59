"""What becomes of the page of each record: new, changed, gone, hidden; and in what."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from katalog.diff.record_changes import Line, Pair, changed_fields, changed_text
from katalog.diff.values import show_all
from katalog.diff.version import Version
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.field_order import ordered_fields

Fate = Literal["new", "changed", "removed"]
TELLING = (
    "sessions", "runs", "period", "meetings", "date", "place", "online", "registration", "price", "organiser",
    "coordinator", "role", "organisation", "country", "municipality",
)  # fmt: skip
"""The fields that say of a new page what it is about."""
MOST_TELLING = 6


class PageChange(Struct, frozen=True):
    """One page and what becomes of it; `addresses` by language, relative to the site's root."""

    fate: Fate
    title: str
    path: str
    addresses: dict[str, str]
    lines: tuple[Line, ...] = ()


def page_changes(pair: Pair) -> Iterator[PageChange]:
    """Yield what becomes of the page of every record that differs, by their files."""
    old_ids = dict(_same_records(pair.old, pair.new))
    for id_ in sorted({*pair.new.entries, *pair.new.refused}):
        yield from _page_change(pair, old_ids.get(id_, ""), id_)
    kept = set(old_ids.values())
    for entry in pair.old.entries.values():
        if entry.id not in kept and pair.old.is_published(entry.id):
            yield _page("removed", pair.old, entry, _left_behind(pair, entry))


def _same_records(old: Version, new: Version) -> Iterator[tuple[str, str]]:
    """Yield each record that was there before: its id now and its id then."""
    for id_ in (*new.entries, *new.refused):
        before = new.entries[id_].record.redirect_from if id_ in new.entries else ()
        ids = [each for each in (id_, *before) if each in old.entries]
        if ids and (ids[0] == id_ or ids[0] not in new.entries):
            yield id_, ids[0]


def _page_change(pair: Pair, before: str, id_: str) -> Iterator[PageChange]:
    say = pair.words.editor
    was, entry = pair.old.entries.get(before), pair.new.entries.get(id_)
    if entry is None:  # it cannot be read any more
        if was:
            yield _page("changed", pair.new, was, (Line(say("diff.refused")),))
    elif was is None:
        hidden = [] if pair.new.is_published(id_) else [Line(say("diff.draft"))]
        yield _page("new", pair.new, entry, (*hidden, *_about(pair, entry)))
    elif lines := tuple(_lines(pair, was, entry)):
        yield _page("changed", pair.new, entry, lines)


def _page(fate: Fate, version: Version, entry: Entry, lines: Iterable[Line]) -> PageChange:
    there = version.addresses if version.is_published(entry.id) else {}
    addresses = {tag: where.record(entry) for tag, where in there.items()}
    return PageChange(fate, str(entry.record.title), entry.path, addresses, tuple(lines))


def _about(pair: Pair, entry: Entry) -> Iterator[Line]:
    """Yield what there is to know of a new page: its state, then its dates, place, price and so on."""
    if state := _state(pair, pair.new, entry.id):
        yield Line(pair.words.editor("diff.state"), note=state)
    record, found = entry.record, 0
    for field in ordered_fields(type(record)):
        value = getattr(record, field.name)
        if field.name in TELLING and value and found < MOST_TELLING:
            found += 1
            label = pair.words.label(type(record), field.name)
            yield Line(label, note=show_all(value, field, record, pair.new, pair.words))
    yield from _new_translations(pair, (), _translations(pair.new, entry.id))


def _left_behind(pair: Pair, entry: Entry) -> Iterator[Line]:
    """Yield who spoke of a record that is gone."""
    referrers = pair.old.inspection.catalogue.referrers(entry.id)
    titles = [str(each.record.title) for each in referrers if each.id in pair.new.entries]
    if titles:
        yield Line(pair.words.editor("diff.referred-to"), note="; ".join(titles))


def _lines(pair: Pair, was: Entry, entry: Entry) -> Iterator[Line]:
    say = pair.words.editor
    published = pair.old.is_published(was.id), pair.new.is_published(entry.id)
    if published[0] != published[1]:
        yield Line(say("diff.published" if published[1] else "diff.hidden"))
    if was.id != entry.id:
        yield Line(say("diff.id"), was.id, entry.id)
    states = _state(pair, pair.old, was.id), _state(pair, pair.new, entry.id)
    if all(states) and states[0] != states[1]:
        yield Line(say("diff.state"), *states)
    told = ("draft", "redirect_from", *(["status"] if states[0] != states[1] else []))
    skipped = {pair.words.label(type(entry.record), name) for name in told}
    yield from (each for each in changed_fields(pair, was.record, entry.record) if each.label not in skipped)
    yield from _text(pair, was.body, entry.body, "")
    yield from _translated(pair, was, entry)


def _state(pair: Pair, version: Version, id_: str) -> str:
    """Return the state of a published course; empty for everything else."""
    is_course = version.entries[id_].collection == "courses" and version.is_published(id_)
    return pair.words.site(f"state.{version.state(id_)}") if is_course else ""


def _text(pair: Pair, before: str, after: str, around: str) -> Iterator[Line]:
    """Yield how much of a text differs."""
    if before.strip() != after.strip():
        label = pair.words.editor("diff.text")
        yield changed_text(pair, f"{around}: {label}" if around else label, before, after)


def _translations(version: Version, id_: str) -> dict[str, TranslationEntry]:
    return {each.language: each for each in version.inspection.project.translations if each.id == id_}


def _new_translations(pair: Pair, before: Iterable[str], after: Iterable[str]) -> Iterator[Line]:
    for tag in sorted({*after} - {*before}):
        yield Line(pair.words.editor("diff.translation"), after=pair.words.language_name(tag))


def _translated(pair: Pair, was: Entry, entry: Entry) -> Iterator[Line]:
    """Yield what became of a record's translations."""
    old, new = _translations(pair.old, was.id), _translations(pair.new, entry.id)
    yield from _new_translations(pair, old, new)
    for tag in sorted({*old} - {*new}):
        yield Line(pair.words.editor("diff.translation"), before=pair.words.language_name(tag))
    for tag in sorted({*old} & {*new}):
        name = pair.words.language_name(tag)
        yield from _changed_translation(pair, old[tag], new[tag], name)
        outdated = (entry.id, tag) in pair.new.inspection.catalogue.outdated
        if outdated and (was.id, tag) not in pair.old.inspection.catalogue.outdated:
            yield Line(pair.words.editor("diff.outdated", language=name))


def _changed_translation(
    pair: Pair, old: TranslationEntry, new: TranslationEntry, name: str
) -> Iterator[Line]:
    mark = f"{name}: {pair.words.label(type(new.texts), 'translates')}"
    yield from (each for each in changed_fields(pair, old.texts, new.texts, name) if each.label != mark)
    yield from _text(pair, old.body, new.body, name)
