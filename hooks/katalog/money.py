"""Amounts of money as people write them: read, kept as a decimal and a currency, shown in words.

Danish and Swedish agree on the decimal comma; a full stop groups thousands.  Only beside an ISO 4217
code may a full stop stand before two decimals, which is the canonical form (`7700.50 SEK`).
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel.numbers import is_currency
from msgspec import Struct

from katalog.i18n.cldr import locale_of
from katalog.i18n.phrases import Phrases
from katalog.problems import InvalidValueError
from katalog.when.normalise import LONGEST_VALUE, has_foreign_digits, normalise, shorten

CURRENCIES = frozenset({"DKK", "SEK", "NOK", "EUR", "ISK", "GBP", "CHF"})
"""Those of the countries a record may name, and Switzerland's."""
LARGEST = Decimal(10_000_000)
Bound = Literal["", "from", "about", "at-most"]
"""What an amount is: the whole price, the lowest, about it, or the highest."""
BOUNDS: dict[Bound, str] = {
    "from": r"fra|från|from|fr\.|min\.|mindst|minst|minimum|at least",
    "about": r"ca\.?|cirka|circa|omkring|about",
    "at-most": r"maks\.?|max\.?|maksimalt|maximalt|højst|högst|høyst|op til|upp till|opptil|up to|at most",
}

FREE = frozenset({
    "free", "free of charge", "gratis", "kostnadsfritt", "fri entré", "fri entre", "fritt inträde",
    "gratis adgang", "gratis entré", "gratis at deltage", "gratis deltagelse", "ingen avgift",
    "ingen kostnad", "ingen deltagerbetaling", "ingen deltagaravgift", "fri adgang", "gratis inträde",
    "utan kostnad", "utan avgift", "uden beregning", "det er gratis", "det är gratis", "kostnadsfri",
    "avgiftsfritt", "avgiftsfri", "vederlagsfrit", "vederlagsfritt", "omkostningsfrit", "maksuton",
    "maksutta", "ilmainen", "ilmaiseksi",
})  # fmt: skip
_KRONE = frozenset({"kr", "krone", "kroner", "krona", "kronor"})
_CURRENCY_NAMES = (
    {code.lower(): code for code in CURRENCIES}
    | {"€": "EUR", "euro": "EUR", "£": "GBP", "pund": "GBP", "pounds": "GBP"}
    | {"schweizerfranc": "CHF", "sveitserfranc": "CHF", "schweiziske franc": "CHF"}
    | {"britiske pund": "GBP", "brittiska pund": "GBP"}
    | {f"{adjective} {krone}": code
       for adjective, code in (("danske", "DKK"), ("danska", "DKK"), ("svenske", "SEK"), ("svenska", "SEK"),
                               ("norske", "NOK"), ("norska", "NOK"),
                               ("islandske", "ISK"), ("isländska", "ISK"))
       for krone in _KRONE}
)  # fmt: skip

_AMOUNT = re.compile(r"(\D*)(\d(?:[\d.,: ]*\d)?)(\D*)", re.ASCII)
_BOUND = re.compile("|".join(f"({words}) (?=.*\\d)" for words in BOUNDS.values()))
# "1 200:-", "7.700,-": the dash stands for the missing øre and means kroner
_NO_DECIMALS = re.compile(r"^ ?[:,.] ?-(?!-)")
_CLEAR = re.compile(r"(0|[1-9]\d*|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+))(?:,(\d\d))?", re.ASCII)
_CANONICAL = re.compile(r"(0|[1-9]\d*)\.(\d\d)", re.ASCII)
_UNCLEAR = (
    re.compile(r"([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d\d))?", re.ASCII),
    re.compile(r"(0|[1-9]\d*|[1-9]\d{0,2}(?: \d{3})+)[.,:](\d\d?)", re.ASCII),
    re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+),(\d)", re.ASCII),
)
_NUMBER = re.compile(r"\d+(?:[., ]\d+)*")
_RANGE = re.compile(
    r"(?:(?:mellem|mellan|mellom|between) (?P<low>\d[\d. ]*?\d?)(?: ?kr\.?)? (?:og|och|and)"
    r"|(?:fra|från|frå|from) (?P<from>\d[\d. ]*?\d?)(?: ?kr\.?)? (?:til|till|to)"
    r"|(?<![\d.,:])(?P<first>\d[\d. ]*?\d?)(?: ?kr\.?)? ?-) ?"
    r"(?P<high>\d[\d. ]*\d|\d)(?P<unit>,-|:-| ?[^\W\d]+\b\.?)?"
)
_FROM = {"sv": "från", "en": "from", "fi": "from"}
"""What says that an amount is the lowest, where it is not `fra`."""
_NEEDS_QUOTES = re.compile(r"[,\[\]{}:#]")
_EXPONENT = re.compile(r"\de[+-]?\d")


class Money(Struct, frozen=True):
    """An amount, 0 when it is free, and its ISO 4217 currency."""

    amount: Decimal
    currency: str
    bound: Bound = ""

    @property
    def free(self) -> bool:
        """Whether it costs nothing."""
        return not (self.amount or self.bound)

    @property
    def canonical(self) -> str:
        """The form `format` writes and every language reads: `9950 DKK`, `from 7700.50 SEK`."""
        return f"{self.bound.replace('-', ' ')} {_digits(self.amount)} {self.currency}".lstrip()


