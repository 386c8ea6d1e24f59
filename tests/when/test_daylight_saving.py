import pytest

from katalog.problems import InvalidValueError
from katalog.when.daylight_saving import check_local_time
from katalog.when.reading import read_when

REFUSED = [
    ("2026-03-29 02:30", "date.skipped-time", "02:30"),
    ("2026-03-29 02:00/04:00", "date.skipped-time", "02:00"),
    ("2026-03-29 01:00/02:59", "date.skipped-time", "02:59"),
    ("2026-10-25 02:30", "date.doubled-time", "02:30"),
    ("25. oktober 2026 kl. 1.00–2.00", "date.doubled-time", "02:00"),
]


@pytest.mark.parametrize(("written", "code", "clock"), REFUSED)
def test_hours_that_daylight_saving_skips_or_doubles_are_refused(written: str, code: str, clock: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_local_time(read_when(written, "da"), "Europe/Copenhagen")
    assert caught.value.code == code
    assert caught.value.params == {"written": written, "time": clock, "zone": "Europe/Copenhagen"}


@pytest.mark.parametrize(
    "written", ["2026-03-29 01:59/03:00", "2026-10-25 01:59/03:00", "2026-03-29", "2026"]
)
def test_hours_that_exist_once_pass(written: str) -> None:
    check_local_time(read_when(written, "da"), "Europe/Stockholm")


def test_the_same_hour_may_exist_elsewhere() -> None:
    check_local_time(read_when("2026-03-29 02:30", "da"), "Atlantic/Reykjavik")
