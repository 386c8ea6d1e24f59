"""The guides for editors, followed word by word: every command and every file that they have one write."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from katalog.diff import compare, report
from katalog.i18n.phrases import site_phrases
from tests.diff.test_diff import version
from tests.e2e.sites import REPOSITORY
from tests.new_site.conftest import OWN_VARIABLES, begin
from tests.support import SETTINGS

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MACHINE = {"da": "docs/da/egen-maskine.md", "sv": "docs/sv/egen-dator.md"}
BROWSER = {"da": "docs/da/webredigering.md", "sv": "docs/sv/webbredigering.md"}
MADE_BY_MAKE = ("venv .venv", "pip install")
MINUTES = 3


def blocks(name: str, kind: str) -> list[str]:
    text = (REPOSITORY / name).read_text("utf-8")
    return [found for language, found in BLOCK.findall(text) if language == kind]


def elsewhere(command: str) -> str:
    """Return a command of Windows as macOS and Linux have it."""
    return command.replace(".venv\\Scripts\\python", ".venv/bin/python").replace(
        "py -m venv", "python3 -m venv"
    )


@pytest.mark.parametrize("language", MACHINE)
def test_both_kinds_of_machine_are_told_the_same(language: str) -> None:
    windows, others = blocks(MACHINE[language], "powershell"), blocks(MACHINE[language], "sh")
    assert [elsewhere(each) for each in windows] == others


@pytest.mark.parametrize("language", MACHINE)
def test_as_many_commands_and_steps_as_the_guide_counts(language: str) -> None:
    text = (REPOSITORY / MACHINE[language]).read_text("utf-8")
    commands = sum(len(each.splitlines()) for each in blocks(MACHINE[language], "sh"))
    once = len(blocks(MACHINE[language], "sh")[0].splitlines())
    words = {"da": f"{commands} kommandoer, heraf {once}", "sv": f"{commands} kommandon, varav {once}"}
    assert words[language] in text
    assert len(re.findall(r"(?m)^## \d+\. ", text)) == 7


@pytest.mark.parametrize("language", BROWSER)
def test_as_many_steps_as_the_guide_of_the_browser_counts(language: str) -> None:
    text = (REPOSITORY / BROWSER[language]).read_text("utf-8")
    assert len(re.findall(r"(?m)^## \d+\. ", text)) == 8


@pytest.mark.parametrize("language", MACHINE)
def test_the_commands_lead_from_nothing_to_a_course_that_is_sent(
    site: Path, wheel: Path, tmp_path: Path, language: str
) -> None:
    other = {"da": "sv", "sv": "da"}[language]
    host = hosted(begin(tmp_path / "begun", f"{language},{other}", "Kurser", wheel), tmp_path / "host.git")
    fetch, begun, check, serve, send = (each.splitlines() for each in blocks(MACHINE[language], "sh"))
    made = [each for each in fetch if any(part in each for part in MADE_BY_MAKE)]
    assert [each.replace(".venv/bin/", "").replace("python3", "python") for each in made] == installing(site)
    address = "https://github.com/" + {"da": "EJER", "sv": "AGARE"}[language] + "/kurser.git"
    commands = [each.replace(address, str(host)) for each in fetch if each not in made]
    follow(tmp_path, *commands)
    kurser = tmp_path / "kurser"
    (kurser / ".venv").symlink_to(site / ".venv")
    follow(kurser, *begun)
    name = begun[0].split()[-1]
    assert (kurser / f"courses/{name}.md").is_file()
    (course,) = blocks(MACHINE[language], "markdown")
    (kurser / f"courses/{name}.md").write_text(course, "utf-8")
    said = follow(kurser, *check)
    assert {"da": "0 fejl", "sv": "0 fel"}[language] in said
    assert course.splitlines()[1].removeprefix("title: ") in served(kurser, serve[0], f"kurser/{name}/")
    assert re.search(r"(?m)^1 ny (side|sida)\.$", follow(kurser, *send))
    listed = follow(tmp_path, f"git -C {host} show --name-only --format= {name}")
    assert listed.split() == [f"courses/{name}.md"]


def hosted(project: Path, host: Path) -> Path:
    """Return a bare repository with a project, as a host has it."""
    author = "git -c user.name=Prov -c user.email=prov@bibliotek.example"
    follow(
        project, "git init --quiet --initial-branch main", "git add .", f"{author} commit --quiet -m Begynd"
    )
    follow(project, f"git clone --quiet --bare . {host}")
    return host


def installing(site: Path) -> list[str]:
    """Return how the site's own `make` sets it up, as the guide writes it."""
    text = (site / "Makefile").read_text("utf-8")
    plain = (
        text.replace("$(PYTHON)", "python")
        .replace("$(BIN)/", "")
        .replace("--quiet --disable-pip-version-check ", "")
    )
    return [line.strip() for line in plain.splitlines() if any(part in line for part in MADE_BY_MAKE)]


def environment(folder: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith((*OWN_VARIABLES, "GIT_"))}
    home = folder if folder.name != "kurser" else folder.parent
    return kept | {"HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


def follow(folder: Path, *commands: str) -> str:
    """Run commands one after the other in one shell, as a person types them; returns all they print."""
    done = subprocess.run(
        ["bash", "-ec", "\n".join(commands)],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        timeout=60 * MINUTES,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def served(folder: Path, command: str, path: str) -> str:
    """Start the site, open the address it prints, and return the page at `path` there; then stop it."""
    process = subprocess.Popen(
        ["bash", "-c", f"exec {command}"],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        said = []
        for line in process.stdout or ():
            said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                return page_at(found[0] + path)
        raise AssertionError("".join(said))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def page_at(address: str) -> str:
    """Return a page once the server answers."""
    for _ in range(60 * MINUTES):
        try:
            with urlopen(address) as answer:
                return str(answer.read().decode("utf-8"))
        except URLError:
            time.sleep(1)
    raise AssertionError(f"{address} does not answer")


@pytest.mark.parametrize("language", BROWSER)
def test_the_texts_of_the_browser_guide_are_what_the_site_begins_with_and_pass(
    tmp_path: Path, language: str
) -> None:
    template, filled = blocks(BROWSER[language], "markdown")
    assert template == site_phrases(language)("record.new-course.text", year=2028)
    new = version(tmp_path / "new", {"courses/nyt.md": filled})
    assert new.problems == ()
    marked = version(tmp_path / "marked", {"courses/nyt.md": template})
    assert {each.code for each in marked.problems} == {"template.unfilled"}


@pytest.mark.parametrize("language", BROWSER)
def test_the_comment_in_the_browser_guide_is_the_one_that_comes(tmp_path: Path, language: str) -> None:
    text = (REPOSITORY / BROWSER[language]).read_text("utf-8")
    shown = [line.strip() for line in re.findall(r"(?m)^    (.*)$", BLOCK.sub("", text))]
    path = next(each for each in re.findall(r"courses/[\w-]+\.md", "\n".join(shown)))
    languages = {
        "da": SETTINGS["languages"],
        "sv": [{"tag": "sv", "name": "S"}, {"tag": "da", "name": "D", "path": "da/"}],
    }
    settings = {"languages": languages[language]}
    old = version(tmp_path / "old", {}, **settings)
    new = version(tmp_path / "new", {path: blocks(BROWSER[language], "markdown")[1]}, **settings)
    found = report(compare(old, new, language), language).replace("**", "").replace("`", "").replace("#", "")
    said = " ".join(re.sub(r"<!--.*?-->", "", found).split())
    words = " ".join(" ".join(shown).split())
    assert words.replace(" · svenska", "").replace(" · dansk", "") == said
