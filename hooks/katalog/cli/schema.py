"""`katalog schema`: JSON Schemas, snippets, pages of fields and headings, where the repository keeps them."""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from katalog.feeds.json_data.schemas_from_models import schemas_from_models
from katalog.generated_docs import settings_pages, template_page
from katalog.generated_docs.field_pages import FILES, field_page
from katalog.generated_docs.settings_pages import settings_page, settings_schema
from katalog.generated_docs.snippets import snippets
from katalog.i18n.phrases import Phrases, editor_phrases
from katalog.process_environment import find_root, nearest_editor_language
from katalog.schema.json_schema import json_schemas
from katalog.settings.model import Settings
from katalog.settings.settings_file import read_settings_file, settings_in
from katalog.spreadsheets.heading_page import FILES as HEADINGS
from katalog.spreadsheets.heading_page import heading_page

EDITOR_SCHEMAS = "editor-schemas/"
"""Where VS Code's settings point; what the site publishes is apart, in English."""
PUBLISHED = "hooks/katalog/feeds/json_data/published/"
OF_A_SITE = (EDITOR_SCHEMAS, ".vscode/")
"""What a site has use for; the rest belongs to the engine's repository."""


def run(_options: argparse.Namespace, _phrases: Phrases) -> int:
    """Write the editors' schemas and VS Code's snippets; for the engine all that is made so."""
    root = find_root(Path.cwd()) or Path.cwd()
    settings, _problems = settings_in(read_settings_file(root, "mkdocs.yml"))
    made = files([each.id for each in settings.kinds], _languages(settings)) if settings else files()
    of_the_engine = (root / PUBLISHED).is_dir()
    for path, text in (each for each in made if of_the_engine or each[0].startswith(OF_A_SITE)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _languages(settings: Settings) -> list[str]:
    """Return the languages of the site's editors, each once."""
    return list(dict.fromkeys(nearest_editor_language(each.tag) for each in settings.languages))


def files(kinds: Iterable[str] = (), languages: Sequence[str] = ("da", "sv")) -> list[tuple[str, str]]:
    """Return what the command writes: paths in the project, and texts.

    `kinds` are the site's own, `languages` those of its editors.
    """
    editors = json_schemas()
    editors["courses"]["properties"]["kind"]["enum"] += kinds
    own = [(f"{EDITOR_SCHEMAS}{name}.json", schema) for name, schema in editors.items()]
    own.append((f"{EDITOR_SCHEMAS}settings.json", settings_schema(editor_phrases(languages[0]))))
    data = [*own, (".vscode/katalog.code-snippets", snippets(languages))]
    written = [(path, json.dumps(each, ensure_ascii=False, indent=2) + "\n") for path, each in data]
    written += [(f"{PUBLISHED}{each.address}", each.data.decode()) for each in schemas_from_models("")]
    written += [(f"docs/{language}/{name}", field_page(language)) for language, name in FILES.items()]
    written += [(f"docs/{language}/{name}", heading_page(language)) for language, name in HEADINGS.items()]
    written.append((template_page.FILE, template_page.template_page()))
    return written + [
        (f"docs/{language}/{name}", settings_page(editor_phrases(language)))
        for language, name in settings_pages.FILES.items()
    ]
