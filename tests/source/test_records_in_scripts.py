"""The example of docs/developers/records-in-scripts.md does what it shows."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from katalog.source import read_source

PAGE = Path(__file__).parents[2] / "docs/developers/records-in-scripts.md"


def test_the_example_reads_and_writes_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```python\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    (tmp_path / "courses").mkdir()
    good, bad = tmp_path / "courses/a.md", tmp_path / "courses/b.md"
    good.write_text("---\nlanguage: no\ntitle: Læsecirkler\n---\n\nTekst.\n", encoding="utf-8")
    bad.write_text("---\ntitle: Et: kursus\n---\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(dedent(example[1]), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == (
        "Læsecirkler stands in line 3\nleft alone: courses/b.md:2: yaml.colon-in-value\n"
    )
    assert good.read_text(encoding="utf-8") == (
        "---\nlanguage: no\ntitle: Læsecirkler\ntopics:\n  - laesning\n---\n\nTekst.\n"
    )
    source, problems = read_source("courses/a.md", good.read_bytes())
    assert (source and source.tree.data["topics"], problems) == (["laesning"], [])
