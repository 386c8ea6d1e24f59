from decimal import Decimal
from string import printable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from katalog.i18n.phrases import site_phrases
from katalog.money import BOUNDS, CURRENCIES, LARGEST, Money, read_money, show_money
from katalog.problems import InvalidValueError

DA, SV, EN, NB = (site_phrases(language) for language in ("da", "sv", "en", "nb"))
amounts = st.decimals(Decimal("0.01"), LARGEST, places=2)
moneys = st.builds(Money, amounts, st.sampled_from(sorted(CURRENCIES)), st.sampled_from(["", *BOUNDS]))

READ = [
    ("da", "9.950\u00a0kr.", "9950 DKK"),
    ("da", "9950 DKK", "9950 DKK"),
    ("da", "DKK 9950", "9950 DKK"),
    ("da", "dkk9950", "9950 DKK"),
    ("da", "kr. 7.700", "7700 DKK"),
    ("sv", "1 200 kr", "1200 SEK"),
    ("sv", "1\u00a0200\u00a0kr", "1200 SEK"),
    ("sv", "1 200:-", "1200 SEK"),
    ("sv", "1200 kronor", "1200 SEK"),
    ("da", "7.700,50\u00a0kr.", "7700.50 DKK"),
    ("da", "7.700,00 kr.", "7700 DKK"),
    ("da", "7700.50 DKK", "7700.50 DKK"),
    ("da", "750 kr", "750 DKK"),
    ("da", "7.700,-", "7700 DKK"),
    ("da", "7.700,– kr.", "7700 DKK"),
    ("da", "0,50 kr.", "0.50 DKK"),
    ("da", "1.250.000 kr.", "1250000 DKK"),
    ("da", "€ 45", "45 EUR"),
    ("sv", "45\u00a0euro", "45 EUR"),
    ("da", "1.200\u00a0svenske kr.", "1200 SEK"),
    ("sv", "9 950 DKK", "9950 DKK"),
    ("nb", "1 200 kr", "1200 NOK"),
    ("da", "free", "0 DKK"),
    ("da", "Gratis!", "0 DKK"),
    ("sv", "kostnadsfritt", "0 SEK"),
    ("da", "0 kr.", "0 DKK"),
    ("da", "fra 300 kr.", "from 300 DKK"),
    ("sv", "fr. 1 200:-", "from 1200 SEK"),
    ("nb", "ca. 500 kr", "about 500 NOK"),
    ("da", "op til 7.700,50 kr.", "at most 7700.50 DKK"),
    ("da", "At most 900 DKK", "at most 900 DKK"),
]


@pytest.mark.parametrize(("language", "written", "canonical"), READ)
def test_reads_what_people_write(language: str, written: str, canonical: str) -> None:
    money = read_money(written, language)
    assert money.canonical == canonical
    assert read_money(money.canonical, language) == money


REFUSED = [
    ("9950", "money.no-currency", "9950 DKK"),
    ("9.950", "money.no-currency", "9950 DKK"),
    ("1.250,50", "money.no-currency", "1250.50 DKK"),
    ("9.95 kr", "money.ambiguous", "9.95 DKK"),
    ("9950.00 kr.", "money.ambiguous", "9950 DKK"),
    ("9,950 kr", "money.ambiguous", "9950 DKK"),
    ("9,5 kr", "money.ambiguous", "9.50 DKK"),
    ("1,250.50 DKK", "money.ambiguous", "1250.50 DKK"),
    ("€ 45.50", "money.ambiguous", "45.50 EUR"),
    ("-500 kr", "money.negative", None),
    ("kr. −500", "money.negative", None),
    ("500-700 kr", "money.range", None),
    ("500 kr. – 700 kr.", "money.range", None),
    ("500 eller 700 kr.", "money.several", None),
    ("10.000.001 kr.", "money.too-large", None),
    ("9" * 60 + " kr", "money.too-large", None),
    ("45 USD", "money.unknown-currency", None),
    ("$ 45", "money.unknown-currency", None),
    ("DKK 45 €", "money.two-currencies", None),
    ("NaN", "money.unreadable", None),
    (".nan", "money.unreadable", None),
    ("1e309", "money.unreadable", None),
    ("inf", "money.unreadable", None),
    ("007 kr", "money.unreadable", None),
    ("1.2.3 kr", "money.unreadable", None),
    ("12.34.567 kr", "money.unreadable", None),
    ("500 kr. pr. deltager", "money.unreadable", None),
    ("dyrt", "money.unreadable", None),
    ("½ kr", "money.unreadable", None),
    ("", "money.empty", None),
    ("\u00a0", "money.empty", None),
    ("9" * 200, "money.too-long", None),
    ("٥٠٠ kr", "money.foreign-digits", None),
]


