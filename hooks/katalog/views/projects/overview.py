"""The lists of initiatives and of projects and networks, by state: running, announced, undated, finished."""

from collections.abc import Iterator

from msgspec import Struct

from katalog.catalogue.addresses import Section, section_of
from katalog.views.page import Page
from katalog.views.projects.card import ProjectCard, project_cards
from katalog.views.reader import Reader
from katalog.views.shared.record_page import section_page

STATES_IN_ORDER = ("running", "announced", "undated", "finished")
LISTS: tuple[Section, ...] = ("initiatives", "projects")


class StateGroup(Struct, frozen=True):
    """The projects of one state, under its heading."""

    title: str
    cards: tuple[ProjectCard, ...]


class ProjectListView(Struct, frozen=True):
    """A list of projects; `empty` is what to say when there are none."""

    lede: str
    groups: tuple[StateGroup, ...]
    empty: str


def project_list_view(reader: Reader, section: Section) -> ProjectListView:
    """Return the list of a section's projects by state."""
    entries = reader.catalogue.by_collection.get("projects", ())
    cards = project_cards(reader, (entry for entry in entries if section_of(entry) == section))
    groups = (_group(reader, key, cards) for key in STATES_IN_ORDER)
    return ProjectListView(
        reader.phrases(f"section.{section}.about"),
        tuple(group for group in groups if group.cards),
        reader.phrases(f"section.{section}.none"),
    )


def _group(reader: Reader, key: str, cards: tuple[ProjectCard, ...]) -> StateGroup:
    chosen = tuple(card for card in cards if (card.state.key if card.state else "undated") == key)
    return StateGroup(reader.phrases(f"project.list.{key}"), chosen)


def project_list_pages(reader: Reader) -> Iterator[Page]:
    """Yield the two lists."""
    for section in LISTS:
        yield section_page(reader, section, "projects.html", project_list_view(reader, section))
