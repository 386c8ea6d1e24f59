"""The catalogue of problems is whole: every code in use is in it, with its texts, and no other."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from katalog.generated_docs import settings_pages
from katalog.generated_docs.field_pages import FILES, field_page
from katalog.generated_docs.problem_pages import problem_pages
from katalog.generated_docs.settings_pages import settings_page
from katalog.i18n.phrases import editor_phrases, site_phrases
from katalog.problems import InvalidValueError
from katalog.problems.codes import ProblemKind, find_kind, kinds_by_subject, problem_kinds, severity_of
from katalog.spreadsheets.heading_page import FILES as HEADINGS
from katalog.spreadsheets.heading_page import heading_page
from katalog.when.reading import read_when

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "hooks" / "katalog"
FAMILIES = sorted({code.partition(".")[0] for code in problem_kinds()})
CODE = re.compile(rf"(?:{'|'.join(FAMILIES)})\.[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGES = ("da", "sv", "en")


@cache
def strings_in_use() -> set[str]:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name == "codes":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.add(node.value)
    return found


def is_a_phrase(text: str) -> bool:
    """Tell a site's or editor's phrase (`text.footnote-back`), or the beginning of some, from a code."""
    beginning = re.compile(rf'^msgid "{re.escape(text)}(?:\.[^"]*)?"$', re.MULTILINE)
    files = [*(PACKAGE / "locale").glob("da.po"), PACKAGE / "locale" / "editor" / "da.po"]
    return any(beginning.search(file.read_text(encoding="utf-8")) for file in files)


def test_every_code_in_use_is_in_the_catalogue() -> None:
    unknown = strings_in_use() - set(problem_kinds())
    templates = {each for each in unknown if each.endswith((".html", ".json", ".md"))}
    assert {each for each in unknown - templates if not is_a_phrase(each)} == set()


def test_every_code_in_the_catalogue_is_in_use() -> None:
    made = {f"{code}-did-you-mean" for code in strings_in_use()}  # built where a suggestion is found
    assert set(problem_kinds()) - strings_in_use() - made == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_words(language: str) -> None:
    phrases = editor_phrases(language)
    for rule in problem_kinds().values():
        what, do, why = phrases(f"{rule.code}.what"), phrases(f"{rule.code}.do"), phrases(f"rule.{rule.rule}")
        assert all(text[0].isupper() or text[0] in "»”“{" for text in (what, do, why)), (what, do, why)
        assert all(text.endswith((".", ").")) for text in (what, do, why)), (what, do, why)


@pytest.mark.parametrize("part", ["what", "do"])
def test_its_words_ask_for_the_same_in_every_language(part: str) -> None:
    da, sv, en = (parameters_asked(language, part) for language in LANGUAGES)
    assert da == sv == en


def parameters_asked(language: str, part: str) -> dict[str, set[str]]:
    phrases = editor_phrases(language)
    return {code: set(re.findall(r"\{(\w+)\}", phrases(f"{code}.{part}"))) for code in problem_kinds()}


def test_every_problem_has_examples() -> None:
    for rule in problem_kinds().values():
        assert rule.bad.strip(), rule.code
        assert rule.good.strip(), rule.code
        assert rule.bad != rule.good, rule.code


def test_printed_codes_are_one_each_and_in_order() -> None:
    shorts = [rule.short for rule in problem_kinds().values()]
    assert len(set(shorts)) == len(shorts)
    assert all(re.fullmatch(r"K\d{3}", short) for short in shorts)
    for rules in kinds_by_subject().values():
        assert [rule.short for rule in rules] == sorted(rule.short for rule in rules)


def test_a_code_is_found_by_either_name() -> None:
    assert find_kind("k104") is find_kind("file.not-utf8") is problem_kinds()["file.not-utf8"]
    assert find_kind("K000") is None
    assert severity_of("translation.outdated") == "warning"


@pytest.mark.parametrize("language", ["da", "sv"])
def test_the_pages_of_problems_are_up_to_date(language: str) -> None:
    for path, text in problem_pages(editor_phrases(language)):
        written = (ROOT / "docs" / language / path).read_text(encoding="utf-8")
        assert written == text, "run: katalog explain --all --write"


@pytest.mark.parametrize("language", FILES)
def test_the_page_of_fields_is_up_to_date(language: str) -> None:
    written = (ROOT / "docs" / language / FILES[language]).read_text(encoding="utf-8")
    assert written == field_page(language), "run: katalog schema"


@pytest.mark.parametrize("language", HEADINGS)
def test_the_page_of_headings_is_up_to_date(language: str) -> None:
    written = (ROOT / "docs" / language / HEADINGS[language]).read_text(encoding="utf-8")
    assert written == heading_page(language), "run: katalog schema"


@pytest.mark.parametrize("language", settings_pages.FILES)
def test_the_page_of_settings_is_up_to_date(language: str) -> None:
    written = (ROOT / "docs" / language / settings_pages.FILES[language]).read_text(encoding="utf-8")
    assert written == settings_page(editor_phrases(language)), "run: katalog schema"


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_to_editors_avoid_jargon(language: str) -> None:
    text = (PACKAGE / "locale" / "editor" / f"{language}.po").read_text(encoding="utf-8")
    words = {
        "da": r"\b(invalid|ugyldig|front matter|frontmatter|error|string|parse|linket er broken|default)\b",
        "sv": r"\b(invalid|ogiltig\w*|front matter|frontmatter|error|string|parsa|default|rekord)\b",
        "en": r"\b(invalid|illegal|malformed|parse error)\b",
    }[language]
    messages = re.sub(r"^msgid .*$", "", text, flags=re.MULTILINE)
    assert re.findall(words, messages, re.IGNORECASE) == []


def test_the_sites_own_phrases_are_no_problems() -> None:
    assert "text.alert.note" in site_phrases("da")


ABOUT_MORE = {"date.too-long", "date.skipped-time", "date.doubled-time"}
"""Faults that the example only hints at, or that a date has in one place only."""
OF_DATES = [
    each
    for each in kinds_by_subject()["dates"]
    if each.bad.startswith("when: ") and each.code not in ABOUT_MORE
]


@pytest.mark.parametrize("kind", OF_DATES, ids=lambda kind: kind.code)
def test_an_example_of_a_date_shows_its_own_fault(kind: ProblemKind) -> None:
    with pytest.raises(InvalidValueError) as raised:
        read_when(kind.bad.removeprefix("when: ").strip('"'), "da")
    assert raised.value.code == kind.code
    for good in re.findall(r"when: (.+)", kind.good):
        read_when(good, "da")
