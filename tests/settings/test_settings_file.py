"""Settings that are wrong: reported like records, each at its position in `mkdocs.yml`, all at once."""

import os
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from bench.fuzz_settings import fuzz
from katalog.generated_docs.settings_pages import EXAMPLE, settings_schema
from katalog.i18n.phrases import editor_phrases
from katalog.problems import Problem
from katalog.problems.report import format_text
from katalog.settings.model import Settings
from katalog.settings.settings_file import MKDOCS_SETTINGS, read_settings_file, settings_in, site_folder
from tests.bad.table import MARK, position_of

GOOD = """\
site_name: Katalog
site_url: https://katalog.example/
site_dir: site
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
theme: !ENV [THEME, material]
extra:
  katalog:
    languages:
      - {tag: da, name: Dansk}
      - {tag: sv, name: Svenska, path: sv/}
    site_name: {da: Katalog, sv: Katalogen}
    operator:
      name: Katalog
      email: drift@katalog.example
      website: https://katalog.example/om/
    time_zone: Europe/Copenhagen
    edit_url: https://kilde.example/edit/
    source_url: https://kilde.example/
    authority: katalog.example
    closing_soon_days: 14
    share_pictures: true
"""


def read(folder: Path, text: str | bytes) -> tuple[Settings | None, list[Problem]]:
    data = text.encode() if isinstance(text, str) else text
    (folder / "mkdocs.yml").write_bytes(data)
    return settings_in(read_settings_file(folder, "mkdocs.yml"))


def test_good_settings_are_read_without_running_tags(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, GOOD)
    assert problems == []
    assert settings
    assert settings.site_url == "https://katalog.example/"
    assert settings.languages[1].path == "sv/"
    assert settings.closing_soon_days == 14
    assert settings.operator.email == "drift@katalog.example"


@pytest.mark.parametrize(
    ("good", "bad", "suggestion"),
    [
        ("    share_pictures: true", "    menu: [{title: Om, to: news}]", "{da: Om, sv: Om}"),
        ("    share_pictures: true", "    kinds: [{id: a, name: Kreds}]", "{da: Kreds, sv: Kreds}"),
        (
            "    share_pictures: true",
            "    sections: [courses, {section: news, name: Nyt}]",
            "{da: Nyt, sv: Nyt}",
        ),
        (
            "- {tag: da, name: Dansk}\n      - {tag: sv, name: Svenska, path: sv/}",
            "- da",
            "{tag: da, name: Dansk}",
        ),
        ("    share_pictures: true", "    form: github", None),
    ],
)
def test_a_text_for_fields_is_told_with_the_fields(
    good: str, bad: str, suggestion: str | None, tmp_path: Path
) -> None:
    assert good in GOOD
    problems = read(tmp_path, GOOD.replace(good, bad))[1]
    code = "field.mapping-expected-did-you-mean" if suggestion else "field.mapping-expected"
    assert "settings.path-root" not in {each.code for each in problems}
    assert (code, suggestion) in [(each.code, each.params.get("suggestion")) for each in problems]


def test_what_only_mkdocs_can_tell_is_left_to_it(tmp_path: Path) -> None:
    text = GOOD.replace("https://katalog.example/\n", "!ENV [ADDRESS, x]\n", 1)
    text = text.replace("site_dir: site", "site_dir: !ENV [A]")
    settings, problems = read(tmp_path, text)
    file = read_settings_file(tmp_path, "mkdocs.yml")
    assert (problems, site_folder(file, tmp_path)) == ([], None)
    assert settings
    assert settings.site_url == ""
    resolved, _ = settings_in(file, "https://katalog.example")
    assert resolved
    assert resolved.site_url == "https://katalog.example/"


