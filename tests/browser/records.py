"""Plainly fictional records in every state around `TODAY`: what the shipped ones, all past, do not show.

Organisers and places are shipped libraries, so that both sets hang together.
"""

from __future__ import annotations

from typing import Any

from katalog.catalogue.translation_hash import language_mark
from katalog.schema.entries import Entry, read_entry
from katalog.source import read_source
from tests.support import record

TODAY = "2026-11-22"
PEOPLE = 45
LONG_WORD = "Bibliotekssamarbejdsorganisationsudviklingsstrategiworkshop"
DANISH_WORD, SWEDISH_WORD = "kompostbunkerne", "komposthögarna"
"""Words that stand in one text of their language, inflected: searched for as readers would."""

Facts = dict[str, Any]


def all_records() -> dict[str, str]:
    """Return every fictional record: its path and its text."""
    return {
        **{f"courses/{id_}.md": record(*text, **facts) for id_, (text, facts) in _courses().items()},
        **{f"content/contacts/{id_}.md": text for id_, text in _people().items()},
        **_translations(),
        **_others(),
    }


def _courses() -> dict[str, tuple[tuple[str, ...], Facts]]:
    made: dict[str, tuple[tuple[str, ...], Facts]] = {}
    for id_, (title, facts) in (_states() | _shapes()).items():
        text = f"Kurset *{title}* er opdigtet. Vi vender {DANISH_WORD} sammen." if id_ == "aaben" else ""
        made[f"proeve-{id_}"] = ((title, text or f"Kurset *{title}* er opdigtet."), _usual() | facts)
    return made


def _usual() -> Facts:
    return {
        "summary": "Et opdigtet kursus, som kun findes i prøverne.",
        "organiser": "herning-bibliotekerne",
        "topics": ["samskabelse"],
        "audience": "Alle ansatte",
        "contacts": [{"person": "person-01", "role": "registration"}],
        "price": [{"amount": "950 kr.", "per": "participant", "vat": "excluded"}],
    }


def _dates(closes: str, *days: str) -> Facts:
    sessions = [
        {"when": day, "title": f"Dag {n}", "place": "herning-bibliotekerne"} for n, day in enumerate(days, 1)
    ]
    return {"registration": {"closes": closes, "via": "tilmelding@example.org"}, "sessions": sessions}


def _states() -> dict[str, tuple[str, Facts]]:
    later = _dates("2027-03-01", "2027-04-06 09:00/16:00")
    full = {"status": "full"}
    return {
        "aaben": ("Byhaver på biblioteket", _dates("2027-01-25", "2027-02-15 09:00/16:00", "uge 11 2027")),
        "lukker": ("Fortælling for begyndere", _dates("2026-12-01", "2026-12-08 09:00/12:00")),
        "lukket": ("Lydbøger i læsegrupper", _dates("2026-11-10", "2026-12-02")),
        "annonceret": (
            "Møbler til børn",
            later | {"registration": {"opens": "2026-12-15", "closes": "2027-03-01"}},
        ),
        "fuldt": ("Strikkeklubber", later | full),
        "venteliste": ("Skak for alle", later | full | {"participants": {"max": 20, "waiting_list": True}}),
        "i-gang": ("Natur i byrummet", _dates("2026-10-20", "2026-11-02", "2026-11-16") | _with_cancelled()),
        "aflyst": ("Kor på biblioteket", later | {"status": "cancelled"}),
        "udsat": ("Fotoklub", later | {"status": "postponed"}),
        "uden-dato": ("Brætspil", {"registration": {"via": "https://example.org/tilmelding"}}),
        "forbi": ("Vinterlæsning", _dates("2025-10-01", "2025-11-04")),
    }


def _with_cancelled() -> Facts:
    days = {"2026-11-02": None, "2026-11-30": "cancelled", "2026-12-14": None}
    return {"sessions": [{"when": day, "title": "Tur", "status": status} for day, status in days.items()]}