@pytest.mark.parametrize(("written", "code", "suggestion"), REFUSED)
def test_refuses_with_a_code_of_its_own_and_the_plain_meaning(
    written: str, code: str, suggestion: str | None
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_money(written, "da")
    assert (caught.value.code, caught.value.params.get("suggestion")) == (code, suggestion)
    assert caught.value.params["written"][:40] == written.strip()[:40]
    if suggestion:
        assert read_money(suggestion, "da").canonical == suggestion


def test_the_suggested_currency_is_that_of_the_language() -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_money("9950", "sv")
    assert caught.value.params["suggestion"] == "9950 SEK"


SHOWN = [
    ("9950 DKK", "9.950\u00a0kr.", "9\u00a0950\u00a0DKK"),
    ("1200 SEK", "1.200\u00a0svenske kr.", "1\u00a0200\u00a0kr"),
    ("7700.50 SEK", "7.700,50\u00a0svenske kr.", "7\u00a0700,50\u00a0kr"),
    ("45 EUR", "45\u00a0euro", "45\u00a0euro"),
    ("750 NOK", "750\u00a0norske kr.", "750\u00a0NOK"),
    ("0 DKK", "gratis", "kostnadsfritt"),
]


@pytest.mark.parametrize(("canonical", "danish", "swedish"), SHOWN)
def test_shows_amounts_as_natives_write_them(canonical: str, danish: str, swedish: str) -> None:
    money = read_money(canonical, "da")
    assert show_money(money, DA) == danish
    assert show_money(money, SV) == swedish


@given(moneys)
def test_what_is_shown_reads_back(money: Money) -> None:
    assert read_money(show_money(money, DA), "da") == money
    assert read_money(show_money(money, SV), "sv") == money
    assert read_money(show_money(money, NB), "nb") == money
    assert read_money(money.canonical, "da") == money


@pytest.mark.parametrize("language", ["da", "sv", "nb", "en"])
def test_what_is_free_reads_back_as_free(language: str) -> None:
    shown = show_money(Money(Decimal(0), "DKK"), site_phrases(language))
    assert read_money(shown, language).free


@given(moneys)
def test_every_amount_can_be_shown_in_english(money: Money) -> None:
    assert money.currency in show_money(money, EN)


pieces = st.sampled_from(
    ["1", "200", "0", ".", ",", " ", "-", ":-", "kr", "kr.", "DKK", "€", "e9", "gratis", "/"]
)


@given(
    st.text() | st.text(printable + "–−€½²") | st.lists(pieces, max_size=10).map("".join),
    st.sampled_from(["da", "sv", "nb", "en"]),
)
@example("9" * 100, "da")
@example("1:- -", "sv")
@example("5 kr", "en")
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    outcome = _outcome(text, language)
    if isinstance(outcome, InvalidValueError):
        assert outcome.code.startswith("money.")
        assert len(outcome.params["written"]) <= 100
    else:
        assert 0 <= outcome.amount <= LARGEST
        assert read_money(outcome.canonical, language) == outcome


def _outcome(text: str, language: str) -> Money | InvalidValueError:
    try:
        return read_money(text, language)
    except InvalidValueError as refused:
        return refused