# What is replaced in the good file, by what (the mark stands where the problem is), and its code.
WRONG = [
    ("!!python/object/apply:pymdownx.slugs.slugify", "§!!python/object/apply:os.system", "settings.code"),
    ("!!python/object/apply:pymdownx.slugs.slugify", "§!!python/name:os.system", "settings.code"),
    ("!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}", "§!ENV [SLUG]", "settings.code"),
    ("  - toc:", "  - §tocs:", "settings.extension-did-you-mean"),
    ("  - toc:", "  - §admonitions\n  - toc:", "settings.extension-did-you-mean"),
    ("  - toc:", "  - §xyzzy\n  - toc:", "settings.extension"),
    ("  - toc:", "  - §os\n  - toc:", "settings.extension"),
    ("  - toc:", "  - §xyzzy.qqqq.zzz\n  - toc:", "settings.extension"),
    ("  - toc:", "  - §pymdownx.detials\n  - toc:", "settings.extension-did-you-mean"),
    ("toc: {slugify", "toc: §{permalinks: true, slugify", "settings.option"),
    ("  - toc:", "  - admonition: §ja\n  - toc:", "settings.option"),
    (
        "markdown_extensions:\n  - toc:",
        "markdown_extensions: §admonition\nextra_css:\n  - toc:",
        "settings.list-expected",
    ),
    ("tag: da", "tag: §dansk", "settings.language"),
    ("tag: da", "tag: §dk", "settings.language"),
    ("tag: da, ", "tag: da, path: §da/, ", "settings.path-root"),
    ("site_url: ", "site_url: §https://katalog.example/index.html #", "settings.site-address-did-you-mean"),
    ("site_url: ", "site_url: §https://katalog.example/a/?b=1 #", "settings.site-address-did-you-mean"),
    ("site_url: ", "site_url: §https://katalog.example/#top #", "settings.site-address-did-you-mean"),
    ("extra:", "§exstra:", "field.unknown-did-you-mean"),
    ("  katalog:", "  §Katalog:", "field.unknown-did-you-mean"),
    ("tag: da", "tag: §DA", "settings.language"),
    ("{tag: da", "{§tga: da", "field.unknown-did-you-mean"),
    ("tag: sv", "tag: §da", "settings.language-twice"),
    (", path: sv/", ", path: §''", "settings.path-twice"),
    (", path: sv/", ", path: §/sv", "settings.path"),
    (", path: sv/", ", path: §sv", "settings.path"),
    (", path: sv/", ", path: §../", "settings.path"),
    (", path: sv/", ", path: §[sv]", "field.text-not-list"),
    ("    share_pictures: true", "    sections: [courses, §courses]", "settings.section-twice"),
    ("    share_pictures: true", "    sections: §[news]", "settings.section-courses"),
    ("    share_pictures: true", "    sections: [courses, §kalender]", "field.not-allowed-did-you-mean"),
    ("    share_pictures: true", "    menu: [{title: {da: A, sv: B}, to: §om-os}]", "settings.target"),
    (
        "    share_pictures: true",
        "    menu: [{title: {da: A, sv: B}, to: §javascript:a.md}]",
        "settings.target",
    ),
    (
        "    share_pictures: true",
        "    menu: [{title: {da: A, sv: B}, to: §'https:'}]",
        "field.web-address-expected",
    ),
    ("    share_pictures: true", "    menu: [{title: §{da: A}, to: courses}]", "field.missing"),
    (
        "    share_pictures: true",
        "    footer: [{title: {da: A, sv: B, §en: C}, to: news}]",
        "settings.language-key",
    ),
    (
        "    share_pictures: true",
        "    sections: [{section: courses, name: {§en: C}}]",
        "settings.language-key",
    ),
    ("    share_pictures: true", "    redirects: [{old: §a.php, to: news}]", "settings.old-address"),
    ("    share_pictures: true", "    redirects: [{old: §../a/, to: news}]", "settings.old-address"),
    ("    share_pictures: true", "    redirects: [{old: §a//b/, to: news}]", "settings.old-address"),
    (
        "    share_pictures: true",
        "    redirects: [{old: a/, to: news}, {old: §/a/, to: x.md}]",
        "settings.redirect-twice",
    ),
    *[
        (
            "    share_pictures: true",
            f"    form: {{service: github, repository: a/b, address: §{address}}}",
            "settings.form-address",
        )
        for address in ("Rediger/", "rediger", "../", "a//b/", "https://a.example/")
    ],
    *[
        (
            "    share_pictures: true",
            f"    form: {{service: github, repository: §{name}}}",
            "settings.form-repository",
        )
        for name in ("katalog", "https://github.com/skovby/katalog", "a/../b", "skovby/")
    ],
    ("    share_pictures: true", "    form: {repository: a/b, service: §bitbucket}", "field.not-allowed"),
    ("    share_pictures: true", "    time_zones: [{country: GL, zone: §Nuuk}]", "settings.time-zone"),
    (
        "    share_pictures: true",
        "    time_zones: [{country: GL, zone: America/Nuuk}, {country: §GL, zone: America/Thule}]",
        "settings.country-twice",
    ),
    ("    share_pictures: true", "    §gaestebog: ja", "settings.unknown"),
    ("sv: Katalogen", "§se: Katalogen", "settings.language-key"),
    ("site_name: {da: Katalog, sv: Katalogen}", "site_name: §{da: Katalog}", "field.missing"),
    ("site_name: {da: Katalog, sv: Katalogen}", "site_name: §Katalog", "field.mapping-expected-did-you-mean"),
    ("site_name: {da: Katalog, sv: Katalogen}", "site_name: §{}", "field.empty"),
    ("email: drift@", "email: §drift", "person.email-malformed"),
    ("drift@katalog.example", '§"[email protected]"', "person.email-destroyed"),
    ("website: https://katalog.example/om/", "website: §katalog.example", "field.web-address-without-scheme"),
    ("website: https", "website: §javascript", "field.web-address-expected"),
    ("edit_url: https://kilde.example/edit/", "edit_url: §javascript:alert(1)", "field.web-address-expected"),
    ("edit_url: https", "edit_url: §file", "field.web-address-expected"),
    ("source_url: https:", "source_url: §data:", "field.web-address-expected"),
    ("site_url: https://", "site_url: §", "field.web-address-without-scheme"),
    ("site_url: https", "site_url: §ftp", "field.web-address-expected"),
    ("site_url: https://katalog", "site_url: §https://[katalog", "field.web-address-expected"),
    ("website: https://katalog", "website: §https://kata]log", "field.web-address-expected"),
    ("Europe/Copenhagen", "§Europe/Kopenhagen", "settings.time-zone-did-you-mean"),
    ("Europe/Copenhagen", "§europe/copenhagen", "settings.time-zone-did-you-mean"),
    ("Europe/Copenhagen", "§../../etc/passwd", "settings.time-zone"),
    ("Europe/Copenhagen", "§dansk tid", "settings.time-zone"),
    ("Europe/Copenhagen", "§[a]", "field.text-not-list"),
    ("days: 14", "days: §-3", "settings.days"),
    ("days: 14", "days: §1e3", "settings.days"),
    ("days: 14", "days: §366", "settings.days"),
    ("days: 14", "days: §snart", "settings.days"),
    ("days: 14", "days: §99999999999", "settings.days"),
    ("authority: ", "authority: §https://", "settings.host"),
    ("authority: katalog", "authority: §kat alog", "settings.host"),
    (
        "    share_pictures: true",
        "    redirects: [{old: a/*, to: §content/da/om.md}]",
        "settings.section-expected",
    ),
    (
        "    share_pictures: true",
        "    redirects: [{old: a/, to: news}, {old: §a/index.html, to: news}]",
        "settings.redirect-twice",
    ),
    ("    share_pictures: true", "    redirects: [{old: §a*, to: news}]", "settings.old-address"),
    ("    share_pictures: true", "    form: {service: §google, repository: a/b}", "field.not-allowed"),
    ("    share_pictures: true", "    §xyzzy: auto", "settings.unknown"),
    ("time_zone", "§timezone", "field.unknown-did-you-mean"),
    ("    share_pictures: true", "    §site_url: https://katalog.example/", "settings.site-url"),
    ("    share_pictures: true", "    §time_zone: Europe/Stockholm", "yaml.key-twice"),
    ("    share_pictures: true", "  §katalog: {}", "yaml.key-twice"),
    ("    share_pictures: true", "§extra: {}", "yaml.key-twice"),
    ("    share_pictures: true", "    map: §!ENV [MAP, auto]", "yaml.tag"),
    ("    share_pictures: true", "    map: §*kort", "yaml.special-start"),
    ("site_dir: site", "§sitedir: site", "field.unknown-did-you-mean"),
    ("site_dir: site", "§kursus: x", "field.unknown"),
    ("site_name: Katalog\n", "§", "field.missing"),
    ("operator:\n", "operator: §Katalog\n    xx:\n", "field.mapping-expected-did-you-mean"),
]


