"""Addresses in plain text become links, and nothing else becomes HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from katalog.html.links_in_text import with_links
from tests.browser.payloads import PAYLOADS


def links(text: str) -> list[tuple[str | None, str]]:
    found = LexborHTMLParser(f"<p>{with_links(text)}</p>").css("a")
    return [(each.attributes["href"], each.text()) for each in found]


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [
        ("Læs mere: https://laes.example.org/a_b?x=1&y=2.", "https://laes.example.org/a_b?x=1&y=2", None),
        ("(se www.example.org)", "https://www.example.org", "www.example.org"),
        ("https://laes.example.org/ord_(bog); se også", "https://laes.example.org/ord_(bog)", None),
        ("Mød op på http://moede.example.org/j/123, kl. 9", "http://moede.example.org/j/123", None),
        ("Skriv til ane.test@example.org.", "mailto:ane.test@example.org", "ane.test@example.org"),
    ],
)
def test_an_address_is_a_link(text: str, address: str, shown: str | None) -> None:
    assert links(text) == [(address, shown or address)]


@pytest.mark.parametrize("text", ["kl. 9.30", "javascript:alert(1)", "a@b", "ftp://example.org", "og/eller"])
def test_nothing_else_is(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_stands_around_an_address_stays_text(payload: str) -> None:
    page = LexborHTMLParser(f"<p>{with_links(f'{payload} https://a.example/{payload} www.{payload}')}</p>")
    assert {each.tag for each in page.css("p *")} <= {"a"}
    assert all(each.attributes.keys() == {"href"} for each in page.css("a"))
    assert all(str(each.attributes["href"]).startswith(("https://", "mailto:")) for each in page.css("a"))


@given(st.text(alphabet="a. @:/www<>\"'&()h;tps-", max_size=60))
def test_the_words_stay_the_same(text: str) -> None:
    page = LexborHTMLParser(f"<p>{with_links(text)}</p>")
    paragraph = page.css_first("p")
    assert paragraph
    assert paragraph.text() == text
