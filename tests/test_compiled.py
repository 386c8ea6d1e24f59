"""Templates are kept compiled, and what is kept counts only for what it was made of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from katalog.compiled import Compiled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(text: str, **settings: bool) -> str:
    environment = Environment(loader=DictLoader({"a": text}), bytecode_cache=Compiled(), **settings)  # type: ignore[arg-type]  # noqa: S701 - no HTML
    return environment.get_template("a").render(x=2)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("template-*.jinja"))


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered("{{ x }}") == "2"
    assert len(kept(tmp_path)) == 1
    monkeypatch.setattr(Environment, "_parse", None)
    assert rendered("{{ x }}") == "2"


def test_another_text_or_another_setting_is_compiled_anew(tmp_path: Path) -> None:
    assert rendered("{% if x %}\n{{ x }}{% endif %}") == "\n2"
    assert rendered("{% if x %}\n{{ x }}{% endif %}", trim_blocks=True) == "2"
    assert rendered("{% if x %}\n{{ x + 1 }}{% endif %}", trim_blocks=True) == "3"
    assert len(kept(tmp_path)) == 1


def test_half_a_file_is_compiled_anew(tmp_path: Path) -> None:
    rendered("{{ x }}")
    [file] = kept(tmp_path)
    file.write_bytes(file.read_bytes()[:-9])
    assert rendered("{{ x }}") == "2"