@pytest.mark.parametrize(("good", "bad", "code"), WRONG, ids=lambda each: each.replace("\n", " "))
def test_a_wrong_setting_is_told_at_its_position(good: str, bad: str, code: str, tmp_path: Path) -> None:
    assert good in GOOD
    text = GOOD.replace(good, bad, 1)
    settings, problems = read(tmp_path, text.replace(MARK, ""))
    assert settings is None
    assert (code, position_of(text)) in [(each.code, each.position) for each in problems]
    for language in ("da", "sv", "en"):
        assert not re.search(r"\{\w+\}|…  ", format_text(problems, editor_phrases(language)))


MISSING = [
    b"",
    b"site_name: A",
    b"extra: {katalog: }",
    b"extra:",
    b"extra: []",
    b"extra: text",
    b"- a",
    b"text",
]


@pytest.mark.parametrize("data", MISSING)
def test_a_file_without_the_section(data: bytes, tmp_path: Path) -> None:
    settings, problems = read(tmp_path, data)
    assert settings is None
    assert "settings.missing" in [each.code for each in problems]


UNREADABLE = {
    "yaml.too-deep": b"extra: " + b"[\n" * 10_000,
    "file.not-utf8": b"site_name: K\xf8benhavn",
    "file.utf16": "site_name: A".encode("utf-16"),
    "file.nul": b"site_name: a\x00b",
    "file.control-character": b"a: \x07",
    "file.merge-conflict": b"<<<<<<< HEAD\na: b\n=======\n>>>>>>> c\n",
    "file.too-large": b"#" * (600 * 1024),
}


