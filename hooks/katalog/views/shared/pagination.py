"""Long lists in parts, so that no page grows with the catalogue: the page itself, then `…/side/2/` and so on.

A part is a page like any other: it has an address of its own, leads to those before and after it, and
works without a script.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from msgspec.structs import replace

from katalog.schema.annotations import LangText
from katalog.views.page import Page, PartLinks
from katalog.views.reader import Link, Reader

ROOM = 500
"""How much a page lists, counted in rows; it keeps pages under 60 KB compressed and 5,000 elements."""
ROW, CARD = 1, 5
"""What a line of a list takes of that, and what a course's card takes, which has five times its elements."""


def cut(*lists: tuple[Sequence[Any], int], beside: int = 0) -> list[list[Sequence[Any]]]:
    """Cut lists, each with what one of its items takes, into parts that hold them in their order.

    Every part has a piece of each list, mostly empty ones.  There is always a first part; `beside` is what
    else that one shows.
    """
    items = [(at, item) for at, (found, _) in enumerate(lists) for item in found]
    ends = _ends([lists[at][1] for at, _ in items], beside)
    return [_pieces(items[begin:end], len(lists)) for begin, end in pairwise([0, *ends])]


def _pieces(items: Sequence[tuple[int, Any]], count: int) -> list[Sequence[Any]]:
    found: list[list[Any]] = [[] for _ in range(count)]
    for at, item in items:
        found[at].append(item)
    return [*map(tuple, found)]


def _ends(takes: Sequence[int], beside: int) -> list[int]:
    """Return where parts end: they are full from the last item on, for lists change in front, day by day."""
    ends, left = [len(takes)], ROOM
    for at in reversed(range(len(takes))):
        if takes[at] > left:
            ends.append(at + 1)
            left = ROOM
        left -= takes[at]
    return _with_a_fair_front(takes, beside, ends[::-1])


def _with_a_fair_front(takes: Sequence[int], beside: int, ends: list[int]) -> list[int]:
    """Let the first part have room for what is `beside`, and not be nearly empty in front of a full one."""
    taken = [*accumulate(takes, initial=beside)]
    first, *rest = ends
    if taken[first] > ROOM:
        return [max(bisect_right(taken, ROOM) - 1, 0), *ends]
    if rest and taken[first] < ROOM / 2:
        return [bisect_right(taken, taken[rest[0]] / 2) - 1, *rest]
    return ends


def filled(items: Sequence[str], more: Sequence[str], takes: int) -> tuple[str, ...]:
    """Return items with as many more behind them as a part has room for."""
    return *items, *more[: max(ROOM // takes - len(items), 0)]


def cut_ids(*lists: tuple[Sequence[str], int]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Cut lists of ids, as values that pages can be made of."""
    return tuple(tuple(map(tuple, part)) for part in cut(*lists))


def begins(reader: Reader, page: str, parts: Sequence[Sequence[Sequence[Any]]], at: int) -> str:
    """Return the address of the part on which a list begins, `at` its number; nothing for an empty one."""
    numbers = (number for number, part in enumerate(parts, start=1) if part[at])
    number = next(numbers, 0)
    return reader.addresses.part(page, number) if number else ""


def in_parts(reader: Reader, page: Page, views: Sequence[Any], template: str = "") -> Iterator[Page]:
    """Yield a page in parts, one for each of `views`; `template` is that of the further ones."""
    for number, view in enumerate(views, start=1):
        yield part_page(reader, replace(page, view=view), number, len(views), template)


def part_page(reader: Reader, page: Page, number: int, count: int, template: str = "") -> Page:
    """Return a page as one of so many parts; `template` is that of further ones."""
    links = _links(reader, page, number, count)
    if number == 1:
        return replace(page, part=links)
    return _further(reader, replace(page, part=links, template=template or page.template))


def _further(reader: Reader, page: Page) -> Page:
    """Return a part after the first, which stands below it in the breadcrumbs."""
    number = page.part.number if page.part else 1
    title = reader.phrases("part.title", title=page.title, n=number)
    return replace(
        page,
        address=reader.addresses.part(page.address, number),
        title=LangText(title, page.title.lang) if isinstance(page.title, LangText) else title,
        description=reader.phrases("part.title", title=page.description, n=number),
        alternates={
            tag: reader.addresses_by_language[tag].part(address, number)
            for tag, address in page.alternates.items()
        },
        breadcrumbs=(*page.breadcrumbs, Link(page.title, page.address)),
        feeds=(),
        record="",
    )


def _links(reader: Reader, page: Page, number: int, count: int) -> PartLinks | None:
    """Return the links of a part to the others; nothing for a page that is whole."""
    if count == 1:
        return None

    def link(n: int, phrase: str) -> Link | None:
        title = reader.phrases(phrase, n=n)
        return Link(title, reader.addresses.part(page.address, n)) if 1 <= n <= count else None

    return PartLinks(
        number=number,
        shown=reader.phrases("part.of", n=number, count=count),
        first=link(1, "part.number") if number > 2 else None,
        previous=link(number - 1, "part.previous"),
        next=link(number + 1, "part.next"),
        last=link(count, "part.number") if number < count - 1 else None,
    )
