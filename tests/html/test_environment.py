"""Our templates' plainer code writes what Jinja's own does, and still refuses names that are not there."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import TemplateAssertionError
from markupsafe import Markup, escape

from katalog.html.environment import Templates
from katalog.schema.scalars import Words


class Thing(NamedTuple):
    """What a template is given."""

    name: str
    parts: tuple[str, ...] = ()


SOURCES = {
    "macros": "{% macro bold(text, mark='!') %}<b>{{ text }}{{ mark }}</b>{% endmacro %}",
    "text": "<p title='{{ thing.name }}'>{{ thing.name }}</p>{{ 7 }}{{ none }}{{ '<' }}{{ thing.parts[-1] }}",
    "markup": "{{ safe }}{{ ', ' ~ safe ~ thing.name }}{{ safe if thing else thing.name }}",
    "words": "{{ words }}",
    "condition": "{{ '<' if thing.parts }}{{ 'x' if thing.name else thing.parts }}{{ words if not thing }}",
    "defined": "{{ thing.name is defined }}{{ thing.nothing is defined }}",
    "loop": "{% for part in thing.parts %}{{ part }}{{ ', ' if not loop.last }}{% endfor %}",
    "loops": "{% for one in thing.parts[:1] %}{{ loop.first }}{{ loop.last }}{% endfor %}"
    "{% for none_at_all in () %}{{ loop.last }}{% endfor %}"
    "{% for part in thing.parts * 2 if part %}{{ loop.first }}{{ part }}{% endfor %}",
    "empty loop": "{% for part in () %}{{ part }}{% else %}{{ thing.name }}{% endfor %}"
    "{% for part in thing.parts %}{{ loop.last }}{% else %}none{% endfor %}",
    "call": "{{ double(thing.name) }}{{ double(thing.name, times=3) }}{{ ' '.join(thing.parts) }}",
    "macro": "{% import 'macros' as m %}{{ m.bold(thing.name) }}{{ 'x' ~ m.bold(safe, mark='?') }}",
    "own": "{% macro of(a, b='') %}{{ a }}{{ b or '<' }}{% endmacro %}{{ of('&') }}{{ of(safe, safe) }}",
    "macro as a value": "{% import 'macros' as m %}{% set kept = m.bold('&') %}{{ kept }}{{ m.bold(kept) }}",
    "later macro": "{% macro a(x) %}{{ b(x) if x }}{% endmacro %}"
    "{% macro b(x) %}{{ x }}{% endmacro %}{{ a('&') }}",
    "shadowed import": "{% import 'macros' as m %}"
    "{% macro of(m) %}{{ m.title() }}{% endmacro %}{{ of('<a>') }}",
    "filter": "{{ thing.name | tag }}{{ thing.name | tag or words }}{% set kept = safe | tag %}{{ kept }}",
    "set": "{% set a = thing.name %}"
    "{% for part in thing.parts %}{% set a = part %}{{ a }}{% endfor %}{{ a }}",
    "phrase": "{{ t('a.b') }}{{ double(t('a.b')) }}{{ t('a.' ~ 'b') }}{{ t('a.n', n=3) }}"
    "{{ t('a.b') ~ safe }}",
}


def double(text: str, times: int = 2) -> str:
    return text * times


def tag(text: str) -> Markup:
    return Markup("<i>{}</i>").format(text)


class Phrasebook:
    """Phrases as templates know them."""

    texts: ClassVar = {"a.b": "<a & 'b'>", "a.n": "{n} < 4"}
    html: ClassVar = {id_: str(escape(text)) for id_, text in texts.items()}

    def __call__(self, id_: str, **params: object) -> str:
        return self.texts[id_].format(**params)


NAMES = {
    "thing": Thing("<a & 'b'>", ("<", "&")),
    "safe": Markup("<i>ok</i>"),
    "words": Words("<æ>", "da"),
    "double": double,
    "t": Phrasebook(),
}


def templates(sources: dict[str, str]) -> Templates:
    return Templates(DictLoader(sources), {"tag": lambda text: str(tag(text))})


@pytest.mark.parametrize("name", SOURCES)
def test_the_same_text_as_jinjas_own_code(name: str) -> None:
    own = Environment(
        loader=DictLoader(SOURCES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    own.filters["tag"] = tag
    assert templates(SOURCES).page(name, NAMES) == own.get_template(name).render(NAMES)


@pytest.mark.parametrize(
    "source", ["{{ missing }}", "{{ missing.part }}", "{{ missing() }}", "{{ a }}{% set a = 1 %}"]
)
def test_a_name_that_is_not_there_is_a_bug(source: str) -> None:
    with pytest.raises(KeyError):
        templates({"x": source}).page("x", {})


def test_a_macro_called_without_its_argument_is_a_bug() -> None:
    with pytest.raises(TypeError):
        templates(SOURCES | {"x": "{% import 'macros' as m %}{{ m.bold() }}"}).page("x", {})


def test_an_attribute_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(AttributeError):
        templates({"x": "{{ thing.nothing }}"}).page("x", NAMES)


@pytest.mark.parametrize(
    "source",
    [
        "{% call double() %}{% endcall %}",
        "{{ double(*thing.parts) }}",
        "{% macro of() %}{{ thing }}{% endmacro %}",
        "{% macro of() %}{% for each in () %}{{ thing }}{% endfor %}{% endmacro %}",
        "{{ thing.parts | join(' ') }}",
        "{% from 'macros' import bold %}",
        "{% extends 'macros' %}",
        "{% if thing %}{% block a %}{% endblock %}{% endif %}",
    ],
)
def test_what_the_generator_does_not_know_is_refused(source: str) -> None:
    with pytest.raises(TemplateAssertionError):
        templates(SOURCES | {"x": source}).get_template("x")
