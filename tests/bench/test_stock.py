from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config

from bench.compare import Cost, report
from bench.stock import SAME_MARKDOWN, inline, write_stock

if TYPE_CHECKING:
    from pathlib import Path


def test_every_record_has_a_page_in_each_language(tmp_path: Path) -> None:
    pages = write_stock(tmp_path, 20, 1)
    written = {path.relative_to(tmp_path / "pages") for path in (tmp_path / "pages").rglob("*.md")}
    assert len(written) == pages
    danish, swedish = (
        {path.relative_to(tag) for path in written if path.parts[0] == tag} for tag in ("da", "sv")
    )
    assert danish == swedish


def test_facts_stand_on_one_line() -> None:
    assert inline([{"when": "uge 11 2016", "agenda": ["a", "b"]}, "c"]) == "when uge 11 2016, agenda a; b; c"


def test_the_report_compares_medians() -> None:
    katalog = [Cost(1.0, 100.0, 0.5), Cost(2.0, 100.0, 0.5), Cost(9.0, 100.0, 0.5)]
    stock = [Cost(10.0, 80.0, 0.0)] * 3
    assert report({"katalog": katalog, "stock": stock}).endswith("0.200 of stock MkDocs' CPU time.")


def test_stock_reads_the_same_markdown_when_asked(tmp_path: Path) -> None:
    write_stock(tmp_path, 2, 1, SAME_MARKDOWN)
    settings = load_config(str(tmp_path / "mkdocs.yml"))
    assert {"footnotes", "admonition", "pymdownx.magiclink", "toc"} <= set(settings.markdown_extensions)
