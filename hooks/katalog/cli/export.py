"""`katalog export FILE`: the site's courses as a spreadsheet."""

import argparse
import sys
from pathlib import Path

from katalog.cli.check import formatted
from katalog.cli.refuse import RefusedError, project_root
from katalog.i18n.phrases import Phrases
from katalog.loading.project_folder import read_project_folder
from katalog.process_environment import configuration
from katalog.spreadsheets.delimited import write_delimited
from katalog.spreadsheets.export import export_courses
from katalog.spreadsheets.rows_to_records import Site
from katalog.spreadsheets.write_workbook import write_workbook


def run(options: argparse.Namespace, phrases: Phrases) -> int:
    """Write the file, where there is none, and say what is not in it; 2 when the command makes no sense."""
    root, file = project_root(phrases), Path(options.file)
    if file.suffix.casefold() not in {".xlsx", ".csv"}:
        raise RefusedError(phrases("export.file-type", written=file.name))
    found, problems = configuration(root)
    if found is None:
        print(formatted(problems, phrases, "text", root), end="")
        return 1
    site = Site(read_project_folder(root), {}, found.settings, found.today)
    made = export_courses(site, phrases, upcoming=options.upcoming, by_session=options.rows == "session")
    rows = [made.headings, *made.rows]
    is_book = file.suffix.casefold() == ".xlsx"
    data = write_workbook(phrases("collection.courses"), rows) if is_book else write_delimited(rows)
    try:
        with file.open("xb") as target:
            target.write(data)
    except FileExistsError:
        raise RefusedError(phrases("new.exists", path=str(file))) from None
    sys.stdout.write(formatted(list(made.problems), phrases, "text", root))
    ids = {each.id for each in site.project.entries if each.collection == "courses"}
    translations = sum(each.id in ids for each in site.project.translations)
    count = len({row[0] for row in made.rows})
    print(phrases("export.done", path=str(file), count=count, rows=len(made.rows)), file=sys.stderr)
    print(
        phrases("export.not-in-it", translations=translations, refused=site.project.refused), file=sys.stderr
    )
    return 0
