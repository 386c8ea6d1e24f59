"""Prices as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.feeds.data import part_models

if TYPE_CHECKING:
    from decimal import Decimal

    from katalog.schema.course_parts import Price
    from katalog.views.reader import Reader


def price(reader: Reader, line: Price) -> part_models.Price:
    """Return one line of the price table."""
    return part_models.Price(
        text=reader.money(line.amount),
        amount=_number(line.amount.amount),
        currency=line.amount.currency,
        label=line.label or "",
        per=line.per or "",
        up_to=line.up_to,
        vat=line.vat or "",
        includes=line.includes,
        condition=line.condition or "",
    )


def _number(amount: Decimal) -> int | float:
    whole = int(amount)
    return whole if whole == amount else float(amount)
