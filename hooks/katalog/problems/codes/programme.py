"""Programmes, speakers and what excludes what: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K447",
        "course.programme-outside",
        "order",
        "- when: 2028-05-09 10:00/15:00\n  programme: [9.00 Velkomst]",
        "- when: 2028-05-09 10:00/15:00\n  programme: [10.00 Velkomst]",
        "warning",
    ),
    ProblemKind(
        "K448",
        "course.programme-order",
        "order",
        "programme:\n  - 10.30 Oplæg\n  - 9.30 Kaffe",
        "programme:\n  - 9.30 Kaffe\n  - 10.30 Oplæg",
    ),
    ProblemKind(
        "K449",
        "course.choice-alone",
        "order",
        "sessions:\n  - {when: 2028-05-09, choice: Besøg}",
        "sessions:\n  - {when: 2028-05-09, title: Hal 1, choice: Besøg}\n"
        "  - {when: 2028-05-09, title: Hal 2, choice: Besøg}",
        "warning",
    ),
    ProblemKind(
        "K450",
        "course.speaker-person-or-name",
        "shapes",
        "speakers: [{role: ordfører}]",
        "speakers: [{name: Ane Test, role: ordfører}]",
    ),
    ProblemKind(
        "K451",
        "date.hours-expected",
        "times",
        "programme: [{hours: efter frokost, title: Oplæg}]",
        "programme: [{hours: 13.00–14.00, title: Oplæg}]",
    ),
)
