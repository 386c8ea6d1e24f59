"""Long lists in parts, so that no page grows with the catalogue: the page itself, then `…/side/2/` and so on.

A part is a page like any other: it has an address of its own, leads to those before and after it, and
works without a script.
"""

from collections.abc import Iterator, Sequence
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
    """Cut lists, each with what one of its items takes, into as few parts as hold them in their order.

    Every part has a piece of each list, mostly empty ones.  There is always a first part; `beside` is what
    else that one shows.
    """
    parts: list[list[Sequence[Any]]] = [[() for _ in lists]]
    left = ROOM - beside
    for at, (items, takes) in enumerate(lists):
        rest = items
        while rest:
            if left < takes:
                parts.append([() for _ in lists])
                left = ROOM
            fitting = left // takes
            parts[-1][at], rest = rest[:fitting], rest[fitting:]
            left -= takes * len(parts[-1][at])
    return parts


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
