"""References, addresses, texts and people."""

# ruff: noqa: E501 - a case is a line

from __future__ import annotations

from tests.bad.table import bad, contact, course, library, project

INITIATIVE = course("initiative: faelles-indsats")
P = "projects/et-projekt.md"
L = "content/libraries/et-bibliotek.md"
C = "content/contacts/en-person.md"
TRANSLATION = "courses/kursus.sv.md"
THREE = course(
    "sessions:",
    "  - when: 2027-03-01",
    "    title: Et",
    "  - when: 2027-03-08",
    "  - when: 2027-03-15",
    "    title: Tre",
)

REFERENCES = [
    bad("speaker cut at a comma", "reference.cut-at-comma",
        course("sessions:", "  - {when: 2016-03-07, speakers: [Bo Prøve, §jurist]}")),
    bad("unknown organiser", "reference.unknown", course("organiser: §xyzzy")),
    bad("misspelt organiser", "reference.unknown-did-you-mean", course("organiser: §vejby-biblioteket")),
    bad("misspelt place", "reference.unknown-did-you-mean",
        course("sessions:", "  - when: 2027-03-07", "    place: §vejby-biblotek")),
    bad("misspelt registrar", "reference.unknown-did-you-mean", course("registration: {via: §ane-tset}")),
    bad("unknown teacher", "reference.unknown", course("teachers: [ane-test, §qqqq]")),
    bad("unknown contact", "reference.unknown", course("contacts:", "  - §qqqq")),
    bad("unknown contact in full", "reference.unknown", course("contacts:", "  - person: §qqqq")),
    bad("unknown initiative", "reference.unknown", course("initiative: §qqqq")),
    bad("unknown follower", "reference.unknown", project("followers:", "  - §qqqq"), P),
    bad("unknown follower with a number", "reference.unknown", project("followers:", "  - §qqqq: 5"), P),
    bad("library as teacher", "reference.wrong-kind", course("teachers: [§vejby-bibliotek]")),
    bad("person as organiser", "reference.wrong-kind", course("organiser: §ane-test")),
    bad("library as initiative", "reference.wrong-kind", course("initiative: §vejby-bibliotek")),
    bad("person as parent", "reference.wrong-kind", library("parent: §ane-test"), L),
    bad("part of itself", "reference.to-itself", project("part_of: §et-projekt"), P),
    bad("its own parent", "reference.to-itself", library("parent: §et-bibliotek"), L),
    bad("in a circle", "reference.circular", project("part_of: §andet"), P, projects__andet=project("part_of: et-projekt")),
    bad("to a draft", "reference.to-draft", course("initiative: §en-kladde")),
    bad("unknown topic", "topic.unknown", course("topics: [§xyzzy]")),
    bad("misspelt topic", "topic.unknown-did-you-mean", course("topics: [§samskabelser]")),
    bad("topic twice", "field.twice", course("topics: [samskabelse, §samskabelse]")),
    bad("teacher twice", "field.twice", course("teachers:", "  - ane-test", "  - §ane-test")),
    bad("contact twice", "field.twice", course("contacts:", "  - ane-test", "  - §ane-test")),
    bad("partner twice", "field.twice", course("partners: [vejby-bibliotek, §vejby-bibliotek]")),
    bad("follower twice", "project.follower-twice", project("followers:", "  - vejby-bibliotek", "  - §vejby-bibliotek"), P),
    bad("follower twice with numbers", "project.follower-twice",
        project("followers:", "  - vejby-bibliotek: 2", "  - sundby-bibliotek", "  - §vejby-bibliotek: 3"), P),
    bad("one id in two folders", "id.twice", "§" + project(), "projects/kursus.md", courses__kursus=course()),
    bad("old address is its own", "redirect.to-itself", course("redirect_from: [§kursus]")),
    bad("old address hides a record", "redirect.hides-record", course("redirect_from: [gammel, §faelles-indsats]")),
    bad("old address of two", "redirect.twice", course("redirect_from: [§gammel]"), courses__andet=course("redirect_from: [gammel]")),
    bad("old address is no id", "field.id-expected", course("redirect_from: [§/kurser/gammel/]")),
    bad("redirects in a loop", "redirect.hides-record", course("redirect_from: [§andet]"), courses__andet=course("redirect_from: [kursus]")),
    bad("picture not there", "reference.file-missing", course("image:", "  file: §mangler.jpg", "  alt: En sal")),
    bad("document not there", "reference.file-missing", project("documents:", "  - title: A", "    file: §a.pdf"), P),
    bad("document elsewhere", "reference.file-missing", project("documents:", "  - title: A", "    file: §../../a.pdf"), P),
    bad("translation without original", "translation.without-original", "§---\ntitle: A\n---\n", "courses/ukendt.sv.md"),
    bad("translation into its own language", "translation.same-language", "§---\ntitle: A\n---\n", "courses/kursus.da.md", courses__kursus=course()),
    bad("translation into an unknown language", "translation.language-unknown", "§---\ntitle: A\n---\n", "courses/kursus.xx.md", courses__kursus=course()),
    bad("translation with a price", "translation.fact", "---\ntitle: A\n§lessons: 24\n---\n", TRANSLATION, courses__kursus=course()),
    bad("translation with a date", "translation.fact", "---\ntitle: A\nsessions:\n  - title: B\n    §when: 2016\n---\n", TRANSLATION, courses__kursus=course("sessions:", "  - title: B")),
    bad("translation with a language", "translation.fact", "---\ntitle: A\n§language: sv\n---\n", TRANSLATION, courses__kursus=course()),
    bad("translation with an unknown key", "field.unknown", "---\ntitle: A\n§xyzzy: sv\n---\n", TRANSLATION, courses__kursus=course()),
    bad("translation with more items", "translation.too-many-items", "---\ntitle: A\noutcomes:\n  - Ett\n  - §Två\n---\n", TRANSLATION, courses__kursus=course("outcomes: [Et]")),
    bad("translation of two sessions of three", "translation.too-few-items", "---\ntitle: A\nsessions:\n  §- title: Ett\n  - title: Tre\n---\n", TRANSLATION, courses__kursus=THREE),
    bad("translation of one session of three", "translation.too-few-items", "---\ntitle: A\nsessions:\n  §- title: Ett\n---\n", TRANSLATION, courses__kursus=THREE),
    bad("translation of four sessions of three", "translation.too-many-items", "---\ntitle: A\nsessions:\n  - title: Ett\n  -\n  - title: Tre\n  - §title: Fyra\n---\n", TRANSLATION, courses__kursus=THREE),
    bad("translation of a session without a title", "translation.item-without-text", "---\ntitle: A\nsessions:\n  - title: Ett\n  - title: §Tre\n  -\n---\n", TRANSLATION, courses__kursus=THREE),
    bad("translation of a session's note that is none", "translation.item-without-text", "---\ntitle: A\nsessions:\n  - title: Ett\n    note: §Med kaffe\n  -\n  - title: Tre\n---\n", TRANSLATION, courses__kursus=THREE),
    bad("translation of one outcome of two", "translation.too-few-items", "---\ntitle: A\noutcomes: §[Ett]\n---\n", TRANSLATION, courses__kursus=course("outcomes: [Et, To]")),
    bad("translation of one point of an agenda", "translation.too-few-items", "---\ntitle: A\nsessions:\n  - agenda: §[Ett]\n---\n", TRANSLATION, courses__kursus=course("sessions:", "  - agenda: [Et, To]")),
    bad("translation of an agenda that is none", "translation.too-many-items", "---\ntitle: A\nsessions:\n  - agenda: [§Ett]\n---\n", TRANSLATION, courses__kursus=course("sessions:", "  - title: Et")),
    bad("translation of one price of two", "translation.too-few-items", "---\ntitle: A\nprice:\n  §- label: Mat\n---\n", TRANSLATION, courses__kursus=course("price:", "  - amount: gratis", "    label: Mad", "  - amount: 100 kr.", "    label: Bog")),
    bad("translation of a price's label that is none", "translation.item-without-text", "---\ntitle: A\nprice:\n  - label: §Mat\n---\n", TRANSLATION, courses__kursus=course("price:", "  - amount: gratis")),
    bad("translation of a price's contents", "translation.too-few-items", "---\ntitle: A\nprice:\n  - includes: §[Mat]\n---\n", TRANSLATION, courses__kursus=course("price:", "  - amount: gratis", "    includes: [Mad, Bog]")),
    bad("translation of a picture that is none", "translation.item-without-text", "---\ntitle: A\nimage:\n  §alt: En sal\n---\n", TRANSLATION, courses__kursus=course()),
    bad("translation of one run of two", "translation.too-few-items", "---\ntitle: A\nruns:\n  §- title: Vår\n---\n", TRANSLATION, courses__kursus=course("runs:", "  - id: a", "    title: Forår", "  - id: b", "    title: Efterår")),
    bad("translation of sessions that are none", "translation.too-many-items", "---\ntitle: A\nsessions:\n  - §title: Ett\n---\n", TRANSLATION, courses__kursus=course()),
    bad("translation of another original", "translation.outdated", "---\ntitle: A\ntranslates: §00000000\n---\n", TRANSLATION, courses__kursus=course()),
]  # fmt: skip

