"""What makes outputs of all sites: the same program, however it is found, is the same."""

from importlib.metadata import version
from pathlib import Path

import pytest

from katalog.incremental.fingerprint import engine_digest


def test_a_package_that_is_found_twice_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel that is built leaves what it knows of itself beside the code, which is on the path already."""
    before = engine_digest.__wrapped__()
    there = tmp_path / "Jinja2-copy.dist-info"
    there.mkdir()
    (there / "METADATA").write_text(f"Name: Jinja2\nVersion: {version('jinja2')}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert engine_digest.__wrapped__() == before
    (there / "METADATA").write_text("Name: Jinja2\nVersion: 0.1\n", encoding="utf-8")
    assert engine_digest.__wrapped__() != before
