"""A warning of MkDocs' own, which a plugin or a template makes, is introduced in the editor's language."""

from pathlib import Path

import pytest

from tests.e2e.quick_build import BINDING, quick_build, write_project
from tests.e2e.sites import TODAY

WARNING = """
import logging
def on_pre_build(config):
    logging.getLogger("mkdocs.plugins.other").warning("Something is %s", "odd")
"""
WORDS = {
    "da": "En skabelon eller en udvidelse fik MkDocs til at advare, og en streng bygning udgiver da intet",
    "sv": "En mall eller ett insticksprogram fick MkDocs att varna, och ett strikt bygge publicerar då inget",
}


@pytest.mark.parametrize("language", WORDS)
def test_a_warning_is_introduced(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATALOG_TODAY", TODAY)
    monkeypatch.setenv("KATALOG_LANGUAGE", language)
    write_project(
        tmp_path,
        {"content/da/om.md": b"---\ntitle: Om\n---\n", "hooks/main.py": (BINDING + WARNING).encode()},
    )
    built = quick_build(tmp_path)
    assert not built.done
    assert built.warnings == (f"{WORDS[language]}: Something is odd",)
    assert not (tmp_path / "site").exists()
