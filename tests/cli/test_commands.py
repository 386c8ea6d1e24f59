"""The commands, as a person runs them."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from katalog.cli import main
from katalog.i18n.phrases import editor_phrases
from katalog.loading.project_folder import read_project_folder
from tests.bad.table import GOOD
from tests.support import REPOSITORY

SETTINGS = """\
site_name: Katalog
site_url: https://katalog.example/
docs_dir: content
theme: material
hooks: [hooks/main.py]
extra:
  katalog:
    languages: [{tag: da, name: Dansk}, {tag: sv, name: Svenska, path: sv/}]
    operator: {name: Katalog}
    site_name: {da: Katalog, sv: Katalog}
"""
BAD = "---\ntitle: Et kursus\nlanguage: da\nkind: fest\n---\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in {**GOOD, "mkdocs.yml": SETTINGS}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "courses").mkdir()
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks/main.py").write_text("from katalog.hooks import *\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KATALOG_TODAY", "2026-11-22")
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    return tmp_path


def test_a_good_project_has_nothing_to_say(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("0 fejl, 0 advarsler. Fundet: 6 filer = 6 poster (1 kladder)")


def test_errors_make_it_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "courses/kursus.md").write_text(BAD)
    assert main(["check", "--language", "sv"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("courses/kursus.md:4:7  K305  ”fest” kan inte stå i fältet")
    assert captured.err.startswith("1 fel, 0 varningar.")


def test_warnings_do_not(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "courses/kursus.md").write_text("---\ntitle: A\nlanguage: da\nteachers: [bo-borte]\n---\n")
    assert main(["check"]) == 0
    assert "K807" in capsys.readouterr().out


def test_only_what_is_asked_for_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "courses/kursus.md").write_text(BAD)
    assert main(["check", "projects"]) == 0
    assert main(["check", "courses/kursus.md"]) == 1
    assert main(["check", "courses"]) == 1
    assert capsys.readouterr().out.count("K305") == 2


@pytest.mark.parametrize(
    ("form", "beginning"), [("json", "{"), ("github", "::error file=courses/kursus.md,line=4,col=7")]
)
def test_other_forms(project: Path, capsys: pytest.CaptureFixture[str], form: str, beginning: str) -> None:
    (project / "courses/kursus.md").write_text(BAD)
    assert main(["check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert out.startswith(beginning)
    if form == "json":
        assert json.loads(out)["problems"][0]["code"] == "K305"


def test_a_file_is_written_in_utf8_on_every_system(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "courses/kursus.md").write_text("---\ntitle: ⟦titel⟧\nlanguage: da\n---\n", "utf-8")
    file = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(file, encoding="cp1252"))
    main(["check"])
    sys.stdout.flush()
    assert "»⟦titel⟧«" in file.getvalue().decode("utf-8")


def test_annotations_are_in_the_language_of_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "courses/kursus.md").write_text(BAD)
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    main(["check", "--format", "github"])
    assert "»fest« kan ikke stå" in capsys.readouterr().out
    main(["check"])
    assert "”fest” kan inte stå" in capsys.readouterr().out


def test_the_second_check_says_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "courses/kursus.md").write_text(BAD)
    said = []
    for arguments in (["check"], ["check"], ["check", "--no-cache"]):
        main(arguments)
        said.append(capsys.readouterr())
    assert said[0] == said[1] == said[2]
    assert (project / ".katalog/check").is_file()


def test_every_change_is_seen(project: Path) -> None:
    assert main(["check"]) == 0
    (project / "courses/kursus.md").write_text(BAD)
    assert main(["check"]) == 1
    (project / "courses/kursus.md").write_text(BAD.replace("fest", "course"))
    assert main(["check"]) == 0
    (project / "courses/kursus.md").rename(project / "courses/Kursus.md")
    assert main(["check"]) == 1


@pytest.mark.parametrize("junk", ["", "{", "[]", '{"key": 1}', "\xff"])
def test_a_broken_memory_does_no_harm(project: Path, junk: str) -> None:
    assert main(["check"]) == 0
    (project / ".katalog/check").write_text(junk, encoding="latin-1")
    assert main(["check"]) == 0


def test_where_nothing_can_be_kept_it_is_checked(project: Path) -> None:
    (project / ".katalog").write_text("no folder")
    assert main(["check"]) == 0


def test_without_settings_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--language", "da"]) == 1
    assert "K901" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["K209", "yaml.colon-in-value", "k209"])
def test_a_code_is_explained(capsys: pytest.CaptureFixture[str], code: str) -> None:
    assert main(["explain", code, "--language", "sv"]) == 0
    out = capsys.readouterr().out
    assert "## K209 `yaml.colon-in-value`" in out
    assert 'title: "Samskabelse: en vej"' in out


def test_settings_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "settings", "--language", "en"]) == 0
    assert "| `closing_soon_days` |" in capsys.readouterr().out


def test_editors_find_a_schema_of_settings_in_their_language(project: Path) -> None:
    assert main(["check", "--language", "sv"]) == 0
    assert "Webbplatsens namn" in (project / ".katalog/settings.schema.json").read_text(encoding="utf-8")


def test_an_unknown_code_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "K000", "--language", "da"]) == 2
    assert "K000" in capsys.readouterr().err


FILLED = {
    "title": "Et navn", "kind": None, "country": "DK", "show_until": "2030-12-31", "date": "2026-11-01",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["course", "project", "library", "organisation", "contact", "news"])
def test_a_new_record_passes_once_it_is_filled_in(
    project: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", kind, "ny-post"]) == 0
    [path] = re.findall(r"[\w/]+/ny-post\.md", capsys.readouterr().out)
    file = project / path
    assert main(["check"]) == 1
    assert capsys.readouterr().out.count("K144") == file.read_text(encoding="utf-8").count("⟦")
    file.write_text(_filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["check"]) == 0, capsys.readouterr().out
    assert main(["new", kind, "ny-post"]) == 2


def _filled(text: str) -> str:
    def value(match: re.Match[str]) -> str:
        key, place = match[1], match[2]
        return f"{key}: {FILLED.get(key) or place.split(' | ')[0]}"

    return re.sub(r"⟦[^⟧]*⟧", "Tekst.", re.sub(r"(?m)^(\w+): ⟦([^⟧]*)⟧$", value, text))


@pytest.mark.parametrize("kind", ["course", "project", "library", "organisation", "contact", "news"])
def test_every_commented_field_of_a_new_record_can_be_used(
    project: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without their `# ` the fields are read; only what was left empty may be missed."""
    main(["new", kind, "ny-post"])
    [file] = project.rglob("ny-post.md")
    text = re.sub(r"(?m)^# (?=[a-z_ ]+:|  )", "", _filled(file.read_text(encoding="utf-8")))
    file.write_text(text, encoding="utf-8")
    capsys.readouterr()
    main(["check", "--format", "json"])
    reported = json.loads(capsys.readouterr().out)["problems"]
    assert {each["name"] for each in reported} <= {"field.missing", "course.opens-after-closes"}


