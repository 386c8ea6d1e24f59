"""Lines of a price table, in the reader's words: those that hold in front, those that are over last."""

from collections.abc import Sequence

from msgspec import Struct

from katalog.catalogue.price_periods import PricePeriod, price_periods, prices_at
from katalog.schema.prices import Price
from katalog.views.reader import Reader
from katalog.views.shared.visible_periods import VisiblePeriod, instant
from katalog.when.model import When
from katalog.when.today import beginning_of


class PriceView(Struct, frozen=True):
    """One line of a price table, in words.

    `validity` says from when until when it holds.  `shown` is until when it stands in its place (`None`: it
    is over), `over` from when it stands last (`None`: it holds for good).
    """

    label: str
    amount: str
    per: str
    up_to: str
    vat: str
    includes: tuple[str, ...]
    condition: str
    audience: str
    validity: str
    shown: VisiblePeriod | None
    over: VisiblePeriod | None


class PriceTurn(Struct, frozen=True):
    """What taking part costs while `shown` (`None`: for good)."""

    prices: tuple[PriceView, ...]
    shown: VisiblePeriod | None


def price_views(reader: Reader, prices: Sequence[Price]) -> tuple[PriceView, ...]:
    """Return a price table: what holds on the reader's day, what will hold, what is over."""
    now = beginning_of(reader.today)
    periods = sorted(price_periods(prices), key=lambda each: (not each.holds(now), each.is_over(now)))
    return tuple(price_view(reader, each) for each in periods)


def price_view(reader: Reader, period: PricePeriod) -> PriceView:
    """Return a line of the price table; VAT that is not stated is shown so, unless the price is 0."""
    price, free = period.price, period.price.amount.free
    over = period.is_over(beginning_of(reader.today))
    end = instant(reader, period.until) if period.until else ""
    return PriceView(
        label=price.label or "",
        amount=reader.money(price.amount),
        per=reader.label("price.per", None if free else price.per),
        up_to=reader.phrases.count("price.up-to", price.up_to) if price.up_to else "",
        vat="" if free else reader.label("price.vat", price.vat or "not-stated"),
        includes=price.includes,
        condition=price.condition or "",
        audience=price.audience or "",
        validity=_validity(reader, period),
        shown=None if over else VisiblePeriod("", end),
        over=VisiblePeriod("" if over else end) if end else None,
    )


def price_turns(reader: Reader, prices: Sequence[Price]) -> tuple[PriceTurn, ...]:
    """Return what taking part costs on the reader's day, then what it costs after every change."""
    periods, now = price_periods(prices), beginning_of(reader.today)
    if not periods:
        return ()
    moments = [now, *sorted({at for each in periods for at in (each.since, each.until) if at and at > now})]
    held = [prices_at(periods, at) for at in moments]
    firsts = [number for number, each in enumerate(held) if not number or each != held[number - 1]]
    starts = ["" if not number else instant(reader, moments[number]) for number in firsts]
    ends = [*starts[1:], ""]
    return tuple(
        PriceTurn(
            tuple(price_view(reader, each) for each in held[number]),
            VisiblePeriod(start, end) if start or end else None,
        )
        for number, start, end in zip(firsts, starts, ends, strict=True)
    )


def prices_today(reader: Reader, prices: Sequence[Price]) -> tuple[Price, ...]:
    """Return the prices that hold on the reader's day."""
    return tuple(each.price for each in prices_at(price_periods(prices), beginning_of(reader.today)))


def _validity(reader: Reader, period: PricePeriod) -> str:
    price = period.price
    after = period.after.until if period.after else None
    parts = [
        _said(reader, "price.since", price.since) if price.since else _said(reader, "price.after", after),
        _said(reader, "price.until", price.until),
    ]
    return ", ".join(filter(None, parts))


def _said(reader: Reader, phrase: str, when: When | None) -> str:
    return reader.phrases(phrase, when=reader.when(when)) if when else ""
