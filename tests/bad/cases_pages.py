"""Hand-written pages: HTML, links that lead nowhere, and marks shown as they were typed."""

from tests.bad.table import Bad, bad, course

PATH = "content/da/om.md"
OTHER = "---\ntitle: Andet\n---\n\n# Andet\n\n## Årets møder\n\nEn tekst.\n\n## Eget anker {#eget}\n"
WITH_HEADING = course(body="## Praktisk\n\nEn tekst.")


def page(body: str) -> str:
    return f"---\ntitle: Om\n---\n\n# Om\n\n{body}\n"


def text(code: str, *bodies: str) -> list[Bad]:
    """Make a case of each body; beside the page lie another one and a course."""
    return [
        bad(
            f"page: {body.replace('§', '')}",
            f"text.{code}",
            page(body),
            PATH,
            content__da__andet=OTHER,
            courses__kursus=WITH_HEADING,
        )
        for body in bodies
    ]


CASES = [
    *text(
        "raw-html",
        "§<script>alert(1)</script>",
        'En tekst.\n\n§<script src="https://example.org/a.js"></script>',
        "En §<script>alert(1)</script> tekst.",
        '§<div onclick="alert(1)">Tryk</div>',
        "Et §<span onmouseover=alert(1)>ord</span>.",
        '§<iframe src="https://example.org/"></iframe>',
        '§<frameset><frame src="a.html"></frameset>',
        '§<object data="a.swf"></object>',
        'Se §<embed src="a.swf">.',
        '§<form action="https://example.org/"><input name="a"></form>',
        "§<style>body { display: none }</style>",
        '§<link rel="stylesheet" href="https://example.org/a.css">',
        '§<meta http-equiv="refresh" content="0;url=https://example.org/">',
        '§<base href="https://example.org/">',
        '§<svg onload="alert(1)"></svg>',
        "Et §<img src=x onerror=alert(1)>",
        'Et §<a href="javascript:alert(1)">link</a>.',
        "§<!-- skjult -->",
        "Et §<!-- skjult --> ord.",
        "Ring til §<b>os</b>.",
        '- Et punkt\n- Et §<button onclick="alert(1)">til</button>',
        '> §<video src="a.mp4" autoplay></video>',
        "!!! note\n    §<script>alert(1)</script>",
        "| A |\n|---|\n| §<b onclick=a()>x</b> |",
        "`<b>` og\n\n```\n<b>\n```\n\n§<b>her</b>",
        '## Et afsnit {#her §onclick="alert(1)"}',
        'Et *ord*{: §style="position:fixed" }.',
        'Et *ord*{: §onmouseover="alert(1)" }.',
        '[Et link](andet.md){: §onfocus="alert(1)" autofocus="" }',
        '![Sal](andet.md){: §srcset="https://example.org/a.jpg" }',
    ),
    *text(
        "link-refused",
        "Et [link](§javascript:alert(1)).",
        "Et [link](§JavaScript:alert(1)).",
        "Et [link](§&#106;avascript:alert(1)).",
        "Et [link](<§javascript:alert(1)>).",
        "Et [link][a].\n\n[a]: §javascript:alert(1)",
        "Et [link](§data:text/html;base64,PHNjcmlwdD4=).",
        "Et [link](§vbscript:msgbox(1)).",
        "Et [link](§file:///etc/passwd).",
        "Et ![billede](§data:image/svg+xml;base64,PHN2Zz4=).",
        'Et [link](andet.md){: href="§javascript:alert(1)" }.',
    ),
    *text(
        "dead-link",
        "Et [link](§findes-ikke.md).",
        'Et [link](§findes-ikke.md "En titel").',
        "Et [link](§findes-ikke.md 'En titel').",
        "Et [link](<§findes-ikke.md>).",
        "Et [link](<§findes ikke.md>).",
        "Et [link][a].\n\n[a]: §findes-ikke.md",
        "Et [link][].\n\n[link]: §findes-ikke.md",
        'Et [link].\n\n[link]: <§findes-ikke.md> "En titel"',
        "Et [link](§//example.org/).",
        "Et [link](§../../courses/findes-ikke.md).",
        'Et [link](§../../courses/findes-ikke.md "En titel").',
        "Et [link](§../kurser/kursus/).",
        "Et [link](§andet/).",
        "Et [link](§andet.html).",
        "Et [link](§Andet.md).",
        "Et [link](§../../projects/en-kladde.md).",
        "Et [link](§../../mkdocs.yml).",
        "Et [link](§../../../etc/passwd).",
        "Et [link](§program.pdf).",
        "Et [link](§../assets/program.pdf).",
        "Et [link](§?side=2).",
        "[godt](andet.md), [link](§findes-ikke.md), [godt](andet.md)",
        "`[link](findes-ikke.md)` og [link](§findes-ikke.md)",
        "!!! note\n    Et [link](§findes-ikke.md).",
        "| A |\n|---|\n| [link](§findes-ikke.md) |",
        "## Et [link](§findes-ikke.md)",
        "Et ord[^1].\n\n[^1]: Et [link](§findes-ikke.md).",
    ),
    *text(
        "dead-link-did-you-mean",
        "Et [link](§/kurser/kursus/).",
        "Et [link](§../../courses/kursus/).",
        "Et [link](§www.example.org/a).",
    ),
    *text(
        "dead-picture",
        "![Sal](§findes-ikke.jpg)",
        '![Sal](§findes-ikke.jpg "En titel")',
        "![Sal][a]\n\n[a]: §findes-ikke.jpg",
        "![Sal](§https://example.org/a.jpg)",
        "[![Sal](§findes-ikke.jpg)](andet.md)",
    ),
    *text(
        "dead-anchor",
        "Et [link](§andet.md#findes-ikke).",
        'Et [link](§andet.md#findes-ikke "En titel").',
        "Et [link](§#findes-ikke).",
        "Et [link][a].\n\n[a]: §#findes-ikke",
        "Et [link](§andet.md#arets-moder).",
        "Et [link](§andet.md#Årets-møder).",
        "Et [link](§../../courses/kursus.md#findes-ikke).",
        "Et [link](<§andet.md#findes ikke>).",
    ),
    *text("no-alt", "![](§andet.md)"),
    *text("link-without-text", "Et [](§andet.md) link."),
    *text("own-site", "Et [link](§https://katalog.example/om/)."),
    *text("label-unknown", "Et §[link][findes-ikke]."),
    *text("link-damaged", "Et §[link] (andet.md).", "!!! note\n    Et §[link] (andet.md)."),
    *text(
        "other-markup",
        "§::: note\nEn tekst.",
        '=== "Et"\n    En tekst.\n\n§{{ side }}',
        "Et §~~ord~~.",
        "> §[!NOTE]\n> Husk.",
        "- §[ ] Et punkt",
        "!!! note\n    §{% include %}",
    ),
    *text("definition-unused", "§[OBS]: aflyst", "!!! note\n    §[OBS]: aflyst"),
    *text("footnote-missing", "Et ord§[^1]."),
    *text("footnote-unused", "En tekst.\n\n§[^1]: En note."),
    *text("cells-surplus", "| A |\n|---|\n| 1 | §2 |"),
    *text("table-without-line", "§| A | B |\n| 1 | 2 |"),
    *text("emphasis-unclosed", "§**Husk: madpakke", "??? tip\n    §**Husk: madpakke"),
    *text("code-unmeant", "    §Kurset begynder kl. 9."),
    *text(
        "list-without-line",
        "Tag med:\n§- madpakke\n- computer",
        "Gør:\n§1. Et\n2. To",
        "!!! note\n    Tag med:\n    §- madpakke",
    ),
    bad(
        "course's dead anchor on a page",
        "text.dead-anchor",
        course(body="Et §[link](../content/da/andet.md#findes-ikke)."),
        content__da__andet=OTHER,
    ),
]
