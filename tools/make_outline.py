# /// script
# requires-python = ">=3.11"
# dependencies = ["shapely>=2"]
# ///
# mypy: disable-error-code="import-not-found, import-untyped"
"""Make hooks/katalog/theme/assets/outline.svg, the coast under every map.

Run it once, or when the projection in `katalog.views.shared.map_drawing` changes:

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    PYTHONPATH=hooks uv run tools/make_outline.py package/countries-10m.json

The data is Natural Earth 1:10m (public domain), packed as TopoJSON by world-atlas 2 (ISC).
"""

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from shapely import box, transform
from shapely.geometry import MultiPolygon, Polygon
from shapely.ops import unary_union

from katalog.views.shared.map_drawing import FRAMES, project

TARGET = Path(__file__).parent.parent / "hooks/katalog/theme/assets/outline.svg"
OURS = {"Denmark", "Sweden"}
AROUND = {"Norway", "Finland", "Germany", "Poland", "Russia", "Estonia", "Latvia", "Lithuania", "Netherlands"}
NOTE = "Coast: Natural Earth 1:10m, public domain, by way of world-atlas 2.  Made by tools/make_outline.py."


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    ours = _outline(topology, OURS, near=1.3, far=5.0, smallest=18)
    around = _outline(topology, AROUND, near=6.0, far=14.0, smallest=250)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {NOTE} -->'
        f'<path id="around" vector-effect="non-scaling-stroke" d="{around}"/>'
        f'<path id="land" vector-effect="non-scaling-stroke" d="{ours}"/></svg>\n'
    )
    TARGET.write_text(svg, "utf-8")
    print(f"{TARGET}: {len(svg)} bytes")


def _outline(topology: dict[str, Any], names: set[str], *, near: float, far: float, smallest: float) -> str:
    """Simplify finely in the south, where the views come close, and coarsely in the north; kilometres."""
    window = FRAMES[-1]
    seen = box(window.left - 40, window.top - 40, window.right + 40, window.bottom + 40)
    countries = topology["objects"]["countries"]["geometries"]
    land = unary_union([_shape(topology, g) for g in countries if g["properties"]["name"] in names])
    south = box(seen.bounds[0], -520, seen.bounds[2], seen.bounds[3])
    parts = []
    for half, tolerance in ((south, near), (seen.difference(south), far)):
        parts.append(land.intersection(half).simplify(tolerance))
    whole = unary_union([part.buffer(0.6) for part in parts]).buffer(-0.6).simplify(near / 2)
    rings = [p for p in _polygons(whole) if p.area >= smallest]
    return "".join(_path(p) for p in sorted(rings, key=lambda p: -p.area))


def _shape(topology: dict[str, Any], geometry: dict[str, Any]) -> MultiPolygon:
    many = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    polygons = [Polygon(_ring(topology, rings[0])) for rings in many]
    european = [p for p in polygons if p.bounds[0] > -2 and p.bounds[2] < 60 and p.bounds[1] > 44]
    return transform(MultiPolygon(european), _projected, interleaved=False).buffer(0)


def _projected(lons: Any, lats: Any) -> tuple[list[float], list[float]]:
    pairs = [project(lat, lon) for lon, lat in zip(lons, lats, strict=True)]
    return [x for x, _ in pairs], [y for _, y in pairs]


def _ring(topology: dict[str, Any], arcs: list[int]) -> list[tuple[float, float]]:
    """TopoJSON: an arc's negative index is its bitwise complement, walked backwards."""
    points: list[tuple[float, float]] = []
    for index in arcs:
        arc = _arc(topology, index if index >= 0 else ~index)
        points += (arc if index >= 0 else arc[::-1])[1 if points else 0 :]
    return points


def _arc(topology: dict[str, Any], index: int) -> list[tuple[float, float]]:
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    steps = topology["arcs"][index]
    xs, ys = accumulate(s[0] for s in steps), accumulate(s[1] for s in steps)
    return [(x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)]


def _polygons(shape: Any) -> list[Polygon]:
    return [p for p in getattr(shape, "geoms", [shape]) if isinstance(p, Polygon)]


def _path(polygon: Polygon) -> str:
    """Whole kilometres, relative: `m` then steps.  Lakes are left out; the libraries stand on land."""
    points = [(round(x), round(y)) for x, y in polygon.exterior.coords[:-1]]
    text = f"M{points[0][0]} {points[0][1]}"
    for (x0, y0), (x1, y1) in pairwise(points):
        if (x0, y0) != (x1, y1):
            text += f"l{x1 - x0} {y1 - y0}"
    return text.replace(" -", "-") + "z"


if __name__ == "__main__":
    main()
