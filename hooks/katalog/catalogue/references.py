"""References between records: each one checked, and seen from its target as a back-link."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import reduce
from typing import Any

from katalog.catalogue.catalogue import BackLink
from katalog.loading.file_memo import FileMemo
from katalog.problems import Problem
from katalog.schema import records
from katalog.schema.annotations import Ref
from katalog.schema.contact_value_types import ID
from katalog.schema.course_parts import Run, Session
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import references
from katalog.schema.names import names_in
from katalog.schema.registration import Registration
from katalog.schema.suggest import nearest_value
from katalog.schema.value_types import EXAMPLE_ID
from katalog.source import Loc

_BETWEEN_PLACES = re.compile(r" *(?:,|&|/| og | och | and ) *")
_Declared = tuple[tuple[Loc, str, Ref], ...]
_INSTITUTION = Ref(frozenset({"libraries", "organisations"}))
_PERSON = Ref(frozenset({"contacts"}))
_MEMBER = Ref(_INSTITUTION.collections | _PERSON.collections)


def back_links_of(
    entries: Mapping[str, Entry], topics: Container[str], problems: list[Problem], memo: FileMemo
) -> dict[str, tuple[BackLink, ...]]:
    """Return who refers to each record and topic, by its id; what is wrong with a reference joins `problems`.

    Drafts are checked too, but refer to nothing.
    """
    links: dict[str, list[BackLink]] = defaultdict(list)
    for entry in entries.values():
        for loc, target, ref in _references(entry, entries, memo):
            if problem := _broken(entry, loc, target, ref, entries, topics):
                problems.append(problem)
            elif not entry.record.draft:
                links[target].append(BackLink(entry, loc))
    return {target: tuple(found) for target, found in links.items()}


def broken_references(
    refused: Iterable[Entry], entries: Mapping[str, Entry], topics: Container[str], memo: FileMemo
) -> Iterator[Problem]:
    """Yield what is wrong with the references of records that are refused already.

    Whether one was meant to be a draft cannot be known.
    """
    for entry in refused:
        for loc, target, ref in _references(entry, entries, memo):
            problem = _broken(entry, loc, target, ref, entries, topics)
            if problem and problem.code != "reference.to-draft":
                yield problem


def _references(entry: Entry, entries: Mapping[str, Entry], memo: FileMemo) -> Iterator[tuple[Loc, str, Ref]]:
    """Yield declared references, then the registrars, places and members that are ids, or meant to be."""
    yield from memo.part(entry.path, "references", _Declared, lambda: (*references(entry.record),))
    for loc, text, ref in _free_texts(entry.record):
        if text in entries or _is_meant(str(loc[-1]), text, entries):
            yield loc, str(text), ref


def _is_meant(field: str, text: str, entries: Mapping[str, Entry]) -> bool:
    """Tell whether a text that is no id stands for one: a word in `via`, several places, one misspelt."""
    if field == "via" and ID.fullmatch(text):
        return True
    return (field == "place" and _several_places(text, entries)) or _is_misspelt(text, entries)


def _is_misspelt(text: str, entries: Mapping[str, Entry]) -> bool:
    """Tell whether a text was meant to be an id: it is written like one, and much like one there is."""
    return "-" in text and bool(ID.fullmatch(text)) and nearest_value(text, entries, 0.85) is not None


def _free_texts(record: records.Record) -> Iterator[tuple[Loc, str, Ref]]:
    if isinstance(record, records.Course):
        yield from _registrar(record.registration, ())
        yield from _place(record, ())
        yield from _places(record.sessions, ("sessions",))
        for number, run in enumerate(record.runs):
            yield from _registrar(run.registration, ("runs", number))
            yield from _place(run, ("runs", number))
            yield from _places(run.sessions, ("runs", number, "sessions"))
    elif isinstance(record, records.Project):
        yield from _registrar(record.registration, ())
        yield from _places(record.meetings, ("meetings",))
        for position, group in enumerate(record.groups):
            for number, member in enumerate(group.members):
                yield ("groups", position, "members", number), member, _MEMBER


def _registrar(registration: Registration | None, at: Loc) -> Iterator[tuple[Loc, str, Ref]]:
    if registration and registration.via:
        yield (*at, "registration", "via"), registration.via, _PERSON


def _places(sessions: tuple[Session, ...], at: Loc) -> Iterator[tuple[Loc, str, Ref]]:
    for position, session in enumerate(sessions):
        yield from _place(session, (*at, position))


def _place(where: records.Course | Run | Session, at: Loc) -> Iterator[tuple[Loc, str, Ref]]:
    if where.place:
        yield (*at, "place"), where.place, _INSTITUTION


def _broken(
    entry: Entry, loc: Loc, target: str, ref: Ref, entries: Mapping[str, Entry], topics: Container[str]
) -> Problem | None:
    if "topics" in ref.collections:
        return None if target in topics else _unknown(entry, loc, target, topics, "topic.unknown")
    if target == entry.id:
        return entry.problem(loc, "reference.to-itself", written=target)
    found = entries.get(target)
    if found is None:
        return _unknown_record(entry, loc, target, ref, entries)
    if ref.collections and found.collection not in ref.collections:
        wanted = ", ".join(sorted(ref.collections))
        return entry.problem(loc, "reference.wrong-kind", written=target, found=found.path, wanted=wanted)
    if found.record.draft and not entry.record.draft:
        return entry.problem(loc, "reference.to-draft", written=target, found=found.path)
    return None


def _unknown_record(entry: Entry, loc: Loc, target: str, ref: Ref, entries: Mapping[str, Entry]) -> Problem:
    """Return what is wrong with the id of no record, with the nearest id or name, or an example."""
    if loc[-1] == "place" and _several_places(target, entries):
        return entry.problem(loc, "field.one-place")
    if cut := _cut_at_comma(entry, loc, target):
        return cut
    known = [each for each in entries.values() if not ref.collections or each.collection in ref.collections]
    nearest = nearest_value(target, [each.id for each in known])
    nearest = nearest or names_in(known, ()).nearest(target, {each.collection for each in known})
    if nearest:
        name = str(entries[nearest].record.title)
        return entry.problem(
            loc, "reference.unknown-did-you-mean", written=target, suggestion=nearest, name=name
        )
    example = min((each.id for each in known if not each.record.draft), default=EXAMPLE_ID)
    return entry.problem(loc, "reference.unknown", written=target, example=example)


def _several_places(text: str, entries: Mapping[str, Entry]) -> bool:
    """Tell whether a text names several records as one place: `fjordby, bakkeby`."""
    ids = _BETWEEN_PLACES.split(text)
    return len(ids) > 1 and all(id_ in entries for id_ in ids)


def _cut_at_comma(entry: Entry, loc: Loc, target: str) -> Problem | None:
    """Return advice where a comma cuts what speakers are from their names: `[Bo Prøve, lektor]`."""
    if loc[-1] != "person" or "speakers" not in loc or not (number := loc[-2]):
        return None
    speakers: Any = reduce(_step, loc[:-2], entry.record)
    name = speakers[int(number) - 1].name
    return name and entry.problem(
        loc, "reference.cut-at-comma", written=f"{name}, {target}", target=target,
        suggestion=f"{{name: {name}, role: {target}}}",
    )  # fmt: skip


def _step(value: Any, step: str | int) -> Any:
    return value[step] if isinstance(step, int) else getattr(value, step)


def _unknown(entry: Entry, loc: Loc, target: str, known: Any, code: str) -> Problem:
    if suggestion := nearest_value(target, known):
        return entry.problem(loc, f"{code}-did-you-mean", written=target, suggestion=suggestion)
    return entry.problem(loc, code, written=target)


def circular_references(entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Yield one problem for every record that is part of itself, or its own parent, in a circle."""
    for field, model in (("part_of", records.Project), ("parent", records.Institution)):
        above = {
            id_: getattr(entry.record, field)
            for id_, entry in entries.items()
            if isinstance(entry.record, model)
        }
        for id_ in above:
            if circle := _circle(id_, above):
                yield entries[id_].problem((field,), "reference.circular", circle=" → ".join(circle))


def _circle(id_: str, above: Mapping[str, str | None]) -> list[str]:
    """Return the ids from a record back to itself; empty when its chain ends elsewhere."""
    seen = [id_]
    at = above[id_]
    while at and at not in seen:
        seen.append(at)
        at = above.get(at)
    return [*seen, at] if at == id_ else []
