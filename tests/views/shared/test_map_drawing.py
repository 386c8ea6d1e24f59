"""Points on the drawn maps: in the right place, in the right view, never under each other."""

import re
from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.views.shared.map_drawing import FRAMES, MapPoint, map_view, project

OUTLINE = Path(__file__).parents[3] / "hooks/katalog/theme/assets/outline.svg"
HERNING = (56.139, 8.974)
KALMAR = (56.663, 16.357)
VAEXJOE = (56.879, 14.806)
UMEAA = (63.825, 20.263)
HELSINKI = (60.170, 24.941)
REYKJAVIK = (64.147, -21.943)


def point(place: tuple[float, float], ident: str = "a", weight: int = 1) -> MapPoint:
    return MapPoint(ident, ident.upper(), *place, url=f"/{ident}/", weight=weight)


def test_projection_has_its_origin_at_56_north_12_east() -> None:
    assert project(56.0, 12.0) == pytest.approx((0.0, 0.0), abs=1e-9)


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [(HERNING, (55.676, 12.568), 230.4), (KALMAR, VAEXJOE, 97.5), ((55.605, 13.0), UMEAA, 998.0)],
)
def test_distances_on_the_map_are_those_on_the_ground(
    one: tuple[float, float], other: tuple[float, float], kilometres: float
) -> None:
    assert dist(project(*one), project(*other)) == pytest.approx(kilometres, rel=0.02)


def test_north_is_up_and_east_is_right() -> None:
    assert project(57.0, 12.0)[1] < project(56.0, 12.0)[1]
    assert project(56.0, 13.0)[0] > project(56.0, 12.0)[0]


@pytest.mark.parametrize(
    ("places", "name"),
    [
        ([HERNING], "denmark"),
        ([KALMAR, VAEXJOE], "sydost"),
        ([KALMAR, (59.329, 18.069)], "south-sweden"),
        ([HERNING, KALMAR], "denmark-south-sweden"),
        ([KALMAR, UMEAA], "sweden"),
        ([HERNING, UMEAA], "denmark-sweden"),
        ([HERNING, HELSINKI], "nordic"),
    ],
)
def test_the_smallest_view_with_all_points_is_taken(places: list[tuple[float, float]], name: str) -> None:
    assert map_view([point(p, f"p{i}") for i, p in enumerate(places)]).name == name


def test_frames_stand_in_order_of_size() -> None:
    areas = [(f.right - f.left) * (f.bottom - f.top) for f in FRAMES]
    assert areas == sorted(areas)


def test_a_point_no_view_reaches_is_left_out_and_does_not_widen_the_map() -> None:
    view = map_view([point(HERNING, "herning"), point(REYKJAVIK, "reykjavik")])
    assert [spot.id for spot in view.spots] == ["herning"]
    assert view.name == "denmark"


def test_more_people_make_a_larger_spot_up_to_a_limit() -> None:
    sizes = [map_view([point(HERNING, weight=n)]).spots[0].r for n in (1, 2, 5, 1000)]
    assert sizes == [4.0, 6.0, 8.0, 12.0]


def test_names_stand_on_the_side_with_room() -> None:
    west, east = map_view([point(HERNING, "a"), point((55.1, 14.7), "b")]).spots
    assert (west.anchor, east.anchor) == ("start", "end")
    assert west.label_x > west.x + west.r
    assert east.label_x < east.x - east.r


def test_few_points_are_labelled_and_many_are_not() -> None:
    def labelled(n: int) -> bool:
        return map_view([point((55.0 + i / 10, 9.0), f"p{i}") for i in range(n)]).labelled

    assert labelled(8)
    assert not labelled(9)


@given(st.lists(st.tuples(st.floats(55.4, 56.6), st.floats(8.6, 10.4), st.integers(1, 6)), max_size=15))
def test_spots_end_up_beside_each_other(places: list[tuple[float, float, int]]) -> None:
    spots = map_view([point((lat, lon), f"p{i}", n) for i, (lat, lon, n) in enumerate(places)]).spots
    for one, other in combinations(spots, 2):
        assert dist((one.x, one.y), (other.x, other.y)) > (one.r + other.r) * 0.8


def test_ten_at_one_address_are_ten_spots_near_it() -> None:
    spots = map_view([point(HERNING, f"p{i}") for i in range(10)]).spots
    alone = map_view([point(HERNING)]).spots[0]
    assert len({(spot.x, spot.y) for spot in spots}) == 10
    assert all(dist((spot.x, spot.y), (alone.x, alone.y)) < 80 for spot in spots)


CROWD = [point((55.0 + i % 4 / 50, 9.0 + i % 5 / 50), f"p{i}", 1 + i % 3) for i in range(20)]


@given(st.permutations(CROWD))
def test_the_order_of_points_does_not_matter(shuffled: list[MapPoint]) -> None:
    assert map_view(shuffled) == map_view(CROWD)


def test_the_outline_lies_where_the_projection_puts_it() -> None:
    """Skagen and Smygehuk are tips that every reader knows; the coast must pass near them."""
    corners = _corners(OUTLINE.read_text("utf-8"))
    for tip in ((57.748, 10.640), (55.337, 13.360)):
        assert min(dist(project(*tip), corner) for corner in corners) < 4.0


def test_the_outline_says_where_it_comes_from_and_stays_light() -> None:
    text = OUTLINE.read_text("utf-8")
    assert "Natural Earth" in text
    assert len(text) < 12_000


def _corners(svg: str) -> list[tuple[float, float]]:
    """Follow the relative path of the element `land`."""
    land = re.search(r'id="land"[^>]* d="([^"]+)"', svg)
    assert land
    corners: list[tuple[float, float]] = []
    for command, x, y in re.findall(r"([Ml])(-?\d+) ?(-?\d+)", land[1]):
        x0, y0 = (0.0, 0.0) if command == "M" else corners[-1]
        corners.append((x0 + int(x), y0 + int(y)))
    return corners
