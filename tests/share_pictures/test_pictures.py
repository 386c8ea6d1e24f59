"""Which page is shared with which picture, and what an earlier build spares a later one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from katalog.publishing.kept_values import keep_value, read_value
from katalog.share_pictures import pictures
from katalog.share_pictures.picture_cache import KEY, MOST_UNUSED, DrawnPictures
from katalog.share_pictures.png import SIGNATURE
from tests.support import TODAY, Made, all_of, make_project, record

LIBRARY = record("Elmby Bibliotek", kind="public", country="DK")
RECORDS = {
    "content/libraries/elmby.md": LIBRARY,
    "courses/kommer.md": record(
        "Læsefællesskaber",
        organiser="elmby",
        sessions=[{"when": "2027-03-01", "place": "Elmby"}],
        registration={"closes": "2027-02-01", "via": "https://elmby.example/"},
    ),
    "courses/aflyst.md": record(
        "Aflyst", organiser="elmby", sessions=[{"when": "2027-03-01"}], status="cancelled"
    ),
    "courses/forbi.md": record("Forbi", organiser="elmby", sessions=[{"when": "2025-03-01"}]),
    "courses/fjern.md": record("日本語", organiser="elmby", sessions=[{"when": "2027-03-01"}]),
    "projects/indsats.md": record(
        "Indsats", kind="regional-initiative", period="2026-2027", coordinator="elmby"
    ),
    "projects/slut.md": record("Slut", kind="project", period="2020"),
    "content/news/nyt.md": record("Nyt", date=TODAY, publisher="elmby"),
    "content/news/gammelt.md": record("Gammelt", date="2020-01-01"),
}


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Made]:
    def made(**settings: object) -> Made:
        return make_project(tmp_path, RECORDS, settings=settings)

    return made


def shared(made: Made, address: str) -> str:
    """Return the address of the picture that a page names; empty without one."""
    page = made.pages[address]
    found = made.build.share.of(made.reader(page.language), page)
    return found.address if found else ""


def outputs(made: Made, language: str = "da") -> dict[str, bytes]:
    share, reader = made.build.share, made.reader(language)
    found = dict(all_of(share.kind, reader))
    share.finish(reader)
    return found


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("kurser/kommer/", "da/courses/kommer"),
        ("sv/kurser/kommer/", "sv/courses/kommer"),
        ("kurser/aflyst/", "da/courses"),
        ("kurser/forbi/", "da/courses"),
        ("kurser/fjern/", "da/courses"),
        ("kurser/", "da/courses"),
        ("", "da/home"),
        ("indsatsomraader/indsats/", "da/initiatives/indsats"),
        ("projekter/slut/", "da/projects"),
        ("nyheder/nyt/", "da/news/nyt"),
        ("nyheder/gammelt/", "da/news"),
        ("biblioteker/elmby/", "da/libraries"),
    ],
)
def test_what_is_ahead_has_a_picture_of_its_own_and_the_rest_that_of_its_section(
    site: Callable[..., Made], address: str, picture: str
) -> None:
    made = site()
    assert shared(made, address) == f"assets/share/{picture}.png"


def test_every_picture_that_a_page_names_is_drawn(site: Callable[..., Made]) -> None:
    made = site()
    drawn = outputs(made) | outputs(made, "sv")
    assert {shared(made, address) for address in made.pages} <= drawn.keys()
    assert all(data.startswith(SIGNATURE) for data in drawn.values())


def test_a_courses_picture_says_when_where_and_until_when(site: Callable[..., Made]) -> None:
    made = site()
    found = made.build.share.of(made.reader(), made.pages["kurser/kommer/"])
    assert found
    assert (
        found.alt
        == "Katalog · Kursus · Læsefællesskaber · 1. marts 2027 · Elmby · Tilmeld dig senest 1. februar 2027"
    )


def test_the_head_says_all_that_networks_ask_for(site: Callable[..., Made]) -> None:
    made = site()
    head = made.build.slots(made.pages["kurser/kommer/"])["head"]
    for name, content in {
        "og:image": "https://katalog.example/assets/share/da/courses/kommer.png",
        "og:image:width": "1200",
        "og:image:height": "630",
    }.items():
        assert f'<meta property="{name}" content="{content}">' in head
    assert '<meta property="og:image:alt" content="Katalog · Kursus · Læsefællesskaber' in head
    assert '<meta name="twitter:card" content="summary_large_image">' in head


@pytest.mark.parametrize("settings", [{"share_pictures": "false"}, {"site_url": ""}])
def test_a_site_without_pictures_names_none(site: Callable[..., Made], settings: dict[str, object]) -> None:
    made = site(**settings)
    assert outputs(made) == {}
    head = made.build.slots(made.pages["kurser/kommer/"])["head"]
    assert "og:image" not in head
    assert '<meta name="twitter:card" content="summary">' in head


def test_a_picture_of_the_sites_own_stands_for_that_of_a_section(
    site: Callable[..., Made], tmp_path: Path
) -> None:
    own = tmp_path / "overrides/assets/share/courses.png"
    own.parent.mkdir(parents=True)
    own.write_bytes(SIGNATURE)
    made = site(share_pictures="false")
    head = made.build.slots(made.pages["kurser/forbi/"])["head"]
    assert '"https://katalog.example/assets/share/courses.png"' in head
    assert "og:image:width" not in head
    assert shared(site(), "kurser/kommer/") == "assets/share/da/courses/kommer.png"


def test_what_was_drawn_is_not_drawn_again(
    site: Callable[..., Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = outputs(site())
    monkeypatch.setattr(pictures, "draw", None)
    assert outputs(site()) == first


def test_another_colour_is_drawn_anew(site: Callable[..., Made], tmp_path: Path) -> None:
    first = outputs(site())
    css = tmp_path / "overrides/assets/brand.css"
    css.parent.mkdir(parents=True)
    css.write_text(":root { --k-accent: #333333; }", "utf-8")
    second = outputs(site())
    assert first.keys() == second.keys()
    assert all(first[address] != second[address] for address in first)


def test_a_store_with_one_other_bit_is_thrown_away(tmp_path: Path) -> None:
    keep_value(tmp_path, "share-da", {"a": b"picture"}, KEY)
    assert kept_pictures(tmp_path) == {"a": b"picture"}
    file = tmp_path / ".katalog/share-da"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    assert kept_pictures(tmp_path) == {}


def kept_pictures(root: Path) -> dict[str, bytes]:
    return read_value(root, "share-da", dict[str, bytes], KEY) or {}


def test_what_is_not_asked_for_is_kept_until_it_is_too_much(tmp_path: Path) -> None:
    keep_value(tmp_path, "share-da", {f"{n}": b"old" for n in range(MOST_UNUSED)}, KEY)
    asked = DrawnPictures(tmp_path, "share-da")
    assert asked.of("new", lambda: b"new") == b"new"
    asked.finish()
    assert len(kept_pictures(tmp_path)) == MOST_UNUSED + 1
    asked = DrawnPictures(tmp_path, "share-da")
    assert asked.of("7", lambda: b"drawn again") == b"old"
    asked.finish()
    assert len(kept_pictures(tmp_path)) == MOST_UNUSED + 1
    asked = DrawnPictures(tmp_path, "share-da")
    asked.of("newer", lambda: b"newer")
    asked.finish()
    assert kept_pictures(tmp_path) == {"newer": b"newer"}


def test_a_site_without_anything_kept_draws(tmp_path: Path) -> None:
    assert kept_pictures(tmp_path) == {}
