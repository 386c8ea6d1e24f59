"""The catalogues of phrases: the same ids, the same braces and a text for each, in every language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from katalog.i18n import phrases as i18n
from katalog.i18n.phrases import LOCALES, clear_phrases, editor_phrases, site_phrases

PACKAGE = LOCALES.parent
TEMPLATES = PACKAGE / "theme"
LANGUAGES = ("da", "sv", "en")
BRACES = re.compile(r"\{(\w+)\}")
IN_TEMPLATE = re.compile(r"""\b(?:t|phrases)(?:\.count)?\(\s*['"]([a-z0-9.-]+)['"]""")


def messages(path: Path) -> dict[str, list[str]]:
    """Read a catalogue: the forms of each message by its id."""
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return {
        str(each.id if isinstance(each.id, str) else each.id[0]): (
            [each.string] if isinstance(each.string, str) else list(each.string)
        )
        for each in catalogue
        if each.id
    }


@pytest.mark.parametrize("folder", [LOCALES, LOCALES / "editor"])
@pytest.mark.parametrize("language", ["sv", "en", "nb"])
def test_every_language_says_the_same(folder: Path, language: str) -> None:
    if language == "nb":  # read by editors in Danish
        folder = LOCALES
    danish, other = messages(folder / "da.po"), messages(folder / f"{language}.po")
    assert danish.keys() == other.keys()
    for id_, forms in danish.items():
        assert all(forms), id_
        assert all(other[id_]), id_
        assert set(BRACES.findall(" ".join(forms))) == set(BRACES.findall(" ".join(other[id_]))), id_


def test_templates_ask_for_phrases_there_are() -> None:
    phrases = site_phrases("da")
    asked = {
        (file.name, id_)
        for file in TEMPLATES.rglob("*.html")
        for id_ in IN_TEMPLATE.findall(file.read_text(encoding="utf-8"))
    }
    assert len(asked) > 50
    assert not [each for each in sorted(asked) if each[1] not in phrases and not each[1].endswith(".")]


def test_modules_ask_for_phrases_there_are() -> None:
    site, editor = site_phrases("da"), editor_phrases("da")
    asked = {
        (file.name, node.args[0].value)
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        if "phrases" in ast.unparse(node.func)
        if isinstance(node.args[0].value, str)
        if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", node.args[0].value)
    }
    assert len(asked) > 30
    assert not [each for each in sorted(asked) if each[1] not in site and each[1] not in editor]


def test_an_unknown_phrase_is_a_bug() -> None:
    with pytest.raises(KeyError):
        site_phrases("da")("no.such.phrase")
    with pytest.raises(KeyError):
        site_phrases("da").count("no.such.phrase", 2)


PO = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n!=1;\\n"\n\nmsgid "a.b"\nmsgstr "{}"\n'


@pytest.fixture
def _own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One catalogue in a folder of its own."""
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    (tmp_path / "da.po").write_text(PO.format("Kurser"), encoding="utf-8")
    clear_phrases()
    yield
    clear_phrases()


def said() -> str:
    clear_phrases()
    return site_phrases("da")("a.b")


@pytest.mark.usefixtures("_own_catalogue")
def test_a_preview_shows_an_edited_phrase(tmp_path: Path) -> None:
    for text in ("Kurser", "Forløb", "Kurser"):
        (tmp_path / "da.po").write_text(PO.format(text), encoding="utf-8")
        assert said() == text


@pytest.mark.usefixtures("_own_catalogue")
def test_phrases_of_readers_and_editors_are_apart(tmp_path: Path) -> None:
    (tmp_path / "editor").mkdir()
    (tmp_path / "editor" / "da.po").write_text(PO.format("Fejl"), encoding="utf-8")
    assert (said(), editor_phrases("da")("a.b")) == ("Kurser", "Fejl")


@pytest.mark.usefixtures("_own_catalogue")
def test_a_language_has_as_many_plural_forms_as_its_catalogue_says(tmp_path: Path) -> None:
    three = "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;"
    (tmp_path / "pl.po").write_text(
        f'msgid ""\nmsgstr "Plural-Forms: {three}\\n"\n\nmsgid "a.b"\nmsgid_plural "a.b"\n'
        'msgstr[0] "{n} kurs"\nmsgstr[1] "{n} kursy"\nmsgstr[2] "{n} kursów {where}"\n',
        encoding="utf-8",
    )
    phrases = site_phrases("pl")
    assert "a.b" in phrases
    assert [phrases.count("a.b", n, where="tu") for n in (1, 3, 5, 22)] == [
        "1 kurs", "3 kursy", "5 kursów tu", "22 kursy"
    ]  # fmt: skip


@pytest.mark.parametrize("folder", [LOCALES, LOCALES / "editor"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_catalogue_is_found(folder: Path, language: str) -> None:
    phrases = (site_phrases if folder == LOCALES else editor_phrases)(language)
    for id_, forms in messages(folder / f"{language}.po").items():
        names = dict.fromkeys(set(BRACES.findall("".join(forms))) - {"n"}, "x")
        if len(forms) == 1:
            assert phrases(id_) == forms[0]
        assert phrases.count(id_, 2, **names) == forms[-1].format(n=2, **names)


@pytest.mark.parametrize(
    ("language", "shown"), [("da", "13.201"), ("sv", "13\N{NO-BREAK SPACE}201"), ("en", "13,201")]
)
def test_counts_are_grouped_as_the_language_does(language: str, shown: str) -> None:
    assert site_phrases(language).count("count.courses", 13_201).startswith(f"{shown} ")
    assert site_phrases(language).count("count.courses", 999).startswith("999 ")


@pytest.mark.parametrize(
    ("language", "others"),
    [("sv", "samskabelse kursus uge mødegang tilmelding"), ("da", "samskapande anmälan vecka tillfälle")],
)
def test_examples_are_of_the_language(language: str, others: str) -> None:
    text = " ".join(
        form for forms in messages(LOCALES / "editor" / f"{language}.po").values() for form in forms
    )
    assert set(re.findall(r"\w+", text)) & set(others.split()) == set()
