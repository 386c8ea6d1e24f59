"""Advice works when it is followed: what is suggested, put in the place of what was written, is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bad.test_bad_records import CASES, check, good_files

if TYPE_CHECKING:
    from pathlib import Path

    from katalog.problems import Problem
    from tests.bad.table import Bad

NOT_IN_PLACE = {
    "project.follower-twice",  # one line stands for two, of which the other is to go
}
NEXT_FAULTS = {
    "field.unknown-did-you-mean",  # a key that is right now shows what is wrong with its value
}


def followed(case: Bad, tmp_path: Path) -> list[tuple[Problem, list[Problem]]]:
    """Return the problems whose suggestion can be put in place, each with what is reported there then."""
    files = good_files(case) | case.files
    found = []
    for number, problem in enumerate(check(tmp_path / "before", files)):
        if problem.code == case.code and problem.params.get("written") and "suggestion" in problem.params:
            after = with_suggestion(files[problem.path].decode("utf-8", "replace"), problem)
            if after:
                rest = check(tmp_path / f"after-{number}", files | {problem.path: after.encode()})
                line = problem.position.line
                there = [each for each in rest if (each.path, each.position.line) == (problem.path, line)]
                found.append((problem, there))
    return found


def with_suggestion(text: str, problem: Problem) -> str:
    """Return the text with the suggestion in the place of what was written; empty where that is not there."""
    lines = text.split("\n")
    line, start = lines[problem.position.line - 1], max(0, problem.position.column - 3)
    if problem.code == "yaml.text-after-quote":  # the whole value is to be written anew
        written = line.partition(": ")[2]
    else:
        written = problem.params["written"]
    at = line.find(written, 0 if problem.code == "yaml.text-after-quote" else start)
    if at < 0 or not written:
        return ""
    lines[problem.position.line - 1] = line[:at] + problem.params["suggestion"] + line[at + len(written) :]
    return "\n".join(lines)


CANDIDATES = [case for case in CASES if not case.make and case.code not in NOT_IN_PLACE]


@pytest.mark.parametrize("case", CANDIDATES, ids=lambda case: f"{case.code}: {case.name}")
def test_what_is_suggested_is_right(case: Bad, tmp_path: Path) -> None:
    for problem, there in followed(case, tmp_path):
        again = [each for each in there if problem.code not in NEXT_FAULTS or each.code == problem.code]
        assert again == [], problem


def test_many_suggestions_are_followed(tmp_path: Path) -> None:
    followed_ones = [
        problem
        for number, case in enumerate(CANDIDATES)
        for problem, _ in followed(case, tmp_path / f"{number}")
    ]
    assert len(followed_ones) >= 50
