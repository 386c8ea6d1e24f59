"""A site's own phrases: single ones of the engine's languages, all of a language of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from katalog.checks.custom_phrases import custom_phrase_problems
from katalog.i18n.cldr import is_language
from katalog.i18n.phrases import (
    CUSTOM_LOCALES,
    LOCALES,
    Phrases,
    site_languages,
    site_phrases,
    use_custom_phrases,
)
from katalog.new_files.languages import new_language
from katalog.problems.codes import severity_of
from katalog.problems.report import line_of
from tests.support import write_files

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
POLISH = HEAD.replace(
    "\\n",
    "\\nPlural-Forms: nplurals=3; "
    "plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n",
)


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    yield
    use_custom_phrases(None)


def own(root: Path, language: str, *texts: tuple[str, str], head: str = HEAD) -> Phrases:
    entries = "\n".join(f'msgid "{id_}"\nmsgstr "{text}"\n' for id_, text in texts)
    write_files(root, {f"{CUSTOM_LOCALES}/{language}.po": head + entries})
    use_custom_phrases(root / CUSTOM_LOCALES)
    return site_phrases(language)


def test_single_phrases_are_the_sites_and_the_rest_the_engines(tmp_path: Path) -> None:
    phrases = own(tmp_path, "da", ("section.courses", "Efteruddannelse"), ("nav.menu", ""))
    assert phrases("section.courses") == "Efteruddannelse"
    assert phrases("nav.menu") == "Menu"
    assert phrases.count("course.lessons", 3) == "3 lektioner"
    assert list(custom_phrase_problems(tmp_path)) == []
    use_custom_phrases(None)
    assert site_phrases("da")("section.courses") == "Kurser"


def test_a_language_of_the_sites_own_is_english_where_it_is_not_translated(tmp_path: Path) -> None:
    phrases = own(tmp_path, "pl", ("nav.menu", "Menu główne"), head=POLISH)
    assert "pl" in site_languages()
    assert (phrases("nav.menu"), phrases("section.courses")) == ("Menu główne", "Courses")
    assert [phrases.count("course.lessons", n) for n in (1, 3, 5)] == ["1 lesson", "3 lessons", "5 lessons"]
    [problem] = custom_phrase_problems(tmp_path)
    assert (problem.code, severity_of(problem.code)) == ("phrases.incomplete", "warning")


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("dansk.po", HEAD, "phrases.language", 1),
        ("xq.po", HEAD, "phrases.language", 1),
        ("da.po", HEAD + 'nav.menu: "Menu"\n', "phrases.unreadable", 4),
        ("da.po", HEAD + 'msgid "nav.meny"\nmsgstr "Menu"\n', "phrases.unknown", 4),
        ("da.po", HEAD + 'msgid "footer.operator"\nmsgstr "Af {navn}."\n', "phrases.braces", 4),
        ("da.po", HEAD + 'msgid "footer.operator"\nmsgstr "Af {name."\n', "phrases.braces", 4),
        ("da.po", HEAD + 'msgid "footer.operator"\nmsgstr "Af {name!r:>9}."\n', "phrases.braces", 4),
        ("da.po", HEAD + 'msgid "nav.menu"\nmsgstr "Menu }"\n', "phrases.braces", 4),
        ("da.po", HEAD + 'msgid "slug.courses"\nmsgstr "Våre kurs"\n', "phrases.form", 4),
        ("da.po", HEAD + 'msgid "slug.courses"\nmsgstr "../kurser"\n', "phrases.form", 4),
        ("da.po", HEAD + 'msgid "alphabet.same"\nmsgstr "ä som æ"\n', "phrases.form", 4),
        ("da.po", HEAD + f'msgid "alphabet.same"\nmsgstr "{"x=x=y " * 40}ä"\n', "phrases.form", 4),
    ],
)
def test_what_is_wrong_is_reported_at_its_line(
    tmp_path: Path, name: str, text: str, code: str, line: int
) -> None:
    write_files(tmp_path, {f"{CUSTOM_LOCALES}/{name}": text})
    [problem] = custom_phrase_problems(tmp_path)
    assert (problem.code, problem.position.line) == (code, line), line_of(problem, site_phrases("en"))


def test_bytes_that_are_no_text_are_reported(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{CUSTOM_LOCALES}/da.po": HEAD})
    (tmp_path / CUSTOM_LOCALES / "da.po").write_bytes(HEAD.encode() + b'msgid "nav.menu"\nmsgstr "\xff"\n')
    assert [each.code for each in custom_phrase_problems(tmp_path)] == ["file.not-utf8"]


@pytest.mark.parametrize("language", ["fi", "kl", "fo", "pl"])
def test_a_language_that_is_begun_has_every_phrase_to_fill_in(tmp_path: Path, language: str) -> None:
    text = new_language(language, "Skriv her.")
    write_files(tmp_path, {f"{CUSTOM_LOCALES}/{language}.po": text})
    use_custom_phrases(tmp_path / CUSTOM_LOCALES)
    english = (LOCALES / "en.po").read_text("utf-8")
    assert re.findall(r'^msgid "(.+)"', text, re.MULTILINE) == re.findall(
        r'^msgid "(.+)"', english, re.MULTILINE
    )
    assert site_phrases(language)("section.courses") == "Courses"
    [problem] = custom_phrase_problems(tmp_path)
    assert problem.params["count"] == problem.params["all"]


def test_a_language_the_engine_has_is_begun_from_its_own_words() -> None:
    assert '#. Kurser\nmsgid "section.courses"' in new_language("da", "")


@pytest.mark.parametrize(
    ("tag", "expected"), [("fi", True), ("kl", True), ("xq", False), ("../a", False), ("Da", False)]
)
def test_tags_of_languages(tag: str, expected: bool) -> None:
    assert is_language(tag) is expected
