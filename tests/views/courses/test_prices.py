"""What a course costs on its page, its card and in data: until when, for whom, on which condition."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.feeds.json_ld import json_ld
from katalog.json_encoding import json_bytes
from katalog.views.courses.list_values import list_values
from tests.support import Made, all_feeds, data_at, make_project, record
from tests.views.courses.test_course_page import text_of

PAGE = "kurser/konference/"
TRANSLATED = {"translation.outdated", "translation.too-few-items"}
EARLY = [
    {"amount": "3000 DKK", "audience": "Medlem", "until": "20. april 2028"},
    {"amount": "3500 DKK", "audience": "Medlem"},
]


def make(tmp_path: Path, price: list[Any], today: date = date(2028, 1, 15)) -> Made:
    files = {
        "courses/konference.md": record(
            "Konference", "To priser.", kind="seminar", price=price,
            sessions=[{"when": "7.–8. maj 2028", "title": "Dage"}],
        )
    }  # fmt: skip
    return make_project(tmp_path, files, today)


def html_of(made: Made, address: str) -> str:
    """Return the main column of a page with plain spaces."""
    return made.html(address).replace("\u00a0", " ")


def test_the_price_that_holds_stands_in_front(tmp_path: Path) -> None:
    html = html_of(make(tmp_path, EARLY), PAGE)
    early = '<div data-until="2028-04-21T00:00:00+02:00"><dt>Pris</dt><dd>3.000 kr. (Medlem)'
    assert early in html
    assert html.index("3.000 kr.") < html.index("3.500 kr.")
    assert "til og med 20. april 2028" in text_of(html)
    assert "efter 20. april 2028" in text_of(html)


def test_a_page_built_early_puts_the_price_that_is_over_last(tmp_path: Path) -> None:
    html = html_of(make(tmp_path, EARLY), PAGE)
    table = html[html.index("<tbody>") :]
    first = table.index('<tr data-until="2028-04-21T00:00:00+02:00">')
    last = table.index('<tr data-from="2028-04-21T00:00:00+02:00" hidden>')
    assert first < table.index("3.500 kr.") < last


def test_after_the_day_the_next_one_stands_there(tmp_path: Path) -> None:
    html = html_of(make(tmp_path, EARLY, date(2028, 4, 21)), PAGE)
    facts, table = html[: html.index("<tbody>")], html[html.index("<tbody>") :]
    assert "3.000 kr." not in facts
    assert table.index("3.500 kr.") < table.index("3.000 kr.")


def test_the_card_turns_over(tmp_path: Path) -> None:
    html = html_of(make(tmp_path, EARLY), "kurser/")
    label = '<span class="k-hidden">Pris: </span>'
    assert f'data-until="2028-04-21T00:00:00+02:00">{label}3.000 kr. (Medlem)</li>' in html
    assert f'data-from="2028-04-21T00:00:00+02:00" hidden>{label}3.500 kr. (Medlem)</li>' in html


def test_programs_learn_when_it_holds(tmp_path: Path) -> None:
    made = make(tmp_path, EARLY)
    data = data_at(made.reader(), PAGE)
    early, late = json_bytes(data).decode().split('"prices":[')[1].split("]")[0].split("},")
    assert '"audience":"Medlem","valid_until":"2028-04-21T00:00:00+02:00"' in early
    assert '"valid_from":"2028-04-21T00:00:00+02:00"' in late
    said = json_bytes(json_ld(made.pages[PAGE], made.reader(), data)[-1]).decode()
    assert '"validThrough":"2028-04-20T23:59:59+02:00"' in said
    assert '"validFrom":"2028-04-21T00:00:00+02:00"' in said


def test_prices_for_several_and_their_conditions_stand_together(tmp_path: Path) -> None:
    price = [
        "gratis for medlemmer",
        {"amount": "200 kr.", "audience": "andre", "condition": "Betales ved døren"},
    ]
    made = make(tmp_path, price)
    facts = text_of(html_of(made, PAGE).split("<tbody>")[0])
    assert "gratis (medlemmer)" in facts
    assert "200 kr. (andre) moms ikke oplyst Vilkår: Betales ved døren" in facts
    card = text_of(html_of(made, "kurser/"))
    assert "gratis (medlemmer); 200 kr. (andre) – Betales ved døren" in card
    feed = next(each.data.decode() for each in all_feeds(made.reader()) if each.address == "kurser.atom")
    assert "gratis (medlemmer); 200 kr. (andre) – Betales ved døren" in " ".join(feed.split())
    assert "&lt;p&gt;&lt;/p&gt;" not in feed


def test_a_card_says_for_whom_in_the_readers_language(tmp_path: Path) -> None:
    files = {
        "courses/konference.md": record("Konference", price=[{"amount": "900 DKK", "audience": "medlemmer"}]),
        "courses/konference.sv.md": "---\ntitle: Konferens\nprice:\n  - audience: medlemmar\n---\n",
    }
    made = make_project(tmp_path, files, expected=TRANSLATED)
    assert "900 kr. (medlemmer)" in html_of(made, "kurser/")
    assert "900 DKK (medlemmar)" in html_of(made, "sv/kurser/")


@pytest.mark.parametrize(
    ("written", "shown", "swedish", "bound", "specified"),
    [
        ("fra 300 kr.", "fra 300 kr.", "från 300 DKK", "from", '"minPrice":300'),
        ("ca. 300 kr.", "ca. 300 kr.", "ca 300 DKK", "about", ""),
        ("op til 300 kr.", "højst 300 kr.", "högst 300 DKK", "at-most", '"maxPrice":300'),
    ],
)
def test_an_amount_may_be_the_lowest_about_or_the_highest(
    tmp_path: Path, written: str, shown: str, swedish: str, bound: str, specified: str
) -> None:
    made = make(tmp_path, [written])
    for address, words in ((PAGE, shown), ("kurser/", shown), (f"sv/{PAGE}", swedish)):
        assert words in text_of(html_of(made, address))
    data = data_at(made.reader(), PAGE)
    assert f'"amount":300,"currency":"DKK","bound":"{bound}"' in json_bytes(data).decode()
    assert specified in json_bytes(json_ld(made.pages[PAGE], made.reader(), data)[-1]).decode()


@pytest.mark.parametrize(
    ("today", "on_card", "under"),
    [
        (date(2028, 4, 1), "Early bird: 2.195 kr.; gratis (Studerende)", 2195),
        (date(2028, 5, 2), "gratis (Studerende); 2.595 kr.", 2595),
    ],
)
def test_a_card_has_what_holds_for_a_time_by_whatever_name(
    tmp_path: Path, today: date, on_card: str, under: int
) -> None:
    price = [
        "Early bird: 2.195 kr. til og med 1. maj 2028",
        "2.595 kr. fra 2. maj 2028",
        "Studerende: gratis",
        "Frokost: 150 kr.",
    ]
    made = make(tmp_path, price, today)
    costs = LexborHTMLParser(html_of(made, "kurser/")).css(".k-cost:not([hidden])")
    [shown] = [" ".join(each.text().split()).removeprefix("Pris: ") for each in costs]
    assert set(shown.split("; ")) == set(on_card.split("; "))
    entry = made.reader().entry("konference")
    assert list_values(made.reader(), entry).most == under


def test_prices_that_only_their_names_tell_apart_have_them_on_cards(tmp_path: Path) -> None:
    made = make(tmp_path, ["På stedet: 400 kr.", "Digitalt: 200 kr."])
    assert "På stedet: 400 kr.; Digitalt: 200 kr." in text_of(html_of(made, "kurser/"))
    feed = next(each.data.decode() for each in all_feeds(made.reader()) if each.address == "kurser.atom")
    assert "På stedet: 400 kr.; Digitalt: 200 kr." in " ".join(feed.split())
