"""A small site and kinds of change that editors make to it, each as the files that differ (`None`: gone)."""

from tests.support import record

LIBRARY = record("Prøvebiblioteket", kind="public", country="DK")
COURSE = """\
---
title: Læselyst i praksis
language: da
organiser: proevebiblioteket
audience: Børnebibliotekarer
teachers: [anna-proeve]
registration: {closes: 2. marts 2027}
price: [1.200 kr. ekskl. moms pr. deltager]
sessions:
  - when: 23. marts 2027 kl. 9.00–16.00
    title: Metodedag
    place: På biblioteket
  - when: 30. marts 2027
    title: Opsamling
---

På kurset prøver vi greb, der gør det sjovere at læse.
"""
SWEDISH = "---\ntitle: Läslust i praktiken\ntranslates: 4e5d2a14\n---\n\nPå kursen prövar vi grepp.\n"
NEW = """\
---
title: Samskabelse for begyndere
language: da
organiser: proevebiblioteket
registration: {closes: 1. april 2027}
price: [gratis]
sessions: [{when: 4. maj 2027 kl. 10–15, place: Online}]
---

Et kursus.
"""
PERSON = record("Anna Prøve", role="Konsulent", show_until="2030-01-01")
NEWS = record("Nyt kursus på vej", date="2026-11-01", about=["laeselyst"])
PAGE = "---\ntitle: Velkommen\npair: home\n---\n\n# Velkommen\n\nHer er kurser.\n"
TOPICS = "- id: laesning\n  name: {da: Læsning, sv: Läsning}\n"
SITE = {
    "content/topics.yml": TOPICS,
    "content/da/index.md": PAGE,
    "content/sv/index.md": "---\ntitle: Välkommen\npair: home\n---\n\n# Välkommen\n\nHär finns kurser.\n",
    "content/libraries/proevebiblioteket.md": LIBRARY,
    "content/contacts/anna-proeve.md": PERSON,
    "content/contacts/bo-eksempel.md": record("Bo Eksempel", show_until="2030-01-01"),
    "content/news/nyt-kursus.md": NEWS,
    "courses/laeselyst.md": COURSE,
    "courses/laeselyst.sv.md": SWEDISH,
    "courses/haster.md": record("Haster", sessions=["2. december 2026"], subtitle="Se **her**"),
}
HOSTILE = (
    "@alle #1 GH-2 !3 [her](https://ond.example) <img src=x> `kode` :smile: www.ond.example $x$ a@b.example"
)

CHANGES: dict[str, dict[str, str | None]] = {
    "new-course": {"courses/samskabelse.md": NEW},
    "moved-session": {
        "courses/laeselyst.md": COURSE.replace("23. marts 2027 kl. 9.00", "24. marts 2027 kl. 10.00")
    },
    "cancelled": {"courses/laeselyst.md": COURSE.replace("audience:", "status: cancelled\naudience:")},
    "price-and-place": {
        "courses/laeselyst.md": COURSE.replace("1.200 kr.", "1.450 kr.").replace("På biblioteket", "Online")
    },
    "people": {
        "courses/laeselyst.md": COURSE.replace("[anna-proeve]", "[anna-proeve, bo-eksempel]"),
        "content/contacts/anna-proeve.md": PERSON.replace("Anna Prøve", "Anna Prøve Test").replace(
            "Konsulent", "Chefkonsulent"
        ),
    },
    "title-and-text": {
        "courses/laeselyst.md": COURSE.replace("i praksis", "hver dag").replace(
            "sjovere", "nemmere og sjovere"
        )
    },
    "removed": {
        "courses/laeselyst.md": None,
        "courses/laeselyst.sv.md": None,
        "content/news/nyt-kursus.md": NEWS.replace("about:\n- laeselyst\n", ""),
    },
    "renamed": {
        "courses/laeselyst.md": None,
        "courses/laeselyst.sv.md": None,
        "courses/laeselyst-2027.md": COURSE.replace(
            "language: da", "language: da\nredirect_from: [laeselyst]"
        ),
        "courses/laeselyst-2027.sv.md": SWEDISH,
        "content/news/nyt-kursus.md": NEWS.replace("- laeselyst", "- laeselyst-2027"),
    },
    "errors": {
        "courses/laeselyst.md": COURSE.replace("23. marts 2027", "31. februar 2027"),
        "courses/samskabelse.md": NEW.replace("organiser: proevebiblioteket", "organiser: proevebiblioteke"),
    },
    "translation-and-draft": {
        "courses/laeselyst.sv.md": SWEDISH.replace("i praktiken", "varje dag"),
        "content/news/nyt-kursus.sv.md": "---\ntitle: Ny kurs på gång\n---\n",
        "courses/haster.md": record("Haster", draft="yes"),
        "courses/samskabelse.md": NEW.replace("language: da", "language: da\ndraft: yes"),
    },
    "the-rest": {
        "content/topics.yml": TOPICS.replace("da: Læsning", "da: Læselyst")
        + "- id: ny\n  name: {da: Nyt emne}\n",
        "content/da/index.md": PAGE.replace("Velkommen", "Velkommen til").replace("kurser", "mange kurser"),
        "content/da/om.md": "---\ntitle: Om os\n---\n\n# Om os\n\nVi er et bibliotek.\n",
        "content/assets/plan.txt": "En plan.",
        "courses/laeselyst/program.txt": "Et program.",
    },
    "nothing": {},
    "hostile-text": {
        "courses/laeselyst.md": COURSE.replace("Læselyst i praksis", f"'{HOSTILE}'"),
        "courses/samskabelse.md": NEW.replace("Samskabelse for begyndere", f"'{HOSTILE}'").replace(
            "Online", f"'{HOSTILE}'"
        ),
    },
    "many-pages": {f"courses/kursus-{n:02}.md": NEW.replace("Samskabelse", f"Kursus {n}") for n in range(14)},
}
