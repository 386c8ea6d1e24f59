"""The catalogues of phrases: the same ids, the same braces and a text for each, in every language."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from katalog.i18n import phrases as i18n
from katalog.i18n.phrases import LOCALES, editor_phrases, read_phrases_again, site_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_language_says_the_same(folder: Path, language: str) -> None:
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
    """One catalogue in a folder of its own, and nothing kept yet."""
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "da.po").write_text(PO.format("Kurser"), encoding="utf-8")
    read_phrases_again()
    yield
    read_phrases_again()


def said() -> str:
    read_phrases_again()
    return site_phrases("da")("a.b")


@pytest.mark.usefixtures("_own_catalogue")
def test_a_preview_shows_an_edited_phrase(tmp_path: Path) -> None:
    for text in ("Kurser", "Forløb", "Kurser"):
        (tmp_path / "da.po").write_text(PO.format(text), encoding="utf-8")
        assert said() == text


@pytest.mark.usefixtures("_own_catalogue")
def test_a_catalogue_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said() == "Kurser"
    monkeypatch.setattr(i18n, "_read", None)
    assert said() == "Kurser"


@pytest.mark.usefixtures("_own_catalogue")
def test_another_reader_reads_a_catalogue_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said() == "Kurser"
    read = i18n._read
    monkeypatch.setattr(i18n, "_read", lambda text: read(text.replace(b"Kurser", b"Seen")))
    monkeypatch.setattr(i18n, "_reader", lambda: b"another version of Babel or of this code")
    assert said() == "Seen"


@pytest.mark.usefixtures("_own_catalogue")
def test_damaged_phrases_are_read_anew(tmp_path: Path) -> None:
    assert said() == "Kurser"
    [file] = (tmp_path / "kept").rglob("phrases-*")
    whole = file.read_bytes()
    for damaged in (b"", whole[:-3], whole.replace(b"Kurser", b"Kurset")):
        file.write_bytes(damaged)
        assert said() == "Kurser"
        assert file.read_bytes() == whole


@pytest.mark.usefixtures("_own_catalogue")
def test_catalogues_of_readers_and_editors_are_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "editor").mkdir()
    (tmp_path / "editor" / "da.po").write_text(PO.format("Fejl"), encoding="utf-8")
    assert said() == "Kurser"
    assert editor_phrases("da")("a.b") == "Fejl"
    assert len([*(tmp_path / "kept").rglob("phrases-*")]) == 2


@pytest.mark.parametrize("folder", [LOCALES, LOCALES / "editor"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_is_what_was_read(
    folder: Path, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = folder / f"{language}.po"
    read = i18n._catalogue(path)
    monkeypatch.setattr(i18n, "_read", None)
    assert i18n._catalogue(path) == read
    assert {id_: list(forms) for id_, forms in read.forms.items()} == messages(path)


def test_babels_reader_waits_until_it_is_needed() -> None:
    code = "import sys, katalog.i18n.phrases; sys.exit('babel.messages' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=PACKAGE.parent)
