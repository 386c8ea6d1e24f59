"""Records made up from a seed whose values lie at edges; most fields are left out of each."""

# ruff: noqa: E501 - values in plain sight

import random
from datetime import date, timedelta
from typing import Any

from katalog.schema.course_parts import KINDS
from katalog.schema.field_introspection import Field
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS
from katalog.when.reading import read_when
from tests.good.generator import FOLDER, STEM, Made, Maker

TODAY = date(2027, 3, 31)
"""The last day of a month and of a quarter."""
NEAR = (-1, 0, 0, 1, 2, 3, 6, 7, 8, 13, 14, 15, 29, 30, 31)
FAR = (-700, -367, -366, -365, -100, -32, -31, -30, -8, 90, 91, 92, 93, 100, 364, 367, 800)
OFTEN = {
    "sessions": 0.9, "registration": 0.75, "closes": 0.8, "via": 0.8, "organiser": 0.8, "price": 0.5, "when": 0.9,
    "period": 0.85, "topics": 0.8, "place": 0.5, "location": 0.7, "region": 0.7, "municipality": 0.6, "email": 0.6,
    "organisation": 0.7, "contacts": 0.6, "initiative": 0.5, "coordinator": 0.7, "followers": 0.6, "kind": 0.9,
    "meetings": 0.7, "address": 0.4, "author": 0.6, "publisher": 0.6, "about": 0.8, "part_of": 0.5, "parent": 0.5,
    "own": 0.4, "runs": 0.6, "groups": 0.6, "members": 0.9, "role": 0.6, "phone": 0.5, "title": 0.5, "vat": 0.5, "participants": 0.5, "speakers": 0.2, "programme": 0.2,
    "status": 0.15, "availability": 0.1, "withdrawn": 0.1, "draft": 0.0, "redirect_from": 0.0, "required": 0.1,
    "image": 0.25,
}  # fmt: skip
COUNTRIES = ("DK", "SE", "NO", "FI", "FO", "GL", "AX", "GB", "SE", "SE")
REGIONS = ("Skåne", "Ærø og omegn", "skåne", "Österbotten")
PLACES = {"DK": (55.7, 12.5), "SE": (59.3, 18.1), "NO": (59.9, 10.7), "FI": (60.2, 24.9), "GL": (64.2, -51.7)}
"""Where a country's libraries lie; the last is on no map."""
TITLES = (
    "Ångström", "älg", "Öl & ø", "aaen", "Århus", "7 sorters kakor", "“Citat”", "ærlig talt", "Zebra", "zebra",
    "Éclair", "Wien", "Vin", "IT", "A/B: <c>", "Läsning för alla", "Biblioteket i Lund",
)  # fmt: skip
TEXTS = (
    "Skribent",
    "IT-konsulent",
    "E-bogsansvarlig",
    "å ä ö & ø",
    "<b>",
    "se https://example.org/a?b=1.",
    "10 %",
    "no",
    "x" * 90,
)
OWN = {
    "tal": ("1234.5", "0", "7"),
    "dag": ("2027-03-31", "2027-W13"),
    "lank": ("https://example.org/sv/mycket/lang/adress/som/ingen/minns/",),
    "ja": ("ja", "nej"),
    "ord": ("Sal 2 & 3", "<b>"),
}


