"""What is answered to a request (WSGI, PEP 3333): pages of the form, files of the project, how it stands."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias
from wsgiref.types import StartResponse, WSGIEnvironment

import msgspec

from katalog.form.backend import folder_backend
from katalog.form.config import LANGUAGES, form
from katalog.form.pages import as_json, assets, form_page, form_policy, workbench_page, workbench_policy
from katalog.form_server.access import WRITES, Access
from katalog.form_server.files import RefusedError
from katalog.form_server.repository import Repository, repository_name
from katalog.i18n.phrases import editor_phrases
from katalog.local_server.answer import PAGE, Answer, decoded, refused, type_of
from katalog.settings.model import Settings
from katalog.source.attachment_content import MAX_ATTACHMENT

State: TypeAlias = Callable[[str], dict[str, Any]]

_API = "form/api/v1/"
_LIMIT = 8 * MAX_ATTACHMENT
"""Bytes that one request may have: some attachments, which Base64 makes a third larger."""


class FormServer:
    """The form over one project; `state` tells in a language how the project stands.

    `changed` is called with the paths of the files that were changed; `preview` is the folder of the pages as
    they will be.
    """

    def __init__(
        self,
        access: Access,
        root: Path,
        settings: Settings,
        state: State,
        changed: Callable[[list[str]], None],
        preview: Path,
    ) -> None:
        self._access = access
        self._repository = Repository(root)
        self._name = repository_name(root)
        self._settings = settings
        self._state = state
        self._changed = changed
        self._preview = preview

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return self._answer(environ).send(environ, start)

    def _answer(self, environ: WSGIEnvironment) -> Answer:
        if refusal := self._access.refusal(environ):
            return refused(refusal)
        path = decoded(str(environ["PATH_INFO"])).removeprefix(f"/{self._access.token}/")
        try:
            if environ["REQUEST_METHOD"] in WRITES:
                return self._write(path, environ)
            return self._read(path, str(environ["HTTP_HOST"]))
        except RefusedError as error:
            return _refusal(error, path.partition("/")[0])

    def _read(self, path: str, host: str) -> Answer:
        first, _, rest = path.partition("/")
        if not path:
            return Answer(status="302 Found", location=f"/{self._access.token}/{LANGUAGES[0]}/")
        if first == "preview":
            return self._page_as_it_will_be(rest)
        if first in LANGUAGES:
            return self._in_language(first, rest, host)
        raise RefusedError("404 Not Found")

    def _in_language(self, language: str, path: str, host: str) -> Answer:
        match path:
            case "":
                return Answer(workbench_page(language).encode(), PAGE, workbench_policy())
            case "state":
                return _json(self._state(language))
            case "form/":
                return Answer(form_page([language], over_folder=True).encode(), PAGE, form_policy())
            case _ if path == f"form/form.{language}.json":
                api = f"http://{host}/{self._access.token}/{language}/{_API}"
                backend = folder_backend(self._name, api.rstrip("/"))
                return Answer(as_json(form(self._settings, language, backend)), "application/json")
            case _ if path.startswith(_API):
                return self._told(path.removeprefix(_API))
            case _:
                return _asset(path.removeprefix("form/"))

    def _told(self, path: str) -> Answer:
        if file := self._repository.attachment(path):
            return Answer(self._repository.files.read(file), type_of(file), "default-src 'none'; sandbox")
        return _json(self._repository.answer(path))

    def _write(self, path: str, environ: WSGIEnvironment) -> Answer:
        language, _, rest = path.partition("/")
        if language not in LANGUAGES or not rest.startswith(_API):
            raise RefusedError("405 Method Not Allowed")
        answer, paths = self._repository.change(rest.removeprefix(_API), _body(environ, _LIMIT))
        if paths:
            self._changed(paths)
        return _json(answer)

    def _page_as_it_will_be(self, path: str) -> Answer:
        place = self._preview / path
        place = place / "index.html" if path.endswith("/") or not path else place
        if not place.resolve().is_relative_to(self._preview.resolve()) or not place.is_file():
            raise RefusedError("404 Not Found")
        return Answer(place.read_bytes(), type_of(place.name), "")


def _refusal(error: RefusedError, language: str) -> Answer:
    """Return what is refused, and where somebody can do something about it what that is."""
    if not error.phrase or language not in LANGUAGES:
        return refused(error.status)
    message = editor_phrases(language)(error.phrase, **error.params)
    return msgspec.structs.replace(_json({"message": message}), status=error.status)


def _asset(name: str) -> Answer:
    if name not in assets():
        raise RefusedError("404 Not Found")
    return Answer(assets()[name].read_bytes(), type_of(name))


def _body(environ: WSGIEnvironment, limit: int) -> bytes:
    """Return what was sent: as much as was announced, and no more than `limit` bytes."""
    announced = str(environ.get("CONTENT_LENGTH") or "")
    if not announced.isdecimal():
        raise RefusedError("411 Length Required")
    if int(announced) > limit:
        raise RefusedError("413 Content Too Large")
    return bytes(environ["wsgi.input"].read(int(announced)))


def _json(value: Any) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode(), "application/json")
