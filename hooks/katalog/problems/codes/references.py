"""Ids, references, translations and old addresses: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K601",
        "id.twice",
        "ids",
        "courses/samskabelse.md\nprojects/samskabelse.md",
        "courses/samskabelse.md\nprojects/samskabelse-i-landet.md",
    ),
    ProblemKind(
        "K602",
        "reference.unknown",
        "references",
        "organiser: ukendt-bibliotek",
        "organiser: herning-bibliotekerne",
    ),
    ProblemKind(
        "K603",
        "reference.unknown-did-you-mean",
        "references",
        "organiser: herning-biblioteket",
        "organiser: herning-bibliotekerne",
    ),
    ProblemKind(
        "K604",
        "reference.wrong-kind",
        "references",
        "teachers: [herning-bibliotekerne]",
        "teachers: [nis-g-madsen]",
    ),
    ProblemKind(
        "K605",
        "reference.to-itself",
        "references",
        "part_of: samskabelse  (projects/samskabelse.md)",
        "part_of: digital-transformation",
    ),
    ProblemKind(
        "K606",
        "reference.circular",
        "references",
        "part_of: b  (a.md)\npart_of: a  (b.md)",
        "part_of: b  (a.md)",
    ),
    ProblemKind(
        "K607", "reference.to-draft", "references", "initiative: kladde", "initiative: digital-transformation"
    ),
    ProblemKind(
        "K608",
        "reference.file-missing",
        "references",
        "image:\n  file: mangler.jpg\n  alt: Deltagere ved et bord",
        "image:\n  file: deltagere.jpg\n  alt: Deltagere ved et bord",
    ),
    ProblemKind("K609", "topic.unknown", "topics", "topics: [strikning]", "topics: [samskabelse]"),
    ProblemKind(
        "K610", "topic.unknown-did-you-mean", "topics", "topics: [samskabelser]", "topics: [samskabelse]"
    ),
    ProblemKind("K611", "topic.twice", "topics", "- id: samskabelse\n- id: samskabelse", "- id: samskabelse"),
    ProblemKind(
        "K612",
        "translation.without-original",
        "translations",
        "courses/ukendt.sv.md",
        "courses/samskabelse.md\ncourses/samskabelse.sv.md",
    ),
    ProblemKind(
        "K613",
        "translation.same-language",
        "translations",
        "courses/samskabelse.da.md  (language: da)",
        "courses/samskabelse.sv.md",
    ),
    ProblemKind(
        "K614",
        "translation.outdated",
        "translations",
        "translates: 0a1b2c3d",
        "translates: 4e5f6a7b",
        "warning",
    ),
    ProblemKind(
        "K615", "translation.fact", "translations", "lessons: 24  (samskabelse.sv.md)", "title: Samskapande"
    ),
    ProblemKind(
        "K616",
        "translation.language-unknown",
        "translations",
        "courses/samskabelse.xx.md",
        "courses/samskabelse.sv.md",
    ),
    ProblemKind(
        "K617",
        "translation.too-many-items",
        "translations",
        "outcomes: [Ett, Två, Tre]",
        "outcomes: [Ett, Två]",
    ),
    ProblemKind(
        "K618",
        "redirect.to-itself",
        "ids",
        "redirect_from: [samskabelse]  (samskabelse.md)",
        "redirect_from: [samskabelse-2015]",
    ),
    ProblemKind(
        "K619",
        "redirect.hides-record",
        "ids",
        "redirect_from: [digital-transformation]",
        "redirect_from: [digital-omstilling]",
    ),
    ProblemKind(
        "K620",
        "redirect.twice",
        "ids",
        "redirect_from: [kursus-1]  (a.md)\nredirect_from: [kursus-1]  (b.md)",
        "redirect_from: [kursus-1]  (a.md)",
    ),
    ProblemKind(
        "K621",
        "project.follower-twice",
        "followers",
        "followers:\n  - vejle-bibliotekerne\n  - vejle-bibliotekerne",
        "followers:\n  - vejle-bibliotekerne: 2",
    ),
    ProblemKind(
        "K622",
        "translation.too-few-items",
        "translations",
        "outcomes: [Ett]  (outcomes: [Et, To])",
        "outcomes: [Ett, Två]",
    ),
    ProblemKind(
        "K623",
        "translation.item-without-text",
        "translations",
        "sessions:\n  - title: Start  (intet »title« i originalen)",
        "sessions:\n  -\n  - title: Start",
    ),
    ProblemKind(
        "K624",
        "topic.language",
        "topics",
        "name: {da: Læsning, se: Läsning}",
        "name: {da: Læsning, sv: Läsning}",
    ),
    ProblemKind(
        "K625",
        "reference.cut-at-comma",
        "quote-it",
        "speakers: [Bo Prøve, lektor]",
        "speakers: [{name: Bo Prøve, role: lektor}]",
    ),
)
