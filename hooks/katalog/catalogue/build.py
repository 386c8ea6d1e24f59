"""Entries to a catalogue: every reference checked, every back-link made."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from katalog.catalogue.catalogue import BackLink, Catalogue
from katalog.catalogue.links import resolve
from katalog.catalogue.translation_hash import language_mark
from katalog.markdown import render_text
from katalog.problems import Position, Problem
from katalog.schema import records
from katalog.schema.entries import link_problem
from katalog.schema.fields import references
from katalog.schema.scalars import ID
from katalog.schema.suggest import nearest_value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Mapping

    from katalog.loading import ProjectFolder
    from katalog.markdown import Body
    from katalog.schema.entries import Entry, TranslationEntry
    from katalog.schema.record_parts import Registration, Session
    from katalog.schema.scalars import Ref
    from katalog.source import Loc


def build_catalogue(
    project: ProjectFolder, pages: Collection[str] = (), render: Callable[[str], Body] = render_text
) -> tuple[Catalogue, list[Problem]]:
    """Link a project's entries; `pages` are the paths of hand-written pages records may link to."""
    problems: list[Problem] = []
    everything = _by_id(project.entries, problems)
    published = {id_: entry for id_, entry in sorted(everything.items()) if not entry.record.draft}
    topics = {topic.id: topic for topic in project.topics}
    translations = dict(_translations(project.translations, everything, problems))
    catalogue = Catalogue(
        entries=published,
        translations={key: each for key, each in translations.items() if each.id in published},
        topics=topics,
        back_links=_back_links(everything, topics, problems),
        bodies=_bodies(project, render),
        attachments=frozenset(file.path for file in project.attachments),
        outdated=frozenset(_outdated(translations, everything, problems)),
        drafts=len(everything) - len(published),
        by_collection=_by_collection(published),
    )
    problems += _text_problems(catalogue, everything, translations, {*pages, *project.refused_files})
    problems += _circles(everything)
    refused = frozenset(project.refused_files.values())
    return catalogue, [each for each in problems if not _follows_from(each, refused)]


def _follows_from(problem: Problem, refused: Container[str]) -> bool:
    """Tell whether a record is only missed because it was refused, which has been said already."""
    missed = problem.code.startswith("reference.unknown") or problem.code == "translation.without-original"
    return missed and problem.params.get("written") in refused


