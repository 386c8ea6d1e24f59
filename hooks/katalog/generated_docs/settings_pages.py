"""The documentation of settings and their JSON Schema, from the model: as the field pages are."""

from typing import Any

from katalog.generated_docs.field_pages import field_tables
from katalog.i18n.phrases import Phrases
from katalog.schema.field_order import parts_of
from katalog.schema.json_schema import DIALECT, schema_of
from katalog.schema.record_parts import Part
from katalog.settings.model import OF_MKDOCS, Settings

FILES = {"da": "indstillinger.md", "sv": "installningar.md", "en": "settings.md"}
EXAMPLE = """\
site_name: Kurser
site_url: https://katalog.example/
extra:
  katalog:
    languages:
      - {tag: da, name: Dansk}
      - {tag: sv, name: Svenska, path: sv/}
    site_name: {da: Kurser for biblioteker, sv: Kurser för bibliotek}
    operator: {name: Eksempelbiblioteket, email: kurser@katalog.example}
    time_zone: Europe/Copenhagen
    sections:
      - courses
      - {section: initiatives, name: {da: Indsatser, sv: Satsningar}}
      - libraries
    menu:
      - {title: {da: Om os, sv: Om oss}, to: content/da/om.md}
    footer:
      - {title: {da: Bestil et kursus, sv: Beställ en kurs}, to: https://bibliotek.example/}
    redirects:
      - {old: kurser/2019/gammelt.html, to: courses}
    synonyms: ["bogbus, bokbuss, kulturbus"]
"""


def settings_page(phrases: Phrases) -> str:
    """Return the page that lists every setting."""
    parts = [f"# {phrases('settings-page.title')}\n", f"{phrases('settings-page.intro')}\n"]
    parts += [f"{phrases('settings-page.completion')}\n"]
    parts += [f"## {phrases('settings-page.example')}\n", f"```yaml\n{EXAMPLE}```\n"]
    models: tuple[type[Part], ...] = (Settings, *parts_of(Settings))
    for model in models:
        parts += [f"## {phrases(f'part.{model.__name__}')}\n", field_tables(model, phrases)]
    return "\n".join(parts)


def settings_schema(phrases: Phrases) -> dict[str, Any]:
    """Return the JSON Schema of `mkdocs.yml`, closed only where the catalogue's own settings stand."""
    found = schema_of(Settings, Settings, phrases)
    definitions = found.pop("$defs")
    for name in OF_MKDOCS:
        del found["properties"][name]
    around = {"type": "object", "properties": {"katalog": found}, "required": ["katalog"]}
    return {
        "$schema": DIALECT,
        "$defs": definitions,
        "title": phrases("part.Settings"),
        "type": "object",
        "properties": {"extra": around},
        "required": ["site_name", "extra"],
    }
