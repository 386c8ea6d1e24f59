"""The form as a site publishes it: one page in every language that it speaks, with all it needs beside it."""

from collections.abc import Iterator

from katalog.form.backend import backend, hosts
from katalog.form.config import LANGUAGES, form
from katalog.form.pages import as_json, form_page, published_assets
from katalog.settings.model import Settings


def published_form(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the form's files, addresses and bytes; none for a site that publishes no form."""
    setting = settings.form
    if setting is None:
        return
    spoken = languages(settings)
    yield setting.address, form_page(spoken, hosts(setting)).encode()
    for language in spoken:
        found = form(settings, language, backend(setting))
        yield f"{setting.address}form.{language}.json", as_json(found)
    for name, data in published_assets():
        yield f"{setting.address}{name}", data


def languages(settings: Settings) -> tuple[str, ...]:
    """Return the languages that the form speaks on a site: the site's own, one at least."""
    own = tuple(each.tag for each in settings.languages if each.tag in LANGUAGES)
    return own or LANGUAGES[:1]