def test_a_new_language_is_begun_and_a_site_can_be_shown_in_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "language", "fi"]) == 0
    assert "overrides/locale/fi.po" in capsys.readouterr().out
    settings = SETTINGS.replace("path: sv/}]", "path: sv/}, {tag: fi, name: Suomi, path: fi/}]")
    (project / "mkdocs.yml").write_text(
        settings.replace("sv: Katalog}", "sv: Katalog, fi: Luettelo}"), "utf-8"
    )
    assert main(["check"]) == 0
    assert "K966" in capsys.readouterr().out
    assert main(["new", "language", "fi"]) == 2
    assert main(["new", "language", "finsk"]) == 2


def test_a_language_nobody_has_is_a_message(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = SETTINGS.replace("tag: sv", "tag: kl").replace("sv: Katalog", "kl: Katalog")
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    assert main(["check"]) == 1
    assert "K906" in capsys.readouterr().out


def test_a_new_translation_passes_once_it_is_filled_in(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "courses/kursus.md").write_text(
        '---\ntitle: "Kursus: et"\nlanguage: da\noutcomes: [A, B]\nprice:\n  - amount: gratis\n'
        "    label: Alt\n"
        "  - amount: 100 kr.\nsessions:\n  - when: 2016\n  - title: C\n    agenda: [D]\n---\n\nTekst.\n"
    )
    assert main(["new", "translation", "kursus", "sv"]) == 0
    file = project / "courses/kursus.sv.md"
    text = file.read_text(encoding="utf-8")
    assert main(["check"]) == 1
    file.write_text(re.sub(r"⟦[^⟧]*⟧", "Svensk text", text), encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0, capsys.readouterr().out
    [translation] = read_project_folder(project).translations
    assert len(translation.texts.sessions) == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "course"],
        ["new", "course", "Et Kursus"],
        ["new", "translation", "ukendt", "sv"],
        ["new", "translation", "x"],
        ["new", "course", "kursus.sv"],
        ["new", "translation", "kursus", "da"],
        ["new", "translation", "kursus", "SV"],
        ["new", "translation", "kursus", "../../sv"],
    ],
)
def test_new_says_what_it_needs(
    project: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "courses/kursus.md").write_text("---\ntitle: A\nlanguage: da\n---\n")
    before = sorted(project.rglob("*"))
    assert main(arguments) == 2
    assert capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("command", ["check", "format"])
