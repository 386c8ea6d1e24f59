"""What a part of a build was made of is noted for it, whatever another part has made before."""

from pathlib import Path

from katalog.building.language_outputs import Part
from katalog.incremental.published_files import PublishedFiles
from katalog.incremental.store import read_store, unpacked
from katalog.incremental.tasks import Output
from katalog.views.courses.listed import listed_courses
from tests.support import make_project, record


def test_a_value_made_for_one_part_is_noted_for_the_next_one_too(tmp_path: Path) -> None:
    courses = {f"courses/kursus-{n}.md": record(f"Kursus {n}", sessions=["2027-03-11"]) for n in range(20)}
    build = make_project(tmp_path, courses).build
    reader, files = (
        build.readers["da"],
        PublishedFiles(build.cache, build.fingerprint, build.folder, build.stage),
    )
    for name in ("one", "other"):
        part = Part(build, name, files)
        with part.making():
            part.tasks.outputs("list", lambda: [Output(f"{name}.txt", str(listed_courses(reader)).encode())])  # noqa: B023
        part.finish()
        store = read_store(build.cache, name, build.fingerprint)
        values = [store.names[number] for number in unpacked(store.tasks["list"].sources.values)]
        assert any("listed_courses" in each for each in values)
    build.clear()
