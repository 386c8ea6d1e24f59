"""The site's own pictures and documents are published at their places, without what cameras wrote in them."""

import re
import struct
import zlib
from pathlib import Path

import pytest

from tests.e2e.sites import Run, build, copy_project

PLACES = {
    "content/assets/plads.png": "assets/plads.png",
    "content/assets/images/inde.png": "assets/images/inde.png",
    "content/da/billeder/sal.png": "billeder/sal.png",
    "content/sv/sal.png": "sv/sal.png",
    "overrides/assets/maerke.png": "assets/maerke.png",
}
PAGE = """\
---
title: Se billederne
---

![Plads](../assets/plads.png) ![Inde](../assets/images/inde.png) ![Sal](billeder/sal.png) [Plan](plan.pdf)
"""
RENAMED = """\
---
title: Et nyt navn
language: da
redirect_from: [aeldre, aeldst]
---

[Programmet](nyt/program.pdf)
"""


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            chunk(b"tEXt", b"Author\0Ane Test"),
            chunk(b"IDAT", zlib.compress(b"\0\0")),
            chunk(b"IEND", b""),
        )
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("own") / "project")
    for path in PLACES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(picture())
    (folder / "content/da/se-billederne.md").write_text(PAGE, encoding="utf-8")
    (folder / "content/da/plan.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "content/assets/.gitkeep").touch()
    (folder / "courses/nyt").mkdir()
    (folder / "courses/nyt/program.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "courses/nyt.md").write_text(RENAMED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def run(project: Path) -> Run:
    return build(project)


def test_it_is_built(run: Run) -> None:
    assert run.status == 0, run.output


@pytest.mark.usefixtures("run")
def test_pictures_say_nothing_of_who_took_them(project: Path) -> None:
    published = {address: (project / "site" / address).read_bytes() for address in PLACES.values()}
    assert [address for address, data in published.items() if b"IDAT" not in data] == []
    assert [address for address, data in published.items() if b"Ane" in data] == []


@pytest.mark.usefixtures("run")
def test_pages_lead_to_them(project: Path) -> None:
    page = (project / "site/se-billederne/index.html").read_text("utf-8")
    found = re.findall(r'(?:src|href)="([^"]*(?:plads|inde|sal|plan)\.(?:png|pdf))"', page)
    assert found == [
        "../assets/plads.png", "../assets/images/inde.png", "../billeder/sal.png", "../plan.pdf"
    ]  # fmt: skip
    assert (project / "site/plan.pdf").read_bytes() == b"%PDF-1.7\n"


@pytest.mark.usefixtures("run")
def test_nothing_else_is_published_of_the_folder(project: Path) -> None:
    assert not list((project / "site").rglob(".gitkeep"))


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("id_", ["nyt", "aeldre", "aeldst"])
def test_the_files_of_a_renamed_record_lie_at_its_old_addresses_too(id_: str, project: Path) -> None:
    assert (project / "site/kurser" / id_ / "program.pdf").read_bytes() == b"%PDF-1.7\n"
