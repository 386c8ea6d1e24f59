"""Text is broken between words, shrunk, broken within words or left out, and never wider than its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.share_pictures.typesetting import ELLIPSIS, fitted, font, is_covered, plain

WIDTH = 400
CHOICES = ((40, 2), (20, 3))
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåäöéšžABCÆØÅÄÖ -/–"


def letters(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def lines(text: str) -> tuple[str, ...]:
    return fitted(text, "Bold", WIDTH, CHOICES).lines


def widest(text: str) -> float:
    found = fitted(text, "Bold", WIDTH, CHOICES)
    return max(font("Bold", found.size).getlength(line) for line in found.lines)


def test_text_is_broken_between_words_in_the_largest_size_it_fits() -> None:
    found = fitted("Læsefællesskaber på Ø", "Bold", WIDTH, CHOICES)
    assert (found.lines, found.size) == (("Læsefællesskaber", "på Ø"), 40)


def test_text_breaks_after_hyphens_and_strokes() -> None:
    assert lines("Bibliotekslands-møde/konference") == ("Bibliotekslands-", "møde/konference")


def test_text_that_needs_more_lines_is_smaller() -> None:
    found = fitted("Läsning och berättande för barn, unga och vuxna", "Bold", WIDTH, CHOICES)
    assert (len(found.lines), found.size) == (2, 20)


def test_a_long_word_is_broken_with_a_hyphen_in_the_smallest_size() -> None:
    first, rest = lines("Kommunalbestyrelsesvalgsudvalgsuddannelse")
    assert first.endswith("-")
    assert first.removesuffix("-") + rest == "Kommunalbestyrelsesvalgsudvalgsuddannelse"


def test_what_there_is_no_room_for_is_left_out_and_said_so() -> None:
    found = lines("Forløb om demokrati " * 10)
    assert len(found) == 3
    assert found[-1].endswith(ELLIPSIS)


@given(st.text(LETTERS, min_size=1, max_size=200).filter(plain))
def test_nothing_is_wider_than_its_line(text: str) -> None:
    assert widest(text) <= WIDTH


@given(st.text(LETTERS, min_size=1, max_size=60).filter(plain))
def test_no_letter_is_lost_where_there_is_room(text: str) -> None:
    found = fitted(text, "Bold", WIDTH, ((20, 40),))
    assert letters("".join(found.lines)) == letters(plain(text))


@pytest.mark.parametrize(
    "text", ["Æblegrød på Ø", "Käyttäjä", "Čáhppes giella: ŋ đ ŧ", "Kurs – 2026 · 5 €", "Ελλάδα", "Війна"]
)
def test_the_letters_of_the_readers_languages_are_there(text: str) -> None:
    assert is_covered(text)


@pytest.mark.parametrize("text", ["مرحبا", "日本語", "Kursus 🎉"])
def test_letters_that_the_fonts_lack_are_known(text: str) -> None:
    assert not is_covered(text)


def test_invisible_characters_take_no_room() -> None:
    assert plain(" Biblio\u00adtek\u200b \n på\u00a0Ø ") == "Bibliotek på Ø"