@pytest.mark.parametrize("code", UNREADABLE)
def test_a_file_that_cannot_be_read(code: str, tmp_path: Path) -> None:
    settings, problems = read(tmp_path, UNREADABLE[code])
    assert settings is None
    assert [each.code for each in problems] == [code]


def test_what_only_mkdocs_parser_refuses(tmp_path: Path) -> None:
    _, problems = read(tmp_path, GOOD.replace("!!python/", "!.!python/"))
    assert [(each.code, each.position.line) for each in problems] == [("yaml.syntax", 5)]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mkdocs.yml")
    _, problems = settings_in(read_settings_file(tmp_path, "mkdocs.yml"))
    assert [each.code for each in problems] == ["file.not-a-file"]


def test_aliases_do_not_multiply(tmp_path: Path) -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    settings, problems = read(tmp_path, f"a0: &a0 x\n{levels}{GOOD}")
    assert settings is None
    assert {each.code for each in problems} == {"field.unknown"}


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    text = GOOD
    for good, bad in (
        ("tag: sv", "tag: da"),
        ("days: 14", "days: -3"),
        ("map:", "mappe:"),
        ("https://k", "k"),
    ):
        text = text.replace(good, bad, 1)
    _, problems = read(tmp_path, text)
    assert len({each.position for each in problems}) >= 4


def test_no_mutant_ends_in_a_traceback_or_is_lost() -> None:
    """`python -m bench.fuzz_settings` tries more."""
    tally = fuzz(300, 7)
    assert (tally.crashes, tally.losses) == ([], [])


def test_mkdocs_knows_the_settings_that_it_is_said_to_know() -> None:
    assert {*MkDocsConfig(), "INHERIT"} == set(MKDOCS_SETTINGS)


def test_the_example_of_the_documentation_is_a_good_one(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, EXAMPLE)
    assert problems == []
    assert settings
    jsonschema.validate(yaml.safe_load(EXAMPLE), settings_schema(editor_phrases("da")))


@pytest.mark.parametrize(
    "wrong", ["pris: 1", "closing_soon_days: snart", "sections: courses", "operator: {}"]
)
def test_the_schema_of_editors_refuses_what_the_check_refuses(tmp_path: Path, wrong: str) -> None:
    text = re.sub(rf"    {wrong.partition(':')[0]}: .*\n(      .*\n)*", "", EXAMPLE) + f"    {wrong}\n"
    assert read(tmp_path, text)[1]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), settings_schema(editor_phrases("da")))