def test_a_path_that_is_not_there_is_reported(
    project: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "courses/findes-ikke.md"]) == 2
    assert "courses/findes-ikke.md" in capsys.readouterr().err


def test_format_rewrites_and_then_has_nothing_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "courses/kursus.md"
    file.write_text("---\ntitle: A\nlanguage: da\nsessions:\n  - when: 7. marts 2016\n---\n")
    assert main(["format", "--check"]) == 1
    assert "7. marts" in file.read_text()
    assert main(["format", "projects"]) == 0
    assert "7. marts" in file.read_text()
    assert main(["format"]) == 0
    assert "when: 2016-03-07" in file.read_text()
    capsys.readouterr()
    assert main(["format", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_addresses_are_remembered_and_only_added(project: Path) -> None:
    (project / "courses/kursus.md").write_text("---\ntitle: Et kursus\nlanguage: da\n---\n")
    assert main(["addresses"]) == 0
    first = (project / "addresses.txt").read_text().splitlines()
    assert "kurser/kursus/" in first
    assert "emner/samskabelse/" in first
    assert first == sorted(set(first))
    (project / "courses/kursus.md").rename(project / "courses/kurset.md")
    assert main(["addresses"]) == 0
    second = (project / "addresses.txt").read_text().splitlines()
    assert set(second) - set(first) == {
        each.replace("/kursus/", "/kurset/") for each in first if "/kursus/" in each
    }
    assert set(first) <= set(second)


def test_an_address_that_was_lost_leads_on_when_the_advice_is_followed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "---\ntitle: Et kursus\nlanguage: da\n---\n"
    (project / "courses/kursus.md").write_text(text)
    assert main(["addresses"]) == 0
    (project / "courses/kursus.md").rename(project / "courses/kurset.md")
    assert main(["check", "--language=en"]) == 1
    assert "write “redirect_from: [kursus]” in courses/kurset.md" in capsys.readouterr().out
    (project / "courses/kurset.md").write_text(text.replace("da\n", "da\nredirect_from: [kursus]\n"))
    assert main(["check"]) == 0


def test_a_renamed_record_loses_none_of_its_addresses(project: Path) -> None:
    (project / "courses/kursus").mkdir()
    (project / "courses/kursus/program.pdf").write_bytes(b"%PDF-1.7\n")
    text = "---\ntitle: Et kursus\nlanguage: da\n---\n\n[Programmet](kursus/program.pdf)\n"
    (project / "courses/kursus.md").write_text(text)
    assert main(["addresses"]) == 0
    assert main(["rename", "kursus", "kurset"]) == 0
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("courses/kursus.md", "---\ntitle: Et kursus\nlanguage: da\nkind: fest\n---\n"),
        ("content/topics.yml", "laesning: {da: Læsning}\n"),
        ("content/da/om.md", "---\nxyzzy: Om\n---\n"),
    ],
)
def test_an_address_is_not_gone_while_what_lies_there_cannot_be_read(
    path: str, text: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "courses/kursus.md").write_text("---\ntitle: Et kursus\nlanguage: da\n---\n")
    (project / "content/topics.yml").write_text("- {id: laesning, name: {da: Læsning}}\n", encoding="utf-8")
    (project / "content/da").mkdir()
    (project / "content/da/om.md").write_text("---\ntitle: Om\n---\n")
    assert main(["addresses"]) == 0
    capsys.readouterr()
    (project / path).write_text(text, encoding="utf-8")
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert path in told
    assert "addresses.txt:" not in told


