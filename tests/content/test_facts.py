"""Every fact of the source documents is on its record's page, in both languages (facts.tsv)."""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.e2e.sites import Built

TOPICS = {"emner", "amnen"}  # a topic may have the name of a course
TABLE = Path(__file__).parent / "facts.tsv"


class Fact(NamedTuple):
    """What a source says, and the words that say it on the page of `record`."""

    fact: str
    source: str
    record: str
    da: str
    sv: str


def facts() -> list[Fact]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Fact(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def plain(text: str) -> str:
    """Fold white space, no-break spaces included."""
    return re.sub(r"\s+", " ", text)


@cache
def words(page: Path) -> str:
    body = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("#k-content")
    assert body, page
    return plain(body.text(separator=" ")) + plain(body.text())


@cache
def page_of(site: Path, record: str, language: str) -> Path:
    found = [
        page
        for page in sorted(site.rglob(f"{record}/index.html"))
        if (page.relative_to(site).parts[0] == "sv") == (language == "sv")
        and page.parent.parent.name not in TOPICS
    ]
    assert found, f"{record} has no page in {language}"
    return found[0]


def test_the_table_covers_all_five_documents() -> None:
    assert len(facts()) >= 120
    assert {fact.source for fact in facts()} >= {"000", "001", "002", "003", "004"}


@pytest.mark.parametrize("language", ["da", "sv"])
def test_every_fact_is_shown(language: str, shipped: Built) -> None:
    missing = [
        f"{fact.source} {fact.record}: {fact.fact}: {getattr(fact, language)!r}"
        for fact in facts()
        if plain(getattr(fact, language)) not in words(page_of(shipped.site, fact.record, language))
    ]
    assert not missing, f"{len(missing)} facts:\n" + "\n".join(missing)


@pytest.mark.parametrize("prefix", ["", "sv/"])
def test_the_destroyed_address_is_nowhere(prefix: str, shipped: Built) -> None:
    assert not any(
        "email&#160;protected" in p.read_text("utf-8") or "[email" in p.read_text("utf-8")
        for p in shipped.site.rglob("*.html")
    )
    page = words(shipped.site / prefix / "kontakt/lone-engel-westphall/index.html")
    assert "24 78 23 93" in page
