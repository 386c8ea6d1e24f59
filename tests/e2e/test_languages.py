"""A third language takes settings, one catalogue of phrases and one folder of pages; no code."""

import shutil
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from tests.e2e.sites import build, copy_program, copy_project

LANGUAGES = "      - {tag: sv, name: Svenska, path: sv/}\n"
NAMES = "      sv: Provkatalog"


def test_norwegian_by_settings_phrases_and_pages(tmp_path: Path) -> None:
    project = copy_program(copy_project(tmp_path / "project"))
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace(LANGUAGES, LANGUAGES + "      - {tag: nb, name: Norsk bokmål, path: nb/}\n")
    settings = settings.replace(NAMES, "      nb: Prøvekatalog\n" + NAMES, 1)
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    _phrases(project / "hooks" / "katalog" / "locale")
    shutil.copytree(project / "content" / "da", project / "content" / "nb")
    run = build(project)
    assert run.status == 0, run.output
    page = (project / "site/nb/kurs/proeve-laengst-forbi/index.html").read_text(encoding="utf-8")
    assert '<html lang="nb"' in page
    assert "mars 2016" in page
    assert 'hreflang="nb"' in (project / "site/sv/kurser/proeve-laengst-forbi/index.html").read_text(
        encoding="utf-8"
    )


def _phrases(locale: Path) -> None:
    """Make a Norwegian catalogue of the Danish one: enough to see that nothing else is needed."""
    with (locale / "da.po").open("rb") as file:
        catalogue = read_po(file)
    catalogue.locale = "nb"
    catalogue.get("slug.courses").string = "kurs"
    with (locale / "nb.po").open("wb") as file:
        write_po(file, catalogue)
