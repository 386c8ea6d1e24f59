"""E-mail addresses and phone numbers that stand in a person's own record, and somewhere else too.

There they would stay when the person withdraws.  All words of all files are looked through: fields,
comments, texts, translations, pages, topics, settings, attachments.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from katalog.catalogue.contact_privacy import may_show_contact_details
from katalog.loading.project_folder import ProjectFolder
from katalog.problems import Position, Problem
from katalog.schema.entries import Entry, TranslationEntry
from katalog.schema.records import Contact, Institution
from katalog.source.personal_data import EMAIL
from katalog.when.normalise import digits_as_zeros

_NUMBER = re.compile(r"(?<![\w/])\+?\d(?:[ ./()-]{0,2}\d){6,13}(?![\w/])")
_SEVEN_DIGITS = re.compile(rb"0(?:[ ./()-]{0,2}0){6}")
_OWN_FIELD = re.compile(r"(?:email|phone)\s*:")


class Owner(NamedTuple):
    """Whose a detail is: the person's record, and whether it may be shown."""

    path: str
    shown: bool
    id: str
    name: str


class Written(NamedTuple):
    """An address or number as it is written, and how owners are found by it.

    It may stand in the field for it (`in_own_field`), or in another one of a record (`in_field`).
    """

    position: Position
    text: str
    key: str
    in_own_field: bool
    in_field: bool


def check_copied_contact_details(project: ProjectFolder, today: date) -> Iterator[Problem]:
    """Yield the details of people with a record wherever else they stand."""
    owners = dict(_details(project.entries, today))
    if not owners:
        return
    everything: list[Entry | TranslationEntry] = [*project.entries, *project.translations]
    for each in everything:
        written = project.memo.part(each.path, "details", tuple[Written, ...], partial(_written_in, each))
        yield from _found_in(each.path, written, owners)
    for path, text in project.texts.items():
        yield from _found_in(path, _written(text, 1), owners)
    files = (each.path for each in (*everything, *project.attachments))
    for path in sorted({*files, *project.texts}):
        yield from _in_name(path, owners)


def _details(entries: Sequence[Entry], today: date) -> Iterator[tuple[str, Owner]]:
    """Yield what is one person's own; what several records have, such as a switchboard's number, is not.

    What an institution has of somebody who may be shown no longer is still that person's.
    """
    counts = Counter(key for entry in entries for key in _keys(entry))
    people = Counter(key for entry in entries if isinstance(entry.record, Contact) for key in _keys(entry))
    for entry in entries:
        if isinstance(person := entry.record, Contact):
            shown = may_show_contact_details(person, today)
            owner = Owner(entry.path, shown, entry.id, str(person.title))
            shared = counts if owner.shown else people
            yield from ((key, owner) for key in _keys(entry) if shared[key] == 1)


def _keys(entry: Entry) -> Iterator[str]:
    """Yield the e-mail address and the number of a person or an institution, as they are compared."""
    if isinstance(entry.record, Contact | Institution):
        if entry.record.email:
            yield entry.record.email.casefold()
        if entry.record.phone:
            yield _digits(entry.record.phone)


def _found_in(path: str, written: Iterable[Written], owners: Mapping[str, Owner]) -> Iterator[Problem]:
    for each in written:
        owner = owners.get(each.key)
        if owner and not (owner.path == path and each.in_own_field):
            code = "person.details-in-field" if each.in_field else "person.details-in-text"
            code = code if owner.shown else "person.details-withdrawn"
            link = posixpath.relpath(owner.path, posixpath.dirname(path))
            said = {
                "written": each.text,
                "other": owner.path,
                "id": owner.id,
                "link": f"[{owner.name}]({link})",
            }
            yield Problem(path, each.position, code, said)


def _in_name(path: str, owners: Mapping[str, Owner]) -> Iterator[Problem]:
    """Yield the details in a file's own name or its folder's, which readers see in its address."""
    stem = path.removesuffix(f".{path.rpartition('.')[2]}").replace("_", " ")
    for each in _found_in(path, _written(stem.replace("/", "\n"), 1), owners):
        yield Problem(path, Position(), each.code, each.params)


def _written_in(each: Entry | TranslationEntry) -> tuple[Written, ...]:
    fields = _written(each.tree.text, each.tree.first_line, in_field=True)
    return (*fields, *_written(each.body, each.body_line))


def _written(text: str, first_line: int, *, in_field: bool = False) -> Iterator[Written]:
    """Yield every address and number of a text."""
    if "@" not in text and not _SEVEN_DIGITS.search(digits_as_zeros(text)):
        return
    for number, line in enumerate(text.split("\n"), start=first_line):
        own = bool(_OWN_FIELD.match(line))
        for found in EMAIL.finditer(line):
            yield Written(Position(number, found.start() + 1), found[0], found[0].casefold(), own, in_field)
        for found in _NUMBER.finditer(line):
            yield Written(Position(number, found.start() + 1), found[0], _digits(found[0]), own, in_field)


def _digits(text: str) -> str:
    """Return the last eight digits: the same number with and without a country code or trunk zero."""
    return re.sub(r"\D", "", text)[-8:]
