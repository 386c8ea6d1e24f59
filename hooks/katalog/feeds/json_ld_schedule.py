"""How often a run of a course meets, as Google's course results ask for it (`Schedule`)."""

from collections.abc import Sequence
from datetime import date, datetime

from katalog.feeds.json_data import part_models
from katalog.feeds.json_ld_types import Schedule

DAYS = frozenset({"hours", "day", "days"})
FREQUENCIES = (("Daily", 3), ("Weekly", 20), ("Monthly", 180))
"""Each with the most days there are, on average, from one meeting to the next; further apart is Yearly."""


def schedule(whens: Sequence[part_models.When]) -> Schedule | None:
    """Return how often one meets; nothing where a date is not known to the day."""
    if not whens or any(each.precision not in DAYS or not each.last_day for each in whens):
        return None
    first, last = min(each.first_day for each in whens), max(each.last_day for each in whens)
    count = sum(len(each.days) or 1 for each in whens)
    return Schedule(
        type="Schedule",
        repeat_count=count,
        repeat_frequency=_frequency((date.fromisoformat(last) - date.fromisoformat(first)).days, count),
        duration=_duration(whens),
    )


def _frequency(days: int, count: int) -> str:
    between = days / max(1, count - 1) if count > 1 else 0
    return next((name for name, most in FREQUENCIES if between <= most), "Yearly")


def _duration(whens: Sequence[part_models.When]) -> str:
    """Return how long each meeting lasts, where all last as long (ISO 8601): `PT6H30M`."""
    found = {_minutes(each) for each in whens}
    minutes = found.pop() if len(found) == 1 else 0
    hours, rest = divmod(minutes, 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{rest}M' if rest else ''}" if minutes else ""


def _minutes(when: part_models.When) -> int:
    if not (when.starts and when.ends and (when.days or when.first_day == when.last_day)):
        return 0
    lasts = datetime.fromisoformat(when.ends) - datetime.fromisoformat(when.starts)
    return int(lasts.total_seconds()) // 60
