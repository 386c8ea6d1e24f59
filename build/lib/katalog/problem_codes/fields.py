"""Fields and pages: codes, rules and examples."""

from __future__ import annotations

from katalog.problem_codes.rule import Rule

RULES = (
    Rule("K301", "field.missing", "required", "language: da", "title: Samskabelse\nlanguage: da"),
    Rule("K302", "field.empty", "required", 'title: ""', "title: Samskabelse"),
    Rule("K303", "field.unknown", "keys", "farve: blå", "audience: Bibliotekarer"),
    Rule("K304", "field.unknown-did-you-mean", "keys", "pris: gratis", "price:\n  - amount: gratis"),
    Rule("K305", "field.not-allowed", "choices", "kind: fest", "kind: seminar"),
    Rule("K306", "field.not-allowed-did-you-mean", "choices", "kind: seminarium", "kind: seminar"),
    Rule("K307", "field.text-not-list", "shapes", "title: [Samskabelse]", "title: Samskabelse"),
    Rule("K308", "field.text-not-mapping", "shapes", "title:\n  da: Samskabelse", "title: Samskabelse"),
    Rule("K309", "field.list-not-text", "shapes", "topics: samskabelse", "topics: [samskabelse]"),
    Rule(
        "K310", "field.list-not-mapping", "shapes", "price:\n  amount: gratis", "price:\n  - amount: gratis"
    ),
    Rule("K311", "field.list-expected", "shapes", "form: online", "form: [online]"),
    Rule(
        "K312",
        "field.mapping-expected",
        "shapes",
        "registration: 8. februar 2016",
        "registration:\n  closes: 8. februar 2016",
    ),
    Rule("K313", "field.too-many", "size", "aliases: [A, B, C, … (501)]", "aliases: [A, B, C]"),
    Rule(
        "K314",
        "field.too-long",
        "size",
        "summary: Et meget langt resumé … (240 tegn)",
        "summary: Læringsforløb om samskabelse for biblioteksansatte.",
    ),
    Rule("K315", "field.control-character", "invisible", 'title: "Samskabelse\\u0007"', "title: Samskabelse"),
    Rule("K316", "field.title-without-letters", "titles", "title: 007", "title: Kursus 007"),
    Rule("K317", "field.whole-number-expected", "numbers", "lessons: ca. 24", "lessons: 24"),
    Rule("K318", "field.at-least-one", "numbers", "lessons: 0", "lessons: 24"),
    Rule(
        "K319",
        "field.degrees-expected",
        "numbers",
        'location: {lat: "56,1393", lon: 8.9738}',
        "location: {lat: 56.1393, lon: 8.9738}",
    ),
    Rule("K320", "field.yes-or-no-expected", "choices", "draft: måske", "draft: true"),
    Rule(
        "K321",
        "field.id-expected",
        "names",
        "organiser: Herning Bibliotekerne",
        "organiser: herning-bibliotekerne",
    ),
    Rule(
        "K322",
        "field.web-address-expected",
        "addresses",
        "website: javascript:alert(1)",
        "website: https://example.org/",
    ),
    Rule(
        "K323",
        "field.web-address-without-scheme",
        "addresses",
        "website: www.example.org",
        "website: https://www.example.org",
    ),
    Rule("K324", "field.twice", "keys", "partners: [kl, kl]", "partners: [kl]"),
    Rule(
        "K325",
        "field.location-outside",
        "numbers",
        "location: {lat: 8.9738, lon: 56.1393}",
        "location: {lat: 56.1393, lon: 8.9738}",
        "warning",
    ),
    Rule(
        "K326",
        "page.field-unknown",
        "pages",
        "---\ntitle: Om os\nforfatter: Redaktionen\n---",
        "---\ntitle: Om os\n---",
    ),
    Rule(
        "K327",
        "page.theme-field",
        "pages",
        "---\ntitle: Om os\ntemplate: home.html\n---",
        "---\ntitle: Om os\n---",
    ),
    Rule("K328", "field.theme-field", "pages", "hide: [navigation]", "draft: true"),
    Rule("K329", "field.isil-expected", "numbers", "isil: 000000", "isil: DK-000000"),
)
