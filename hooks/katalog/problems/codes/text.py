"""Text of a record: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K480",
        "text.list-without-line",
        "meaning",
        "Tag med:\n- madpakke\n- computer",
        "Tag med:\n\n- madpakke\n- computer",
        "warning",
    ),
    ProblemKind("K701", "text.raw-html", "markup", "Læs <b>dette</b>.", "Læs **dette**."),
    ProblemKind(
        "K702",
        "text.link-refused",
        "addresses",
        "[Tilmeld](javascript:alert(1))",
        "[Tilmeld](https://example.org/tilmelding)",
    ),
    ProblemKind(
        "K703",
        "text.dead-link",
        "addresses",
        "[Initiativet](../projects/findes-ikke.md)",
        "[Initiativet](../projects/digital-transformation.md)",
    ),
    ProblemKind(
        "K704",
        "text.dead-picture",
        "addresses",
        "![Deltagere](mangler.jpg)",
        "![Deltagere](samskabelse/deltagere.jpg)",
    ),
    ProblemKind(
        "K705", "text.dead-anchor", "addresses", "[Se program](#programmet)", "[Se program](#program)"
    ),
    ProblemKind("K706", "text.bidi-control", "invisible", "title: Sam\\u202eskabelse", "title: Samskabelse"),
    ProblemKind("K707", "text.invisible", "invisible", "title: Sam\\u200bskabelse", "title: Samskabelse"),
    ProblemKind(
        "K708",
        "text.no-alt",
        "pictures",
        "![](samskabelse/deltagere.jpg)",
        "![Deltagere ved et bord](samskabelse/deltagere.jpg)",
    ),
    ProblemKind(
        "K709",
        "text.link-without-text",
        "addresses",
        "[](https://example.org/)",
        "[Læs mere](https://example.org/)",
    ),
    ProblemKind(
        "K710",
        "text.own-site",
        "addresses",
        "[Kurset](https://katalog.example/kurser/samskabelse/)",
        "[Kurset](../courses/samskabelse.md)",
    ),
    ProblemKind("K711", "text.definition-unused", "meaning", "[OBS]: aflyst", "**OBS:** aflyst"),
    ProblemKind(
        "K712",
        "text.footnote-unused",
        "meaning",
        "[^1]: Kun for medlemmer",
        "Gratis[^1]\n\n[^1]: Kun for medlemmer",
    ),
    ProblemKind(
        "K713", "text.footnote-missing", "meaning", "Gratis[^1]", "Gratis[^1]\n\n[^1]: Kun for medlemmer"
    ),
    ProblemKind(
        "K714",
        "text.footnote-twice",
        "meaning",
        "[^1]: Kun for medlemmer\n[^1]: Ekskl. moms",
        "[^1]: Kun for medlemmer\n[^2]: Ekskl. moms",
    ),
    ProblemKind(
        "K715",
        "text.cells-surplus",
        "meaning",
        "| Dag | Emne |\n|---|---|\n| 1 | Mål | Frokost |",
        "| Dag | Emne | Pause |\n|---|---|---|\n| 1 | Mål | Frokost |",
    ),
    ProblemKind(
        "K716",
        "text.table-without-line",
        "meaning",
        "| Dag | Emne |\n| 1 | Mål |",
        "| Dag | Emne |\n|---|---|\n| 1 | Mål |",
    ),
    ProblemKind(
        "K717", "text.label-unknown", "meaning", "[Programmet][program]", "[Programmet](program.pdf)"
    ),
    ProblemKind(
        "K718", "text.link-damaged", "meaning", "[Programmet] (program.pdf)", "[Programmet](program.pdf)"
    ),
    ProblemKind(
        "K719", "text.address-damaged", "meaning", "https//example.org/kurser", "https://example.org/kurser"
    ),
    ProblemKind("K720", "text.heading-unmarked", "meaning", "##Praktisk", "## Praktisk"),
    ProblemKind("K721", "text.heading-empty", "meaning", "##\n\nTekst", "## Praktisk\n\nTekst"),
    ProblemKind(
        "K722", "text.other-markup", "meaning", "!!! note\n    Husk madpakke", "> [!NOTE]\n> Husk madpakke"
    ),
    ProblemKind(
        "K723", "text.emphasis-unclosed", "meaning", "**Husk: tilmelding", "**Husk:** tilmelding", "warning"
    ),
    ProblemKind(
        "K724",
        "text.numbers-change",
        "meaning",
        "7. marts: Opstart\n9. april: Afslutning",
        "- 7. marts: Opstart\n- 9. april: Afslutning",
    ),
    ProblemKind(
        "K725", "text.item-unmarked", "meaning", "-Opstart\n-Afslutning", "- Opstart\n- Afslutning", "warning"
    ),
    ProblemKind(
        "K726",
        "text.code-unmeant",
        "meaning",
        "    Kurset begynder kl. 9.",
        "Kurset begynder kl. 9.",
        "warning",
    ),
    ProblemKind(
        "K727",
        "text.code-words",
        "meaning",
        "``` Se programmet her\nKl. 9 Opstart\n```",
        "Se programmet her:\n\n```\nKl. 9 Opstart\n```",
    ),
    ProblemKind("K728", "text.code-unclosed", "meaning", "```\nKl. 9 Opstart", "```\nKl. 9 Opstart\n```"),
    ProblemKind(
        "K790",
        "text.file-not-beside",
        "addresses",
        "[Programmet](program.pdf)",
        "[Programmet](samskabelse/program.pdf)",
    ),
    ProblemKind(
        "K791",
        "record.same-title",
        "once",
        "title: Samskabelse  (to kurser)",
        "title: Samskabelse 2027",
        "warning",
    ),
)
