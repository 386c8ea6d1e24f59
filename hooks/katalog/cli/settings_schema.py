"""The JSON Schema of `mkdocs.yml` for editors, kept beside a site's other scratch files.

It follows the installed engine, so no copy of it in a site's repository can grow old.
"""

import json
from pathlib import Path

from katalog.generated_docs.settings_pages import settings_schema
from katalog.i18n.phrases import Phrases
from katalog.publishing.scratch import keep, read_kept

NAME = "settings.schema.json"


def keep_settings_schema(root: Path, phrases: Phrases) -> None:
    """Write the schema with explanations in the editor's language, where it is not there already."""
    data = f"{json.dumps(settings_schema(phrases), ensure_ascii=False, indent=2)}\n".encode()
    if read_kept(root, NAME) != data:
        keep(root, NAME, data)
