"""A hand-written page in a whole build: every way of writing a link, and files beside it."""

import re
from pathlib import Path

import pytest

from tests.e2e.links import dead_links
from tests.e2e.sites import Built, Run, build, copy_project, made_once

PAGE = """\
---
title: Vejledning
---

# Vejledning {#top}

[Om](../om.md "Om"), [mere](<../om.md#mere>), [kurset](../../../courses/proeve-lang-titel.md), [op](#top),
[privat][p], [Sverige](../../sv/om.md),
[fil](../../assets/plan.pdf), ![En sal](sal.svg "Salen"){ width="200" } og
<post@example.org>.

!!! note "Husk"
    Husk [madpakke](../om.md).

[p]: ../privatliv.md
"""


def make(folder: Path) -> Run:
    project = copy_project(folder)
    content = project / "content"
    (content / "assets").mkdir(exist_ok=True)
    (content / "assets/plan.pdf").write_bytes(b"%PDF-1.7\n")
    (content / "da/hjaelp").mkdir()
    (content / "da/hjaelp/index.md").write_text(PAGE, encoding="utf-8")
    (content / "da/hjaelp/sal.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    about = content / "da/om.md"
    about.write_text(about.read_text("utf-8") + "- [Hjælp](hjaelp/index.md)\n", encoding="utf-8")
    return build(project)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made_once(tmp_path_factory, "hand-pages", make)


def test_it_builds_strictly(pages: Built) -> None:
    assert pages.run.status == 0, pages.run.output
    assert dead_links(pages.site) == []


@pytest.mark.parametrize(
    "address",
    ["../om/", "../om/#mere", "../kurser/proeve-lang-titel/", "#top", "../privatliv/", "../sv/om/",
     "../assets/plan.pdf"],
)  # fmt: skip
def test_a_link_leads_to_what_is_published(address: str, pages: Built) -> None:
    html = (pages.site / "hjaelp/index.html").read_text("utf-8")
    assert f'href="{address}"' in html


def test_a_picture_beside_a_page_is_published_beside_it(pages: Built) -> None:
    html = (pages.site / "hjaelp/index.html").read_text("utf-8")
    assert re.search(r'<img alt="En sal" src="sal.svg" title="Salen" width="200" ?/?>', html)
    assert (pages.site / "hjaelp/sal.svg").is_file()
