"""The page of headings that a sheet of courses may have, from the columns and what people call them."""

from katalog.i18n.phrases import Phrases, editor_phrases
from katalog.schema.labels import help_id
from katalog.schema.suggest import heading_words
from katalog.spreadsheets.columns import Column, columns

FILES = {"da": "overskrifter.md", "sv": "rubriker.md"}
_SCOPES = ("course", "session", "run")


def heading_page(language: str) -> str:
    """Return the page: a table of a course's own columns, of a session's and of a run's."""
    phrases = editor_phrases(language)
    parts = [f"# {phrases('headings.title')}\n", f"{phrases('headings.intro')}\n"]
    for scope in _SCOPES:
        parts += [f"## {phrases(f'headings.{scope}')}\n", _table(scope, phrases)]
    return "\n".join(parts)


def _table(scope: str, phrases: Phrases) -> str:
    head = f"| {phrases('headings.heading')} | {phrases('headings.too')} | {phrases('headings.field')} |"
    rows = [_row(column, phrases) for column in columns() if column.scope == scope]
    return "\n".join([head, "|---|---|---|", *rows, ""])


def _row(column: Column, phrases: Phrases) -> str:
    words = heading_words().get(column.name, {}).get(phrases.language, ())
    heading = column.heading(phrases)
    others = ", ".join(word for word in words if word != heading.casefold())
    return f"| {heading} | {others} | {_about(column, phrases)} |"


def _about(column: Column, phrases: Phrases) -> str:
    if column.help is None:
        return phrases(f"headings.{column.path[-1]}")
    return f"`{column.name}`: {phrases(help_id(*column.help))}".replace("|", "\\|").replace("\n", " ")
