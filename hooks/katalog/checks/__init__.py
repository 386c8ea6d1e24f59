"""What single values cannot tell: dates against each other, lists, people, pictures, old addresses.

Every check is a generator over a record (or all of them) that yields problems; none reads a clock or a file.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from katalog.checks.bodies import check_body
from katalog.checks.coordinates import check_coordinates
from katalog.checks.copied_contact_details import check_copied_contact_details
from katalog.checks.course_kinds import check_course_kind
from katalog.checks.custom_fields import check_custom_fields
from katalog.checks.missing_files import check_missing_files
from katalog.checks.people import check_show_until, check_speakers_by_name, check_withdrawn_people
from katalog.checks.plain_text import check_plain_text
from katalog.checks.prices import check_alike_prices
from katalog.checks.redirects import check_redirects
from katalog.checks.repeated_items import (
    check_repeated_followers,
    check_repeated_items,
    check_repeated_run_ids,
)
from katalog.checks.same_content import check_same_content, check_same_title
from katalog.checks.schedules import check_schedules
from katalog.checks.translations import check_translation
from katalog.i18n.cldr import sole_time_zones
from katalog.loading.file_memo import given
from katalog.loading.project_folder import ProjectFolder
from katalog.problems import Problem
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.records import Institution
from katalog.settings.model import Settings

__all__ = ["check_records"]


def check_records(project: ProjectFolder, settings: Settings, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the records of a site's folder beyond their single values."""
    files = frozenset(file.path for file in project.attachments)
    zones = _time_zones(project.entries)
    around = given(settings, zones)
    everything: list[Entry | TranslationEntry] = [*project.entries, *project.translations]
    for each in everything:
        check = partial(_of_itself, each, settings, zones, whole=True)
        yield from project.memo.part(each.path, "problems", tuple[Problem, ...], check, around)
    for entry in project.entries:
        yield from check_show_until(entry, today)
        yield from check_missing_files(entry, files)
    faults = {each.path: set[int]() for each in project.refused_entries}
    for problem in project.problems:
        faults.setdefault(problem.path, set()).add(problem.position.line)
    for entry in project.refused_entries:
        yield from check_missing_files(entry, files)
        check = partial(_of_itself, entry, settings, zones, whole=False)
        rest = project.memo.part(entry.path, "problems", tuple[Problem, ...], check, around)
        wrong = _lines_of_fields(entry, faults[entry.path])
        yield from (each for each in rest if each.position.line not in wrong)
    originals = {entry.id: entry for entry in project.entries}
    for translation in project.translations:
        yield from check_translation(translation, originals.get(translation.id), settings)
    yield from check_withdrawn_people(project.entries)
    yield from check_speakers_by_name(project.entries)
    yield from check_copied_contact_details(project, today)
    yield from check_same_content(project.entries)
    yield from check_same_title(project.entries)
    yield from check_redirects(project.entries)


def _of_itself(
    each: Entry | TranslationEntry, settings: Settings, zones: Mapping[str, str], *, whole: bool
) -> tuple[Problem, ...]:
    """Return what is wrong with a file, whatever other records and the day are.

    Where some fields could not be read it is no `whole`: its country may be wrong then.
    """
    found = [*check_plain_text(each), *check_body(each, settings.site_url)]
    if isinstance(each, Entry):
        found += check_course_kind(each, settings)
        found += check_custom_fields(each, settings)
        found += check_schedules(each, settings.time_zone, zones)
        found += check_alike_prices(each)
        found += check_repeated_items(each)
        found += check_repeated_followers(each)
        found += check_repeated_run_ids(each)
        found += check_coordinates(each) if whole else ()
    return tuple(found)


def _lines_of_fields(entry: Entry, lines: Collection[int]) -> frozenset[int]:
    """Return the lines of the fields with something wrong on one of `lines`: the rest may mislead."""
    tree = entry.tree
    spans = [tree.lines_of(loc[0]) for loc in tree.keys if len(loc) == 1 and isinstance(loc[0], str)]
    fields = [range(span.start + 1, span.stop + 1) for span in spans if span]
    return frozenset(line for field in fields if any(each in field for each in lines) for line in field)


def _time_zones(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the zones of institutions whose country has one only, by their ids."""
    countries = {each.id: each.record.country for each in entries if isinstance(each.record, Institution)}
    known = sole_time_zones()
    return {id_: known[country] for id_, country in countries.items() if country in known}
