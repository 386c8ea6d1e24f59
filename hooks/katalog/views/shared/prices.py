"""Lines of a price table, in the reader's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from katalog.schema.course_parts import Price
    from katalog.views.reader import Reader


class PriceView(Struct, frozen=True):
    """One line of a price table, in words."""

    label: str
    amount: str
    free: bool
    per: str
    up_to: str
    vat: str
    includes: tuple[str, ...]
    condition: str


def price_view(reader: Reader, price: Price) -> PriceView:
    """Return a line of the price table; VAT that is not stated is shown so, unless the price is 0."""
    free = price.amount.free
    return PriceView(
        label=price.label or "",
        amount=reader.money(price.amount),
        free=free,
        per=reader.label("price.per", None if free else price.per),
        up_to=reader.phrases.count("price.up-to", price.up_to) if price.up_to else "",
        vat="" if free else reader.label("price.vat", price.vat or "not-stated"),
        includes=price.includes,
        condition=price.condition or "",
    )
