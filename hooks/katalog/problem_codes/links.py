"""Ids, references, translations and old addresses: codes, rules and examples."""

from __future__ import annotations

from katalog.problem_codes.rule import Rule

RULES = (
    Rule(
        "K601",
        "id.twice",
        "ids",
        "courses/samskabelse.md\nprojects/samskabelse.md",
        "courses/samskabelse.md\nprojects/samskabelse-i-landet.md",
    ),
    Rule(
        "K602",
        "reference.unknown",
        "references",
        "organiser: ukendt-bibliotek",
        "organiser: herning-bibliotekerne",
    ),
    Rule(
        "K603",
        "reference.unknown-did-you-mean",
        "references",
        "organiser: herning-biblioteket",
        "organiser: herning-bibliotekerne",
    ),
    Rule(
        "K604",
        "reference.wrong-kind",
        "references",
        "teachers: [herning-bibliotekerne]",
        "teachers: [nis-g-madsen]",
    ),
    Rule(
        "K605",
        "reference.to-itself",
        "references",
        "part_of: samskabelse  (projects/samskabelse.md)",
        "part_of: digital-transformation",
    ),
    Rule(
        "K606",
        "reference.circular",
        "references",
        "part_of: b  (a.md)\npart_of: a  (b.md)",
        "part_of: b  (a.md)",
    ),
    Rule(
        "K607", "reference.to-draft", "references", "initiative: kladde", "initiative: digital-transformation"
    ),
    Rule(
        "K608",
        "reference.file-missing",
        "references",
        "image:\n  file: mangler.jpg\n  alt: Deltagere ved et bord",
        "image:\n  file: deltagere.jpg\n  alt: Deltagere ved et bord",
    ),
    Rule("K609", "topic.unknown", "topics", "topics: [strikning]", "topics: [samskabelse]"),
    Rule("K610", "topic.unknown-did-you-mean", "topics", "topics: [samskabelser]", "topics: [samskabelse]"),
    Rule("K611", "topic.twice", "topics", "- id: samskabelse\n- id: samskabelse", "- id: samskabelse"),
    Rule(
        "K612",
        "translation.without-original",
        "translations",
        "courses/ukendt.sv.md",
        "courses/samskabelse.md\ncourses/samskabelse.sv.md",
    ),
    Rule(
        "K613",
        "translation.same-language",
        "translations",
        "courses/samskabelse.da.md  (language: da)",
        "courses/samskabelse.sv.md",
    ),
    Rule(
        "K614",
        "translation.outdated",
        "translations",
        "translates: 0a1b2c3d",
        "translates: 4e5f6a7b",
        "warning",
    ),
    Rule(
        "K615", "translation.fact", "translations", "lessons: 24  (samskabelse.sv.md)", "title: Samskapande"
    ),
    Rule(
        "K616",
        "translation.language-unknown",
        "translations",
        "courses/samskabelse.xx.md",
        "courses/samskabelse.sv.md",
    ),
    Rule(
        "K617",
        "translation.too-many-items",
        "translations",
        "outcomes: [Ett, Två, Tre]",
        "outcomes: [Ett, Två]",
    ),
    Rule(
        "K618",
        "redirect.to-itself",
        "ids",
        "redirect_from: [samskabelse]  (samskabelse.md)",
        "redirect_from: [samskabelse-2015]",
    ),
    Rule(
        "K619",
        "redirect.hides-record",
        "ids",
        "redirect_from: [digital-transformation]",
        "redirect_from: [digital-omstilling]",
    ),
    Rule(
        "K620",
        "redirect.twice",
        "ids",
        "redirect_from: [kursus-1]  (a.md)\nredirect_from: [kursus-1]  (b.md)",
        "redirect_from: [kursus-1]  (a.md)",
    ),
    Rule(
        "K621",
        "project.follower-twice",
        "followers",
        "followers:\n  - vejle-bibliotekerne\n  - vejle-bibliotekerne",
        "followers:\n  - vejle-bibliotekerne: 2",
    ),
    Rule(
        "K622",
        "translation.too-few-items",
        "translations",
        "outcomes: [Ett]  (outcomes: [Et, To])",
        "outcomes: [Ett, Två]",
    ),
    Rule(
        "K623",
        "translation.item-without-text",
        "translations",
        "sessions:\n  - title: Start  (intet »title« i originalen)",
        "sessions:\n  -\n  - title: Start",
    ),
)
