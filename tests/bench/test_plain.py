import re
from pathlib import Path

import pytest
import yaml

from bench.plain import write_plain


@pytest.fixture(scope="module", params=["hugo", "eleventy"])
def content(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain") / "project"
    write_plain(folder, 40, request.param)
    return folder / "content"


def pages(content: Path) -> dict[str, str]:
    found = {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in content.rglob("*.md")}
    return {name: text for name, text in found.items() if not name.endswith("_index.md")}


def test_every_record_has_a_page_in_each_language(content: Path) -> None:
    danish, swedish = ({name[3:] for name in pages(content) if name[:3] == tag} for tag in ("da/", "sv/"))
    assert danish == swedish
    assert len([name for name in danish if name.startswith("courses/")]) == 40


def test_every_reference_and_link_is_a_page(content: Path) -> None:
    there = pages(content)
    for text in there.values():
        front = yaml.safe_load(text.split("---")[1])
        for paths in front.get("refs", {}).values():
            assert [path for path in paths if f"da{path}.md" not in there] == []
        linked = re.findall(r"\]\((?:/sv)?(/\S+)/\)", text)
        assert [path for path in linked if f"da{path}.md" not in there] == []
        assert "](.." not in text


def test_dates_are_read_for_those_who_cannot(content: Path) -> None:
    fronts = [yaml.safe_load(text.split("---")[1]) for text in pages(content).values()]
    sessions = [each for front in fronts for each in front.get("sessions", [])]
    exact = [each for each in sessions if re.search("kl|:", each["when"])]
    assert exact
    assert all(each["start"] < each["end"] for each in exact)
