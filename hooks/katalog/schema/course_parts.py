"""The parts courses are made of: their kinds, prices, sessions, registration, participants, runs."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from katalog.problems import InvalidValueError
from katalog.schema.advice import inline
from katalog.schema.annotations import UNCOMMON, Choices, Scalar
from katalog.schema.prices import Prices
from katalog.schema.programme_parts import Programme, Speakers
from katalog.schema.record_parts import ContactLinks, Documents, Online, Part, Texts, dated
from katalog.schema.registration import Registration
from katalog.schema.suggest import folded, keys_by_any_word
from katalog.schema.value_types import (
    LINE,
    MANY,
    Boolean,
    DateOrSpan,
    LastDayOrHours,
    Line,
    OwnId,
    Place,
    Positive,
    PositiveDecimal,
    Text,
    Title,
)
from katalog.source.file_names import slug
from katalog.when.dateless import Availability, read_availability
from katalog.when.reading import read_when

SessionKind = Literal[
    "pre-learning", "residential", "theme-day", "kick-off", "visit", "guidance", "midway", "closing",
    "workshop", "meeting",
]  # fmt: skip
Status = Literal["cancelled", "full", "postponed"]


_WAITING = re.compile(
    r"[,;.]? ?(?:med |och |og )?(?:venteliste|väntelista|reservlista|reservplats(?:er)?|waiting list)"
    r"(?: (?:finns|haves|mulig|possible))?",
    re.IGNORECASE,
)
_OF_NUMBERS = (
    r"min|mindst|minst|max|maks|højst|højest|högst|op til|upp till|opptil|up to|at least|at most"
    r"|fra|från|from|til|till|to|mellem|mellan|between|og|och|and"
    r"|antal|deltag\w*|deltak\w*|participants?|people|person\w*|plad\w*|plats\w*|plass\w*|places|seats"
)
_NUMBERS_ALONE = re.compile(rf"(?:\d|[\s.,:;/–+-]|\b(?:{_OF_NUMBERS})\b|{_WAITING.pattern})+", re.IGNORECASE)
"""A text that says no more than how many may come, and that others may wait."""


class Participants(Part, frozen=True, kw_only=True):
    """How many take part; below `min` the course is not held."""

    min: Positive | None = None
    max: Positive | None = None
    waiting_list: Boolean | None = None

    words_in, words_code = "enrolment_note", "field.more-than-numbers"

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """A number is the highest, unless it is said to be the lowest; two are both; no further words."""
        numbers = re.findall(r"\d+", value, re.ASCII)
        if not 1 <= len(numbers) <= 2 or not _NUMBERS_ALONE.fullmatch(value):
            return None
        waiting = {"waiting_list": "ja"} if _WAITING.search(value) else {}
        lowest = len(numbers) == 1 and re.match(r"min|mindst|at least", value.strip(), re.IGNORECASE)
        names = ("min",) if lowest else ("min", "max")[-len(numbers) :]
        return dict(zip(names, numbers, strict=True)) | waiting

    def __post_init__(self) -> None:
        """Refuse a `min` above `max`."""
        if self.min and self.max and self.min > self.max:
            raise InvalidValueError("course.min-above-max", min=str(self.min), max=str(self.max))


_CLOCK = re.compile(r"^(?:kl\.?|klokken|klockan)\s*", re.IGNORECASE)


def _is_date(text: str, language: str) -> bool:
    try:
        return bool(read_when(text, language))
    except InvalidValueError:
        return False


def _refuse_labelled(value: Any) -> None:
    """Raise `InvalidValueError` for a date with its title in one text: `Dag 1: 4. marts 2028`."""
    label, mark, rest = value.partition(": ") if isinstance(value, str) else ("", "", "")
    if mark and (meant := dated(label, rest)):
        code = "field.mapping-expected-did-you-mean"
        raise InvalidValueError(code, written=value, suggestion=inline(meant))


class Session(Part, frozen=True, kw_only=True):
    """One meeting of a course or project; without `when` its date is still to be set.

    Sessions with the same `choice` exclude each other.
    """

    alone = True
    when: DateOrSpan | None = None
    title: Title | None = None
    kind: SessionKind | None = None
    place: Place | None = None
    agenda: Texts = ()
    note: Text | None = None
    optional: Boolean = False
    status: Status | None = None
    speakers: Annotated[Speakers, UNCOMMON] = ()
    programme: Annotated[Programme, UNCOMMON] = ()
    participants: Annotated[Participants | None, UNCOMMON] = None
    choice: Annotated[Text | None, UNCOMMON] = None
    address: Annotated[Line | None, UNCOMMON] = None
    online: Annotated[Online | None, UNCOMMON] = None
    availability: Annotated[Availability | None, UNCOMMON] = None
    closes: Annotated[LastDayOrHours | None, UNCOMMON] = None
    documents: Annotated[Documents, UNCOMMON] = ()

    @staticmethod
    def hours_beside(key: str, written: Mapping[str, Any]) -> str | None:
        """The date with the hours beside it: `dato: 9. marts 2028`, `tid: 10-12`."""
        meanings = {name: keys_by_any_word().get(folded(name), ()) for name in written}
        days = (name for name, meant in meanings.items() if name == "when" or "when" in meant)
        day = next((name for name in days if name != key), None)
        if day is None or "hours" not in meanings[key]:
            return None
        whole = f"{written[day]} kl. {_CLOCK.sub('', str(written[key]))}"
        return f"when: {whole}" if any(_is_date(whole, each) for each in ("da", "sv")) else None

    fields_labelled = staticmethod(dated)

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A date alone says that much; `when` may say that there is none."""
        _refuse_labelled(value)
        written = {"when": value} if isinstance(value, str) else value
        when = written.get("when") if isinstance(written, dict) else None
        if not isinstance(when, str) or (found := read_availability(when)) is None:
            return written
        return {"availability": found, **{key: each for key, each in written.items() if key != "when"}}


