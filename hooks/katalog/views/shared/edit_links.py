"""Where a file is edited and a new one begun at the host of the site's repository.

A host is known by its address for editing: GitHub's `…/edit/<branch>/`, GitLab's `…/-/edit/<branch>/`,
Gitea's and Forgejo's `…/_edit/<branch>/`.  Each opens a new file under a name; GitHub and Gitea fill it
in too.
"""

import re
from urllib.parse import quote, urlencode

from msgspec import Struct

from katalog.schema.entries import Entry
from katalog.settings.model import Settings
from katalog.views.reader import Reader

_EDIT = re.compile(r"(?P<repository>.+?)/(?P<edit>-/edit|_edit|edit)/(?P<branch>[^/?#]+)/(?P<folder>[^?#]*)")


class Host(Struct, frozen=True):
    """How a host has a new file begun: part of its path, the parameters of the name and of the text."""

    new: str
    file: str
    text: str = ""


_HOSTS = {
    "edit": Host("new", "filename", "value"),
    "-/edit": Host("-/new", "file_name"),
    "_edit": Host("_new", "filename", "value"),
}


def edit_address(settings: Settings, path: str) -> str:
    """Return where the file at `path` is edited; empty where the settings name no place."""
    base = settings.edit_url or ""
    return f"{base}{'' if base.endswith(('/', '=')) else '/'}{quote(path)}" if base else ""


def seen_path(reader: Reader, entry: Entry) -> str:
    """Return the file of the words that are seen: the translation's where there is one."""
    translation = reader.catalogue.translations.get((entry.id, reader.language))
    return translation.path if translation else entry.path


def new_course_address(reader: Reader) -> str:
    """Return where a course is begun in the reader's language; empty where the host is not known."""
    found = _EDIT.fullmatch(f"{(reader.settings.edit_url or '').rstrip('/')}/")
    if found is None:
        return ""
    host = _HOSTS[found["edit"]]
    folder = found["folder"].rstrip("/")
    path = f"{folder}/courses/" if folder else "courses/"
    named = {host.file: f"{path}{reader.phrases('record.new-course.id')}.md"}
    filled = (
        {host.text: reader.phrases("record.new-course.text", year=reader.today.year + 1)} if host.text else {}
    )
    return f"{found['repository']}/{host.new}/{found['branch']}?{urlencode(named | filled, quote_via=quote)}"
