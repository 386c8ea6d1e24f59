"""Content lines against icalendar's own reading of them."""

from __future__ import annotations

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from katalog.feeds.lines import line, text_line
from katalog.schema.scalars import LangText

letters = st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n") | st.sampled_from('\\;,:"æøå😀')
texts = st.text(letters, max_size=300)


def read(data: bytes) -> str:
    event = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + data + b"END:VEVENT\r\n")
    return str(event["SUMMARY"])


@given(texts.filter(lambda text: "\\N" not in text))
def test_any_text_comes_back_and_no_line_is_too_long(text: str) -> None:
    data = text_line("SUMMARY", LangText(text, "da"))
    assert read(data) == text
    folded = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(each) <= 75 and each.decode() is not None for each in folded)
    assert all(each.startswith(b" ") for each in folded[1:])


@given(texts)
def test_folding_is_what_icalendar_folds(text: str) -> None:
    kept = text.replace("\n", "")
    expected = Contentline(f"X-A:{kept}").to_ical() + b"\r\n"  # type: ignore[no-untyped-call]
    assert line("X-A", kept).replace(b"\r\n ", b"") == expected.replace(b"\r\n ", b"")


def test_control_characters_are_dropped() -> None:
    assert text_line("SUMMARY", "a\x00b\x07\rc") == b"SUMMARY:abc\r\n"
