"""A site's logo, icons and colours: used, or reported with what to do."""

import re
from pathlib import Path

import pytest

from katalog.branding import look_problems
from katalog.branding.contrast import ENOUGH, contrast
from katalog.branding.pictures import LOGO as LOGO_FILE
from katalog.branding.pictures import THEME_ICON, Look, look_of
from katalog.html import THEME
from katalog.settings.settings_file import read_settings_file
from tests.support import write_files

MARK = "§"
SETTINGS = "site_name: Katalog\ntheme:\n  name: material\n  custom_dir: overrides\n  font: false\n"
BRAND = "overrides/assets/brand.css"
LOGO = "overrides/assets/logo.svg"
ICON = "overrides/assets/icon-180.png"
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def found(root: Path, theme: str = "", **files: str) -> list[tuple[str, tuple[int, ...]]]:
    write_files(root, {"mkdocs.yml": SETTINGS + theme.replace(MARK, ""), **files})
    problems = list(look_problems(root, read_settings_file(root, "mkdocs.yml")))
    return [(each.code, tuple(each.position)) for each in problems]


def position(text: str) -> tuple[int, int]:
    before = text.partition(MARK)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_a_site_without_a_look_of_its_own_has_nothing_wrong(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_the_engines_own_logo_and_colours_as_a_new_site_has_them_are_good(tmp_path: Path) -> None:
    logo = (THEME / "assets/logo.svg").read_text("utf-8")
    css = Path(THEME.parent, "new_site/files/brand.css.jinja").read_text("utf-8")
    assert found(tmp_path, **{LOGO: logo, BRAND: css}) == []


@pytest.mark.parametrize("folder", ["content", "overrides"])
def test_a_logo_that_is_there_is_good(tmp_path: Path, folder: str) -> None:
    files = {f"{folder}/assets/eget.svg": DRAWING, ICON: ""}
    assert found(tmp_path, "  logo: assets/eget.svg\n  favicon: assets/eget.svg\n", **files) == []


@pytest.mark.parametrize("line", ["logo: §logo.svg", "logo: §assets/../a.svg", "favicon: §assets/a.txt"])
def test_a_picture_that_cannot_be_used_is_reported(tmp_path: Path, line: str) -> None:
    text = f"  {line}\n"
    files = {"content/assets/a.txt": "", "content/logo.svg": DRAWING, ICON: ""}
    assert found(tmp_path, text, **files) == [("look.picture-missing", position(SETTINGS + text))]


@pytest.mark.parametrize(
    "line", ["§palette: {primary: red}", "§features: [navigation.tabs]", "§icon: {logo: a}"]
)
def test_what_the_pages_do_not_follow_is_told(tmp_path: Path, line: str) -> None:
    text = f"  {line}\n"
    assert found(tmp_path, text) == [("look.theme-ignored", position(SETTINGS + text))]


def test_a_logo_without_an_icon_for_telephones_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, **{LOGO: DRAWING}) == [("look.touch-icon", (3, 3))]


@pytest.mark.parametrize(
    ("css", "codes"),
    [
        (":root { --k-accent: light-dark(#11566e, #8accdf); }", []),
        (":root {\n  §--k-accent: light-dark(#7fb3c4, #8accdf);\n}", ["look.contrast-light"]),
        (":root {\n  §--k-accent: light-dark(#11566e, #124); }", ["look.contrast-dark"]),
        ("/* --k-accent: #fff; */\n§--k-accent: #888;", ["look.contrast-light", "look.contrast-dark"]),
        ("§--k-on-accent: light-dark(#fff, #fff);", ["look.contrast-dark"]),
        ("§--k-bg: light-dark(#777, #11191d);", ["look.contrast-light"]),
        ("§--k-accent: oklch(50% .1 200);", ["look.colour-form"]),
        ("--k-night: #777;", []),
        ("p {}\n§--k-acent: #fff;", ["look.property"]),
        ("p { color: var(§--k-acent) }", ["look.property"]),
        ("--k-own: #777; p { color: var(--k-own, red); width: var(--md-own) } /* --k-x: 1 */", []),
    ],
)
def test_colours_are_measured_in_both_looks(tmp_path: Path, css: str, codes: list[str]) -> None:
    expected = [(code, position(css)) for code in codes]
    assert found(tmp_path, **{BRAND: css.replace(MARK, "")}) == expected


