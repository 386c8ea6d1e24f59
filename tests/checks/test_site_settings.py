"""Settings that name pages: the targets of menu, footer and redirects, each reported at its position."""

from datetime import date
from pathlib import Path

import pytest

from katalog.inspection import inspect
from katalog.settings.settings_file import read_settings_file, settings_in
from tests.support import record, write_files

MARK = "§"
FILES = {
    "courses/et.md": record("Et kursus", redirect_from=["foer"]),
    "courses/kladde.md": record("En kladde", draft="true"),
    "content/topics.yml": "- id: ledelse\n  name: {da: Ledelse, sv: Ledarskap}\n",
    "content/da/om.md": "---\ntitle: Om\npair: about\n---\n\nTekst.\n",
    "content/sv/om-oss.md": "---\ntitle: Om\npair: about\n---\n\nText.\n",
}
SETTINGS = """\
site_name: Katalog
site_url: https://katalog.example/
extra:
  katalog:
    languages: [{tag: da, name: Dansk}, {tag: sv, name: Svenska, path: sv/}]
    site_name: {da: Katalog, sv: Katalogen}
    operator: {name: Katalog}
"""


def found(root: Path, more: str) -> list[tuple[str, str, tuple[int, ...]]]:
    write_files(root, FILES | {"mkdocs.yml": SETTINGS + more.replace(MARK, "")})
    settings, problems = settings_in(read_settings_file(root, "mkdocs.yml"))
    assert settings, problems
    problems = list(inspect(root, settings, date(2026, 11, 22)).problems)
    return [(each.path, each.code, tuple(each.position)) for each in problems]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("redirects: [{old: a/, to: §content/da/omm.md}]", "settings.target-missing-did-you-mean"),
        ("redirects: [{old: a/, to: §courses/noget-helt-andet.md}]", "settings.target-missing"),
        ("redirects: [{old: a/, to: §courses/kladde.md}]", "settings.target-missing"),
        ("redirects: [{old: a/, to: §topics/ledelser}]", "settings.target-missing-did-you-mean"),
        ("menu: [{title: {da: A, sv: A}, to: §courses/nul-og-nix.md}]", "settings.target-missing"),
        ("footer: [{title: {da: A, sv: A}, to: §content/da/intet-her.md}]", "settings.target-missing"),
        (
            "sections: [courses, topics]\n    menu: [{title: {da: A, sv: A}, to: §news}]",
            "settings.target-off",
        ),
        ("redirects: [{old: §om/, to: courses}]", "settings.redirect-hides"),
        ("redirects: [{old: §kurser/*, to: courses}]", "settings.redirect-hides"),
        ("redirects: [{old: §sv/*, to: courses}]", "settings.redirect-hides"),
        ("redirects: [{old: hold/*, to: courses}, {old: §hold/et/, to: news}]", "settings.redirect-twice"),
        ("redirects: [{old: §sv/om-oss/index.html, to: courses}]", "settings.redirect-hides"),
        ("redirects: [{old: §kurser/et/, to: courses}]", "settings.redirect-hides"),
        ("redirects: [{old: §sv/kurser/foer/, to: courses}]", "settings.redirect-hides"),
        ("redirects: [{old: §sv/kalender/2026-01/, to: courses}]", "settings.redirect-hides"),
        ("form: {service: github, repository: a/b, address: §kurser/}", "settings.form-address"),
        (
            "form: {service: github, repository: a/b}\n    redirects: [{old: §rediger/, to: news}]",
            "settings.redirect-hides",
        ),
        ("redirects: [{old: a/, to: §https://katalog.example/a/}]", "settings.redirect-loop"),
        (
            "redirects: [{old: a/, to: §https://katalog.example/b/}, {old: b/, to: news}]",
            "settings.redirect-loop",
        ),
    ],
)
def test_a_wrong_target_is_reported_at_its_position(tmp_path: Path, line: str, code: str) -> None:
    more = f"    {line}\n"
    before = (SETTINGS + more).partition(MARK)[0]
    position = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert found(tmp_path, more) == [("mkdocs.yml", code, position)]


@pytest.mark.parametrize(
    "to", ["courses", "courses/et.md", "topics/ledelse", "content/sv/om-oss.md", "https://bibliotek.example/"]
)
def test_what_is_there_can_be_led_to(tmp_path: Path, to: str) -> None:
    assert found(tmp_path, f"    redirects: [{{old: kurser/foer-2.html, to: '{to}'}}]\n") == []


def test_no_page_stands_where_the_form_does(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/da/rediger.md": "---\ntitle: Rediger\n---\n\nTekst.\n"})
    problems = found(tmp_path, "    form: {service: github, repository: a/b}\n")
    assert ("content/da/rediger.md", "file.replaces-theme") in [(path, code) for path, code, _ in problems]
