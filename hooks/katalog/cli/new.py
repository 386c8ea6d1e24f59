"""`katalog new`: a record, or a translation, with places to fill in."""

import argparse
from pathlib import Path

from katalog.catalogue.translation_hash import language_mark
from katalog.cli.refuse import RefusedError, project_root
from katalog.i18n.cldr import RECORD_LANGUAGES, is_language
from katalog.i18n.phrases import CUSTOM_LOCALES, Phrases
from katalog.loading.project_folder import read_project_folder
from katalog.new_files.languages import new_language
from katalog.new_files.new_record import KINDS, new_record, new_translation
from katalog.source.file_names import RECORD_NAME, slug


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Write the file and say where; 2 when the command makes no sense."""
    root = project_root(phrases)
    if not options.id or (options.kind == "translation" and not options.to):
        raise RefusedError(phrases("new.id-needed"))
    if options.kind == "language":
        return _language(root, options.id, phrases)
    match = RECORD_NAME.fullmatch(f"{options.id}.md")
    if match is None or match["language"]:
        raise RefusedError(
            phrases("new.bad-id", written=options.id, suggestion=slug(options.id, phrases.language))
        )
    if options.kind == "translation":
        return _translation(root, options.id, options.to, phrases)
    folder, collection = KINDS[options.kind]
    return _write(root, f"{folder}/{options.id}.md", new_record(collection, phrases), phrases)


def _language(root: Path, tag: str, phrases: Phrases) -> int:
    if not is_language(tag):
        raise RefusedError(phrases("new.no-language", written=tag))
    text = new_language(tag, phrases("new.language-comment"))
    _write(root, f"{CUSTOM_LOCALES}/{tag}.po", text, phrases, "new.language-made")
    print(phrases("new.language-next", tag=tag))
    return 0


def _translation(root: Path, id_: str, language: str, phrases: Phrases) -> int:
    project = read_project_folder(root)
    entry = next((each for each in project.entries if each.id == id_), None)
    if unread := next((path for path, each in project.refused_files.items() if each == id_), None):
        raise RefusedError(phrases("new.unread-original", path=unread))
    if entry is None:
        raise RefusedError(phrases("new.no-original", written=id_))
    others = [each for each in RECORD_LANGUAGES if each != entry.record.language]
    if language not in others:
        raise RefusedError(phrases("new.bad-language", written=language, allowed=", ".join(others)))
    path = f"{entry.path.removesuffix('.md')}.{language}.md"
    return _write(root, path, new_translation(entry, language_mark(entry), phrases), phrases)


def _write(root: Path, path: str, text: str, phrases: Phrases, said: str = "new.made") -> int:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    try:
        with (root / path).open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise RefusedError(phrases("new.exists", path=path)) from None
    print(phrases(said, path=path))
    return 0
