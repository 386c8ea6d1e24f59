"""A difference as Markdown for a comment: a screen for an ordinary change, and never much more."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from katalog.diff.compare import Difference
from katalog.diff.markdown_text import code, link, text
from katalog.diff.pages import Fate, PageChange
from katalog.diff.record_changes import Line
from katalog.i18n.phrases import Phrases, capitalised, editor_phrases, site_phrases
from katalog.problems import Problem
from katalog.problems.codes import is_error, problem_kinds
from katalog.problems.report import do, what

MARK = "<!-- katalog diff -->"
"""The first line, by which the comment is found again that is to be written anew."""
MOST_PAGES, MOST_LINES, MOST_PROBLEMS, FEW = 10, 12, 10, 3
LONGEST_MESSAGE = 400
COPY = "KATALOG0SUGGESTION"
"""Stands in a message for what is to be copied, until the rest is escaped."""
NOTHING = "–"
FATES: tuple[Fate, ...] = ("new", "changed", "removed")


class Sources(Struct, frozen=True):
    """Where what is told can be seen: the address of a site that shows the proposal, and of one to fetch.

    Both are full addresses or empty; links lead to `index.html` itself, which every host finds.
    """

    preview: str = ""
    archive: str = ""


def report(found: Difference, language: str, sources: Sources | None = None) -> str:
    """Return the difference in the words of `language`: da, sv or en."""
    say = editor_phrases(language)
    where = Sources() if _errors(found) else sources or Sources()  # with errors there is no site to see
    parts = [MARK, f"## {say('diff.title')}", *_summary(found, say)]
    if where.preview or where.archive:
        address = _at(where.preview, "") or where.archive
        parts.append(link(say("diff.see" if where.preview else "diff.fetch"), address))
    for fate in FATES:
        parts += _section(say(f"diff.{fate}-pages"), _pages(found, fate, where, say))
    rest = [
        *_lines(found.topics, say, text),
        *_lines(found.settings, say, text),
        *_lines(found.files, say, code),
    ]
    parts += _section(say("diff.rest"), rest)
    parts += _section(say("diff.new-problems"), _problems(found.new_problems, say))
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"### {title}", "\n".join(lines)] if lines else []


def _summary(found: Difference, say: Phrases) -> Iterator[str]:
    """Yield how many pages of which kind, whether anything can be published, and how many problems."""
    fates = [each.fate for each in found.pages]
    counts = [say.count(f"diff.count-{fate}", fates.count(fate)) for fate in FATES if fate in fates]
    yield _sentence(", ".join(counts) or say("diff.no-pages"))
    if errors := _errors(found):
        yield f"**{_sentence(say.count('diff.errors', errors))}**"
    fresh, before = len(found.new_problems), len(found.old_problems)
    problems = [say.count("diff.count-new-problems", fresh) if fresh else say("diff.no-new-problems")]
    problems += [say.count("diff.count-old-problems", before)] if before else []
    problems += [say.count("diff.count-solved", found.solved)] if found.solved else []
    yield _sentence(", ".join(problems))


def _errors(found: Difference) -> int:
    return sum(map(is_error, (*found.new_problems, *found.old_problems)))


def _sentence(words: str) -> str:
    return f"{capitalised(words)}."


def _pages(found: Difference, fate: Fate, where: Sources, say: Phrases) -> list[str]:
    pages = [each for each in found.pages if each.fate == fate]
    most = MOST_LINES if len(pages) <= FEW else MOST_LINES // FEW
    lines = [line for each in pages[:MOST_PAGES] for line in _page(each, where, say, most)]
    return [*lines, *_more(len(pages) - MOST_PAGES, say)]


def _page(page: PageChange, where: Sources, say: Phrases, most: int) -> Iterator[str]:
    """Yield a page's title with its languages and its file, then a line for each thing that changed."""
    gone = page.fate == "removed"
    links = [] if gone else [(tag, _at(where.preview, address)) for tag, address in page.addresses.items()]
    title = link(page.title, links[0][1] if links else "")
    others = [link(site_phrases(tag).language_name(tag), address) for tag, address in links[1:] if address]
    yield f"- {' · '.join((title, *others, code(page.path)))}"
    if page.fate == "new":
        yield from [f"  - {'; '.join(_line(each, text) for each in page.lines)}"] if page.lines else []
    else:
        yield from (f"  {each}" for each in _lines(page.lines, say, text, most))


def _at(preview: str, address: str) -> str:
    return f"{preview.rstrip('/')}/{address}index.html" if preview else ""


def _lines(
    lines: Iterable[Line], say: Phrases, label: Callable[[str], str], most: int = MOST_LINES
) -> list[str]:
    """Return each change as an item: `- Price: 900 kr. → 1.000 kr.`; `label` escapes what it is about."""
    found = [f"- {_line(each, label)}" for each in lines]
    return [*found[:most], *_more(len(found) - most, say)]


def _line(line: Line, label: Callable[[str], str]) -> str:
    name = label(line.label)
    if line.before or line.after:
        before, after = (text(each) if each else NOTHING for each in (line.before, line.after))
        return f"{name}: {before} → **{after}**" if line.after else f"{name}: {before} → {after}"
    return f"{name}: {text(line.note)}" if line.note else name


def _more(count: int, say: Phrases) -> list[str]:
    return [f"- {say.count('diff.more', count)}"] if count > 0 else []


def _problems(problems: Sequence[Problem], say: Phrases) -> list[str]:
    lines = [_problem(each, say) for each in problems[:MOST_PROBLEMS]]
    return [*lines, *_more(len(problems) - MOST_PROBLEMS, say)]


def _problem(problem: Problem, say: Phrases) -> str:
    """Return the file and line, how bad it is, what is wrong and what to do."""
    kind = problem_kinds()[problem.code]
    place = code(f"{problem.path}:{problem.position.line}")
    return f"- {place} {say(f'diff.{kind.severity}')} {kind.short}: {_message(problem, say)}"


def _message(problem: Problem, say: Phrases) -> str:
    """Return what is wrong and what to do; what is to be copied as it is."""
    suggestion = problem.params.get("suggestion", "")
    marked = Problem(problem.path, problem.position, problem.code, {**problem.params, "suggestion": COPY})
    message = text(f"{what(marked, say)} {do(marked, say)}", LONGEST_MESSAGE)
    for quoted in (f"»{COPY}«", f"”{COPY}”", f"“{COPY}”", f'"{COPY}"', COPY):
        message = message.replace(quoted, code(suggestion, LONGEST_MESSAGE))
    return message
