"""The highest price a reader wants to pay, in their currency: what to choose from, what each course costs."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from katalog.money import Money
from katalog.rates import BASE
from katalog.views.courses.listed import ListedCourse
from katalog.views.memo import memoise
from katalog.views.reader import Reader

STEPS = (0, 500, 1_000, 2_000, 5_000, 10_000)
"""The highest prices to choose from, in kroner; in a currency of larger units a tenth of that."""
_LARGER = 3  # Danish kroner: what a unit of a larger currency is at least


@memoise
def currency(reader: Reader) -> str:
    """Return the currency in which the reader compares prices: Danish kroner where theirs has no rate."""
    own = reader.settings.currency_of(reader.language)
    return own if reader.settings.rates.from_base(Decimal(1), own) is not None else BASE


@memoise
def price_steps(reader: Reader) -> tuple[int, ...]:
    """Return the highest prices to choose from, the lowest first, in whole units of the reader's currency."""
    units = reader.settings.rates.from_base(Decimal(_LARGER), currency(reader))
    return STEPS if units is not None and units > 1 else tuple(each // 10 for each in STEPS)


def most_per_person(reader: Reader, course: ListedCourse) -> int | None:
    """Return what a participant pays at most, in whole units of the reader's currency, where it is known."""
    most = course.most
    amount = None if most is None else reader.settings.rates.from_base(most, currency(reader))
    return None if amount is None else int(amount.to_integral_value(ROUND_CEILING))


def price_counts(reader: Reader, courses: Iterable[ListedCourse]) -> dict[str, int]:
    """Return how many courses cost no more than each of `price_steps`, under its digits."""
    amounts = [amount for each in courses if (amount := most_per_person(reader, each)) is not None]
    return {str(step): sum(amount <= step for amount in amounts) for step in price_steps(reader)}


def price_labels(reader: Reader) -> dict[str, str]:
    """Return what each of `price_steps` is called, under its digits: `Gratis`, `Højst 1.000 kr.`."""
    return {str(step): _label(reader, step) for step in price_steps(reader)}


def _label(reader: Reader, step: int) -> str:
    if not step:
        return reader.phrases("filter.max.free")
    return reader.phrases("filter.max.up-to", amount=reader.money(Money(Decimal(step), currency(reader))))
