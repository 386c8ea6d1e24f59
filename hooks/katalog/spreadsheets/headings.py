"""Which column a heading stands for, in any language that editors have messages in."""

import re
from functools import cache

from msgspec import Struct

from katalog.i18n.phrases import EDITOR_LANGUAGES, editor_phrases
from katalog.problems import Problem, column_letters
from katalog.schema.suggest import KEYS_BY_WORD, heading_words, nearest_value
from katalog.spreadsheets.columns import Column, column_named, columns
from katalog.spreadsheets.table import Row, Sheet

LAST_HEADING_ROW = 20
"""How far down the headings may stand: above them people write what the sheet is."""
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class Headings(Struct, frozen=True):
    """The row of headings: its number, and the column of each that is known."""

    row: int
    columns: dict[int, Column]


def column_of(heading: str) -> Column | None:
    """Return the column that a heading stands for."""
    return _by_word().get(_plain(heading)) or _by_word().get(_plain(_BRACKETS.sub(" ", heading)))


def find_headings(sheet: Sheet) -> tuple[Headings | None, list[Problem]]:
    """Return the row of headings of a sheet, the first with a title and one more, and what is unknown."""
    for row in sheet.rows:
        if row.number > LAST_HEADING_ROW:
            break
        found = {at: column_of(cell.text) for at, cell in row.cells.items()}
        names = {column.name for column in found.values() if column}
        if {"title", "id"} & names and len(names) > 1:
            return _headings(sheet, row, found)
    return None, [sheet.problem(1, 1, "sheet.no-headings")] if sheet.rows else []


def _headings(sheet: Sheet, row: Row, found: dict[int, Column | None]) -> tuple[Headings, list[Problem]]:
    known: dict[int, Column] = {}
    problems: list[Problem] = []
    used = {at for each in sheet.rows if each.number > row.number for at in each.cells}
    for at in sorted({*used, *found}):
        column = found.get(at)
        written = row.cells[at].text if at in row.cells else column_letters(at)
        if column is None:
            problems += [_unknown(sheet, row.number, at, written)] if at in used else []
        elif column in known.values():
            problems.append(sheet.problem(row.number, at, "sheet.heading-twice", written=written))
        else:
            known[at] = column
    return Headings(row.number, known), problems


def _unknown(sheet: Sheet, row: int, at: int, written: str) -> Problem:
    if suggestion := nearest_value(_plain(written), _by_word(), 0.75):
        return sheet.problem(
            row, at, "sheet.unknown-heading-did-you-mean", written=written, suggestion=suggestion
        )
    return sheet.problem(row, at, "sheet.unknown-heading", written=written)


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").split()).rstrip(" :.*?")


@cache
def _by_word() -> dict[str, Column]:
    """Return the column of each heading: as it is exported, then as people write it, then by the keys."""
    found: dict[str, Column] = {}
    for column in columns():
        for language in EDITOR_LANGUAGES:
            found.setdefault(_plain(column.heading(editor_phrases(language))), column)
    for name, by_language in heading_words().items():
        for words in by_language.values():
            for word in words:
                found.setdefault(_plain(word), column_named(name))
    for column in columns():
        found.setdefault(_plain(column.name), column)
    for word, key in KEYS_BY_WORD.items():
        for column in columns():
            if column.path[-1] == key:
                found.setdefault(word, column)
    return found
