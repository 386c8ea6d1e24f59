"""`katalog edit`: the form over the folder on this machine, with what is wrong and the pages beside it."""

import argparse
import json
import re
import secrets
import subprocess
import sys
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import Any

from katalog.catalogue.addresses import addresses
from katalog.cli.extensions import load_extensions
from katalog.cli.listening import HOST, free_port, server
from katalog.cli.refuse import project_root
from katalog.form.backend import folder_backend
from katalog.form.config import LANGUAGES, form
from katalog.form_server.access import Access
from katalog.form_server.app import FormServer
from katalog.form_server.repository import repository_name
from katalog.i18n.phrases import Phrases, editor_phrases, site_phrases
from katalog.inspection import Inspection, inspect
from katalog.problems.report import counts_of, format_text, line_of
from katalog.process_environment import Configuration, configuration
from katalog.publishing.scratch import keep, read_kept

_KEPT_AS = "form-token"
"""Under this name the secret of the form's address is kept in `.katalog/`."""


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Serve on the loopback address until stopped; 2 where there is no project, 1 with wrong settings."""
    root = project_root(phrases)
    found, problems = configuration(root)
    if found is None:
        print(format_text(problems, phrases), end="", file=sys.stderr)
        return 1
    language = phrases.language if phrases.language in LANGUAGES else LANGUAGES[0]
    if options.configuration:
        backend = folder_backend(repository_name(root), "")
        print(json.dumps(form(found.settings, language, backend)["config"], ensure_ascii=False, indent=2))
        return 0
    with TemporaryDirectory(prefix="katalog-", ignore_cleanup_errors=True) as folder:
        return _serve(EditingSession(root, found, Path(folder) / "site"), language, options, phrases)


def _serve(session: "EditingSession", language: str, options: argparse.Namespace, phrases: Phrases) -> int:
    port = options.port or free_port()
    access = Access(token(session.root), port)
    address = f"http://{HOST}:{port}/{access.token}/{language}/"
    with server(port, session.server(access)) as serving:
        print(phrases("edit.running", address=address), flush=True)
        if not options.no_browser:
            webbrowser.open(address)
        session.changed()
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


def token(root: Path) -> str:
    """Return the secret of the address: the same each time, so that an open page works after a new start."""
    kept = read_kept(root, _KEPT_AS).decode("ascii", "replace")
    if re.fullmatch(r"[\w-]{32}", kept):
        return kept
    token = secrets.token_urlsafe(24)
    keep(root, _KEPT_AS, token.encode(), mode=0o600)
    return token


class EditingSession:
    """How the project stands: what is wrong with it, and whether its pages are built anew."""

    def __init__(self, root: Path, found: Configuration, preview: Path) -> None:
        self.root = root
        self._preview = preview
        self._found = found
        self._revision = 0
        self._last: frozenset[str] = frozenset()
        self._seen: tuple[int, Inspection | None] = (-1, None)
        self._built = 0
        self._building = ""
        self._lock = Lock()

    def server(self, access: Access) -> FormServer:
        """Return the form's server over the project."""
        return FormServer(access, self.root, self._found.settings, self.state, self.changed, self._preview)

    def changed(self, paths: Iterable[str] = ()) -> None:
        """Note which files changed, and build the pages anew."""
        with self._lock:
            self._revision += 1
            self._last = frozenset(paths)
            running, self._building = self._building, "building"
        if running != "building":
            Thread(target=self._build, daemon=True).start()

    def _build(self) -> None:
        """Build until what is built is what there is."""
        while True:
            revision = self._revision
            command = [sys.executable, "-m", "katalog", "build", "--site-dir", str(self._preview)]
            done = subprocess.run(command, cwd=self.root, capture_output=True, check=False)  # noqa: S603 - our own words
            with self._lock:
                if done.returncode == 0:
                    self._built = revision
                if revision == self._revision:
                    self._building = "built" if done.returncode == 0 else "stopped"
                    return

    def state(self, language: str) -> dict[str, Any]:
        """Return what is wrong in a language, first in what was saved last, and how the building goes."""
        phrases, found = editor_phrases(language), self._inspection()
        own = [each for each in found.problems if each.path in self._last]
        return {
            "revision": self._seen[0],
            "summary": counts_of(found.problems, phrases),
            "own": [line_of(each, phrases) for each in own],
            "own_summary": phrases(f"form.workbench.own-{'wrong' if own else 'right'}") if self._last else "",
            "problems": [line_of(each, phrases) for each in found.problems if each not in own],
            "built": self._built,
            "page": self._page(found),
            "preview": phrases(f"form.workbench.{self._building or 'building'}"),
        }

    def _page(self, found: Inspection) -> str:
        """Return the address of the page of what was saved last, in its language: the original's first."""
        entries = found.catalogue.by_path
        for path in sorted(self._last & entries.keys(), key=lambda path: (path.count("."), path)):
            entry = entries[path]
            tag = path.removesuffix(".md").partition(".")[2] or entry.record.language
            if where := addresses(self._found.settings, site_phrases).get(tag):
                return where.record(entry)
        return ""

    def _inspection(self) -> Inspection:
        revision, (seen, found) = self._revision, self._seen
        if found is None or seen != revision:
            load_extensions(self.root)
            found = inspect(self.root, self._found.settings, self._found.today)
            self._seen = (revision, found)
        return found
