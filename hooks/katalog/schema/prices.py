"""Prices: the lines of a price table, and how a line is written as a text alone."""

import re
from itertools import pairwise
from typing import Annotated, Any, Literal

from katalog.problems import InvalidValueError
from katalog.schema.advice import inline
from katalog.schema.annotations import UNCOMMON
from katalog.schema.price_lines import (
    LONGEST_LINE,
    NO_NAME,
    UNREAD,
    after_amount,
    amounts_in,
    lines_of,
    read_line,
    split_by_amounts,
)
from katalog.schema.record_parts import Part, Texts
from katalog.schema.suggest import nearest_key
from katalog.schema.value_types import (
    MANY,
    FirstDayOrHours,
    LastDayOrHours,
    MoneyAmount,
    Positive,
    Text,
)

_OPEN_DAY = re.compile(
    r"\s(?:(?P<before>inden|før|innan|före|before|indtil|frem til|fram till)|efter|after)"
    r"\s+(?:den\s+|d\.?\s+)?\d",
    re.IGNORECASE,
)
"""A day of which it is not said whether the price holds on it."""
_NO_AMOUNT = re.compile(
    r"[\d.,]*\d(?: ?[-–] ?\d+)? ?(?:%|år|deltag|person|pers\.|medlem)"
    r"|\b(?:under|over|över|ved|vid|når|när|nr\.?|kl\.?|min\.?|mindst|minst|max\.?|maks\.?|højst|högst|i)"
    r" [\d.,]*\d",
    re.IGNORECASE,
)
"""Numbers that are no further amounts."""
_ELSEWHERE = re.compile(
    r"\b(?:moms|vat|mva|tilmeld|anmäl|(?:max\.?|maks\.?|højst|högst) \d+ deltag)"
    r"|\d\d (?:for|för) |\b(?!(?:19|20)\d\d$)\d\d+$",
    re.IGNORECASE,
)
"""What a field of its own says, of the price or of registration, or another price: no condition."""
_NOT = {"ikke", "ej", "inte", "not"}
"""What may stand at the end of a text that says something by itself: `lunch ingår inte`."""
_NUMBER = re.compile(r"[-–]?[\d.,: ]*\d")
_CURRENCY = re.compile(r"[A-Z]{3}|dkk|sek|\W*[$¥€£].*|dollars?")


class Price(Part, frozen=True, kw_only=True):
    """One line of the price table; `vat` absent means that the source does not say.

    Lines for the same thing and the same people that differ in `until` follow each other.
    """

    alone = True
    amount: MoneyAmount
    label: Text | None = None
    per: Literal["participant", "library", "team", "event", "day"] | None = None
    up_to: Positive | None = None
    vat: Literal["excluded", "included", "exempt"] | None = None
    includes: Texts = ()
    condition: Text | None = None
    audience: Annotated[Text | None, UNCOMMON] = None
    since: Annotated[FirstDayOrHours | None, UNCOMMON] = None
    until: Annotated[LastDayOrHours | None, UNCOMMON] = None

    @staticmethod
    def expand_shorthand(value: Any) -> Any:
        """A text has the amount, then VAT, what it is for, for whom and until when: `200 kr. for andre`.

        What it is for may stand before it, and then be its key: `Forplejning: 250 kr.`
        """
        if isinstance(value, dict) and (labelled := _labelled(value)):
            value = labelled
        if not isinstance(value, str):
            return value
        if len(value) > LONGEST_LINE:
            return {"amount": value}
        if open_day := _OPEN_DAY.search(f" {value}"):
            code = "money.before-day" if open_day["before"] else "money.after-day"
            raise InvalidValueError(code, written=value)
        if len(lines := Price.items_of(value)) > 1:
            raise _several(value, lines)
        return _line(value)

    @staticmethod
    def items_of(value: str) -> list[str]:
        """Return the lines that a text holds: `gratis for medlemmer, 200 kr. for andre`."""
        return lines_of(value)


