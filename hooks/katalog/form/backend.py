"""Where the published form stores records: a repository at GitHub, GitLab, Gitea or Forgejo."""

from typing import Any
from urllib.parse import urlsplit

from katalog.settings.form import FormSetting

_SERVERS = {"github": "https://github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
_API = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}
_GITHUB_API = "https://api.github.com"
FOLDER_OWNER, FOLDER_BRANCH = "katalog", "main"
"""The first part of a folder's name in the form, and the one branch that it has there."""


def backend(setting: FormSetting) -> dict[str, Any]:
    """Return the backend as Sveltia CMS has it (https://sveltiacms.app/en/docs/backends)."""
    found: dict[str, Any] = {"name": setting.service, "repo": setting.repository, "api_root": _api(setting)}
    if setting.branch:
        found["branch"] = setting.branch
    if setting.app_id:
        found["app_id"] = setting.app_id
    if setting.service != "github":
        found["base_url"] = _server(setting)
    elif setting.sign_in:
        found["base_url"] = setting.sign_in.rstrip("/")
    if setting.service == "gitlab" and setting.app_id:
        found["auth_type"] = "pkce"
    if not (setting.app_id or setting.sign_in):
        found["auth_methods"] = ["token"]
    return found


def folder_backend(name: str, api: str) -> dict[str, Any]:
    """Return the backend over a folder that `katalog edit` serves at `api`, as if it were one at Gitea."""
    where = {"repo": name, "branch": FOLDER_BRANCH, "base_url": api, "api_root": api}
    return {"name": "gitea", **where, "auth_methods": ["token"]}


def hosts(setting: FormSetting) -> tuple[str, ...]:
    """Return the origins that the form's page must reach."""
    addresses = (_api(setting), _server(setting), setting.sign_in)
    origins = ["{0.scheme}://{0.netloc}".format(urlsplit(each)) for each in addresses if each]
    return tuple(dict.fromkeys(origins))


def _server(setting: FormSetting) -> str:
    return (setting.server or _SERVERS[setting.service]).rstrip("/")


def _api(setting: FormSetting) -> str:
    if setting.service == "github" and not setting.server:
        return _GITHUB_API
    return _server(setting) + _API[setting.service]