def _by_id(entries: list[Entry], problems: list[Problem]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            other = found[entry.id].path
            problems.append(
                Problem(entry.path, Position(), "id.twice", {"written": entry.id, "other": other})
            )
        else:
            found[entry.id] = entry
    return found


def _by_collection(published: Mapping[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    lists: dict[str, list[Entry]] = defaultdict(list)
    for entry in published.values():
        lists[entry.collection].append(entry)
    return {name: tuple(entries) for name, entries in lists.items()}


def _translations(
    translations: list[TranslationEntry], entries: Mapping[str, Entry], problems: list[Problem]
) -> Iterator[tuple[tuple[str, str], TranslationEntry]]:
    for each in translations:
        original = entries.get(each.id)
        if original is None:
            problems.append(
                Problem(each.path, Position(), "translation.without-original", {"written": each.id})
            )
        elif original.record.language == each.language:
            problems.append(
                Problem(each.path, Position(), "translation.same-language", {"written": each.language})
            )
        else:
            yield (each.id, each.language), each


def _outdated(
    translations: Mapping[tuple[str, str], TranslationEntry],
    entries: Mapping[str, Entry],
    problems: list[Problem],
) -> Iterator[tuple[str, str]]:
    for key, each in translations.items():
        mark = language_mark(entries[each.id])
        if each.texts.translates != mark:
            place = each.tree.position_of(("translates",))
            params = {"written": str(each.texts.translates or ""), "suggestion": mark}
            problems.append(Problem(each.path, place, "translation.outdated", params))
            yield key


def _back_links(
    entries: Mapping[str, Entry], topics: Container[str], problems: list[Problem]
) -> dict[str, tuple[BackLink, ...]]:
    links: dict[str, list[BackLink]] = defaultdict(list)
    for entry in entries.values():
        for loc, target, ref in _references(entry, entries):
            if problem := _broken(entry, loc, target, ref, entries, topics):
                problems.append(problem)
            elif not entry.record.draft:
                links[target].append(BackLink(entry, loc))
    return {target: tuple(found) for target, found in links.items()}


def _references(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[tuple[Loc, str, Ref | None]]:
    """Yield declared references, then the places, members and registrars that are ids, or meant to be."""
    yield from references(entry.record)
    for loc, text in _free_texts(entry.record):
        if text in entries or _is_misspelt(text, entries):
            yield loc, str(text), None


def _is_misspelt(text: str, entries: Mapping[str, Entry]) -> bool:
    """Tell whether a text was meant to be an id: it is written like one, and much like one there is."""
    return "-" in text and bool(ID.fullmatch(text)) and nearest_value(text, entries, 0.85) is not None


def _free_texts(record: records.Record) -> Iterator[tuple[Loc, str]]:
    if isinstance(record, records.Course):
        yield from _registrar(record.registration, ())
        yield from _places(record.sessions, ("sessions",))
        for number, run in enumerate(record.runs):
            yield from _registrar(run.registration, ("runs", number))
            yield from _places(run.sessions, ("runs", number, "sessions"))
    elif isinstance(record, records.Project):
        yield from _registrar(record.registration, ())
        yield from _places(record.meetings, ("meetings",))
        for position, group in enumerate(record.groups):
            for number, member in enumerate(group.members):
                yield ("groups", position, "members", number), member


def _registrar(registration: Registration | None, at: Loc) -> Iterator[tuple[Loc, str]]:
    if registration and registration.via:
        yield (*at, "registration", "via"), registration.via


def _places(sessions: tuple[Session, ...], at: Loc) -> Iterator[tuple[Loc, str]]:
    for position, session in enumerate(sessions):
        if session.place:
            yield (*at, position, "place"), session.place


def _broken(
    entry: Entry, loc: Loc, target: str, ref: Ref | None, entries: Mapping[str, Entry], topics: Container[str]
) -> Problem | None:
    if ref and "topics" in ref.collections:
        return None if target in topics else _unknown(entry, loc, target, topics, "topic.unknown")
    found = entries.get(target)
    if found is None:
        known = [e.id for e in entries.values() if not ref or e.collection in ref.collections]
        return _unknown(entry, loc, target, known, "reference.unknown")
    if target == entry.id:
        return entry.problem(loc, "reference.to-itself", written=target)
    if ref and ref.collections and found.collection not in ref.collections:
        wanted = ", ".join(sorted(ref.collections))
        return entry.problem(loc, "reference.wrong-kind", written=target, found=found.path, wanted=wanted)
    if found.record.draft and not entry.record.draft:
        return entry.problem(loc, "reference.to-draft", written=target, found=found.path)
    return None


def _unknown(entry: Entry, loc: Loc, target: str, known: Any, code: str) -> Problem:
    if suggestion := nearest_value(target, known):
        return entry.problem(loc, f"{code}-did-you-mean", written=target, suggestion=suggestion)
    return entry.problem(loc, code, written=target)


def _circles(entries: Mapping[str, Entry]) -> Iterator[Problem]:
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
    while at is not None and at in above and at not in seen:
        seen.append(at)
        at = above[at]
    return [*seen, at] if at == id_ else []


def _bodies(project: ProjectFolder, render: Callable[[str], Body]) -> dict[str, Body]:
    everything: list[Entry | TranslationEntry] = [*project.entries, *project.translations]
    return {each.path: render(each.body) for each in everything}


def _text_problems(
    catalogue: Catalogue,
    entries: Mapping[str, Entry],
    translations: Mapping[tuple[str, str], TranslationEntry],
    pages: Container[str],
) -> Iterator[Problem]:
    records = {entry.path: entry for entry in entries.values()}
    everything: list[Entry | TranslationEntry] = [*entries.values(), *translations.values()]
    for each in everything:
        body = catalogue.bodies[each.path]
        for fault in body.faults:
            yield Problem(each.path, _in_file(each, fault.position), fault.code)
        for link in body.links:
            target = resolve(link.url, each.path, records, pages, catalogue.attachments)
            if target is None or (link.picture and target.kind == "elsewhere"):
                if (
                    link.url
                ):  # pictures from elsewhere are shown by no browser: docs/publishing.md, the policy
                    code = "text.dead-picture" if link.picture else "text.dead-link"
                    yield link_problem(each, link, code, written=link.url)
            elif target.fragment and not _has_anchor(
                catalogue, target.kind, each.path, target.value, target.fragment, entries
            ):
                yield link_problem(each, link, "text.dead-anchor", written=link.url)


def _has_anchor(
    catalogue: Catalogue, kind: str, path: str, value: str, fragment: str, entries: Mapping[str, Entry]
) -> bool:
    if kind == "anchor":
        body = catalogue.bodies[path]
    elif kind == "record":
        body = catalogue.bodies[entries[value].path]
    else:
        return True
    return any(heading.id == fragment for heading in body.headings)


def _in_file(each: Entry | TranslationEntry, place: Position) -> Position:
    return Position(place.line + each.body_line - 1, place.column)
