"""`katalog format`: dates, prices and the order of fields in the canonical form, and nothing else."""

import argparse
from pathlib import Path

from katalog.i18n.phrases import Phrases
from katalog.process_environment import find_root
from katalog.rewriting.rewrite_record import rewrite_record
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS
from katalog.schema.translation import translation_model
from katalog.source import read_source
from katalog.source.record_folder import SourceFile, find_files, read_bytes


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Rewrite records; with `--check` only say which, and return 1 when there are any."""
    root = (find_root(Path.cwd()) or Path.cwd()).resolve()
    wanted = [Path(each).resolve() for each in options.paths]
    changed = [
        file.path
        for file in find_files(root, RECORD_FOLDERS)[0]
        if _format(root, file, wanted, options.only_look)
    ]
    for path in changed:
        print(phrases("format.would-change" if options.only_look else "format.changed", path=path))
    return int(bool(changed) and options.only_look)


def _format(root: Path, file: SourceFile, wanted: list[Path], only_look: bool) -> bool:  # noqa: FBT001 - an option
    path = root / file.path
    if file.kind == "attachment" or (
        wanted and not any(path == each or each in path.parents for each in wanted)
    ):
        return False
    data, problems = read_bytes(root, file.path)
    new = data if problems else rewrite_record(file.path, data, _model(file), _language(file, data))
    if new != data and not only_look:
        path.write_bytes(new)
    return new != data


def _model(file: SourceFile) -> type[Part]:
    model = COLLECTIONS[file.collection]
    return translation_model(model) if file.kind == "translation" else model


def _language(file: SourceFile, data: bytes) -> str:
    source, _ = read_source(file.path, data)
    return file.language or (str(source.tree.data.get("language")) if source else "da")
