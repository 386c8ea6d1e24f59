"""Spreadsheets and calendars that courses are imported from: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

_HEADINGS = "Titel  | Dato       | Sted"

KINDS = (
    ProblemKind("K980", "sheet.unknown-type", "sheet-file", "kurser.xls", "kurser.xlsx"),
    ProblemKind("K981", "sheet.unreadable", "sheet-file", "kurser.xlsx  (en omdøbt .pdf)", "kurser.xlsx"),
    ProblemKind("K982", "sheet.too-large", "sheet-file", "1.048.576 rækker", "40 rækker"),
    ProblemKind(
        "K983", "sheet.no-headings", "sheet-columns", "Samskabelse | 2026-03-07", _HEADINGS, "warning"
    ),
    ProblemKind(
        "K984", "sheet.unknown-heading", "sheet-columns", "Titel  | Farve", "Titel  | Målgruppe", "warning"
    ),
    ProblemKind(
        "K985",
        "sheet.unknown-heading-did-you-mean",
        "sheet-columns",
        "Titel  | Målgrupe",
        "Titel  | Målgruppe",
        "warning",
    ),
    ProblemKind(
        "K986",
        "sheet.heading-twice",
        "sheet-columns",
        "Dato       | Tidspunkt",
        "Dato       | Tid",
        "warning",
    ),
    ProblemKind("K987", "sheet.hidden", "sheet-columns", "7:7", "8:8", "warning"),
    ProblemKind(
        "K988",
        "sheet.no-title",
        "sheet-rows",
        "           | Bibliotekarer",
        "Samskabelse | Bibliotekarer",
    ),
    ProblemKind(
        "K989",
        "sheet.different",
        "sheet-rows",
        "Samskabelse | 900 kr.\nSamskabelse | 950 kr.",
        "Samskabelse | 900 kr.\nSamskabelse | 900 kr.",
    ),
    ProblemKind("K990", "sheet.no-value", "sheet-cells", "=A2&B2", "Samskabelse"),
    ProblemKind("K991", "sheet.cell-error", "sheet-cells", "#REF!", "900 kr."),
    ProblemKind(
        "K992", "sheet.end-alone", "sheet-cells", "2026-03-07 |      | 16.00", "2026-03-07 | 9.00 | 16.00"
    ),
    ProblemKind("K993", "sheet.name-unknown", "sheet-cells", "Lampebutikken", "Vejby Bibliotek"),
    ProblemKind(
        "K994", "sheet.name-unknown-did-you-mean", "sheet-cells", "Vejbi Bibliotek", "Vejby Bibliotek"
    ),
    ProblemKind("K995", "sheet.name-shared", "sheet-cells", "Ane Hansen", "ane-hansen-2"),
    ProblemKind(
        "K996", "sheet.exists", "sheet-rows", "Samskabelse | 2027-03-07", "Samskabelse 2027 | 2027-03-07"
    ),
    ProblemKind("K997", "sheet.left-out", "sheet-rows", "?!", "Samskabelse"),
    ProblemKind(
        "K998",
        "sheet.recurs",
        "sheet-rows",
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=WEEKLY;COUNT=8",
        "warning",
    ),
    ProblemKind(
        "K999",
        "sheet.does-not-fit",
        "sheet-rows",
        "Et kursus med flere hold, i én række",
        "En række for hver mødegang",
        "warning",
    ),
)
