"""The collections of the form: a kind of record each, the topics, the hand-written pages of a language."""

from collections.abc import Iterator
from typing import Any

from katalog.form.fields import Definition, Words, definitions
from katalog.hand_pages.load import PAGE_FIELDS
from katalog.schema.labels import help_id, label_id
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS
from katalog.schema.topics import Topic
from katalog.settings.model import SiteLanguage

Collection = dict[str, Any]
"""A collection as Sveltia CMS has it (https://sveltiacms.app/en/docs/collections)."""

_ICONS = {
    "courses": "school", "projects": "rocket_launch", "libraries": "local_library", "organisations": "domain",
    "contacts": "person", "news": "newspaper",
}  # fmt: skip
"""Names of Material Symbols (https://fonts.google.com/icons)."""
_ID = r"/^[a-z0-9]+(-[a-z0-9]+)*$/"
_CODE = "^[A-Za-z]{2}$"
"""A language or a country: what a file has not that is none of these."""


def collections(words: Words) -> Iterator[Collection]:
    """Yield what editors see at the left, then what pickers look in besides."""
    for folder, name in RECORD_FOLDERS.items():
        yield _records(folder, name, Words(words.editor, words.site, words.settings, name))
    yield _topics(words)
    for language in words.settings.languages:
        yield _pages(language, words)
    yield _looked_in("institutions", "content", "country")
    yield _looked_in("activities", "", "language")


def _records(folder: str, name: str, words: Words) -> Collection:
    return {
        "name": name,
        "label": words.editor(f"form.collection.{name}"),
        "label_singular": words.editor(f"collection.{name}"),
        "icon": _ICONS[name],
        "folder": folder,
        "format": name,
        "i18n": True,
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "hint": words.editor("form.id"),
            "pattern": [_ID, words.editor("form.id")],
        },
        "filter": {"field": "language", "pattern": _CODE},
        "media_folder": "{{slug}}",
        "public_folder": "{{slug}}",
        "summary": "{{title}}",
        "sortable_fields": ["title"],
        "view_groups": [{"label": words.editor("field.Record.language.label"), "field": "language"}],
        "fields": definitions(COLLECTIONS[name], words, _body(words, i18n=True)),
    }


def _body(words: Words, *, i18n: bool) -> Definition:
    found = {"name": "body", "label": words.editor("form.body"), "hint": words.editor("form.body.help")}
    return found | {"widget": "richtext", "required": False, "i18n": i18n, "modes": ["raw", "rich_text"]}


def _topics(words: Words) -> Collection:
    def text(name: str, label: str, **more: Any) -> Definition:
        return {"name": name, "label": label, "widget": "string"} | more

    names = [text(each.tag, each.name, required=False) for each in words.settings.languages]
    fields = [
        text("id", words.editor(label_id(Topic, "id")), hint=words.editor(help_id(Topic, "id"))),
        {"name": "name", "label": words.editor(label_id(Topic, "name")), "widget": "object", "fields": names},
    ]
    label = words.editor("collection.topics")
    items = {"name": "topics", "label": label, "widget": "list", "root": True, "collapsed": True}
    items |= {"summary": "{{id}}", "fields": fields}
    file = {"name": "topics", "label": label, "file": "content/topics.yml", "format": "topics"}
    return {"name": "topics", "label": label, "icon": "sell", "files": [file | {"fields": [items]}]}


def _pages(language: SiteLanguage, words: Words) -> Collection:
    label = words.editor("form.pages", language=words.editor.language_name(language.tag))
    fields = [
        {
            "name": name,
            "label": words.editor(f"form.page.{name}.label"),
            "hint": words.editor(f"form.page.{name}.help"),
            "widget": "string",
            "required": name == "title",
        }
        for name in PAGE_FIELDS
    ]
    return {
        "name": f"pages-{language.tag}",
        "label": label,
        "label_singular": words.editor("form.page"),
        "icon": "article",
        "folder": f"content/{language.tag}",
        "format": "pages",
        "nested": {"subfolders": False},
        "media_folder": "",
        "public_folder": "",
        "slug": {"template": "{{title}}", "editable": ["create"], "pattern": [_ID, words.editor("form.id")]},
        "fields": [*fields, _body(words, i18n=False)],
    }


def _looked_in(name: str, folder: str, has: str) -> Collection:
    """Return what a picker looks in that shows records of several folders: those with a field."""
    return {
        "name": name,
        "hide": True,
        "create": False,
        "folder": folder,
        "path": "{{folder}}/{{slug}}",
        "i18n": True,
        "format": "pages",
        "filter": {"field": has, "pattern": _CODE},
        "fields": [{"name": name, "widget": "string"} for name in ("title", "folder", has)],
    }
