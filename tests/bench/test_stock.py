from pathlib import Path

from bench.stock import inline, write_stock


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
