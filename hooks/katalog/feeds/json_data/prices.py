"""Prices as data."""

from collections.abc import Sequence
from decimal import Decimal

from katalog.catalogue.price_periods import PricePeriod, price_periods
from katalog.feeds.json_data import part_models
from katalog.schema.prices import Price
from katalog.views.reader import Reader
from katalog.views.shared.visible_periods import instant


def prices(reader: Reader, lines: Sequence[Price]) -> tuple[part_models.Price, ...]:
    """Return a price table in the record's order: amounts as numbers, and from when until when each holds."""
    return tuple([_price(reader, each) for each in price_periods(lines)])


def _price(reader: Reader, period: PricePeriod) -> part_models.Price:
    line = period.price
    return part_models.Price(
        text=reader.money(line.amount),
        amount=_number(line.amount.amount),
        currency=line.amount.currency,
        bound=line.amount.bound,
        label=line.label or "",
        per=line.per or "",
        up_to=line.up_to,
        vat=line.vat or "",
        includes=line.includes,
        condition=line.condition or "",
        audience=line.audience or "",
        valid_from=instant(reader, period.since) if period.since else "",
        valid_until=instant(reader, period.until) if period.until else "",
    )


def _number(amount: Decimal) -> int | float:
    whole = int(amount)
    return whole if whole == amount else float(amount)
