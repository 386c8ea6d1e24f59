"""An initiative, project or network in a list, and the state its period gives it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, cast

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.schema.records import Project
from katalog.views.projects.followers import people_count
from katalog.views.reader import Link, Reader
from katalog.views.shared.dates import WhenView, when_view
from katalog.views.shared.state_badge import StateView
from katalog.views.shared.visible_periods import instant
from katalog.when.model import When
from katalog.when.today import beginning_of

PeriodState = Literal["announced", "running", "finished"]


class ProjectCard(Struct, frozen=True):
    """An initiative, project or network in a list; `followers` says how many follow, if any do."""

    id: str
    link: Link
    kind: str
    summary: str
    period: WhenView | None
    state: StateView | None
    coordinator: Link | None
    part_of: Link | None
    followers: str


def period_on(period: When, day: date) -> PeriodState:
    """Return whether a period is ahead, going on or over on `day`."""
    if period.earliest > day:
        return "announced"
    return "finished" if period.latest and period.latest < day else "running"


def period_state(reader: Reader, period: When | None) -> StateView | None:
    """Return the state a period gives a project; none without a period."""
    if period is None:
        return None
    key = period_on(period, reader.today)
    steps = "|".join(_steps(reader, period))
    return StateView(key, reader.phrases(f"project.state.{key}"), joinable=False, steps=steps)


def _steps(reader: Reader, period: When) -> Iterator[str]:
    ends = period.latest + timedelta(1) if period.latest else None
    for day in (period.earliest, ends):
        if day and day > reader.today:
            state = period_on(period, day)
            yield f"{instant(reader, beginning_of(day))} {state} {reader.phrases(f'project.state.{state}')}"


def project_card(reader: Reader, entry: Entry) -> ProjectCard:
    """Return a project as lists show it."""
    localised = reader.localised(entry)
    project = cast("Project", localised.record)
    return ProjectCard(
        id=entry.id,
        link=reader.link(entry),
        kind=reader.label("project.kind", project.kind),
        summary=localised.summary,
        period=when_view(reader, project.period) if project.period else None,
        state=period_state(reader, project.period),
        coordinator=reader.link_to(project.coordinator),
        part_of=reader.link_to(project.part_of),
        followers=_followers(reader, project),
    )


def _followers(reader: Reader, project: Project) -> str:
    if not project.followers:
        return ""
    libraries = reader.phrases.count("followers.libraries", len(project.followers))
    people = people_count(reader, project.followers)
    return reader.phrases("followers.follow", who=f"{libraries}, {people}" if people else libraries)


def project_cards(reader: Reader, entries: Iterable[Entry]) -> tuple[ProjectCard, ...]:
    """Return projects as lists show them, in the order of `projects_in_order`."""
    return tuple(project_card(reader, entry) for entry in projects_in_order(reader, entries))


def projects_in_order(reader: Reader, entries: Iterable[Entry]) -> list[Entry]:
    """Return projects: the latest to begin first, those without a period last, then by name."""
    return sorted(reader.by_title(entries), key=_begin, reverse=True)


def _begin(entry: Entry) -> str:
    period = cast("Project", entry.record).period
    return period.earliest.isoformat() if period else ""
