"""The pages of `katalog edit`, and what is beside them."""

import json
import re

import pytest

from katalog.form.pages import form_policy
from katalog.form_server.repository import repository_name
from tests.form_server.requests import HOST, TOKEN, Asker


@pytest.mark.parametrize(("language", "title"), [("da", "Rediger kataloget"), ("sv", "Redigera katalogen")])
def test_the_page_speaks_the_language_of_its_address(language: str, title: str, asker: Asker) -> None:
    body = asker.ask(f"/{TOKEN}/{language}/").body.decode()
    assert f'<html lang="{language}">' in body
    assert f"<h1>{title}</h1>" in body


def test_the_address_alone_leads_to_the_page(asker: Asker) -> None:
    answered = asker.ask(f"/{TOKEN}/")
    assert (answered.code, answered.headers["Location"]) == (302, f"/{TOKEN}/da/")


@pytest.mark.parametrize("path", ["da/", "da/form/"])
def test_the_pages_have_no_script_in_them_and_nothing_from_elsewhere(path: str, asker: Asker) -> None:
    body = asker.ask(f"/{TOKEN}/{path}").body.decode()
    assert re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", body) == []
    assert re.findall(r"""(?:src|href)="(?:https?:)?//""", body) == []


def test_the_form_knows_where_the_files_are(asker: Asker) -> None:
    answered = asker.ask(f"/{TOKEN}/sv/form/")
    assert "data-stopped=" in answered.body.decode()
    assert answered.headers["Content-Security-Policy"] == f"{form_policy()}; frame-ancestors 'self'"
    found = json.loads(asker.ask(f"/{TOKEN}/sv/form/form.sv.json").body)["config"]
    assert found["collections"][0]["label"] == "Kurser"
    assert found["backend"]["api_root"] == f"http://{HOST}/{TOKEN}/sv/form/api/v1"
    assert found["backend"]["repo"] == repository_name(asker.root)
    assert json.loads(asker.api("version", language="sv").body)["version"] >= "1.24"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("form.js", "text/javascript"), ("form.css", "text/css"), ("vendor.licences.txt", "text/plain")],
)
def test_the_pages_find_what_they_need(name: str, kind: str, asker: Asker) -> None:
    answered = asker.ask(f"/{TOKEN}/da/form/{name}")
    assert (answered.code, answered.headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")


@pytest.mark.parametrize(
    "path", ["da/form/../../../mkdocs.yml", "da/form/andet.js", "en/", "da/andet", "andet"]
)
def test_nothing_else_is_there(path: str, asker: Asker) -> None:
    assert asker.ask(f"/{TOKEN}/{path}").code == 404


def test_the_state_is_told_in_the_language_that_is_asked_for(asker: Asker) -> None:
    assert json.loads(asker.ask(f"/{TOKEN}/sv/state").body) == {"language": "sv"}


def test_a_head_has_no_body(asker: Asker) -> None:
    answered = asker.ask(f"/{TOKEN}/da/", "HEAD")
    assert (answered.code, answered.body) == (200, b"")
    assert int(answered.headers["Content-Length"]) > 0


@pytest.mark.parametrize("path", ["", "da/", "preview/index.html"])
def test_only_files_are_written(path: str, asker: Asker) -> None:
    assert asker.ask(f"/{TOKEN}/{path}", "POST", b"x").code == 405