def _shapes() -> dict[str, tuple[str, Facts]]:
    runs = [
        {"id": "2027-foraar", "title": "Foråret 2027", **_dates("2027-01-20", "2027-02-22/2027-02-24")},
        {"id": "2027-efteraar", "title": "Efteråret 2027", **_dates("2027-08-01", "2027-09-06")},
    ]
    again = [
        {"id": "2025-efteraar", "title": "Efteråret 2025", **_dates("2025-08-20", "2025-09-15")},
        runs[1],
    ]
    return {
        "igen": ("Højtlæsning", {"runs": again}),
        "hold": ("Tegneserier i undervisningen", {"runs": runs, "initiative": "proeve-indsats"}),
        "lang-titel": (
            f"{LONG_WORD} " * 3,
            _dates("2027-02-01", "2027-03-02", "2027-03-04") | {"certificate": LONG_WORD},
        ),
        "online": ("Podcast hjemmefra", _online()),
        "groft": (
            "Sommerbibliotek",
            {"sessions": [{"when": "3. kvartal 2027", "title": "Forløb"}], "price": []},
        ),
        "dyrt": (
            "Ledelse for erfarne",
            _dates("2027-02-10", "2027-03-15") | {"price": [{"amount": "9.950 kr.", "per": "library"}]},
        ),
        "svensk": ("Läsning i skogen", _swedish()),
    }


def _online() -> Facts:
    sessions = [{"when": "2027-01-14 10:00/11:30", "title": "Webinar", "place": "online"}]
    return {
        "kind": "webinar",
        "sessions": sessions,
        "price": [{"amount": "gratis"}],
        "topics": ["digital-inklusion"],
    }


def _swedish() -> Facts:
    return {
        "language": "sv",
        "summary": "En påhittad kurs som bara finns i proven.",
        "organiser": "regionbiblioteket-i-kalmar-lan",
        "audience": "Alla anställda",
        "price": [{"amount": "1 200 kr", "per": "participant", "vat": "included"}],
        "registration": {"closes": "2027-02-01"},
        "sessions": [
            {"when": "2027-03-08 09:00/16:00", "title": "Dag 1", "place": "regionbiblioteket-i-kalmar-lan"}
        ],
        "initiative": "proeve-indsats",
    }


def _people() -> dict[str, str]:
    letters = "ABDEFGHIKLMNOPRSTUVYÆØÅÄÖ"
    return {
        f"person-{n:02}": record(
            f"{letters[n % len(letters)]}bertil Opdigtet {n:02}",
            "Opdigtet til prøverne.",
            role="Prøveperson",
            organisation="herning-bibliotekerne" if n % 2 else "linneuniversitetet",
            email=f"person-{n:02}@example.org",
            show_until="2027-12-31",
        )
        for n in range(1, PEOPLE + 1)
    }


def _translations() -> dict[str, str]:
    """One translation is of today's original, one of an older one; all other courses have none."""
    (title, body), facts = _courses()["proeve-aaben"]
    mark = language_mark(_entry("courses/proeve-aaben.md", record(title, body, **facts)))
    front = "---\ntitle: {title}\ntranslates: {mark}\n---\n\n{text}\n"
    text = f"Kursen är påhittad. Vi vänder {SWEDISH_WORD} tillsammans."
    return {
        "courses/proeve-aaben.sv.md": front.format(title="Stadsodling på biblioteket", mark=mark, text=text),
        "courses/proeve-lukker.sv.md": front.format(
            title="Berättande för nybörjare", mark="00000000", text="Påhittad."
        ),
    }


def _entry(path: str, text: str) -> Entry:
    source, problems = read_source(path, text.encode())
    assert source, problems
    entry, problems = read_entry(source, path.rpartition("/")[2].removesuffix(".md"), "courses")
    assert entry, problems
    return entry


def _others() -> dict[str, str]:
    meetings = [{"when": "2027-01-12 10:00/15:00", "title": "Opstartsmøde", "place": "vejle-bibliotekerne"}]
    milestones = [{"when": "2026-Q4", "title": "Plan"}, {"when": "foråret 2028", "title": "Afslutning"}]
    initiative = record(
        "Biblioteker i det grønne",
        "En opdigtet indsats.",
        kind="national-initiative",
        period="2026/2028",
        coordinator="vejle-bibliotekerne",
        topics=["samskabelse"],
        goal="At prøve siderne af.",
        meetings=meetings,
        milestones=milestones,
        followers=[
            {"vejle-bibliotekerne": 5},
            "aalborg-bibliotekerne",
            {"herning-bibliotekerne": 2},
            "skive-bibliotek",
        ],
        documents=[
            {
                "title": "Opdigtet rapport",
                "url": "https://example.org/rapport.pdf",
                "kind": "report",
                "date": "2026-10",
            }
        ],
        contacts=[{"person": "person-02", "role": "coordinator"}],
    )
    news = record(
        "Nyt fra prøverne",
        "En opdigtet nyhed.",
        date="2026-11-20",
        about=["proeve-aaben"],
        author="person-03",
    )
    return {"projects/proeve-indsats.md": initiative, "content/news/proeve-nyt.md": news}
