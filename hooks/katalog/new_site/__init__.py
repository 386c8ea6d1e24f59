"""The repository of a new site: its settings, its pages and one example record of each kind.

Pure: `site_files` makes texts from answers; `katalog init` asks for them and writes.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from babel.numbers import get_territory_currencies
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from katalog.i18n.phrases import Phrases

HERE = Path(__file__).parent
LANGUAGES = ("da", "sv", "nb", "en")
"""The languages a new site's pages and examples are written in."""

PLACES = {
    "gitignore": ".gitignore",
    "editorconfig": ".editorconfig",
    "vscode.json": ".vscode/settings.json",
    "main.py": "hooks/main.py",
    "test_site.py": "tests/test_site.py",
    "Makefile": "Makefile",
    "mkdocs.yml": "mkdocs.yml",
    "github.yml": ".github/workflows/site.yml",
    "github-proposal.yml": ".github/workflows/proposal.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "brand.css": "overrides/assets/brand.css",
}
"""Where the files that are alike in every site go."""

SUPERVISORS = {
    "DK": "[Digitaliseringsstyrelsen](https://digst.dk/)",
    "SE": "[Myndigheten för digital förvaltning](https://www.digg.se/)",
    "NO": "[Tilsynet for universell utforming av ikt](https://www.uutilsynet.no/)",
}
"""Who sees in each country that the law on accessibility is kept; readers may complain there."""

OPENS_FOR = timedelta(days=60)
HELD_AFTER = timedelta(days=90)
SHOWN_FOR = timedelta(days=365)


class SiteLanguage(Struct, frozen=True):
    """A language of the site: its BCP 47 tag and its own name."""

    tag: str
    name: str


class Answers(Struct, frozen=True):
    """What is asked of who begins a site.

    `languages` in order, the first at the site's root; `country` as ISO 3166-1 alpha-2; `time_zone`
    from the tz database; `today` is the day the examples are dated around.
    """

    name: str
    address: str
    operator: str
    languages: tuple[SiteLanguage, ...]
    country: str
    time_zone: str
    today: date
    requirements: str
    version: str


def site_files(answers: Answers, editor: Phrases) -> Iterator[tuple[str, str]]:
    """Yield every file of the repository: its path and its text; `editor` are the phrases of comments."""
    environment = _environment()
    names = _names(answers, editor)
    for path in sorted((HERE / "files").iterdir()):
        yield PLACES[path.name.removesuffix(".jinja")], _text(environment, path, names)
    yield "requirements.txt", answers.requirements
    yield "overrides/assets/logo.svg", (HERE.parent / "theme/assets/logo.svg").read_text("utf-8")
    first = answers.languages[0].tag
    for path in sorted((HERE / first).rglob("*.jinja")):
        name = path.relative_to(HERE / first).as_posix().removesuffix(".jinja")
        if not name.startswith("pages/"):
            yield name, _text(environment, path, names)
    for language in answers.languages:
        for path in sorted((HERE / language.tag / "pages").iterdir()):
            name = path.name.removesuffix(".jinja")
            yield f"content/{language.tag}/{name}", _text(environment, path, names)


def _environment() -> Environment:
    """Return the environment of texts that are no HTML; what is filled in is quoted as YAML by `yaml`."""
    environment = Environment(  # noqa: S701 - the texts are YAML, Markdown and Make
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = lambda text: json.dumps(text, ensure_ascii=False)
    return environment


def _text(environment: Environment, path: Path, names: Mapping[str, object]) -> str:
    if path.suffix != ".jinja":
        return path.read_text("utf-8")
    return environment.get_template(path.relative_to(HERE).as_posix()).render(names)


def _names(answers: Answers, editor: Phrases) -> dict[str, object]:
    comments = ("settings", "makefile", "nightly", "gitlab", "cache", "archive", "colours", "comment", "note")
    today = answers.today
    return {
        "name": answers.name,
        "address": answers.address,
        "operator": answers.operator,
        "languages": answers.languages,
        "record_language": answers.languages[0].tag,
        "country": answers.country,
        "supervisor": SUPERVISORS.get(answers.country, ""),
        "time_zone": answers.time_zone,
        "version": answers.version,
        "editor_language": editor.language,
        "t": {f"{each}_comment": editor(f"new-site.{each}") for each in comments},
        "today": today.isoformat(),
        "year": today.year,
        "next_year": today.year + 1,
        "deadline": (today + OPENS_FOR).isoformat(),
        "session": (today + HELD_AFTER).isoformat(),
        "show_until": (today + SHOWN_FOR).isoformat(),
        "price": f"1450 {get_territory_currencies(answers.country)[0]}",
    }
