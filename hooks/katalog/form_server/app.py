"""What is answered to a request (WSGI, PEP 3333): pages of the form, files of the project, how it stands."""

from __future__ import annotations

import json
from mimetypes import guess_type
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from katalog.form.backend import folder_backend
from katalog.form.config import LANGUAGES, form
from katalog.form.pages import as_json, assets, form_page, form_policy, workbench_page, workbench_policy
from katalog.form_server.access import WRITES, Access
from katalog.form_server.files import RefusedError
from katalog.form_server.repository import Repository, repository_name
from katalog.i18n.phrases import editor_phrases
from katalog.source.attachment_content import MAX_ATTACHMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TypeAlias
    from wsgiref.types import StartResponse, WSGIEnvironment

    from katalog.settings import Settings

    State: TypeAlias = Callable[[str], dict[str, Any]]

_PAGE = "text/html; charset=utf-8"
_API = "form/api/v1/"
_LIMIT = 8 * MAX_ATTACHMENT
"""Bytes that one request may have: some attachments, which Base64 makes a third larger."""
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


class Answer(Struct, frozen=True):
    """A body with its type; `policy` is the content security policy of a page."""

    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    policy: str = "default-src 'none'"
    status: str = "200 OK"
    location: str = ""


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
        answer = self._answer(environ)
        policy = f"{answer.policy}; frame-ancestors 'self'" if answer.policy else ""
        headers = [("Content-Type", answer.kind), ("Content-Length", str(len(answer.body))), *_HEADERS]
        headers += [("Content-Security-Policy", policy)] if policy else []
        headers += [("Location", answer.location)] if answer.location else []
        start(answer.status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def _answer(self, environ: WSGIEnvironment) -> Answer:
        if refusal := self._access.refusal(environ):
            return Answer(refusal.encode(), status=refusal)
        path = _decoded(str(environ["PATH_INFO"])).removeprefix(f"/{self._access.token}/")
        try:
            if environ["REQUEST_METHOD"] in WRITES:
                return self._write(path, environ)
            return self._read(path, str(environ["HTTP_HOST"]))
        except RefusedError as refused:
            return _refusal(refused, path.partition("/")[0])

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
                return Answer(workbench_page(language).encode(), _PAGE, workbench_policy())
            case "state":
                return _json(self._state(language))
            case "form/":
                return Answer(form_page([language], over_folder=True).encode(), _PAGE, form_policy())
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
            return Answer(self._repository.files.read(file), _type_of(file), "default-src 'none'; sandbox")
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
        return Answer(place.read_bytes(), _type_of(place.name), "")


def _refusal(refused: RefusedError, language: str) -> Answer:
    """Return what is refused, and where somebody can do something about it what that is."""
    if not refused.phrase or language not in LANGUAGES:
        return Answer(refused.status.encode(), status=refused.status)
    message = editor_phrases(language)(refused.phrase, **refused.params)
    return msgspec.structs.replace(_json({"message": message}), status=refused.status)


def _asset(name: str) -> Answer:
    if name not in assets():
        raise RefusedError("404 Not Found")
    return Answer(assets()[name].read_bytes(), _type_of(name))


def _decoded(path: str) -> str:
    """Return a path as UTF-8; WSGI hands it over as Latin-1."""
    return path.encode("latin-1", "replace").decode("utf-8", "replace")


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


def _type_of(name: str) -> str:
    kind = "text/javascript" if name.endswith(".js") else guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
