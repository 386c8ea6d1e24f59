"""Places on a drawn map: pure geometry, no tiles and nobody else's server.

The outline is `assets/outline.svg`, made by `tools/make_outline.py` from Natural Earth with `project`
below, so that a point and its coast agree.  A map is the smallest of a few fixed views that holds its
points: readers recognise a country, not a bounding box.
"""

from collections.abc import Iterable, Sequence
from math import cos, hypot, log, pi, radians, sin, sqrt, tan

from msgspec import Struct
from msgspec.structs import replace

EARTH = 6371.0
SIDE = 480.0  # the drawing's longer side, in units that are about a screen's pixels
LABELLED = 8  # with more points than this, numbers stand in them and names are shown on pointing and focus
NUMBERED = 8.0  # the smallest radius that holds a number
ROUNDS = 40


class MapPoint(Struct, frozen=True):
    """A place to draw; `lat` and `lon` in WGS 84 degrees, `weight` such as the number of people following."""

    id: str
    title: str
    lat: float
    lon: float
    url: str
    weight: int = 1


class Spot(Struct, frozen=True):
    """A point as drawn, in the units of the view; `anchor` says on which side its name has room."""

    id: str
    title: str
    url: str
    x: float
    y: float
    r: float
    label_x: float
    anchor: str


class MapView(Struct, frozen=True):
    """What a template draws; points that no view reaches are left to the list."""

    name: str
    view_box: str
    transform: str
    spots: tuple[Spot, ...]
    labelled: bool


class Frame(Struct, frozen=True):
    """A named part of the map: west, north, east and south in kilometres as `project` gives them."""

    name: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def scale(self) -> float:
        """Units of the drawing to a kilometre."""
        return SIDE / max(self.right - self.left, self.bottom - self.top)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a place lies in it, in kilometres as `project` gives them."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def project(lat: float, lon: float) -> tuple[float, float]:
    """Return kilometres east and south of 56° N 12° E, by Lambert's conformal conic (55.5° and 65.5° N).

    Formulas: Snyder, Map Projections – A Working Manual (USGS 1395), 15-1 to 15-4, on the sphere.
    """
    first, second, middle = radians(55.5), radians(65.5), radians(56.0)
    n = log(cos(first) / cos(second)) / log(_conformal(second) / _conformal(first))
    factor = EARTH * cos(first) * _conformal(first) ** n / n
    rho, rho0 = factor / _conformal(radians(lat)) ** n, factor / _conformal(middle) ** n
    theta = n * radians(lon - 12.0)
    return rho * sin(theta), rho * cos(theta) - rho0


def _conformal(latitude: float) -> float:
    return tan(pi / 4 + latitude / 2)


# The smallest first.  Corners in kilometres, read off the projected outline with some sea around it.
FRAMES = (
    Frame("sydost", 75, -235, 345, 35),
    Frame("denmark", -265, -225, 235, 175),
    Frame("south-sweden", -90, -500, 440, 95),
    Frame("denmark-south-sweden", -265, -500, 440, 175),
    Frame("sweden", -100, -1490, 640, 95),
    Frame("denmark-sweden", -265, -1490, 640, 175),
    Frame("nordic", -480, -1700, 1060, 190),
)


def map_view(points: Sequence[MapPoint]) -> MapView:
    """Draw `points` on the smallest view that holds them; their order makes no difference."""
    places = ((point, *project(point.lat, point.lon)) for point in sorted(points, key=lambda p: p.id))
    inside = [place for place in places if FRAMES[-1].holds(*place[1:])]
    frame = next(frame for frame in FRAMES if all(frame.holds(x, y) for _, x, y in inside))
    least = NUMBERED if len(inside) > LABELLED else 0.0
    spots = _apart([_spot(point, x, y, frame, least) for point, x, y in inside])
    return MapView(
        name=frame.name,
        view_box=f"0 0 {_short((frame.right - frame.left) * frame.scale)} "
        f"{_short((frame.bottom - frame.top) * frame.scale)}",
        transform=f"scale({frame.scale:.4f}) translate({_short(-frame.left)} {_short(-frame.top)})",
        spots=tuple(_labelled(spot, frame) for spot in spots),
        labelled=len(spots) <= LABELLED,
    )


def _spot(point: MapPoint, x: float, y: float, frame: Frame, least: float) -> Spot:
    """Area, not width, grows with the weight; twelve units is the largest that leaves neighbours visible."""
    r = max(least, min(12.0, 4.0 + 2.0 * sqrt(max(0, point.weight - 1))))
    left, top = (x - frame.left) * frame.scale, (y - frame.top) * frame.scale
    return Spot(point.id, point.title, point.url, left, top, round(r, 1), 0.0, "start")


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """Push overlapping spots from each other, a little at a time, until none touch or the rounds are used."""
    moved = list(spots)
    for _ in range(ROUNDS):
        close = list(_touching(moved))
        if not close:
            break
        for one, other in close:
            moved[one], moved[other] = _pushed(moved[one], moved[other], one)
    return moved


def _touching(spots: Sequence[Spot]) -> Iterable[tuple[int, int]]:
    """Yield index pairs that overlap; sorted by x, so that far ones are never compared."""
    order = sorted(range(len(spots)), key=lambda i: (spots[i].x, spots[i].id))
    reach = 2 * max((spot.r for spot in spots), default=0.0)
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if spots[other].x - spots[one].x >= reach:
                break
            if _gap(spots[one], spots[other]) < -0.05:
                yield (one, other) if one < other else (other, one)


def _gap(one: Spot, other: Spot) -> float:
    return hypot(other.x - one.x, other.y - one.y) - one.r - other.r


def _pushed(one: Spot, other: Spot, turn: int) -> tuple[Spot, Spot]:
    """Move both half of what is missing; two on the very same place part in a direction of their own."""
    dx, dy = other.x - one.x, other.y - one.y
    distance = hypot(dx, dy)
    if distance < 0.01:
        dx, dy, distance = cos(2.4 * turn), sin(2.4 * turn), 1.0
        push = (one.r + other.r) / 2
    else:
        push = max(0.0, -_gap(one, other)) / 2
    ux, uy = dx / distance * push, dy / distance * push
    return replace(one, x=one.x - ux, y=one.y - uy), replace(other, x=other.x + ux, y=other.y + uy)


def _labelled(spot: Spot, frame: Frame) -> Spot:
    """Round to what a screen can show, and put the name where the view has room for it."""
    room_right = spot.x < (frame.right - frame.left) * frame.scale * 0.6
    side = 1 if room_right else -1
    return replace(
        spot,
        x=round(spot.x, 1),
        y=round(spot.y, 1),
        label_x=round(spot.x + side * (spot.r + 4), 1),
        anchor="start" if room_right else "end",
    )


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
