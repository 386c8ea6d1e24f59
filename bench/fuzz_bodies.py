"""One-edit mutants of records' texts: no word may vanish from the page without being reported.

    python -m bench.fuzz_bodies [count] [seed]

A word is lost when it stands on a line that no edit touched, was shown before and is not any longer, as text,
in an address or in a picture's description, and the check says nothing.  Exits with 1 when there is one.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from html import unescape

from bench.fuzz import Tally, mutate, report
from katalog.checks.markup import markup_faults
from katalog.markdown import Body, render_text

WORDS = "kurset handler om læring på tværs af Ærø og Ö for alle der vil samskabe med borgere i dag".split()  # noqa: SIM905
_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")
_MARK = re.compile(r"^(?:[\s>]|[-*+] )*\d+[.)]\s")
_SHOWN = re.compile(r'<[^>]*?(?:alt|title)="([^"]*)"[^>]*>')


def body(rng: random.Random) -> str:
    """Return a good text of a few paragraphs, lists, tables, notes, quotes and pieces of code."""
    makers: tuple[Callable[[random.Random, int], str], ...] = (
        _paragraph, _paragraph, _list, _steps, _table, _note, _quote, _alert, _code, _labelled, _heading,
    )  # fmt: skip
    return "\n\n".join(rng.choice(makers)(rng, number) for number in range(rng.randrange(2, 7))) + "\n"


def _words(rng: random.Random, most: int = 9) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randrange(2, most)))


def _inline(rng: random.Random, _: int = 0) -> str:
    words, more, site = _words(rng), _words(rng), "https://example.org"
    return rng.choice((
        words, more, f"**{words}**", f"*{words}*", f"`{words}`", f"~~{words}~~", f"![{words}](sal.jpg)",
        f"[{words}]({site}/{rng.randrange(10, 99)})", f"<{site}/{rng.choice(WORDS)}>",
        f"[{words}]({site} 'Se {more}')",
    ))  # fmt: skip


def _paragraph(rng: random.Random, number: int) -> str:
    lines = (
        " ".join(_inline(rng, number) for _ in range(rng.randrange(1, 4))) for _ in range(rng.randrange(1, 4))
    )
    return "\n".join(f"Vi {line}." for line in lines)


def _list(rng: random.Random, _: int) -> str:
    return "\n".join(f"{rng.choice(('', '  '))}- {_inline(rng)}" for _ in range(rng.randrange(1, 5)))


def _steps(rng: random.Random, _: int) -> str:
    steps = (f"{step}. {_inline(rng)}" for step in range(1, rng.randrange(2, 5)))
    return "\n".join((f"Vi {_words(rng)}:\n", *steps))


def _table(rng: random.Random, _: int) -> str:
    columns = rng.randrange(1, 4)
    rows = [" | ".join(_inline(rng) for _ in range(columns)) for _ in range(rng.randrange(2, 5))]
    return "\n".join(f"| {row} |" for row in (rows[0], " | ".join(["---"] * columns), *rows[1:]))


def _note(rng: random.Random, number: int) -> str:
    return f"Vi {_words(rng)}[^{number}].\n\n[^{number}]: {_inline(rng)}"


def _labelled(rng: random.Random, number: int) -> str:
    return f"Se [{_words(rng)}][sted {number}].\n\n[sted {number}]: https://example.org/{number}"


def _quote(rng: random.Random, number: int) -> str:
    return "\n".join(f"> {line}" for line in _paragraph(rng, number).split("\n"))


def _alert(rng: random.Random, number: int) -> str:
    return f"> [!{rng.choice(('NOTE', 'TIP', 'WARNING'))}]\n{_quote(rng, number)}"


def _code(rng: random.Random, _: int) -> str:
    return f"```\n{_words(rng)}\n```"


def _heading(rng: random.Random, _: int) -> str:
    return f"{'#' * rng.randrange(1, 4)} {_words(rng)}"


def shown(body: Body) -> Counter[str]:
    """Count the words that readers get: text, descriptions, and the addresses behind it."""
    html = "".join(part if isinstance(part, str) else "" for part in body.parts)
    html = _SHOWN.sub(r" \1 ", html)
    text = re.sub(r"<[^>]*>", " ", html) + " " + " ".join(link.url for link in body.links)
    return Counter(_WORD.findall(unescape(text)))


def lost_words(good: str, new: str, touched: frozenset[int]) -> Counter[str]:
    """Return the words of untouched lines that were shown and are shown no longer."""
    lines = (_MARK.sub("", line) for number, line in enumerate(good.split("\n"), 1) if number not in touched)
    written = Counter(word for line in lines for word in _WORD.findall(line))
    return (written & shown(render_text(good))) - shown(render_text(new))


def fuzz_bodies(count: int, seed: int) -> Tally:
    """Try `count` mutants of made-up texts."""
    rng, tally = random.Random(seed), Tally()
    for _ in range(count):
        good = body(rng)
        if slips := list(markup_faults(good)):
            raise AssertionError(f"a good text is told of: {slips}\n{good}")
        mutant = mutate(good, rng)
        try:
            reported = bool(render_text(mutant.text).faults) or any(markup_faults(mutant.text))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            tally.crashes.append(f"{mutant.edit}: {error!r}\n{mutant.text}")
            continue
        tally.told += reported
        if not reported and (gone := lost_words(good, mutant.text, mutant.lines)):
            tally.losses.append(f"{mutant.edit}: {dict(gone)}\n{mutant.text}")
        tally.harmless += not reported
    return tally


if __name__ == "__main__":
    sys.exit(report(fuzz_bodies, 5_000))
