"""Our templates' plainer code writes what Jinja's own does, and still refuses names that are not there."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.exceptions import TemplateAssertionError
from markupsafe import Markup

from katalog.schema.scalars import Words
from katalog.templates import Templates


class Thing(NamedTuple):
    """What a template is given."""

    name: str
    parts: tuple[str, ...] = ()


SOURCES = {
    "macros": "{% macro bold(text, mark='!') %}<b>{{ text }}{{ mark }}</b>{% endmacro %}",
    "text": "<p title='{{ thing.name }}'>{{ thing.name }}</p>{{ 7 }}{{ none }}",
    "markup": "{{ safe }}{{ ', ' ~ safe ~ thing.name }}",
    "words": "{{ words }}",
    "condition": "{{ '<' if thing.parts }}{{ 'x' if thing.name else thing.parts }}{{ words if not thing }}",
    "defined": "{{ thing.name is defined }}{{ thing.nothing is defined }}{{ nothing is defined }}",
    "loop": "{% for part in thing.parts %}{{ part }}{{ ', ' if not loop.last }}{% endfor %}",
    "call": "{{ double(thing.name) }}{{ double(thing.name, times=3) }}{{ thing.parts | join(' ') }}",
    "macro": "{% import 'macros' as m %}{{ m.bold(thing.name) }}{{ 'x' ~ m.bold(safe, mark='?') }}",
    "own": "{% macro of(a, b='') %}{{ a }}{{ b or words }}{% endmacro %}{{ of('&') }}{{ of(safe, safe) }}",
}


def double(text: str, times: int = 2) -> str:
    return text * times


NAMES = {
    "thing": Thing("<a & 'b'>", ("<", "&")),
    "safe": Markup("<i>ok</i>"),
    "words": Words("<æ>", "da"),
    "double": double,
}


@pytest.mark.parametrize("name", SOURCES)
def test_the_same_text_as_jinjas_own_code(name: str) -> None:
    loader = DictLoader(SOURCES)
    own = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    assert Templates(loader).get_template(name).render(NAMES) == own.get_template(name).render(NAMES)


@pytest.mark.parametrize("source", ["{{ missing }}", "{{ missing.part }}", "{{ missing() }}"])
def test_a_name_that_is_not_there_is_a_bug(source: str) -> None:
    with pytest.raises(UndefinedError):
        Templates(DictLoader({"x": source})).get_template("x").render()


def test_an_attribute_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(AttributeError):
        Templates(DictLoader({"x": "{{ thing.nothing }}"})).get_template("x").render(NAMES)


def test_a_block_given_to_a_macro_is_refused() -> None:
    with pytest.raises(TemplateAssertionError):
        Templates(DictLoader(SOURCES | {"x": "{% call double() %}{% endcall %}"})).get_template("x")
