"""A record's text: rendered once, links left open, what was dropped found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from katalog.markdown import Body, Label, Link, first_paragraph, position_of_link, render_text
from katalog.problems import Position

LINKS = (
    "[a](b.md) ", "![c](d.png 't') ", "<https://example.org/?e=f&g> ", "www.example.org ", "ord[^1] ", "# ",
    "\n\n", "> [!NOTE]\n> ", "\n\n[^1]: [fod](#fn-1)\n\n", "[](#fn-1) ", "[![h](i)](j 'k') ",
    "| [l](m) |\n|---|\n| n |\n", "- [ ] ",
)  # fmt: skip


def html(body: Body) -> str:
    """Join a body's parts with its links as they were written and its labels as their ids."""
    return "".join(
        part.url if isinstance(part, Link) else part.message_id if isinstance(part, Label) else part
        for part in body.parts
    )


def test_an_empty_text_is_nothing() -> None:
    assert not render_text(" \n")
    assert render_text("").parts == ()


def test_links_stay_open_with_their_place() -> None:
    text = "Se [kurset](../courses/a.md).\n\n# Og ![et billede](x.png)\n"
    body = render_text(text)
    assert list(body.links) == [Link("../courses/a.md", 0), Link("x.png", 1, picture=True)]
    assert [position_of_link(link, text, 8) for link in body.links] == [Position(8, 4), Position(10, 6)]
    assert '<a href="../courses/a.md">kurset</a>' in html(body)


@given(st.lists(st.sampled_from(LINKS), max_size=6))
def test_every_link_has_a_place(pieces: list[str]) -> None:
    """Links are numbered in one rendering and placed by another: both must find the same ones."""
    text = "".join(pieces)
    places = [position_of_link(link, text, 1) for link in render_text(text).links]
    assert len(set(places)) == len(places)
    assert all(text.split("\n")[line - 1][column - 1] in "[!<w" for line, column in places)


def test_positions_are_not_in_the_html() -> None:
    assert "sourcepos" not in html(render_text("# a\n\n- b\n\n| c |\n|--|\n| d |\n"))


def test_headings_stand_below_the_page_s_own() -> None:
    body = render_text("# Først\n\n## Så\n")
    assert [(h.id, h.text, h.level) for h in body.headings] == [("først", "Først", 2), ("så", "Så", 3)]
    assert '<h2 id="først">Først</h2>' in html(body)
    assert "<h1" not in html(body)


def test_words_of_the_renderer_s_own_are_labels() -> None:
    body = render_text("> [!NOTE]\n> Husk det[^1].\n\n[^1]: Fodnote.\n")
    labels = [part.message_id for part in body.parts if isinstance(part, Label)]
    assert labels == ["text.alert.note", "text.footnote-back"]
    assert "Note" not in html(body)
    assert "Back to" not in html(body)


def test_an_author_s_own_title_of_an_alert_is_text() -> None:
    body = render_text("> [!NOTE] Husk <b>kaffen</b>\n> Den er varm.\n")
    assert '<p class="markdown-alert-title">Husk &lt;b&gt;kaffen&lt;/b&gt;</p>' in html(body)
    assert len(body.parts) == 1


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("En <b>fed</b> tekst", Position(1, 4), "text.raw-html"),
        ("Først\n\n<script>alert(1)</script>\n", Position(3, 1), "text.raw-html"),
        ("Her\nog <!-- skjult -->", Position(2, 4), "text.raw-html"),
        ("[x](javascript:alert(1))", Position(1, 1), "text.link-refused"),
        ("a\n\n![x](data:text/html;base64,AAAA)", Position(3, 1), "text.link-refused"),
    ],
)
def test_what_is_dropped_is_reported_with_its_position(text: str, place: Position, code: str) -> None:
    faults = render_text(text).faults
    assert (faults[0].position, faults[0].code) == (place, code)


def test_html_in_code_is_text() -> None:
    body = render_text("`<b>` og\n\n    <script>\n")
    assert body.faults == ()
    assert "&lt;script&gt;" in html(body)


def test_the_first_paragraph_is_plain() -> None:
    assert first_paragraph("## Om\n\nEt *godt* [kursus](a.md) &amp; mere.\n\nTo.") == "Et godt kursus & mere."


def test_html_that_is_dropped_is_not_in_the_first_paragraph() -> None:
    assert first_paragraph("Før <b>fed</b> efter.\n") == "Før fed efter."
    assert first_paragraph("    kun kode\n") == ""


@given(st.text(max_size=400))
def test_any_text_is_safe(text: str) -> None:
    """No element or attribute that could run anything, whatever is written."""
    tree = LexborHTMLParser(html(render_text(text)))
    for node in tree.css("*"):
        assert node.tag not in {"script", "style", "iframe", "object", "embed", "form", "svg", "math"}
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert not (value or "").strip().lower().startswith(("javascript:", "vbscript:", "data:"))