class Credits(Part, frozen=True, kw_only=True):
    """What taking part counts for in an education: `7,5 hp`."""

    amount: PositiveDecimal
    unit: Literal["ECTS", "hp", "studiepoeng", "op"]

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """An amount and its unit in one text."""
        amount, _, unit = value.strip().partition(" ") if isinstance(value, str) else ("", "", "")
        return {"amount": amount, "unit": unit.strip()} if unit else value


Sessions = Annotated[tuple[Session, ...], MANY]


class Run(Part, frozen=True, kw_only=True):
    """One holding of a course; what it does not state it takes from the course."""

    checked_in_part = True
    id: OwnId
    title: Title | None = None
    sessions: Sessions = ()
    registration: Registration | None = None
    price: Prices = ()
    participants: Participants | None = None
    status: Status | None = None
    contacts: ContactLinks = ()
    place: Annotated[Place | None, UNCOMMON] = None
    address: Annotated[Line | None, UNCOMMON] = None
    online: Annotated[Online | None, UNCOMMON] = None
    availability: Annotated[Availability | None, UNCOMMON] = None

    @staticmethod
    def fields_labelled(key: str, value: str) -> dict[str, Any] | None:
        """Where or when it is held, and the date: `Norrby: 9 mars 2027`."""
        found = dated(key, value)
        return found and _run_of(found["when"], found["title"])

    @staticmethod
    def fields_meant(value: str) -> dict[str, Any] | None:
        """Where it is held, and the date: `Norrby 9 mars 2027`."""
        try:
            return _run_of(value, read_when(value, "da").iso)
        except InvalidValueError as refused:
            rest, day = refused.params.get("rest"), refused.params.get("suggestion")
        return _run_of(day, rest) if rest and day else None

    @staticmethod
    def meant_by_others(name: str, written: Mapping[str, Any]) -> str | None:
        """The id that its title would have."""
        title = written.get("title") or written.get("place")
        return slug(title) if name == "id" and isinstance(title, str) else None


def _run_of(when: str, title: str) -> dict[str, Any]:
    return {"id": slug(title), "title": title, "sessions": [when]}


KINDS = (
    "course", "learning-path", "seminar", "theme-day", "webinar", "workshop", "conference", "meeting",
    "network-meeting", "general-assembly", "study-trip", "lecture", "debate", "reading-circle", "self-paced",
)  # fmt: skip
CourseKind = Annotated[str, Scalar(LINE.read, {"type": "string", "enum": list(KINDS)}), Choices(KINDS)]
"""Whether the site has a kind of that name, `katalog.checks.course_kinds` knows."""
