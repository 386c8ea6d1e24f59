"""People: codes, rules and examples."""

from __future__ import annotations

from katalog.problem_codes.rule import Rule

RULES = (
    Rule("K801", "person.email-destroyed", "email", 'email: "[email protected]"', "email: post@example.org"),
    Rule("K802", "person.email-malformed", "email", "email: post(at)example.org", "email: post@example.org"),
    Rule("K803", "person.phone-malformed", "phone", "phone: 65 50", "phone: 33 12 34 56"),
    Rule(
        "K804",
        "person.national-id",
        "national-id",
        "Tilmeld dig med 010190-0000.",
        "Tilmeld dig med dit navn.",
    ),
    Rule(
        "K805",
        "person.show-until-passed",
        "show-until",
        "show_until: 2020-12-31",
        "show_until: 2030-12-31",
        "warning",
    ),
    Rule(
        "K806",
        "person.show-until-near",
        "show-until",
        "show_until: 2026-12-01  (2026-11-22)",
        "show_until: 2030-12-31",
        "warning",
    ),
    Rule(
        "K807",
        "person.withdrawn",
        "withdrawn",
        "contacts: [tidligere-kollega]",
        "contacts: [ny-kollega]",
        "warning",
    ),
    Rule(
        "K808",
        "person.details-in-text",
        "details",
        "Skriv til post@example.org.",
        "Skriv til [Redaktionen](../content/contacts/redaktionen.md).",
        "warning",
    ),
)
