"""`katalog site`: the site on this machine, built anew at every change."""

import argparse
import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread
from urllib.parse import urlsplit

from katalog.building.build import Build
from katalog.cli.extensions import load_extensions
from katalog.cli.listening import HOST, free_port, is_free, server
from katalog.cli.refuse import project_root
from katalog.i18n.phrases import Phrases
from katalog.preview.app import PreviewApp
from katalog.preview.loop import Loop
from katalog.preview.session import Session
from katalog.preview.status import StatusChannel
from katalog.preview.watcher import Watcher
from katalog.process_environment import SETTINGS_FILE
from katalog.publishing.scratch import scratch_folder
from katalog.settings.settings_file import read_settings_file

SITE = "preview"
"""The folder in `.katalog/` that holds the pages of the preview."""


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Serve on the loopback address until stopped; 2 where there is no project, 1 where the port is taken."""
    root = project_root(phrases)
    port = options.port or free_port()
    if not is_free(port):
        print(phrases("cli.port-taken", port=port), file=sys.stderr)
        return 1
    try:
        _serve(root, port, phrases, _Interrupt())
        return _begin_again(port, phrases.language)
    except KeyboardInterrupt:
        return 0


class _Interrupt:
    """Ctrl+C, or the end that another program asks for: an exception at once, and again where Python lost it.

    What is raised while an object is being cleared away ends nothing.
    """

    def __init__(self) -> None:
        self._came = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def check(self) -> None:
        """Raise `KeyboardInterrupt` if it was asked for."""
        if self._came:
            raise KeyboardInterrupt

    def _note(self, _number: int, _frame: object) -> None:
        self._came = True
        raise KeyboardInterrupt


def _serve(root: Path, port: int, phrases: Phrases, interrupt: _Interrupt) -> None:
    """Serve and build until the site's own program is another."""
    mount = urlsplit(read_settings_file(root, SETTINGS_FILE).text_of("site_url") or "").path.rstrip("/") + "/"
    address, lock = f"http://{HOST}:{port}{mount}", Lock()
    site = (scratch_folder(root) or Path(mkdtemp(prefix="katalog-"))) / SITE
    channel, watcher = StatusChannel(secrets.token_urlsafe(6)), Watcher(root, interrupt.check)
    load_extensions(root)
    session = Session(root, site, address, _render_theme, lock)
    with server(port, PreviewApp(port, site, mount, lock, channel, phrases)) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        watcher.start()
        print(phrases("preview.running", address=address), flush=True)
        try:
            Loop(session, watcher, channel, phrases, _say).run(root)
        finally:
            watcher.stop()
            serving.shutdown()
            session.close()


def _render_theme(build: Build) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's advertisement of another generator
    from katalog.adapter.theme_run import render_theme

    render_theme(build)
    load_extensions(build.root)  # MkDocs has loaded the site's own program too, under another name


def _say(text: str) -> None:
    if text:
        print(text, flush=True)


def _begin_again(port: int, language: str) -> int:
    """Go on in a new process, which reads the site's own program anew; Windows cannot exchange this one."""
    command = [sys.executable, "-m", "katalog", "site", "--port", str(port), "--language", language]
    if os.name != "nt":
        os.execv(sys.executable, command)  # noqa: S606 - our own words
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own words