TEXT = [
    bad("html", "text.raw-html", course(body="Læs §<b>dette</b>.")),
    bad("html block", "text.raw-html", course(body="Et\n\n§<div>\nHej\n</div>\n")),
    bad("script", "text.raw-html", course(body="§<script>alert(1)</script>")),
    bad("html comment", "text.raw-html", course(body="Et §<!-- skjult --> ord")),
    bad("style block", "text.raw-html", course(body="§<style>\nbody {}\n</style>")),
    bad("script link", "text.link-refused", course(body="Et §[link](javascript:alert(1))")),
    bad("data link", "text.link-refused", course(body="Et §[link](data:text/html,x)")),
    bad("vbscript link", "text.link-refused", course(body="Et §[link](vbscript:x)")),
    bad("file link", "text.link-refused", course(body="Et §[link](file:///etc/passwd)")),
    bad("empty link", "text.link-refused", course(body="Et §[link]()")),
    bad("dead link", "text.dead-link", course(body="Et §[link](findes-ikke.md)")),
    bad(
        "dead link to another folder", "text.dead-link", course(body="Et §[link](../projects/findes-ikke.md)")
    ),
    bad("a file beside the record", "text.file-not-beside", course(body="Et §[program](program.pdf)")),
    bad("link out of the project", "text.dead-link", course(body="Et §[link](../../../etc/passwd)")),
    bad("link from the root", "text.dead-link", course(body="Et §[link](/kurser/)")),
    bad("link without scheme", "text.dead-link", course(body="Et §[link](//example.org/)")),
    bad("ftp link", "text.dead-link", course(body="Et §[link](ftp://example.org/)")),
    bad("dead picture", "text.dead-picture", course(body="Et §![sal](findes-ikke.jpg)")),
    bad("dead anchor", "text.dead-anchor", course(body="Et §[link](#findes-ikke)")),
    bad(
        "dead anchor elsewhere",
        "text.dead-anchor",
        course(body="Et §[link](../projects/faelles-indsats.md#findes-ikke)"),
    ),
    bad("no alt text", "text.no-alt", course(body="Et §![](https://example.org/a.jpg)")),
    bad("blank alt text", "text.no-alt", course(body="Et §![ ](https://example.org/a.jpg)")),
    bad("link without text", "text.link-without-text", course(body="Et §[](https://example.org/)")),
    bad(
        "own site in full",
        "text.own-site",
        course(body="Et §[kursus](https://katalog.example/kurser/kursus/)"),
    ),
    bad("picture from elsewhere", "text.dead-picture", course(body="Et §![sal](https://example.org/a.jpg)")),
    bad("web link without a host", "text.dead-link", course(body="Et §[link](http:example.org)")),
    bad("web link with three slashes", "text.dead-link", course(body="Et §[link](https:///example.org)")),
    bad(
        "page's link to a host that can be none",
        "text.dead-link",
        "---\ntitle: Om\n---\n\nSe [kurset](§//[::1/kursus.md).\n",
        "content/da/om.md",
    ),
    bad("own site bare", "text.own-site", course(body="Et §https://katalog.example/kurser/kursus/")),
    bad(
        "page's dead link",
        "text.dead-link",
        "---\ntitle: Om\n---\n\nSe [kurset](§../../courses/findes-ikke.md).\n",
        "content/da/om.md",
    ),
]