def test_a_list_that_cannot_be_read_is_left_as_it_is(project: Path) -> None:
    (project / "addresses.txt").write_bytes(b"kurser/l\xe6ring/\n")
    assert main(["addresses"]) == 1
    assert (project / "addresses.txt").read_bytes() == b"kurser/l\xe6ring/\n"


def test_schemas_of_a_site_leave_its_other_folders_alone(project: Path) -> None:
    before = {path.name for path in project.iterdir()}
    assert main(["schema"]) == 0
    assert {path.name for path in project.iterdir()} - before == {"editor-schemas", ".vscode"}


@pytest.mark.parametrize(
    ("languages", "prefix"),
    [
        ("{tag: sv, name: Svenska}", ["prerequisites", "förkunskaper"]),
        (
            "{tag: sv, name: Svenska}, {tag: en, name: English, path: en/}",
            ["prerequisites", "förkunskaper"],
        ),
        ("{tag: nb, name: Norsk}", ["prerequisites", "forudsætninger"]),
    ],
)
def test_snippets_are_in_the_languages_of_the_sites_editors(
    project: Path, languages: str, prefix: list[str]
) -> None:
    settings = SETTINGS.replace("{tag: da, name: Dansk}, {tag: sv, name: Svenska, path: sv/}", languages)
    names = ", ".join(f"{tag}: Katalog" for tag in re.findall(r"tag: (\w+)", languages))
    settings = settings.replace("{da: Katalog, sv: Katalog}", f"{{{names}}}")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert main(["schema"]) == 0
    found = json.loads((project / ".vscode/katalog.code-snippets").read_text("utf-8"))
    [said] = [each for name, each in found.items() if name.startswith("prerequisites –")]
    assert said["prefix"] == prefix
    described = [line.partition(":")[0].lower() for line in said["description"].split("\n")]
    assert [*dict.fromkeys([*described, "prerequisites"])] == [*dict.fromkeys([*prefix[1:], prefix[0]])]


def test_a_record_that_cannot_be_read_is_not_said_to_be_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "course", "nyt"]) == 0
    assert main(["new", "translation", "nyt", "sv"]) == 2
    assert "courses/nyt.md kan ikke læses endnu" in capsys.readouterr().err


def test_every_template_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "templates"]) == 0
    assert capsys.readouterr().out == (REPOSITORY / "docs/developers/templates.md").read_text("utf-8")


def test_nothing_is_begun_outside_of_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "course", "kursus"]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_help_is_in_the_editors_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--language=sv", "--help"])
    assert editor_phrases("sv")("cli.paths") in capsys.readouterr().out.replace("\n" + " " * 22, " ")


def test_a_shown_problem_has_its_line_on_a_terminal(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "courses/kursus.md").write_text(BAD)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["check"]) == 1
    assert "\n    kind: fest\n          ^\n" in capsys.readouterr().out


def test_wrong_settings_are_told_before_mkdocs_meets_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS.replace("https://katalog", "katalog"), encoding="utf-8")
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith("mkdocs.yml:2:11  K323")
