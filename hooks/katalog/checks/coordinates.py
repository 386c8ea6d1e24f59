"""Coordinates of libraries and organisations that lie outside their country."""

from collections.abc import Iterator

from katalog.problems import Problem
from katalog.schema.entries import Entry
from katalog.schema.records import Institution

# South, north, west, east in degrees, with a margin; islands included.
BOUNDS = {
    "DK": (54.4, 57.9, 7.8, 15.4),
    "SE": (55.1, 69.2, 10.7, 24.3),
    "NO": (57.8, 81.0, 4.0, 31.3),
    "FI": (59.5, 70.2, 19.0, 31.7),
}


def check_coordinates(entry: Entry) -> Iterator[Problem]:
    """Find coordinates outside the country; swapped ones above all."""
    if not isinstance(entry.record, Institution):
        return
    location, bounds = entry.record.location, BOUNDS.get(entry.record.country)
    if location is None or bounds is None:
        return
    south, north, west, east = bounds
    if not (south <= location.lat <= north and west <= location.lon <= east):
        yield entry.problem(("location",), "field.location-outside")