PEOPLE = [
    bad("destroyed email", "person.email-destroyed", contact('email: §"[email protected]"'), C),
    bad("destroyed email unquoted", "field.text-not-list", contact("email: §[email protected]"), C),
    bad(
        "destroyed email in the text", "person.email-destroyed", course(body="Skriv til §[email protected].")
    ),
    bad(
        "destroyed email as registrar",
        "person.email-destroyed",
        course("registration:", '  via: §"[email protected]"'),
    ),
    bad("malformed email", "person.email-malformed", contact("email: §ane(at)example.org"), C),
    bad("email without place", "person.email-malformed", contact("email: §ane@"), C),
    bad("two emails", "person.email-malformed", contact("email: §a@example.org, b@example.org"), C),
    bad("short phone", "person.phone-malformed", contact("phone: §65 50"), C),
    bad("phone in words", "person.phone-malformed", contact("phone: §ring bare"), C),
    bad("phone with an extra digit", "person.phone-malformed", contact("phone: §65 50 10 79 1"), C),
    bad("cpr", "person.national-id", course(body="Født §070852-1234.")),
    bad("cpr in a field", "person.national-id", course("audience: Ane, §070852-1234")),
    bad("cpr with a space", "person.national-id", course(body="Født §070761 4285.")),
    bad("cpr without a hyphen", "person.national-id", course(body="Født §0707614285.")),
    bad("personnummer", "person.national-id", course(body="Född §811218-9876.")),
    bad("personnummer with a century", "person.national-id", course(body="Född §19811218-9876.")),
    bad("personnummer without a hyphen", "person.national-id", course(body="Född §8112189876.")),
    bad("personnummer of a centenarian", "person.national-id", course(body="Född §121212+1212.")),
    bad("coordination number", "person.national-id", course(body="Född §701063-2391.")),
    bad(
        "cpr on a page",
        "person.national-id",
        "---\ntitle: Om\n---\n\nFødt §070852-1234.\n",
        "content/da/om.md",
    ),
    bad(
        "shown no longer",
        "person.show-until-passed",
        contact("email: a@example.org").replace("2030-12-31", "§2020-12-31"),
        C,
    ),
    bad(
        "shown soon no longer",
        "person.show-until-near",
        contact("email: a@example.org").replace("2030-12-31", "§2026-12-01"),
        C,
    ),
    bad("withdrawn teacher", "person.withdrawn", course("teachers: [§bo-borte]")),
    bad("withdrawn registrar", "person.withdrawn", course("registration:", "  via: §bo-borte")),
    bad("email in the text", "person.details-in-text", course(body="Skriv til §ane@example.org.")),
    bad("phone in the text", "person.details-in-text", course(body="Ring på §33 12 34 56.")),
    bad("phone in the text with country", "person.details-in-text", course(body="Ring på §+45 33123456.")),
]

CASES = [*REFERENCES, *TEXT, *PEOPLE]
