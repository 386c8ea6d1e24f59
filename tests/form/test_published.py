"""The form that a site publishes: where it stands, where it stores records, and what its page may reach."""

import json
from typing import Any

import pytest

from katalog.form.backend import backend, hosts
from katalog.form.published import published_form
from katalog.settings import read_settings
from katalog.settings.form import FormSetting
from tests.support import SETTINGS

GITHUB = {"service": "github", "repository": "skovby/katalog"}
OWN = "https://git.skovby.example"


def setting(**written: Any) -> FormSetting:
    found = read_settings(SETTINGS | {"form": written}).form
    assert found
    return found


def files(written: dict[str, Any], **more: Any) -> dict[str, bytes]:
    found = list(published_form(read_settings({**SETTINGS, "form": written, **more})))
    assert len(found) == len(dict(found))
    return dict(found)


def test_a_site_without_the_setting_publishes_no_form() -> None:
    assert list(published_form(read_settings(SETTINGS))) == []


def test_the_page_stands_at_its_address_with_all_it_needs() -> None:
    found = files(GITHUB)
    assert {"rediger/", "rediger/form.da.json", "rediger/form.sv.json", "rediger/vendor.js"} <= found.keys()
    assert all(address.startswith("rediger/") for address in found)
    assert b'data-languages="da sv"' in found["rediger/"]
    assert b"data-files" not in found["rediger/"]


def test_the_address_is_the_sites_to_choose() -> None:
    assert "til/redaktion/" in files({**GITHUB, "address": "/til/redaktion/"})


def test_a_site_in_other_languages_has_the_form_in_one() -> None:
    english = {
        "languages": [{"tag": "en", "name": "English"}],
        "site_name": {"en": "Catalogue"},
        "fields": [],
    }
    found = files(GITHUB, **english)
    assert "rediger/form.da.json" in found
    assert "rediger/form.sv.json" not in found


@pytest.mark.parametrize(
    ("written", "stored", "reached"),
    [
        (
            GITHUB,
            {"name": "github", "api_root": "https://api.github.com", "auth_methods": ["token"]},
            ("https://api.github.com", "https://github.com"),
        ),
        (
            {**GITHUB, "sign_in": f"{OWN}/login"},
            {"name": "github", "api_root": "https://api.github.com", "base_url": f"{OWN}/login"},
            ("https://api.github.com", "https://github.com", OWN),
        ),
        (
            {**GITHUB, "server": f"{OWN}/"},
            {"name": "github", "api_root": f"{OWN}/api/v3", "auth_methods": ["token"]},
            (OWN,),
        ),
        (
            {**GITHUB, "service": "gitlab", "app_id": "12ab", "branch": "main"},
            {
                "name": "gitlab",
                "api_root": "https://gitlab.com/api/v4",
                "base_url": "https://gitlab.com",
                "branch": "main",
                "app_id": "12ab",
                "auth_type": "pkce",
            },
            ("https://gitlab.com",),
        ),
        (
            {**GITHUB, "service": "gitea", "server": OWN},
            {"name": "gitea", "api_root": f"{OWN}/api/v1", "base_url": OWN, "auth_methods": ["token"]},
            (OWN,),
        ),
    ],
)
def test_records_are_stored_where_the_site_says(
    written: dict[str, Any], stored: dict[str, Any], reached: tuple[str, ...]
) -> None:
    made = setting(**written)
    assert backend(made) == {"repo": "skovby/katalog"} | stored
    assert hosts(made) == reached
    assert (
        f"connect-src &#39;self&#39; blob: data: {' '.join(reached)};" in files(written)["rediger/"].decode()
    )


@pytest.mark.parametrize(("review", "mode"), [("yes", "editorial_workflow"), ("no", "simple")])
def test_what_is_saved_is_a_proposal_where_the_site_says_so(review: str, mode: str) -> None:
    found = json.loads(files({**GITHUB, "review": review})["rediger/form.da.json"])
    assert found["config"]["publish_mode"] == mode


def test_in_a_folder_of_ones_own_nothing_is_a_proposal() -> None:
    from katalog.form.backend import folder_backend
    from katalog.form.config import form

    settings = read_settings(SETTINGS | {"form": {**GITHUB, "review": "yes"}})
    assert form(settings, "da", folder_backend("katalog/x", ""))["config"]["publish_mode"] == "simple"
