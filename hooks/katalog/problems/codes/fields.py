"""Fields and pages: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind("K301", "field.missing", "required", "language: da", "title: Samskabelse\nlanguage: da"),
    ProblemKind("K302", "field.empty", "required", 'title: ""', "title: Samskabelse"),
    ProblemKind("K303", "field.unknown", "keys", "farve: blå", "audience: Bibliotekarer"),
    ProblemKind("K304", "field.unknown-did-you-mean", "keys", "pris: gratis", "price:\n  - amount: gratis"),
    ProblemKind("K305", "field.not-allowed", "choices", "kind: fest", "kind: seminar"),
    ProblemKind("K306", "field.not-allowed-did-you-mean", "choices", "kind: seminarium", "kind: seminar"),
    ProblemKind("K307", "field.text-not-list", "shapes", "title: [Samskabelse]", "title: Samskabelse"),
    ProblemKind(
        "K308", "field.text-not-mapping", "shapes", "title:\n  da: Samskabelse", "title: Samskabelse"
    ),
    ProblemKind("K309", "field.list-not-text", "shapes", "topics: samskabelse", "topics: [samskabelse]"),
    ProblemKind(
        "K310", "field.list-not-mapping", "shapes", "price:\n  amount: gratis", "price:\n  - amount: gratis"
    ),
    ProblemKind("K311", "field.list-expected", "shapes", "form: online", "form: [online]"),
    ProblemKind(
        "K312",
        "field.mapping-expected",
        "shapes",
        "registration: 8. februar 2016",
        "registration:\n  closes: 8. februar 2016",
    ),
    ProblemKind("K313", "field.too-many", "size", "aliases: [A, B, C, … (501)]", "aliases: [A, B, C]"),
    ProblemKind(
        "K314",
        "field.too-long",
        "size",
        "summary: Et meget langt resumé … (240 tegn)",
        "summary: Læringsforløb om samskabelse for biblioteksansatte.",
    ),
    ProblemKind(
        "K315", "field.control-character", "invisible", 'title: "Samskabelse\\u0007"', "title: Samskabelse"
    ),
    ProblemKind("K316", "field.title-without-letters", "titles", "title: 007", "title: Kursus 007"),
    ProblemKind("K317", "field.whole-number-expected", "numbers", "lessons: ca. 24", "lessons: 24"),
    ProblemKind("K318", "field.at-least-one", "numbers", "lessons: 0", "lessons: 24"),
    ProblemKind(
        "K319",
        "field.degrees-expected",
        "numbers",
        'location: {lat: "56,1393", lon: 8.9738}',
        "location: {lat: 56.1393, lon: 8.9738}",
    ),
    ProblemKind("K320", "field.yes-or-no-expected", "choices", "draft: måske", "draft: true"),
    ProblemKind(
        "K321",
        "field.id-expected",
        "names",
        "organiser: Herning Bibliotekerne",
        "organiser: herning-bibliotekerne",
    ),
    ProblemKind(
        "K322",
        "field.web-address-expected",
        "addresses",
        "website: javascript:alert(1)",
        "website: https://example.org/",
    ),
    ProblemKind(
        "K323",
        "field.web-address-without-scheme",
        "addresses",
        "website: www.example.org",
        "website: https://www.example.org",
    ),
    ProblemKind("K324", "field.twice", "keys", "partners: [kl, kl]", "partners: [kl]"),
    ProblemKind(
        "K325",
        "field.location-outside",
        "numbers",
        "location: {lat: 8.9738, lon: 56.1393}",
        "location: {lat: 56.1393, lon: 8.9738}",
        "warning",
    ),
    ProblemKind(
        "K326",
        "page.field-unknown",
        "pages",
        "---\ntitle: Om os\nforfatter: Redaktionen\n---",
        "---\ntitle: Om os\n---",
    ),
    ProblemKind(
        "K327",
        "page.theme-field",
        "pages",
        "---\ntitle: Om os\ntemplate: home.html\n---",
        "---\ntitle: Om os\n---",
    ),
    ProblemKind("K328", "field.theme-field", "pages", "hide: [navigation]", "draft: true"),
    ProblemKind("K329", "field.isil-expected", "numbers", "isil: 000000", "isil: DK-000000"),
    ProblemKind("K330", "field.number-expected", "numbers", "- timer: mange", "- timer: 12"),
    ProblemKind(
        "K331",
        "field.mapping-expected-did-you-mean",
        "shapes",
        "participants: 20",
        "participants: {max: 20}",
    ),
    ProblemKind(
        "K332",
        "field.id-expected-did-you-mean",
        "names",
        "organiser: Herning Bibliotekerne",
        "organiser: herning-bibliotekerne",
    ),
    ProblemKind(
        "K340",
        "field.markup",
        "markup",
        'note: "Læs mere [her](https://example.org/)."',
        'note: "Læs mere: https://example.org/"',
        "warning",
    ),
    ProblemKind(
        "K341",
        "field.cut-at-comma",
        "quote-it",
        "sessions: [{when: 27. november 2028, place: Lærkehuset, København}]",
        'sessions: [{when: 27. november 2028, place: "Lærkehuset, København"}]',
    ),
    ProblemKind("K342", "field.moved", "choices", "status: flyttet", "when: 22. marts 2028"),
    ProblemKind(
        "K343",
        "field.one-place",
        "shapes",
        "place: [herning-bibliotekerne, skive-bibliotek]",
        "runs:\n  - {id: herning, place: herning-bibliotekerne}\n  - {id: skive, place: skive-bibliotek}",
    ),
    ProblemKind(
        "K344",
        "field.words-elsewhere",
        "shapes",
        "registration: Kun for inviterede",
        "enrolment_note: Kun for inviterede",
    ),
    ProblemKind("K345", "field.web-address-is-file", "addresses", "url: slides.pdf", "file: slides.pdf"),
    ProblemKind(
        "K346", "field.yes-in-text", "shapes", "certificate: ja", "certificate: Kursusbevis", "warning"
    ),
    ProblemKind(
        "K347",
        "field.more-than-an-address",
        "addresses",
        "via: kurser@example.org eller 33 12 34 56",
        "via: kurser@example.org",
    ),
)
