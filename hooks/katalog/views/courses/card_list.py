"""Courses under one heading, and which of the page's courses move there as days pass.

The table of states says what stands under which heading; `assets/clock.js` moves a card whose state has
changed to the list, among those of its page, that holds the new one.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from katalog.catalogue.state_table import HEADINGS, Heading, states_under
from katalog.views.courses.card import CourseCard, split_by_date
from katalog.views.courses.listed import ListedCourse

AHEAD: tuple[Heading, ...] = ("joinable", "on-request", "ahead", "undated")
PAST: tuple[Heading, ...] = ("past",)


class CardList(Struct, frozen=True):
    """Courses under one heading; `states` are those it holds, one space between.

    `expects` says whether a course of the page may come here later: the list is then there, hidden while it
    is empty.  Lists with the same `among` exchange their courses; `newest_first` is their order.
    """

    cards: tuple[CourseCard, ...]
    states: str
    expects: bool
    among: str
    newest_first: bool

    def __bool__(self) -> bool:
        """Whether the list is on the page."""
        return bool(self.cards) or self.expects


def card_list(
    shown: Sequence[CourseCard],
    every: Iterable[CourseCard | ListedCourse],
    headings: Sequence[Heading],
    among: str = "courses",
) -> CardList:
    """Return the list of the courses `shown`, and what it expects of `every` course on the page."""
    states = states_under(*headings)
    expects = any(state in states for card in every for state in card.state.later)
    return CardList(tuple(shown), " ".join(states), expects, among, "past" in headings)


def lists_by_order(cards: Sequence[CourseCard], among: str = "courses") -> tuple[CardList, CardList]:
    """Return those ahead and those past, each in the order they come in."""
    ahead = [card for card in cards if card.ahead]
    past = [card for card in cards if not card.ahead]
    return card_list(ahead, ahead, AHEAD, among), card_list(past, ahead, PAST, among)


def lists_by_date(cards: Iterable[CourseCard], among: str = "courses") -> tuple[CardList, CardList]:
    """Return those ahead, the soonest first and undated ones last, and those past, the newest first."""
    ahead, past = split_by_date(cards)
    return lists_by_order((*ahead, *past), among)


def lists_by_heading(
    cards: Sequence[CourseCard], every: Sequence[ListedCourse] = ()
) -> dict[Heading, CardList]:
    """Return courses in their order by the heading they stand under.

    `every` are those of further pages too, which may be brought here: the lists for them are there as well.
    """
    found: dict[Heading, list[CourseCard]] = {heading: [] for heading in HEADINGS}
    for card in cards:
        found[card.state.heading].append(card)
    elsewhere = {card.state.heading for card in every}
    lists = {heading: card_list(own, every or cards, (heading,)) for heading, own in found.items()}
    return {
        heading: replace(each, expects=each.expects or heading in elsewhere)
        for heading, each in lists.items()
        if each or heading in elsewhere
    }
