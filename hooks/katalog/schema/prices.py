"""Prices: the lines of a price table, and how a line is written as a text alone."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from katalog.problems import InvalidValueError
from katalog.schema.annotations import UNCOMMON
from katalog.schema.record_parts import Part, Texts
from katalog.schema.scalars import MANY, DayOrHours, MoneyAmount, Positive, Text

PER = {
    "deltager": "participant", "deltagare": "participant", "deltaker": "participant", "person": "participant",
    "participant": "participant", "bibliotek": "library", "library": "library", "dag": "day", "day": "day",
}  # fmt: skip
PRICE_LINE = re.compile(
    r"(?:(?:derefter|herefter|derpå|därefter|sedan|then)\s+)?(?P<amount>.+?)"
    r"(?:,?\s+(?P<vat>eks[kc]l|excl|exkl|in[kc]l)\.?\s+(?:moms|vat))?"
    rf"(?:\s+(?:pr\.?|per)\s+(?P<per>{'|'.join(PER)}))?"
    r"(?:,?\s+(?P<vat_last>eks[kc]l|excl|exkl|in[kc]l)\.?\s+(?:moms|vat))?"
    r"(?:\s+(?:for|för)\s+(?P<audience>.+?))?"
    r"(?:,?\s+(?:til og med|t\.?o\.?m\.?|till och med|senest|senast|until)\s+(?P<until>.*\d.*))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s(?:inden|før|innan|före|before|indtil)\s+(?:den\s+)?\d", re.IGNORECASE)
_NEXT_LINE = re.compile(r",\s+(?=(?:(?:derefter|herefter|därefter|sedan|then)\s+)?(?:gratis|free|kr|\d))")


class Price(Part, frozen=True, kw_only=True):
    """One line of the price table; `vat` absent means that the source does not say.

    Lines for the same thing and the same people that differ in `until` follow each other.
    """

    amount: MoneyAmount
    label: Text | None = None
    per: Literal["participant", "library", "team", "event", "day"] | None = None
    up_to: Positive | None = None
    vat: Literal["excluded", "included", "exempt"] | None = None
    includes: Texts = ()
    condition: Text | None = None
    audience: Annotated[Text | None, UNCOMMON] = None
    since: Annotated[DayOrHours | None, UNCOMMON] = None
    until: Annotated[DayOrHours | None, UNCOMMON] = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A text has the amount, then VAT, what it is for, for whom and until when: `200 kr. for andre`."""
        if not isinstance(value, str):
            return value
        if _BEFORE.search(value):
            raise InvalidValueError("money.before-day", written=value)
        return _line(value) or {"amount": value}

    @staticmethod
    def items_of(value: str) -> list[str]:
        """Return the lines that a text holds: `gratis for medlemmer, 200 kr. for andre`."""
        return _NEXT_LINE.split(value)


def _line(value: str) -> dict[str, Any] | None:
    match = PRICE_LINE.fullmatch(value.strip())
    if match is None:
        return None
    found = {name: text for name, text in match.groupdict().items() if text}
    if vat := found.pop("vat_last", "") or found.get("vat"):
        found["vat"] = "excluded" if vat.lower().startswith("e") else "included"
    if per := found.get("per"):
        found["per"] = PER[per.lower()]
    return found


Prices = Annotated[tuple[Price, ...], MANY]
