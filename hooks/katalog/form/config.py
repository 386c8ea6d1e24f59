"""The whole configuration of the form, in one language of its editors."""

from collections.abc import Mapping
from typing import Any

from katalog.form.collections import collections
from katalog.form.fields import ORIGINAL, Words
from katalog.form.models import models
from katalog.i18n.phrases import editor_phrases, site_phrases
from katalog.settings.model import Settings
from katalog.source.attachment_content import MAX_ATTACHMENT

LANGUAGES = ("da", "sv")
"""The languages that the form speaks: those of the editors' phrases that Sveltia CMS has words in too."""
_UPLOADS = {"slugify_filename": True, "max_file_size": MAX_ATTACHMENT, "multiple": False}
"""The form gives what is uploaded a name that the check takes."""


def form(settings: Settings, language: str, backend: Mapping[str, Any]) -> dict[str, Any]:
    """Return the configuration of Sveltia CMS in one of `LANGUAGES`, and what the form's writer knows."""
    words = Words(editor_phrases(language), site_phrases(language), settings, "")
    return {"config": _config(settings, words, backend), "models": models()}


def _config(settings: Settings, words: Words, backend: Mapping[str, Any]) -> dict[str, Any]:
    tags = [each.tag for each in settings.languages]
    first = settings.languages[0]
    return {
        "load_config_file": False,
        "publish_mode": "editorial_workflow" if _is_reviewed(settings, backend) else "simple",
        "backend": dict(backend),
        "app_title": settings.site_name.get(words.site.language) or settings.site_name[first.tag],
        **({"site_url": settings.site_url} if settings.site_url else {}),
        "media_folder": f"content/{first.tag}",
        "public_folder": "/",
        "media_libraries": {"default": {"config": _UPLOADS}},
        "i18n": {
            "structure": "multiple_files",
            "locales": [ORIGINAL, *tags],
            "default_locale": ORIGINAL,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": [*collections(words)],
    }


def _is_reviewed(settings: Settings, backend: Mapping[str, Any]) -> bool:
    """Tell whether what is saved is a proposal; in a folder of one's own it never is."""
    return settings.form is not None and settings.form.review and backend["repo"] == settings.form.repository
