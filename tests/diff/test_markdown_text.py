"""Untrusted text in a comment is shown as it is and does nothing."""

import re

import comrak
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from katalog.diff.markdown_text import LONGEST, code, link, text
from katalog.problems.report import visible

MENTION = re.compile(r"[@#!$%~^&][\w\"']|:[A-Za-z/+-]|\bG[HL]-\d|\bwww\.", re.IGNORECASE)
"""What hosts look for in the text of a finished page."""
APART = "\u200b"
ALPHABET = "ab1 @#!$%~^&:*_`[]()<>\\|'\"/-.\n\twGHæ\u200b"


def page(markdown: str) -> LexborHTMLParser:
    options = comrak.ExtensionOptions()
    options.autolink = options.table = options.strikethrough = options.footnotes = True
    return LexborHTMLParser(
        comrak.render_markdown(markdown, options, comrak.ParseOptions(), comrak.RenderOptions())
    )


@given(st.text(ALPHABET, max_size=60))
def test_no_text_makes_an_element_a_mention_or_a_link(words: str) -> None:
    shown = page(f"- x: {text(words)}")
    assert [node.tag for node in shown.css("body *")] == ["ul", "li"]
    content = "".join(node.text() for node in shown.css("li")).removeprefix("x:")
    assert not MENTION.search(content)
    assert "".join(content.replace(APART, "").split()) == "".join(visible(words).split())


@given(st.text(ALPHABET, max_size=60))
def test_a_code_span_holds_the_text_as_it_is(words: str) -> None:
    span = page(f"- {code(words)}").css_first("code")
    assert span is not None or not words.strip()
    assert span is None or "".join((span.text() or "").split()) == "".join(visible(words).split())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("kl. 9:00", "kl. 9:00"),
        ("@navn", "@&#8203;navn"),
        ("a@b.example", "a@&#8203;b.example"),
        ("#12 og !3", r"\#&#8203;12 og \!&#8203;3"),
        ("GH-1", "GH-&#8203;1"),
        ("https://a.example", "https:&#8203;//a.example"),
        ("en\nto\u202e", "en to&lt;U+202E&gt;"),
        ("x" * 300, "x" * (LONGEST - 1) + "…"),
    ],
)
def test_text(words: str, shown: str) -> None:
    assert text(words) == shown


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", "//ond.example", "data:text/html,x"])
def test_other_addresses_are_no_links(address: str) -> None:
    assert link("Ord", address) == "**Ord**"


def test_an_address_cannot_end_its_link() -> None:
    assert link("Ord", "https://a.example/>) [x](y\n") == "[Ord](<https://a.example/%3E%29%20%5Bx%5D%28y%0A>)"