def _labelled(value: dict[str, Any]) -> str | None:
    """Return `Forplejning: 250 kr.` as a text, where a mapping says that; no misspelt field."""
    if len(value) != 1:
        return None
    [(label, text)] = value.items()
    if not isinstance(text, str) or nearest_key(label, Price.__struct_fields__):
        return None
    return f"{label}: {text}"


def _line(value: str) -> dict[str, Any]:
    """Return the fields of a line; where it says more than those it is refused, with what to write."""
    found = read_line(value)
    unread = [(place, found.pop(place)) for place in UNREAD if place in found] if found else []
    if found and not unread:
        return found
    refused = _refused(value, found or {}, *unread[0]) if len(unread) == 1 else _conditional(value)
    if refused is None and amounts_in(value) < 2 and _NO_AMOUNT.search(value):
        refused = InvalidValueError("money.unreadable", written=value)
    if refused is None and amounts_in(value) > 1:
        refused = _several(value, split_by_amounts(value))
    if refused and refused.code != "money.several":  # which is told with what it is several of
        raise refused
    return {"amount": value}


def _several(value: str, lines: list[str]) -> InvalidValueError:
    """Return that a line holds several prices, with the list of them where each can be read."""
    found = [_advised_line(line) for line in lines]
    plain = [line for line in found if line is not None]
    if len(plain) < max(len(lines), 2) or _tells_nothing_apart(plain):
        return InvalidValueError("money.several", written=value)
    items = ", ".join(line if line.startswith("{") else inline(line) for line in plain)
    return InvalidValueError("money.lines", written=value, lines=f"[{items}]")


def _advised_line(line: str) -> str | None:
    """Return a line as it is to be written; None where that is not plain."""
    if amounts_in(line) != 1:
        return None
    try:
        _line(line)
    except InvalidValueError as refused:
        return refused.params.get("suggestion")
    return line


def _tells_nothing_apart(lines: list[str]) -> bool:
    """Tell amounts of the same price, such as with and without VAT."""
    said = [{**(read_line(line) or {}), "amount": "", "vat": ""} for line in lines]
    return any(one == other for one, other in pairwise(said))


def _conditional(value: str) -> InvalidValueError | None:
    """Return advice to write as a condition all that follows the amount a line begins with."""
    if (found := after_amount(value)) is None:
        return None
    amount, rest = found
    if _ELSEWHERE.search(rest):
        return None
    price, mark, said = value.partition(", ")
    fields = read_line(price) if mark and not amounts_in(said) else None
    if fields and not {*UNREAD} & fields.keys():
        rest = said
    else:
        fields = {"amount": amount}
    suggestion = inline({**fields, "condition": rest})
    return InvalidValueError("money.left-over", written=value, rest=rest, suggestion=suggestion)


def _refused(value: str, found: dict[str, Any], place: str, said: str) -> InvalidValueError | None:
    """Return what is wrong with a line of which `said` is unread; None where that is nothing of its own."""
    if place == "rest" and f"{said} " in value:  # what follows belongs to it: `betales senest 1. maj 2028`
        return _conditional(value) or InvalidValueError("money.unreadable", written=value)
    if place == "for":
        whom, what = (inline({**found, field: said}) for field in ("audience", "label"))
        return InvalidValueError("money.for-whom-or-what", written=value, rest=said, first=whom, second=what)
    if _NUMBER.fullmatch(found["amount"]) or not _is_text(said):
        return None
    suggestion = inline({**found, "condition": said})
    if place == "name":
        suggestion = f"{said}: {value.replace(said, '', 1).strip(' ,;.')}"
    return InvalidValueError("money.left-over", written=value, rest=said, suggestion=suggestion)


def _is_text(said: str) -> bool:
    """Tell words that stand for themselves from those that say something of an amount."""
    words = said.lower().split()
    of_amount = _CURRENCY.fullmatch(said) or words[0] in NO_NAME or words[-1] in NO_NAME - _NOT
    return not (of_amount or any(map(str.isdigit, _NO_AMOUNT.sub("", said))))


Prices = Annotated[tuple[Price, ...], MANY]
