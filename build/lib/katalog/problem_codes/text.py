"""Text of a record: codes, rules and examples."""

from __future__ import annotations

from katalog.problem_codes.rule import Rule

RULES = (
    Rule("K701", "text.raw-html", "markup", "Læs <b>dette</b>.", "Læs **dette**."),
    Rule(
        "K702",
        "text.link-refused",
        "addresses",
        "[Tilmeld](javascript:alert(1))",
        "[Tilmeld](https://example.org/tilmelding)",
    ),
    Rule(
        "K703",
        "text.dead-link",
        "addresses",
        "[Initiativet](../projects/findes-ikke.md)",
        "[Initiativet](../projects/digital-transformation.md)",
    ),
    Rule(
        "K704",
        "text.dead-picture",
        "addresses",
        "![Deltagere](mangler.jpg)",
        "![Deltagere](samskabelse/deltagere.jpg)",
    ),
    Rule("K705", "text.dead-anchor", "addresses", "[Se program](#programmet)", "[Se program](#program)"),
    Rule("K706", "text.bidi-control", "invisible", "title: Sam\\u202eskabelse", "title: Samskabelse"),
    Rule("K707", "text.invisible", "invisible", "title: Sam\\u200bskabelse", "title: Samskabelse"),
    Rule(
        "K708",
        "text.no-alt",
        "pictures",
        "![](samskabelse/deltagere.jpg)",
        "![Deltagere ved et bord](samskabelse/deltagere.jpg)",
    ),
    Rule(
        "K709",
        "text.link-without-text",
        "addresses",
        "[](https://example.org/)",
        "[Læs mere](https://example.org/)",
    ),
    Rule(
        "K710",
        "text.own-site",
        "addresses",
        "[Kurset](https://katalog.example/kurser/samskabelse/)",
        "[Kurset](../courses/samskabelse.md)",
    ),
)
