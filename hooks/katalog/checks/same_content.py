"""Records that say the same as another one: two pages about one thing, which would contradict each other.

Two are of one thing where they have the same title and the same dates (courses of one organiser, projects,
news), or the same name and e-mail address (people), or in one place (institutions).  Without a date or
a street address the text decides.
"""

from collections.abc import Iterator, Sequence

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.schema.names import plain_name
from katalog.schema.records import Contact, Course, Institution, News, Project


def check_same_content(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield every record that says the same as one with a shorter id; drafts are no pages yet."""
    first: dict[tuple[object, ...], Entry] = {}
    for entry in sorted(entries, key=lambda each: (len(each.id), each.path)):
        for key in () if entry.record.draft else _keys(entry):
            known = first.setdefault((entry.collection, plain_name(entry.record.title), *key), entry)
            if known is not entry:
                yield entry.problem(("title",), "record.same-content", other=known.path)
                break


def check_same_title(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield every course whose title an older one of the same organisers has; not what says the same."""
    same = {each.path for each in check_same_content(entries)}
    first: dict[tuple[object, ...], Entry] = {}
    for entry in sorted(entries, key=lambda each: (len(each.id), each.path)):
        course = entry.record
        if isinstance(course, Course) and course.organiser and not course.draft and entry.path not in same:
            key = (course.language, frozenset(course.organiser), plain_name(course.title))
            if (other := first.setdefault(key, entry)) is not entry:
                yield entry.problem(("title",), "record.same-title", other=other.path)


def _keys(entry: Entry) -> Iterator[tuple[object, ...]]:
    """Yield what, with the title, makes two records of one kind the same."""
    record = entry.record
    if isinstance(record, Course):
        sessions = [*record.sessions, *(each for run in record.runs for each in run.sessions)]
        days: list[object] = [each.when for each in sessions if each.when]
        yield frozenset(record.organiser), *(days or [str(entry.body)])
    elif isinstance(record, Project):
        yield record.kind, record.period or str(entry.body)
    elif isinstance(record, News):
        yield (record.date,)
    elif isinstance(record, Institution):
        yield record.country, record.municipality, record.address or str(entry.body)
    elif isinstance(record, Contact) and record.email:
        yield (record.email,)
