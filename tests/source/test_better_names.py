"""The name that a file had better have is spelt as its language spells it, and is a name in all languages."""

from pathlib import Path

import pytest

from katalog.schema.records import RECORD_FOLDERS
from katalog.source.page_folder import find_pages
from katalog.source.record_folder import find_files
from tests.support import write_files

SWEDISH = "---\ntitle: På Åland\nlanguage: sv\n---\n"
DANISH = SWEDISH.replace("sv", "da")


def suggested(root: Path, path: str, text: str, site: str) -> str:
    write_files(root, {path: text})
    [problem] = find_files(root, RECORD_FOLDERS, site)[1]
    return problem.params["suggestion"]


@pytest.mark.parametrize(
    ("path", "text", "site", "better"),
    [
        ("courses/På Åland.md", SWEDISH, "da", "pa-aland.md"),
        ("courses/På Åland.md", DANISH, "sv", "paa-aaland.md"),
        ("courses/På Åland.md", "", "sv", "pa-aland.md"),
        ("courses/På Åland.sv.md", "", "da", "pa-aland.sv.md"),
        ("courses/Här på ön/plan.pdf", "", "sv", "har-pa-on"),
        ("courses/plan/Åbo.pdf", "", "sv", "abo.pdf"),
        ("courses/plan/Åbo.pdf", "", "da", "aabo.pdf"),
        ("courses/plan/…….pdf", "", "sv", "1.pdf"),
        ("courses/……/plan.pdf", "", "sv", "1"),
    ],
)
def test_a_record_and_its_files(path: str, text: str, site: str, better: str, tmp_path: Path) -> None:
    if "plan/" in path:
        write_files(tmp_path, {"courses/plan.md": DANISH})
    assert suggested(tmp_path, path, text, site) == better


@pytest.mark.parametrize(
    ("path", "better"),
    [
        ("content/sv/Så här.md", "sa-har.md"),
        ("content/da/Så vidt.md", "saa-vidt.md"),
        ("content/sv/Våra hus/a.md", "vara-hus"),
        ("content/sv/……/a.md", "1"),
    ],
)
def test_a_page_and_its_folder(path: str, better: str, tmp_path: Path) -> None:
    write_files(tmp_path, {path: ""})
    [problem] = find_pages(tmp_path, "/".join(path.split("/")[:2])).problems
    assert problem.params["suggestion"] == better
