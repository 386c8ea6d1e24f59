"""Maps and time lines of points and dates from a seed: few and many, near and far, on each other and outside.

python -m tests.golden.drawings           # after a change that is meant
python -m tests.golden.drawings FOLDER    # the texts behind the digests, to compare before and after
"""

import random
from datetime import date, timedelta
from pathlib import Path

from katalog.views.projects.timeline import LANES, Timeline, TimelineItem, timeline
from katalog.views.shared.map_drawing import MapPoint, MapView, map_view
from tests.golden.generated import write_digests

DIGESTS = Path(__file__).parent / "drawings.txt"
DEPTH = 2
EACH = 60
TOWNS = ((55.7, 12.6), (56.2, 10.2), (57.7, 12.0), (55.6, 13.0), (59.3, 18.1), (67.9, 20.2), (69.6, 18.9))
SPREADS = (0.0, 0.1, 1.0, 4.0, 20.0)
"""Degrees around a town."""
SPANS = (0, 3, 20, 200, 900, 4_000, 40_000, 400_000)
"""Days that a time line covers."""
TODAY = date(2027, 3, 31)


def texts(_: Path) -> dict[str, str]:
    """Return each drawing as text, by a name that begins with its kind."""
    rng = random.Random(5)  # noqa: S311 - made-up drawings
    maps = {f"map/{spread}/{n}": str(_map(rng, spread)) for spread in SPREADS for n in range(EACH)}
    return maps | {f"time/{days}/{n}": str(_line(rng, days)) for days in SPANS for n in range(EACH)}


def _map(rng: random.Random, spread: float) -> MapView:
    lat, lon = rng.choice(TOWNS)
    return map_view([
        MapPoint(f"p{rng.randrange(999)}-{n}", f"Sted {n}", lat + around, lon + rng.uniform(-spread, spread),
                 f"sted/{n}/", rng.choice((0, 1, 1, 2, 5, 40)))
        for n in range(rng.choice((0, 1, 1, 2, 3, 7, 8, 9, 20)))
        for around in [rng.uniform(-spread, spread) / 2]
    ])  # fmt: skip


def _line(rng: random.Random, days: int) -> Timeline | None:
    items = [_item(rng, days) for _ in range(rng.choice((0, 1, 2, 2, 3, 5, 14, 40)))]
    return timeline(items, TODAY, lambda day, step: f"{day} {step}")


def _item(rng: random.Random, days: int) -> TimelineItem:
    """Return something that begins within so many days; some last long, some have no end."""
    first = TODAY + timedelta(rng.randint(-min(days, 300_000), days))
    lasts = rng.choice((0, 0, 1, days // 50, days // 9, days))
    last = None if rng.random() < 0.1 else first + timedelta(lasts)
    return TimelineItem(rng.choice(LANES), "Titel " * rng.randrange(9), first, last, rng.random() < 0.3)


if __name__ == "__main__":
    write_digests(texts, DIGESTS, DEPTH)
