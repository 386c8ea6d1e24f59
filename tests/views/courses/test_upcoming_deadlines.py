"""Which deadlines are shown of many: the first to come, all of the last day that counts."""

from pathlib import Path

import pytest

from katalog.views.courses.listed import listed_courses
from katalog.views.courses.upcoming_deadlines import course_deadlines
from tests.support import make_project, record

CLOSES = {"a": "2027-02-03", "b": "2027-02-01", "c": "2027-02-02", "d": "2027-02-02"}


@pytest.mark.parametrize(("most", "ids"), [(1, "b"), (2, "bcd"), (3, "bcd"), (4, "bcda"), (9, "bcda")])
def test_the_first_to_close_are_shown(most: int, ids: str, tmp_path: Path) -> None:
    files = {
        f"courses/{id_}.md": record(
            f"Kursus {id_}", f"Om {id_}.", sessions=["2027-03-11"], registration={"closes": closes}
        )
        for id_, closes in CLOSES.items()
    }
    reader = make_project(tmp_path, files).reader()
    found = course_deadlines(reader, listed_courses(reader), most)
    assert [each.link.address for each in found] == [f"kurser/{id_}/" for id_ in ids]
