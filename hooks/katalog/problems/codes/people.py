"""People: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K801", "person.email-destroyed", "email", 'email: "[email protected]"', "email: post@example.org"
    ),
    ProblemKind(
        "K802", "person.email-malformed", "email", "email: post(at)example.org", "email: post@example.org"
    ),
    ProblemKind("K803", "person.phone-malformed", "phone", "phone: 65 50", "phone: 33 12 34 56"),
    ProblemKind(
        "K804",
        "person.national-id",
        "national-id",
        "Tilmeld dig med 010190-0000.",
        "Tilmeld dig med dit navn.",
    ),
    ProblemKind(
        "K805",
        "person.show-until-passed",
        "show-until",
        "show_until: 2020-12-31",
        "show_until: 2030-12-31",
        "warning",
    ),
    ProblemKind(
        "K806",
        "person.show-until-near",
        "show-until",
        "show_until: 2026-12-01  (2026-11-22)",
        "show_until: 2030-12-31",
        "warning",
    ),
    ProblemKind(
        "K807",
        "person.withdrawn",
        "withdrawn",
        "contacts: [tidligere-kollega]",
        "contacts: [ny-kollega]",
        "warning",
    ),
    ProblemKind(
        "K808",
        "person.details-in-text",
        "details",
        "Skriv til post@example.org.",
        "Skriv til [Redaktionen](../content/contacts/redaktionen.md).",
        "warning",
    ),
    ProblemKind(
        "K809",
        "person.private-mailbox",
        "details",
        "email: ane@gmail.com",
        "email: ane@example.org",
        "warning",
    ),
    ProblemKind(
        "K810",
        "person.email-disguised",
        "email",
        "Skriv til post (at) example.org.",
        "Skriv til post@example.org.",
        "warning",
    ),
    ProblemKind(
        "K811",
        "person.details-withdrawn",
        "withdrawn",
        "Skriv til tidligere@example.org.",
        "Skriv til post@example.org.",
    ),
    ProblemKind(
        "K812",
        "person.details-in-field",
        "details",
        "registration: {via: ane@example.org}",
        "registration: {via: ane-test}",
        "warning",
    ),
    ProblemKind(
        "K813",
        "person.has-record",
        "references",
        "speakers: [Ane Test]",
        "speakers: [ane-test]",
        "warning",
    ),
)
