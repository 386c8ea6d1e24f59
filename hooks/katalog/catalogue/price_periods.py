"""When each line of a price table holds.

Moments are on the clock of the organisers' zone, without an offset.
"""

from collections.abc import Sequence
from datetime import datetime, time

from msgspec import Struct

from katalog.catalogue.state import deadline_moment
from katalog.schema.prices import Price


class PricePeriod(Struct, frozen=True):
    """A price from the moment `since` until the moment `until`, the first at which it holds no more.

    `after` is the price that ends where this one begins, where the record says no more than that.
    """

    price: Price
    since: datetime | None = None
    until: datetime | None = None
    after: Price | None = None

    def holds(self, now: datetime) -> bool:
        """Return whether the price holds at a moment."""
        return not self.is_over(now) and not (self.since and now < self.since)

    def is_over(self, now: datetime) -> bool:
        """Return whether the price will hold no more."""
        return bool(self.until and self.until <= now)


def price_periods(prices: Sequence[Price]) -> tuple[PricePeriod, ...]:
    """Return prices with when each holds, in their order.

    Where prices of the same thing for the same people end on a day, those that follow begin there.
    """
    return tuple(_period(price, _before(price, prices)) for price in prices)


def prices_at(periods: Sequence[PricePeriod], now: datetime) -> tuple[PricePeriod, ...]:
    """Return the prices that hold at a moment; before any does the next, and after all of them the last."""
    found = tuple(each for each in periods if each.holds(now))
    if found:
        return found
    ahead = sorted(
        (each.since, place) for place, each in enumerate(periods) if each.since and each.since > now
    )
    return (periods[ahead[0][1]],) if ahead else tuple(periods[-1:])


def _period(price: Price, before: Price | None) -> PricePeriod:
    until = deadline_moment(price.until) if price.until else None
    if price.since:
        return PricePeriod(
            price, datetime.combine(price.since.earliest, price.since.starts or time.min), until
        )
    since = deadline_moment(before.until) if before and before.until else None
    return PricePeriod(price, since, until, before)


def _before(price: Price, prices: Sequence[Price]) -> Price | None:
    """Return the price whose end is the beginning of another."""
    own = deadline_moment(price.until) if price.until else None
    ends = {
        deadline_moment(each.until): each
        for each in prices
        if each.until and _same(each, price) and (own is None or deadline_moment(each.until) < own)
    }
    return ends[max(ends)] if ends else None


def _same(one: Price, other: Price) -> bool:
    keys = [(each.label, each.audience, each.per) for each in (one, other)]
    return one is not other and keys[0] == keys[1]
