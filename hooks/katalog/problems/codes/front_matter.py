"""Fences and YAML: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K201",
        "yaml.tab",
        "indent",
        "registration:\n\\tvia: https://example.org/",
        "registration:\n  via: https://example.org/",
    ),
    ProblemKind("K202", "yaml.odd-space", "indent", "title:\\u00a0Samskabelse", "title: Samskabelse"),
    ProblemKind("K203", "yaml.quote-unclosed", "quotes", 'title: "Samskabelse', 'title: "Samskabelse"'),
    ProblemKind("K204", "yaml.quote-stray", "quotes", 'title: Samskabelse"', "title: Samskabelse"),
    ProblemKind(
        "K205",
        "yaml.text-after-quote",
        "quotes",
        'title: "Samskabelse" i praksis',
        'title: "Samskabelse i praksis"',
    ),
    ProblemKind("K206", "yaml.escape", "quotes", 'title: "C:\\kurser"', "title: 'C:\\kurser'"),
    ProblemKind(
        "K207",
        "yaml.bracket-unclosed",
        "brackets",
        "topics: [samskabelse, borgere",
        "topics: [samskabelse, borgere]",
    ),
    ProblemKind("K208", "yaml.bracket-stray", "brackets", "topics: [samskabelse]]", "topics: [samskabelse]"),
    ProblemKind(
        "K209",
        "yaml.colon-in-value",
        "quote-it",
        "title: Samskabelse: en vej",
        'title: "Samskabelse: en vej"',
    ),
    ProblemKind("K210", "yaml.special-start", "quote-it", "title: @biblioteket", 'title: "@biblioteket"'),
    ProblemKind(
        "K211",
        "yaml.hash-cuts-value",
        "quote-it",
        "title: Vi lærer C # for begyndere",
        'title: "Vi lærer C # for begyndere"',
    ),
    ProblemKind(
        "K212",
        "yaml.value-runs-over",
        "indent",
        "agenda:\n  - Rammesætning\n   Facilitering",
        "agenda:\n  - Rammesætning\n  - Facilitering",
    ),
    ProblemKind("K213", "yaml.no-colon", "indent", "title Samskabelse", "title: Samskabelse"),
    ProblemKind("K214", "yaml.no-space-after-colon", "indent", "title:Samskabelse", "title: Samskabelse"),
    ProblemKind(
        "K215",
        "yaml.indentation",
        "indent",
        "registration:\n   via: https://example.org/\n  closes: 2016-02-08",
        "registration:\n  via: https://example.org/\n  closes: 2016-02-08",
    ),
    ProblemKind("K216", "yaml.key-twice", "keys", "lessons: 24\nlessons: 30", "lessons: 30"),
    ProblemKind("K217", "yaml.key-not-text", "keys", "[title]: Samskabelse", "title: Samskabelse"),
    ProblemKind("K218", "yaml.alias", "machinery", "title: *vigtigt*", 'title: "*vigtigt*"'),
    ProblemKind(
        "K219", "yaml.anchor", "machinery", "title: &Samskabelse i praksis", 'title: "&Samskabelse i praksis"'
    ),
    ProblemKind("K220", "yaml.tag", "machinery", "title: !Samskabelse", 'title: "!Samskabelse"'),
    ProblemKind("K221", "yaml.merge-key", "machinery", "<<: *standard", "organiser: herning-bibliotekerne"),
    ProblemKind(
        "K222",
        "yaml.two-documents",
        "machinery",
        "title: Samskabelse\n...\nlanguage: da",
        "title: Samskabelse\nlanguage: da",
    ),
    ProblemKind(
        "K223", "yaml.not-a-mapping", "indent", "- Samskabelse\n- da", "title: Samskabelse\nlanguage: da"
    ),
    ProblemKind("K224", "yaml.too-deep", "size", "topics: [[[[[[[[[[[[[a]]]]]]]]]]]]]", "topics: [a]"),
    ProblemKind("K225", "yaml.too-many", "size", "aliases: [a, a, a, … (20.001)]", "aliases: [a]"),
    ProblemKind("K226", "yaml.syntax", "indent", "title: Samskabelse\n  ?: : -", "title: Samskabelse"),
)
