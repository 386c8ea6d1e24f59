"""Entries to a catalogue: each id once, translations matched, references and texts checked."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping

from katalog.catalogue.catalogue import Catalogue
from katalog.catalogue.dead_links import body_problems
from katalog.catalogue.references import back_links_of, broken_references, circular_references
from katalog.catalogue.translation_hash import language_mark
from katalog.loading.file_memo import FileMemo
from katalog.loading.project_folder import ProjectFolder
from katalog.markdown import Outline, outline_of
from katalog.problems import Position, Problem
from katalog.schema.entries import Entry, TranslationEntry


def build_catalogue(
    project: ProjectFolder,
    pages: Mapping[str, Collection[str]],
) -> tuple[Catalogue, list[Problem]]:
    """Link a project's entries; `pages` are the paths of hand-written pages, each with its anchors."""
    problems: list[Problem] = []
    everything = _by_id(project.entries, problems)
    published = {id_: entry for id_, entry in sorted(everything.items()) if not entry.record.draft}
    topics = {topic.id: topic for topic in project.topics}
    translations = dict(_translations(project.translations, everything, problems))
    catalogue = Catalogue(
        entries=published,
        translations={key: each for key, each in translations.items() if each.id in published},
        topics=topics,
        back_links=back_links_of(everything, topics, problems, project.memo),
        outlines=_outlines(project),
        attachments=frozenset(file.path for file in project.attachments),
        outdated=frozenset(_outdated(translations, everything, problems)),
        drafts=len(everything) - len(published),
        by_collection=_by_collection(published),
    )
    refused_entries = project.refused_entries
    problems += broken_references(refused_entries, everything, topics, project.memo)
    texts: list[Entry | TranslationEntry] = [*everything.values(), *translations.values(), *refused_entries]
    problems += body_problems(texts, catalogue, everything, {**pages, **dict.fromkeys(project.refused_files)})
    problems += circular_references(everything)
    refused = frozenset(project.refused_files.values())
    return catalogue, [each for each in problems if not _follows_from(each, refused)]


def _follows_from(problem: Problem, refused: Container[str]) -> bool:
    """Return whether a reference fails only because its target was refused, a problem reported already."""
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


def _outlines(project: ProjectFolder) -> dict[str, Outline]:
    everything: list[Entry | TranslationEntry] = [
        *project.entries, *project.translations, *project.refused_entries
    ]  # fmt: skip
    return {each.path: _outline(each, project.memo) for each in everything}


def _outline(each: Entry | TranslationEntry, memo: FileMemo) -> Outline:
    return memo.part(each.path, "outline", Outline, lambda: outline_of(each.body))
