"""Prices that nothing tells apart: a reader would not know which is theirs."""

from collections.abc import Iterator, Sequence

from katalog.problems import Problem
from katalog.schema.course_parts import Run
from katalog.schema.entries import Entry
from katalog.schema.field_introspection import parts_in
from katalog.schema.prices import Price
from katalog.schema.records import Course, Project
from katalog.source import Loc


def check_alike_prices(entry: Entry) -> Iterator[Problem]:
    """Yield every price that stands for the same as one before it."""
    for at, part in parts_in(entry.record):
        if isinstance(part, Course | Project | Run):
            yield from _prices(entry, part.price, (*at, "price"))


def _prices(entry: Entry, prices: Sequence[Price], at: Loc) -> Iterator[Problem]:
    for number, price in enumerate(prices):
        same = [each for each in prices[:number] if _stands_for(each) == _stands_for(price)]
        if same:
            written, other = price.amount.canonical, same[0].amount.canonical
            yield entry.problem((*at, number), "course.price-twice", written=written, other=other)


def _stands_for(price: Price) -> tuple[object, ...]:
    """Return all that tells a price from others; one in another currency is another way to pay."""
    said = (price.label, price.audience, price.condition, price.per, price.up_to, price.includes)
    return (*said, price.since, price.until, price.amount.currency)
