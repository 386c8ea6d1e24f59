"""Every class that a stylesheet names stands on a page: no style is kept for what is gone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from katalog.views.projects.timeline import LANES
from tests.golden import choices

THEME = Path(__file__).parents[2] / "hooks/katalog/theme"
OF_HAND_PAGES = {"admonition", "footnote", "k-num", "k-quote"}
OF_MATERIAL = {"md-dialog", "md-main__inner", "md-overlay"}
_WORD = re.compile(r"[\w-]+")
_NUMBERED = re.compile(r"(k-[a-z]+)(?:\{\{|' ~)")
"""The beginning of a class in a template, to which a number is put."""


def named_in(style: str) -> set[str]:
    plain = re.sub(r"/\*.*?\*/|url\([^)]*\)|\d*\.\d+\w*", "", style, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][\w-]*)", plain))


def sources() -> Iterator[str]:
    for path in [*THEME.rglob("*.html"), *THEME.rglob("*.js")]:
        yield path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the words of templates and scripts, and of frames, which have a class for each kind of page."""
    texts = choices.texts(tmp_path_factory.mktemp("site"))
    frames = (text for address, text in texts.items() if address.endswith(" head"))
    return {*LANES} | {word for text in (*sources(), *frames) for word in _WORD.findall(text)}


@pytest.mark.parametrize("name", ["katalog.css", "page-kinds.css", "print.css"])
def test_every_class_is_on_a_page(shown: set[str], name: str) -> None:
    numbered = "|".join({found for text in sources() for found in _NUMBERED.findall(text)})
    named = named_in((THEME / "assets" / name).read_text(encoding="utf-8")) - OF_HAND_PAGES - OF_MATERIAL
    assert [each for each in sorted(named - shown) if not re.fullmatch(rf"(?:{numbered})\d", each)] == []