def test_a_misspelt_property_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, BRAND: "--k-acent: #fff;"})
    [problem] = look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))
    assert problem.params["allowed"].startswith("--k-accent")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("course.html", "overrides/katalog/course.html"),
        ("katalog/Course.html", "overrides/katalog/course.html"),
        ("katalog/corse.html", "overrides/katalog/course.html"),
        ("katalog/footer.html", "overrides/partials/footer.html"),
        ("brand.css", "overrides/assets/brand.css"),
        ("assets/bradn.css", "overrides/assets/brand.css"),
        ("css/brand.css", "overrides/assets/brand.css"),
        ("logo.svg", "overrides/assets/logo.svg"),
        ("locale/sv.txt", "overrides/locale/sv.po"),
        ("katalog/7777777777777777777777777", "…"),
    ],
)
def test_a_file_that_takes_the_place_of_nothing_is_told(tmp_path: Path, name: str, meant: str) -> None:
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, f"overrides/{name}": ""})
    [problem] = look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))
    assert (problem.path, problem.code) == (f"overrides/{name}", "look.file")
    assert problem.params["allowed"].split(", ")[0] == meant


def test_what_another_file_names_is_used(tmp_path: Path) -> None:
    files = {
        "katalog/course.html": '{% include "macros/egen.html" %}',
        "katalog/macros/egen.html": "<link href=\"{{ 'assets/egen.css' | href }}\">",
        "assets/egen.css": "@import url(mere.css);",
        "assets/mere.css": "",
        "partials/source.html": "",  # the theme's
        "partials/languages/fi.html": "",
        "404.html": "",
        "assets/egen.pdf": "",
        "README.md": "",
        "locale/fi.po": "",
        ".DS_Store": "",
        "hello.html": "",
    }
    settings = SETTINGS + "  static_templates: [hello.html]\n"
    write_files(
        tmp_path, {"mkdocs.yml": settings, **{f"overrides/{name}": each for name, each in files.items()}}
    )
    assert list(look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))) == []


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("theme: material\n", ["look.overrides-unused"]),
        ("theme: {name: material, custom_dir: other}\n", ["look.overrides-unused"]),
        ("theme: {name: material, customdir: overrides}\n",
         ["field.unknown-did-you-mean", "look.overrides-unused"]),
        ("theme: {name: material, custom_dir: ./overrides/}\n", []),
    ],
)  # fmt: skip
def test_a_look_that_the_theme_does_not_read_is_told(tmp_path: Path, theme: str, told: list[str]) -> None:
    write_files(tmp_path, {"mkdocs.yml": f"site_name: Katalog\n{theme}", BRAND: ""})
    assert [each.code for each in look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))] == told


def test_what_katalog_reads_by_itself_needs_no_theme(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "theme: material\n",
        "overrides/locale/da.po": "",
        "overrides/katalog/course.html": "",
    }
    write_files(tmp_path, files)
    assert list(look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))) == []


@pytest.mark.parametrize(
    ("side", "more", "told"),
    [
        (512, 0, []),
        (1024, 0, []),
        (1025, 0, ["look.icon-too-large"]),
        (512, 600_000, ["look.icon-too-large"]),
    ],
)
def test_an_icon_that_is_too_large_for_pictures_is_told(
    tmp_path: Path, side: int, more: int, told: list[str]
) -> None:
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, ICON: ""})
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + side.to_bytes(4, "big") * 2
    (tmp_path / "overrides/assets/icon-512.png").write_bytes(head + bytes(more))
    problems = look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))
    assert [each.code for each in problems] == told


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, BRAND: ""})
    (tmp_path / BRAND).write_bytes(b"/* Bl\xe5 */")
    problems = look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))
    assert [each.code for each in problems] == ["file.not-utf8"]


def test_the_colour_that_is_suggested_can_be_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, BRAND: "--k-accent: light-dark(#7fb3c4, #8accdf);"})
    [problem] = look_problems(tmp_path, read_settings_file(tmp_path, "mkdocs.yml"))
    better = problem.params["suggestion"]
    engine = re.search(r"--k-bg: light-dark\((#\w+)", (THEME / "assets/katalog.css").read_text("utf-8"))
    assert engine
    assert contrast(better, engine[1]) >= ENOUGH
    assert float(problem.params["ratio"]) < ENOUGH


def test_the_frame_shows_the_sites_own_pictures_and_else_the_engines(tmp_path: Path) -> None:
    assert look_of(None, "", THEME_ICON) == Look(brand=False, logo="", icon=LOGO_FILE)
    assert look_of(str(tmp_path), "", "") == Look(brand=False, logo="", icon=LOGO_FILE)
    assert look_of(str(tmp_path), "assets/eget.png", "") == Look(False, "assets/eget.png", "assets/eget.png")
    write_files(tmp_path, {LOGO_FILE: DRAWING, "assets/brand.css": ""})
    assert look_of(str(tmp_path), "", "assets/a.ico") == Look(True, LOGO_FILE, "assets/a.ico")
