"""The words of argparse itself (`usage`, `error`) in the editor's language.

It asks gettext, which knows compiled catalogues in folders and the environment's language alone.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.mofile import write_mo

from katalog.i18n.phrases import LOCALES, read_catalogue

WORDS = LOCALES / "argparse"
_DOMAIN = "katalog-argparse"


@contextmanager
def argparse_words(language: str) -> Iterator[None]:
    """Let argparse speak a language within the block; its own, English, where there are no words for it."""
    file = WORDS / f"{language}.po"
    before, variables = gettext.textdomain(), os.environ.get("LANGUAGE")
    with TemporaryDirectory(prefix="katalog-") as folder:
        if file.is_file():
            compiled = Path(folder, language, "LC_MESSAGES", f"{_DOMAIN}.mo")
            compiled.parent.mkdir(parents=True)
            with compiled.open("wb") as opened:
                write_mo(opened, read_catalogue(language, file))
        gettext.bindtextdomain(_DOMAIN, folder)
        gettext.textdomain(_DOMAIN)
        os.environ["LANGUAGE"] = language
        try:
            yield
        finally:
            gettext.textdomain(before)
            os.environ.pop("LANGUAGE")
            os.environ |= {"LANGUAGE": variables} if variables is not None else {}
