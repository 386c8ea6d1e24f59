"""The site that the guides speak of: as `katalog init` begins it, and `katalog edit` over it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from katalog.i18n.phrases import editor_phrases
from katalog.new_site import Answers, SiteLanguage, site_files

NAMES = {"da": "Dansk", "sv": "Svenska"}
TODAY = date(2027, 11, 22)


def begin(project: Path, *languages: str, settings: str = "") -> None:
    """Write a new site in some languages, the first at its root; `settings` are more of `extra.katalog`."""
    spoken = tuple(SiteLanguage(tag, NAMES[tag]) for tag in languages)
    answers = Answers("Kurser", "", "Biblioteket", spoken, "DK", "Europe/Copenhagen", TODAY, "", "0")
    for path, text in site_files(answers, editor_phrases(languages[0])):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        whole = text.replace("\nextra:\n  katalog:\n", f"\nextra:\n  katalog:\n{settings}")
        (project / path).write_text(whole, "utf-8")


@contextmanager
def edited(project: Path, language: str) -> Iterator[str]:
    """Run `katalog edit` over a site; yields the address of its page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "katalog", "edit", "--no-browser", "--language", language]
    environment = os.environ | {"KATALOG_TODAY": TODAY.isoformat()}
    with subprocess.Popen(
        [*command, "--port", str(port)], cwd=project, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            if found := re.search(r"http://\S+", said):
                yield found[0]
        finally:
            process.terminate()