@lru_cache(4096)
def read_money(text: str, language: str) -> Money:
    """Return what an editor's amount means; "kr." is the krone of the country of `language`.

    Raises `InvalidValueError` with a `money.…` code, always with `written` and, where the meaning is plain,
    with the canonical form as `suggestion`.
    """
    try:
        return _read(_normalised(text), language)
    except InvalidValueError as refused:
        written = shorten(text)
        if refused.code == "money.several" and (lowest := _lowest_of_range(text, language)):
            condition = f'"{written}"' if _NEEDS_QUOTES.search(written) else written
            fields = f"{{amount: {lowest}, condition: {condition}}}"
            raise InvalidValueError("money.range", written=written, fields=fields) from None
        raise InvalidValueError(refused.code, written=written, **refused.params) from None


@lru_cache(8192)
def show_money(money: Money, phrases: Phrases) -> str:
    """Return the amount as the reader's language has it; foreign currencies are named."""
    if money.free:
        return phrases("money.free")
    shown = phrases(f"money.amount.{money.currency}", amount=show_number(money.amount, phrases))
    return phrases(f"money.{money.bound}", amount=shown) if money.bound else shown


def show_number(number: Decimal, phrases: Phrases) -> str:
    """Return a whole number or one of two decimals as the reader's language writes it."""
    whole, _, decimals = _digits(number).partition(".")
    text = f"{int(whole):,}".replace(",", phrases.locale.thousands)
    return f"{text}{phrases.locale.decimals}{decimals}" if decimals else text


@cache
def currency_of_language(language: str) -> str:
    """Return the currency of the country where `language` is mainly spoken (from CLDR), else the euro."""
    currency = locale_of(language).currency
    return currency if currency in CURRENCIES else "EUR"


def _read(text: str, language: str) -> Money:
    own = currency_of_language(language)
    if text.rstrip(".!") in FREE:
        return Money(Decimal(0), own)
    bound, text = _bound(text)
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise InvalidValueError(_error_code(text))
    before, number, after = match.groups()
    if before.rstrip().endswith("-"):
        raise InvalidValueError("money.negative")
    named = _currency(before, after, own)
    amount, clear = _amount(number, canonical=named is not None and named.lower() in text)
    money = Money(amount, named or own, bound)
    _check(money, named=named is not None, clear=clear)
    return money


def _lowest_of_range(text: str, language: str) -> str:
    """Return the amount from which `mellem 300 og 500 kr.` reaches; nothing where no range is plain."""
    found = _RANGE.search(normalised := _normalised(text))
    if found is None or len(_NUMBER.findall(normalised)) != 2:
        return ""
    low = found["low"] or found["from"] or found["first"]
    unit = (found["unit"] or "").strip(" ,:-") or "kr."
    lowest = f"{_FROM.get(language, 'fra')} {low} {unit}"
    try:
        ordered = _read(lowest, language).amount < _read(f"{found['high']} {unit}", language).amount
    except InvalidValueError:
        return ""
    return lowest if ordered else ""


def _bound(text: str) -> tuple[Bound, str]:
    """Return what an amount is, and the text without the word that says so."""
    found = _BOUND.match(text)
    return ([*BOUNDS][found.lastindex - 1], text[found.end() :]) if found and found.lastindex else ("", text)


def _check(money: Money, *, named: bool, clear: bool) -> None:
    if money.amount > LARGEST:
        raise InvalidValueError("money.too-large", largest=_digits(LARGEST))
    if not named:
        raise InvalidValueError("money.no-currency", suggestion=money.canonical)
    if not clear:
        raise InvalidValueError("money.ambiguous", suggestion=money.canonical)


def _normalised(text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise InvalidValueError("money.too-long", longest=str(LONGEST_VALUE))
    if has_foreign_digits(text):
        raise InvalidValueError("money.foreign-digits")
    normalised = normalise(text).replace("–", "-")
    if not normalised:
        raise InvalidValueError("money.empty")
    return normalised


def _error_code(text: str) -> str:
    if text.startswith("-"):
        return "money.negative"
    several = len(_NUMBER.findall(text)) > 1 and not _EXPONENT.search(text)
    return "money.several" if several else "money.unreadable"


def _currency(before: str, after: str, own: str) -> str | None:
    rest = _NO_DECIMALS.sub("", after)
    stated = {_currency_of(word.strip(" ."), own) for word in (before, rest) if word.strip(" .")}
    if rest != after and not stated:
        stated.add(_krone(own))
    if len(stated) > 1:
        raise InvalidValueError("money.two-currencies")
    return stated.pop() if stated else None


def _currency_of(word: str, own: str) -> str:
    if word in _KRONE:
        return _krone(own)
    if word in _CURRENCY_NAMES:
        return _CURRENCY_NAMES[word]
    if word in {"$", "¥"} or is_currency(word.upper()):
        raise InvalidValueError("money.unknown-currency", currencies=", ".join(sorted(CURRENCIES)))
    raise InvalidValueError("money.unreadable")


def _krone(own: str) -> str:
    if own not in {"DKK", "SEK", "NOK", "ISK"}:
        raise InvalidValueError("money.which-krone")
    return own


def _amount(number: str, *, canonical: bool) -> tuple[Decimal, bool]:
    clear = _CLEAR.fullmatch(number) or (_CANONICAL.fullmatch(number) if canonical else None)
    if clear:
        return _decimal(clear), True
    for pattern in _UNCLEAR:
        unclear = pattern.fullmatch(number)
        if unclear:
            return _decimal(unclear), False
    raise InvalidValueError("money.unreadable")


def _decimal(found: re.Match[str]) -> Decimal:
    whole = "".join(character for character in found[1] if character.isdigit())
    decimals = (found[2] or "").ljust(2, "0")
    return Decimal(whole) if decimals == "00" else Decimal(f"{whole}.{decimals}")


def _digits(amount: Decimal) -> str:
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"
