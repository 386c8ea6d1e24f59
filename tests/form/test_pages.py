"""The page that the form stands on: its policy, and that all it needs is beside it."""

import re
from hashlib import sha256

import pytest

from katalog.form.config import LANGUAGES
from katalog.form.pages import (
    assets,
    form_page,
    form_policy,
    published_assets,
    workbench_page,
    workbench_policy,
)

VENDOR = "5fd431c6eb0d726718ce9517b39a29c3eb1fcba80d4e2838302963f6d5d17e12"
"""What `tools/form` makes of the versions pinned there; docs/decisions/0025 says how it is renewed."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_stands_in_the_page(language: str) -> None:
    page = form_page([language], ["https://git.example"])
    assert f'content="{form_policy(["https://git.example"])}"'.replace("'", "&#39;") in page
    assert workbench_policy().replace("'", "&#39;") in workbench_page(language)


def test_the_form_speaks_to_its_own_host_and_where_records_are_stored_alone() -> None:
    directives = dict(each.split(" ", 1) for each in form_policy(["https://git.example"]).split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self'"
    assert directives["connect-src"] == "'self' blob: data: https://git.example"
    assert re.findall(r"https?:|\*|unsafe-eval", form_policy()) == []


def test_the_published_page_knows_no_folder() -> None:
    assert "data-stopped" not in form_page(["da"])
    assert "data-stopped" in form_page(["da"], over_folder=True)
    assert "noindex" in form_page(["da"])


def test_the_libraries_are_those_that_were_looked_at() -> None:
    assert sha256(assets()["vendor.js"].read_bytes()).hexdigest() == VENDOR


def test_every_library_brings_its_licence() -> None:
    licences = assets()["vendor.licences.txt"].read_text("utf-8")
    named = re.findall(r"^([@a-z/-]+) [\d.]+ \(", licences, re.MULTILINE)
    assert {"@sveltia/cms", "js-yaml", "immutable"} <= set(named)
    fonts = {name for name in assets() if name.endswith(".woff2")}
    for font in fonts:
        start = font.split("-latin-")[0]
        assert f"{start}.LICENSE.txt" in assets()
    assert len(fonts) == 3


def test_the_published_page_has_all_it_needs_and_no_more() -> None:
    names = {name for name, _ in published_assets()}
    assert {"form.js", "form.css", "record.js", "vendor.js"} <= names
    assert "workbench.js" not in names


def test_the_fonts_of_the_libraries_are_beside_them() -> None:
    vendor = assets()["vendor.js"].read_text("utf-8")
    named = set(re.findall(r"assets/[\w-]+\.woff2", vendor))
    assert named <= set(assets())
    assert "cdn.jsdelivr.net" not in vendor
