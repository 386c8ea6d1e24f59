"""Prices made comparable: what a person pays at most, in Danish kroner by fixed, dated rates.

Nothing is fetched during a build; a site sets rates of its own under `rates` in its settings.
"""

from decimal import Decimal

from katalog.money import Money
from katalog.schema.record_parts import Part
from katalog.schema.value_types import Day, PositiveDecimal
from katalog.when.reading import read_when

BASE = "DKK"


class Rates(Part, frozen=True, kw_only=True):
    """What a unit of each currency is in Danish kroner, on a day; a currency without one is not compared."""

    date: Day
    SEK: PositiveDecimal | None = None
    NOK: PositiveDecimal | None = None
    EUR: PositiveDecimal | None = None
    ISK: PositiveDecimal | None = None
    GBP: PositiveDecimal | None = None
    CHF: PositiveDecimal | None = None

    def in_base(self, money: Money) -> Decimal | None:
        """Return an amount in Danish kroner, or nothing where the rate is not known."""
        if money.free or money.currency == BASE:
            return money.amount
        rate: Decimal | None = getattr(self, money.currency)
        return None if rate is None else money.amount * rate

    def from_base(self, amount: Decimal, currency: str) -> Decimal | None:
        """Return an amount in Danish kroner in another currency, or nothing where its rate is not known."""
        if currency == BASE:
            return amount
        rate: Decimal | None = getattr(self, currency)
        return None if rate is None else amount / rate


RATES = Rates(
    date=read_when("2025-06-30", "en"),
    SEK=Decimal("0.6693"),
    NOK=Decimal("0.6304"),
    EUR=Decimal("7.4609"),
    ISK=Decimal("0.0525"),
    GBP=Decimal("8.7211"),
    CHF=Decimal("7.9821"),
)
"""The European Central Bank's reference rates of that day, crossed over the euro."""
