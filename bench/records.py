"""Generated records: realistic in size, shape and links, the same for the same seed.

Nothing here writes files or reads the clock.  Dates lie around `BASE`, so that a corpus built with
KATALOG_TODAY=2026-09-01 has courses in every state.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bench.vocabulary import DANISH, SWEDISH, VOCABULARIES, Vocabulary

BASE = date(2026, 9, 1)

Facts = dict[str, object]
"""Front matter as it is written: the one place where a dictionary is the thing itself."""


@dataclass(frozen=True, slots=True)
class Written:
    """One file of the corpus: `language` and `original` are set for a translation only."""

    folder: str
    id: str
    facts: Facts
    body: str
    language: str = ""
    original: "Written | None" = None

    @property
    def path(self) -> str:
        """Where the file stands, from the project folder."""
        return f"{self.folder}/{self.id}{'.' + self.language if self.language else ''}.md"


@dataclass(slots=True)
class Corpus:
    """A maker of records: what it has made can be referred to by what it makes next."""

    random: Random
    courses: int
    topics: tuple[str, ...]
    made: list[Written] = field(default_factory=list)
    libraries: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    initiatives: list[str] = field(default_factory=list)
    course_ids: list[str] = field(default_factory=list)

    def make(self) -> list[Written]:
        """Make the whole corpus.  For 1,000 courses some 220 other records."""
        tenth = max(self.courses // 10, 2)
        self.libraries = [self._library(n) for n in range(tenth * 4 // 5 + 1)]
        self.organisations = [self._organisation(n) for n in range(tenth // 5)]
        self.people = [self._person(n) for n in range(max(self.courses // 20, 2))]
        self.initiatives = [self._initiative(n) for n in range(max(self.courses // 50, 1))]
        self.course_ids = [self._course(n) for n in range(self.courses)]
        for n in range(self.courses // 20):
            self._news(n)
        return self.made

    def words(self, n: int) -> Vocabulary:
        """Two thirds of all records are Danish."""
        return SWEDISH if n % 3 == 2 else DANISH

    def _add(self, folder: str, id_: str, facts: Facts, body: str) -> str:
        self.made.append(Written(folder, id_, facts, body))
        return id_

    def _place(self, n: int, words: Vocabulary) -> str:
        """Name the nth place; the first hundred need no number."""
        round_, rank = divmod(n, len(words.place_starts) * len(words.place_ends))
        start, end = divmod(rank, len(words.place_ends))
        name = words.place_starts[start] + words.place_ends[(end + start) % len(words.place_ends)]
        return f"{name} {round_ + 1}" if round_ else name

    def _body_facts(self, n: int, words: Vocabulary, name: str) -> Facts:
        place = self._place(n, words)
        return {
            "title": name.format(place=place),
            "language": words.language,
            "country": words.country,
            "municipality": place,
            "region": self.random.choice(words.regions),
            "address": f"Biblioteksgade {n % 90 + 1}" if words is DANISH else f"Biblioteksgatan {n % 90 + 1}",
        }

    def _library(self, n: int) -> str:
        words = self.words(n)
        facts = self._body_facts(n, words, words.library) | {
            "kind": "central" if n % 15 == 0 else "public",
            "location": {
                "lat": round(55.6 + self.random.random() * 1.8, 4),
                "lon": round((8.5 if words is DANISH else 13.0) + self.random.random() * 3, 4),
            },
            "website": f"https://bibliotek-{n + 1}.example.org/",
        }
        return self._add("content/libraries", f"bibliotek-{n + 1:04}", facts, self._paragraph(words, 2))

    def _organisation(self, n: int) -> str:
        words = self.words(n)
        facts = self._body_facts(n, words, words.organisation) | {"kind": "association"}
        return self._add("content/organisations", f"selskab-{n + 1:04}", facts, self._paragraph(words, 2))

    def _person(self, n: int) -> str:
        words = self.words(n)
        first, last = words.first_names[n % 12], words.last_names[n // 12 % 8]
        facts: Facts = {
            "title": f"{first} {last}",
            "language": words.language,
            "role": self.random.choice(words.job_titles),
            "organisation": self.random.choice(self.libraries),
            "email": f"person-{n + 1}@example.org",
            "languages": [words.language],
            "show_until": (BASE + timedelta(days=400)).isoformat(),
        }
        return self._add("content/contacts", f"person-{n + 1:04}", facts, self._paragraph(words, 3))

    def _initiative(self, n: int) -> str:
        words = self.words(n)
        start = BASE + timedelta(days=self.random.randrange(-900, 200))
        subject = words.subjects[n % len(words.subjects)]
        followers = self.random.sample(self.libraries, min(len(self.libraries), self.random.randint(5, 30)))
        facts: Facts = {
            "title": f"{words.initiative.format(subject=subject)} {n + 1}",
            "language": words.language,
            "kind": self.random.choice(("national-initiative", "regional-initiative", "project", "network")),
            "topics": self._topics(),
            "period": f"{start.year}/{start.year + 2}",
            "coordinator": self.random.choice(self.libraries),
            "partners": self.random.sample(self.libraries, min(3, len(self.libraries))),
            "goal": self._sentence(words, subject),
            "contacts": [{"person": self.random.choice(self.people), "role": "coordinator"}],
            "milestones": [
                {"when": words.seasons[half].format(year=start.year + 1), "title": words.session_titles[half]}
                for half in (0, 1)
            ],
            "meetings": self._sessions(words, start, 2),
            "followers": [self._follower(library) for library in followers],
        }
        return self._add("projects", f"indsats-{n + 1:03}", facts, self._text(words, subject, "../"))

    def _follower(self, library: str) -> object:
        return {library: self.random.randint(2, 6)} if self.random.random() < 0.3 else library

    def _topics(self) -> list[str]:
        return self.random.sample(self.topics, min(self.random.randint(1, 3), len(self.topics)))

    def _course(self, n: int) -> str:
        words = self.words(n)
        subject = self.random.choice(words.subjects)
        angle = self.random.choice(words.angles)
        facts: Facts = {
            "title": f"{subject.capitalize()} {angle} {n + 1}",
            "language": words.language,
            "kind": self.random.choice(("course", "learning-path", "seminar", "theme-day", "webinar")),
            "topics": self._topics(),
            "organiser": self.random.choice(self.libraries),
            "audience": self.random.choice(words.audiences),
            "teachers": [self.random.choice(self.people)],
            "contacts": [{"person": self.random.choice(self.people), "role": "registration"}],
            "participants": {"min": self.random.randint(5, 13), "max": self.random.randint(15, 40)},
            "price": self._price(words),
            "lessons": self.random.randint(3, 40),
            "certificate": words.certificate,
        }
        if n % 2:
            facts["initiative"] = self.random.choice(self.initiatives)
        facts |= self._holdings(words, n)
        id_ = self._add("courses", f"kursus-{n + 1:05}", facts, self._text(words, subject, "../"))
        if n % 10 == 0:
            self._translation(id_, angle, words)
        return id_

    def _holdings(self, words: Vocabulary, n: int) -> Facts:
        """Give most courses sessions, every eighth two runs, every twentieth only a season."""
        start = BASE + timedelta(days=self.random.randrange(-1000, 400))
        if n % 20 == 7:
            return {"sessions": [{"when": words.seasons[n % 2].format(year=start.year)}]}
        if n % 8 == 3:
            return {"runs": [self._run(words, start, 1), self._run(words, start + timedelta(days=400), 2)]}
        return {
            "registration": self._registration(start),
            "sessions": self._sessions(words, start, n % 5 + 1),
        }

    def _run(self, words: Vocabulary, start: date, number: int) -> Facts:
        return {
            "id": f"{start.year}-{number}",
            "registration": self._registration(start),
            "sessions": self._sessions(words, start, 2),
        }

    def _registration(self, start: date) -> Facts:
        closes = start - timedelta(days=self.random.randint(14, 60))
        return {"closes": closes.isoformat(), "via": self.random.choice(self.people)}

    def _sessions(self, words: Vocabulary, start: date, count: int) -> list[Facts]:
        return [self._session(words, start + timedelta(days=21 * n), n) for n in range(count)]

    def _session(self, words: Vocabulary, day: date, n: int) -> Facts:
        facts: Facts = {
            "when": self._when(words, day, n),
            "title": words.session_titles[n % len(words.session_titles)],
        }
        online = self.random.random() < 0.2
        facts["place"] = "online" if online else self.random.choice(self.libraries)
        facts["agenda"] = self.random.sample(words.points, 3)
        return facts

    def _when(self, words: Vocabulary, day: date, n: int) -> str:
        """Write a session's time in one of the forms people use; a session ends before the next begins."""
        iso = day.isocalendar()
        until = day + timedelta(days=1)
        return (
            f"{day.isoformat()} 09:00/16:00",
            f"{words.day(day.day, day.month, day.year)} kl. 9.00–16.00",
            words.weeks.format(week=iso.week, year=iso.year),
            f"{day.isoformat()}/{until.isoformat()}",
            words.day(day.day, day.month, day.year),
        )[n % 5]

    def _price(self, words: Vocabulary) -> list[Facts]:
        if self.random.random() < 0.25:
            return [{"amount": words.free}]
        amount = self.random.randrange(500, 9950, 50)
        main: Facts = {
            "amount": words.price.format(amount=amount),
            "per": self.random.choice(("participant", "library")),
            "vat": self.random.choice(("excluded", "included")),
        }
        return [
            main,
            {"amount": words.price.format(amount=450), "per": "participant", "label": words.catering},
        ]

    def _translation(self, id_: str, angle: str, original: Vocabulary) -> None:
        words = VOCABULARIES["sv" if original is DANISH else "da"]
        other_angle = words.angles[original.angles.index(angle)]
        subject = self.random.choice(words.subjects)
        facts: Facts = {"title": f"{subject.capitalize()} {other_angle} ({words.translated_mark})"}
        self.made.append(
            Written("courses", id_, facts, self._text(words, subject, "../"), words.language, self.made[-1])
        )

    def _news(self, n: int) -> None:
        words = self.words(n)
        subject = self.random.choice(words.subjects)
        facts: Facts = {
            "title": f"{words.news.format(subject=subject)} {n + 1}",
            "language": words.language,
            "date": (BASE - timedelta(days=self.random.randrange(1000))).isoformat(),
            "author": self.random.choice(self.people),
            "about": [self.random.choice(self.course_ids)],
        }
        self._add("content/news", f"nyt-{n + 1:04}", facts, self._text(words, subject, "../../"))

    def _sentence(self, words: Vocabulary, subject: str) -> str:
        return self.random.choice(words.sentences).format(subject=subject)

    def _paragraph(self, words: Vocabulary, sentences: int, subject: str = "") -> str:
        about = subject or self.random.choice(words.subjects)
        return (
            " ".join(text.format(subject=about) for text in self.random.sample(words.sentences, sentences))
            + "\n"
        )

    def _text(self, words: Vocabulary, subject: str, up: str) -> str:
        """Write 150 to 400 words: paragraphs, two to four headings, a list, and links to other records."""
        parts = [self._paragraph(words, self.random.randint(4, 6), subject)]
        for heading in self.random.sample(words.headings, self.random.randint(2, 4)):
            parts += [f"## {heading}\n", self._paragraph(words, self.random.randint(3, 6), subject)]
        parts.append("".join(f"- {point}\n" for point in self.random.sample(words.points, 4)))
        library, person = self.random.choice(self.libraries), self.random.choice(self.people)
        parts.append(
            f"{words.see_also} [{subject}]({up}content/libraries/{library}.md) (*{person}*: "
            f"[{person}]({up}content/contacts/{person}.md)).\n"
        )
        return "\n".join(parts)


def generate(courses: int, seed: int, topics: tuple[str, ...]) -> list[Written]:
    """Make a corpus of `courses` courses and what surrounds them."""
    return Corpus(Random(seed), courses, topics).make()
