"""Our templates escape everything, stop at what is not there, and link from the page that is rendered."""

from pathlib import Path
from typing import NamedTuple

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from katalog.html import THEME
from katalog.html.renderer import Renderer, SiteInfo, json_for_script, template_environment
from katalog.i18n.phrases import site_phrases
from katalog.schema.annotations import LangText
from katalog.views.page import Page
from katalog.views.reader import Link

LINK = Link(title=LangText("<Kurs>", "sv"), address="kurser/a/")


class View(NamedTuple):
    """What the template of a test is given."""

    link: Link = LINK
    text: str = "<b>&\"'"


def filled(folder: Path, template: str, *addresses: str) -> list[str]:
    """Return the body of a Danish page at each address, rendered with `template`."""
    (folder / "x.html").write_text(template)
    renderer = Renderer(
        [folder, THEME / "katalog"], SiteInfo({"da": "Katalog"}, "", {}), {"da": site_phrases("da")}
    )
    pages = [Page(each, "courses", "da", "Kursus", "x.html", View(), {}) for each in addresses]
    return [renderer.slots(page)["body"] for page in pages]


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ view.text }}", "&lt;b&gt;&amp;&#34;&#39;"),
        ("{{ view.text | words }}", "&lt;b&gt;&amp;&#34;&#39;"),
        ("{{ view.link.title | words }}", '<span lang="sv">&lt;Kurs&gt;</span>'),
        ("<p{{ view.link.title | lang }}>", '<p lang="sv">'),
        ("<p{{ view.text | lang }}>", "<p>"),
        ("{{ [view.text, view.link.title] | listed('<') }}",
         '&lt;b&gt;&amp;&#34;&#39;&lt;<span lang="sv">&lt;Kurs&gt;</span>'),
        ("{{ view.link | link }}", '<a href="a/" lang="sv">&lt;Kurs&gt;</a>'),
        ("{{ '\"<' | href }}", "../&#34;&lt;"),
    ],
)  # fmt: skip
def test_a_filter_returns_html(tmp_path: Path, template: str, html: str) -> None:
    assert filled(tmp_path, template, "kurser/") == [html]


def test_a_constant_address_is_a_link_from_each_page(tmp_path: Path) -> None:
    """Jinja would apply a filter to a constant once for all pages, were it not told otherwise."""
    links = filled(tmp_path, "{{ 'emner/' | href }}", "kurser/", "kurser/a/", "")
    assert links == ["../emner/", "../../emner/", "emner/"]


def test_a_template_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    assert [filled(tmp_path, text, "kurser/") for text in ("En", "To")] == [["En"], ["To"]]


@pytest.mark.parametrize(
    "template",
    ["{{ missing }}", "{{ x.missing }}", "{% for each in missing %}{% endfor %}", "{{ missing() }}"],
)
def test_a_name_that_is_not_there_is_a_bug(template: str) -> None:
    environment = template_environment(DictLoader({"x": template}), {})
    with pytest.raises(UndefinedError):
        environment.get_template("x").render(x=View())


def test_a_macro_returns_html() -> None:
    environment = template_environment(
        DictLoader({"x": "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}{{ bold(a) }}{{ bold(b) }}"}),
        {},
    )
    assert environment.get_template("x").render(a="<", b=Markup("<i>")) == "<b>&lt;</b><b><i></b>"


def test_json_in_a_script_cannot_end_it() -> None:
    assert json_for_script("</script>&") == '"\\u003c/script\\u003e\\u0026"'
