"""What an editor probably meant: the nearest key, value or id."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

KEYS_BY_WORD = {
    "titel": "title",
    "rubrik": "title",
    "overskrift": "title",
    "navn": "title",
    "namn": "title",
    "undertitel": "subtitle",
    "sprog": "language",
    "språk": "language",
    "resumé": "summary",
    "sammanfattning": "summary",
    "emner": "topics",
    "ämnen": "topics",
    "kladde": "draft",
    "utkast": "draft",
    "kontakt": "contacts",
    "kontakter": "contacts",
    "kilde": "source",
    "källa": "source",
    "billede": "image",
    "bild": "image",
    "type": "kind",
    "typ": "kind",
    "arrangør": "organiser",
    "organisator": "organiser",
    "målgruppe": "audience",
    "målgrupp": "audience",
    "forudsætninger": "prerequisites",
    "förkunskaper": "prerequisites",
    "underviser": "teachers",
    "undervisere": "teachers",
    "lärare": "teachers",
    "partnere": "partners",
    "initiativ": "initiative",
    "indsatsområde": "initiative",
    "insatsområde": "initiative",
    "tilmelding": "registration",
    "anmälan": "registration",
    "frist": "closes",
    "deadline": "closes",
    "tilmeldingsfrist": "closes",
    "sista anmälningsdag": "closes",
    "åbner": "opens",
    "öppnar": "opens",
    "deltagere": "participants",
    "deltagare": "participants",
    "pris": "price",
    "priser": "price",
    "beløb": "amount",
    "belopp": "amount",
    "moms": "vat",
    "inkluderet": "includes",
    "ingår": "includes",
    "lektioner": "lessons",
    "lektionstimer": "lessons",
    "kursusbevis": "certificate",
    "intyg": "certificate",
    "point": "credits",
    "poäng": "credits",
    "ects": "credits",
    "niveau": "level",
    "nivå": "level",
    "tempo": "pace",
    "studietakt": "pace",
    "mødegange": "sessions",
    "gange": "sessions",
    "tillfällen": "sessions",
    "hold": "runs",
    "omgångar": "runs",
    "dato": "when",
    "datum": "when",
    "tid": "when",
    "hvornår": "when",
    "när": "when",
    "sted": "place",
    "plats": "place",
    "dagsorden": "agenda",
    "program": "agenda",
    "valgfri": "optional",
    "valfri": "optional",
    "periode": "period",
    "period": "period",
    "koordinator": "coordinator",
    "finansiering": "funders",
    "støttet af": "funders",
    "finansiärer": "funders",
    "del af": "part_of",
    "del av": "part_of",
    "grupper": "groups",
    "mål": "goal",
    "formål": "goal",
    "dokumenter": "documents",
    "dokument": "documents",
    "møder": "meetings",
    "möten": "meetings",
    "milepæle": "milestones",
    "milstolpar": "milestones",
    "følgere": "followers",
    "följare": "followers",
    "land": "country",
    "kommune": "municipality",
    "kommun": "municipality",
    "adresse": "address",
    "adress": "address",
    "hjemmeside": "website",
    "webbplats": "website",
    "telefon": "phone",
    "tlf": "phone",
    "e-post": "email",
    "mail": "email",
    "epost": "email",
    "stilling": "role",
    "rolle": "role",
    "roll": "role",
    "vises til": "show_until",
    "visas till": "show_until",
    "forfatter": "author",
    "författare": "author",
    "om": "about",
}
"""Danish and Swedish words for the keys: grammar of the format, not text shown to anybody."""

THEME_KEYS = frozenset({
    "comments", "hide", "icon", "layout", "render_macros", "revision_date", "search", "social", "tags",
    "template",
})  # fmt: skip
"""What Material and MkDocs take from front matter, and no record or page may set."""


def nearest_key(written: str, known: Collection[str]) -> str | None:
    """Return the one of the `known` keys of a mapping that `written` most likely stands for."""
    written = written.strip().casefold()
    meant = KEYS_BY_WORD.get(written)
    return meant if meant in known else nearest_value(written, known)


def nearest_value(written: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the one of `known` that `written` most likely misspells, if they are alike (0 to 1)."""
    close = get_close_matches(written.casefold()[:80], list(known), n=1, cutoff=likeness)
    return close[0] if close else None
