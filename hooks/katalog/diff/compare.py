"""Two versions of a site to everything an editor wants to know of the difference."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from katalog.diff.pages import PageChange, page_changes
from katalog.diff.record_changes import Line, Pair, changed_fields, changed_text
from katalog.diff.values import Words
from katalog.diff.version import Version
from katalog.hand_pages import HandPage
from katalog.loading.project_folder import SETTINGS, TOPICS
from katalog.problems import Problem
from katalog.problems.codes import severity_of
from katalog.schema.records import Record


class Difference(Struct, frozen=True):
    """What changes; `old_problems` are there still, `solved` is how many of the old ones are gone."""

    pages: tuple[PageChange, ...]
    topics: tuple[Line, ...]
    settings: tuple[Line, ...]
    files: tuple[Line, ...]
    new_problems: tuple[Problem, ...]
    old_problems: tuple[Problem, ...]
    solved: int


def compare(old: Version, new: Version, language: str) -> Difference:
    """Return the difference in the words of `language`: da, sv or en."""
    pair = Pair(old, new, Words(language))
    fresh, before = _problems(old, new)
    topics, settings = tuple(_topics(pair)), tuple(changed_fields(pair, old.settings, new.settings))
    told = {path for path, lines in ((TOPICS, topics), (SETTINGS, settings)) if lines}
    return Difference(
        pages=(*page_changes(pair), *_hand_pages(pair)),
        topics=topics,
        settings=settings,
        files=tuple(each for each in _files(pair) if each.label not in told),
        new_problems=fresh,
        old_problems=before,
        solved=len(old.problems) - len(before),
    )


def _problems(old: Version, new: Version) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the new problems, errors first, and those that were there before wherever they stand now."""
    left = Counter(map(_without_place, old.problems))
    fresh: list[Problem] = []
    before: list[Problem] = []
    for each in new.problems:
        known = left[_without_place(each)] > 0
        left[_without_place(each)] -= known
        (before if known else fresh).append(each)
    return tuple(sorted(fresh, key=lambda each: severity_of(each.code))), tuple(before)


def _without_place(problem: Problem) -> tuple[object, ...]:
    said = (each for each in problem.params.items() if each[0] != "suggestion")
    return problem.path, problem.code, tuple(sorted(said))


def _hand_pages(pair: Pair) -> Iterator[PageChange]:
    """Yield what becomes of the pages that are written by hand."""
    old, new = ({page.path: page for page in each.inspection.pages} for each in (pair.old, pair.new))
    for path, page in new.items():
        if path not in old:
            yield _hand_page("new", page)
        elif page.text != old[path].text:
            yield _hand_page("changed", page, _page_lines(pair, old[path], page))
    yield from (_hand_page("removed", page) for path, page in old.items() if path not in new)


def _hand_page(fate: str, page: HandPage, lines: Iterable[Line] = ()) -> PageChange:
    return PageChange(fate, page.title, page.path, {page.language: page.address}, tuple(lines))  # type: ignore[arg-type]


def _page_lines(pair: Pair, old: HandPage, new: HandPage) -> Iterator[Line]:
    if old.title != new.title:
        yield Line(pair.words.label(Record, "title"), old.title, new.title)
    yield changed_text(pair, pair.words.editor("diff.text"), old.text, new.text)


def _topics(pair: Pair) -> Iterator[Line]:
    """Yield new topics, topics that are gone, and those of another name."""
    old, new = (
        {each.id: each.name for each in side.inspection.project.topics} for side in (pair.old, pair.new)
    )
    for id_ in dict.fromkeys((*old, *new)):
        before, after = (" / ".join(names.get(id_, {}).values()) for names in (old, new))
        if before != after:
            yield Line(pair.words.editor("diff.topic", id=id_), before, after)


def _files(pair: Pair) -> Iterator[Line]:
    """Yield other files that are new, changed or gone."""
    old, new = pair.old.files, pair.new.files
    for path in sorted({*old, *new}):
        if old.get(path) != new.get(path):
            fate = "changed" if path in old and path in new else "new" if path in new else "removed"
            yield Line(path, note=pair.words.editor(f"diff.file-{fate}"))