class EdgeMaker(Maker):
    """Makes one record in which most fields are left out."""

    def __init__(self, rng: random.Random, collection: str, *more: Any) -> None:
        super().__init__(rng, collection, *more)
        self.language = rng.choice(("sv", "sv", "da", "en", "nb"))
        self.start = self.day()

    def record(self) -> Made:
        data = self.part(COLLECTIONS[self.collection], 0)
        data |= {"language": self.language, "draft": "true" if self.number % 17 == 3 else "false"}
        if "location" in data:
            lat, lon = PLACES.get(data["country"], (62.0, 15.0))
            data["location"] = {"lat": f"{lat + self.number % 3 / 100:.2f}", "lon": f"{lon}"}
        if self.collection in {"news", "projects"} or self.number > 6:
            data["title"] = f"{data['title']} {self.number}"
        if self.collection == "courses":
            data["kind"] = self.rng.choice(("kafe", "studiebesok", *KINDS[:4], "self-paced"))
        if self.collection == "contacts" and self.number % 5 == 2:
            data |= {
                "phone": self.field_phone(0),
                "email": None,
                "withdrawn": "false",
                "show_until": "2099-12-31",
            }
        _close_before_the_start(data)
        path = f"{FOLDER[self.collection]}/{STEM[self.collection]}-{self.number}.md"
        filled = {key: value for key, value in data.items() if value not in ([], None)}
        return Made(path, self.collection, filled, self.body())

    def body(self) -> str:
        """Return nothing, a paragraph as long as a summary may be or longer, or one with links."""
        up = "../" if self.collection in {"courses", "projects"} else "../../"
        links = (
            f"[en kurs]({up}courses/kursus-1.md), [sidan]({up}content/sv/prenumerera.md#hur), <a@example.org>"
        )
        paragraphs = (
            "",
            "ord " * 39 + "orde",
            "ord " * 39 + "orden",
            f"Se {links}, [här](#x).\n\n## X\n\nSlut.",
        )
        return self.rng.choice(paragraphs)

    def inner(self, field: Field, depth: int, position: int) -> Any:
        if field.name == "image":
            return {"file": "bild.svg", "alt": "Ett träd"}
        if field.name == "own":
            name = self.rng.choice(
                [each for each in OWN if each != "ja" or self.collection in {"courses", "news"}]
            )
            return {name: self.rng.choice(OWN[name])}
        if field.name == "registration" and self.rng.random() < 0.15:
            return {"required": "false"} | self.rng.choice(
                ({}, {"cancellation": "Går bra."}, {"invoice": "EAN"})
            )
        made = super().inner(field, depth, position)
        if field.name == "runs" and self.number % 3:
            made = {**made, "sessions": [{"when": f"{TODAY + timedelta(self.rng.choice(FAR))}"}]}
        if field.name in {"sessions", "meetings", "programme"} and self.rng.random() < 0.3:
            made = {**made, "choice": self.rng.choice(("A", "B"))}
        if field.name == "documents" and self.rng.random() < 0.3:
            made = {**made, "file": "bilaga.pdf"}
            made.pop("url", None)
        return made

    def chance(self, field: Field) -> float:
        return OFTEN.get(field.name, 0.25)

    def day(self) -> date:
        return TODAY + timedelta(self.rng.choice(NEAR if self.rng.random() < 0.7 else FAR))

    def many(self, model: type[Part], field: Field, depth: int) -> list[Any]:
        if field.name != "runs":
            return super().many(model, field, depth)
        return [self.one(model, field, depth, number) for number in range(self.rng.choice((1, 2, 3, 5, 7)))]

    def kind_date(self, _: int) -> str:
        """Return a date of any precision that has to do with a day near today."""
        day = self.day()
        year, week, _weekday = day.isocalendar()
        return self.rng.choice((
            f"{day}", f"{day}", f"{day} 09:00/16:00", f"{day} 13:00", f"{day} 10:00/{day + timedelta(1)} 12:00",
            f"{day} 09:30/12:00, 13:00/15:00", f"{day}/{day + timedelta(2)}", f"{day}/{day + timedelta(40)}", f"{day}/{day + timedelta(56)}", f"{day}/{day + timedelta(63)}",
            f"{day - timedelta(3)}/{day}", f"{year}-W{week:02}", f"{day:%Y-%m}", f"{day:%Y-%m}-01/{day:%Y-%m}-10~",
            f"{day:%Y}-Q{(day.month + 2) // 3}", f"{day:%Y}-21", f"{day:%Y}-41", f"{day:%Y}", f"{day}~", f"{day:%Y-%m}/..",
            f"{day}/{day + timedelta(35)} 10:00/12:00 RRULE:FREQ=WEEKLY;BYDAY=WE",
        ))  # fmt: skip

    def session_date(self, position: int) -> str:
        return self.kind_date(position)

    def moment(self, day: date) -> str:
        return self.rng.choice((f"{day}", f"{day}", f"{day} 12:00", f"{day} 24:00", f"{day} 10:00/14:00"))

    def kind_text(self, _: int) -> str:
        return self.rng.choice(TEXTS)

    def field_title(self, _: int) -> str:
        return self.rng.choice(TITLES)

    field_name = field_title

    def kind_money(self, _: int) -> str:
        return self.rng.choice(
            ("9950 DKK", "gratis", "0 SEK", "500 DKK", "100 EUR", "120.50 GBP", "750 SEK", "500 SEK")
        )

    def field_closes(self, _: int) -> str:
        return self.moment(self.day())

    field_opens = field_since = field_until = field_closes

    def field_date(self, _: int) -> str:
        return f"{self.day()}"

    def field_show_until(self, _: int) -> str:
        return self.rng.choice((f"{TODAY - timedelta(1)}", f"{TODAY}", "2099-12-31", "2099-12-31"))

    def field_withdrawn(self, _: int) -> str:
        return "true"

    def field_required(self, _: int) -> str:
        return "true"

    def field_via(self, _: int) -> str:
        return self.rng.choice(
            (
                "https://example.org/tilmeld/",
                "post@example.org",
                "https://example.org/@kurser",
                "person-1",
                "person-2",
                "person-5",
            )
        )

    def field_place(self, _: int) -> str:
        named = (*["bibliotek-1"] * 5, "online", "Online", "Rådhuspladsen 1", "rådhuspladsen 1", "Aulan")
        return self.rng.choice(
            (*named, *(f"bibliotek-{number}" for number in (0, 1, 2, 4)), "forening-1", "forening-2")
        )

    def field_country(self, _: int) -> str:
        return self.rng.choice(COUNTRIES)

    def field_region(self, _: int) -> str:
        return self.rng.choice(REGIONS)

    def field_municipality(self, _: int) -> str:
        return self.rng.choice(("Lund", "Zebra", "Vejby"))

    def field_audience(self, _: int) -> str:
        return self.rng.choice(("Alla", "alla", "Ledare & chefer"))

    def field_phone(self, _: int) -> str:
        """Return a number of one's own: that of a person who may not be shown any more may stand nowhere."""
        return f"+45 33 12 34 {self.number:02}" if self.collection == "contacts" else "+46 8 123 456 78"

    def field_website(self, _: int) -> str:
        return self.rng.choice(
            (
                "https://example.org/",
                "https://example.org/INDEX/",
                "https://www.example.org/" + "a" * 17,
                "https://www.example.org/" + "a" * 25,
            )
        )

    field_url = field_website

    def field_people(self, _: int) -> str:
        return self.rng.choice(("1", "2", "5", "40"))

    def field_up_to(self, _: int) -> str:
        return self.rng.choice(("1", "2", "10"))

    def field_min(self, _: int) -> str:
        return self.rng.choice(("1", "5"))

    def field_max(self, _: int) -> str:
        return self.rng.choice(("5", "20"))

    def field_pace(self, _: int) -> str:
        return self.rng.choice(("50", "50 %", "halvfart"))

    def field_level(self, _: int) -> str:
        return self.rng.choice(("introductory", "intermediate", "advanced", "för alla"))

    def field_members(self, position: int) -> str:
        return self.rng.choice((f"person-{position // 2 + 1}", "Bo", "forening-1"))

    def field_file(self, _: int) -> None:
        return None


def _close_before_the_start(data: dict[str, Any]) -> None:
    """Let registration open before it closes, and close on the first day at the latest, and news begin first."""
    _no_later(data, "date", data.get("until", "9999")[:10])
    wholes = [data, *data.get("runs", ())]
    listed = (each for whole in wholes for name in ("sessions", "meetings") for each in whole.get(name, ()))
    sessions = [(each, f"{read_when(each['when'], 'en').earliest}") for each in listed if "when" in each]
    for session, start in sessions:
        _no_later(session, "closes", start)
    for registration in (whole["registration"] for whole in wholes if "registration" in whole):
        _no_later(registration, "closes", min((start for _, start in sessions), default="9999"))
        _no_later(registration, "opens", registration.get("closes", "9999")[:10])


def _no_later(data: dict[str, Any], name: str, day: str) -> None:
    if data.get(name, "")[:10] >= day:
        data[name] = day
