"""Prices: the lines of a price table, and how a line is written as a text alone."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from katalog.problems import InvalidValueError
from katalog.schema.annotations import UNCOMMON
from katalog.schema.record_parts import Part, Texts
from katalog.schema.suggest import nearest_key
from katalog.schema.value_types import MANY, FirstDayOrHours, LastDayOrHours, MoneyAmount, Positive, Text

PER = {
    "deltager": "participant", "deltagare": "participant", "deltaker": "participant", "person": "participant",
    "participant": "participant", "bibliotek": "library", "library": "library", "dag": "day", "day": "day",
    "kursist": "participant", "team": "team", "gruppe": "team", "grupp": "team", "group": "team",
    "arrangement": "event", "arrangemang": "event", "event": "event",
}  # fmt: skip
_UNIT = r"(?:(?:kr(?:on[aeo]r?)?|dkk|sek|nok|isk|eur|euro|gbp|chf|pund|pounds?)\b|[€£])"
_AMOUNT = rf"(?:\b(?=\w)|(?=[€£])){_UNIT}\.?\s*\d|\d[\d.,: ]*(?:{_UNIT}|[.,:] ?-)"
_FREE = r"\b(?:gratis|free\b|fri entr|(?:kostnads|avgifts|vederlags|omkostnings)fri)"
_VAT = r"(?:eks[kc]l|exkl|excl|ex|in[kc]l)(?:usive?)?|\+|plus|uden|utan"
_PER = rf"(?:\s+\(?(?:pr\.?|per)\s+|\s*/\s*)(?:{'|'.join(PER)})\b"
_INCLUDED = r"\bin[kc]l(?:usive?(?:\s+of)?)?\.?\s+(?!moms|vat)"
_TERM = (
    rf"{_AMOUNT}|\d\d\s+(?:for|för)\s|{_FREE}|{_PER}|\bpr\.|\bper\s|\b(?:moms|(?:vat|mva)\b)"
    r"|\b(?:in[kc]l|e(?:ks|x)[kc]l)(?:\b|usiv|ud(?:er(?:et|er|at|ar)|ed|ing|es)\b)"
)
"""A further part of a price, which belongs neither to those it is for nor to what it includes."""
_WHO = (
    r"(?:(?:(?:ikke|icke|ej|non|not|kun|endast|only|alle|alla|all|øvrige|övriga|andre|andra|other|unge|unga)"
    r"[- ])?(?:[^\s\d:(),]+-)?(?:(?:medlem(?:mer|mar)?|members?)(?:\s+(?:af|av|i|of)\s+[^\d:(),]+)?"
    r"|studerende|studerande|studenter|students?|elever|pensionist(?:er)?|pensionär(?:er)?|pensioners?"
    r"|senior(?:er|s)?|ledige|arbejds(?:løse|ledige)|arbetslösa|børn|barn|children|voksne|vuxna|adults"
    r"|ansatte|anställda|(?:andre|andra|øvrige|övriga|others?|unge|unga)"
    r"(?:\s+(?:deltagere|deltagare|personer|participants))?))"
)
PEOPLE = re.compile(rf"{_WHO}(?:(?:,|\s*[/&]|\s+(?:og|och|and|samt|eller|or))\s*{_WHO})*", re.IGNORECASE)
"""Who a price is for, where that stands in front of it: `Medlemmer: 900 kr.`, not `Medlemskab: 300 kr.`"""
PRICE_LINE = re.compile(
    rf"(?![\s\S]*\b(?:moms|vat)\b[\s\S]*\b(?:moms|vat)\b)(?![\s\S]*{_PER}[\s\S]*{_PER})"
    rf"(?![\s\S]*{_INCLUDED}[\s\S]*{_INCLUDED})"
    r"(?:(?P<label>[^\d:]*[^\d:\s]):\s+)?"
    r"(?:(?:derefter|herefter|derpå|därefter|sedan|then)\s+)?(?P<amount>.+?)"
    rf"(?:,?\s+\(?(?P<vat>{_VAT})\.?\s*(?:of\s+)?(?:moms|vat)\)?)?"
    rf"(?:,?(?:\s+\(?(?:pr\.?|per)\s+|\s*/\s*)(?P<per>{'|'.join(PER)})\)?)?"
    r"(?:,?\s+\(?(?:(?:for|för)\s+)?(?:op til|upp till|up to)\s+(?P<up_to>\d+)"
    r"\s+(?:deltagere|deltagare|deltakere|personer|participants|people)\)?)?"
    rf"(?:,?\s+\(?(?P<vat_last>{_VAT})\.?\s*(?:of\s+)?(?:moms|vat)\)?)?"
    r"(?:,?\s+\(?(?P<exempt>momsfri(?:t|tt)?|vat[- ]exempt)\)?|,?\s+\(?(?P<added>moms\s+tillkommer)\)?)?"
    rf"(?:,?\s+\(?{_INCLUDED}(?P<includes>(?:(?!{_TERM})[^\d(),])+?)\)?)?"
    rf"(?:\s+(?:for|för)\s+(?P<audience>(?:(?!{_TERM}).)+?)"
    rf"|\s+\((?:(?:for|för)\s+)?(?P<whom>{PEOPLE.pattern}|online|digitalt|fysisk|fysiskt|on-site)\))?"
    rf"(?:,?\s+\(?{_INCLUDED}(?P<includes_at_end>(?:(?!{_TERM})[^\d(),])+?)\)?)?"
    rf"(?:,?\s+\(?(?:pr\.?|per)\s+(?P<per_at_end>{'|'.join(PER)})\)?)?"
    rf"(?:,?\s+\(?(?P<vat_at_end>{_VAT})\.?\s*(?:of\s+)?(?:moms|vat)\)?)?"
    r"(?:,?\s+(?:(?:ved tilmelding|vid anmälan)\s+)?"
    r"(?:til og med|t\.?o\.?m\.?|till och med|senest|senast|until)\s+(?P<until>.*\d.*))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s(?:inden|før|innan|före|before|indtil)\s+(?:den\s+)?\d", re.IGNORECASE)
_NEXT_LINE = re.compile(
    rf",\s+(?=(?:(?:derefter|herefter|därefter|sedan|then)\s+)?(?:{_FREE}|{_AMOUNT}))", re.IGNORECASE
)


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
        if _BEFORE.search(value):
            raise InvalidValueError("money.before-day", written=value)
        if len(Price.items_of(value)) > 1:
            raise InvalidValueError("money.several", written=value)
        return _line(value) or {"amount": value}

    @staticmethod
    def items_of(value: str) -> list[str]:
        """Return the lines that a text holds: `gratis for medlemmer, 200 kr. for andre`."""
        return _NEXT_LINE.split(value)


def _labelled(value: dict[str, Any]) -> str | None:
    """Return `Forplejning: 250 kr.` as a text, where a mapping says that; no misspelt field."""
    if len(value) != 1:
        return None
    [(label, text)] = value.items()
    if not isinstance(text, str) or nearest_key(label, Price.__struct_fields__):
        return None
    return f"{label}: {text}"


def _line(value: str) -> dict[str, Any] | None:
    match = PRICE_LINE.fullmatch(value.strip())
    if match is None:
        return None
    found = {name: text for name, text in match.groupdict().items() if text}
    vat = _popped(found, "vat", "vat_last", "vat_at_end", "added")
    if vat:
        found["vat"] = "included" if vat.lower().startswith("i") else "excluded"
    if found.pop("exempt", ""):
        found["vat"] = "exempt"
    label = found.get("label", "")
    if label and not found.keys() & {"audience", "whom"} and PEOPLE.fullmatch(label):
        found["audience"] = found.pop("label")
    if whom := found.pop("whom", ""):
        found["audience"] = whom
    if includes := _popped(found, "includes", "includes_at_end"):
        found["includes"] = [includes]
    if per := _popped(found, "per", "per_at_end"):
        found["per"] = PER[per.lower()]
    return found


def _popped(found: dict[str, Any], *names: str) -> str:
    """Return what stands at one of the places where it may; only one of them has it."""
    return "".join(found.pop(name, "") for name in names)


Prices = Annotated[tuple[Price, ...], MANY]
