"""Advice works when it is followed: what is suggested, put in the place of what was written, is right."""

from pathlib import Path
from types import ModuleType

import pytest

from katalog.problems import Problem
from tests.bad import (
    cases_addresses,
    cases_bytes,
    cases_links,
    cases_markup,
    cases_pages,
    cases_paths,
    cases_personal,
    cases_values,
)
from tests.bad.table import Bad, course
from tests.bad.test_bad_records import check, good_files

NOT_IN_PLACE = {
    "project.follower-twice",  # one line stands for two, of which the other is to go
    "text.file-not-beside",  # the file itself is to be moved too
}


def followed(case: Bad, tmp_path: Path) -> list[tuple[Problem, list[Problem]]]:
    """Return the problems whose suggestion can be put in place, each with what is new there then."""
    files = good_files(case) | case.files
    found = []
    before = check(tmp_path / "before", files)
    known = {(each.code, each.params.get("written")) for each in before}
    for number, problem in enumerate(before):
        if problem.code == case.code and problem.params.get("written") and "suggestion" in problem.params:
            after = with_suggestion(files[problem.path].decode("utf-8", "replace"), problem)
            if after:
                rest = check(tmp_path / f"after-{number}", files | {problem.path: after.encode()})
                line = problem.position.line
                there = [each for each in rest if (each.path, each.position.line) == (problem.path, line)]
                old = known - {(problem.code, problem.params.get("written"))}
                found.append(
                    (problem, [each for each in there if (each.code, each.params.get("written")) not in old])
                )
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


CASES = {
    cases_bytes: 20, cases_values: 40, cases_links: 5, cases_markup: 0,
    cases_pages: 0, cases_paths: 0, cases_addresses: 0, cases_personal: 10,
}  # fmt: skip
"""How many suggestions are followed at least, of the bad records of each module."""


@pytest.mark.parametrize("cases", CASES, ids=lambda cases: cases.__name__.rpartition("_")[2])
def test_what_is_suggested_is_right(cases: ModuleType, tmp_path: Path) -> None:
    candidates = [case for case in cases.CASES if not case.make and case.code not in NOT_IN_PLACE]
    found = [each for n, case in enumerate(candidates) for each in followed(case, tmp_path / f"{n}")]
    assert [(problem, there) for problem, there in found if there] == []
    assert len(found) >= CASES[cases]


CHAINS = (
    "pris: gratis", "pris: 950", "price: 950", "price: 9,950 kr.", "pris: [950]",
    "pris: gratis for medlemmer, 200 kr. for andre", "price: gratis for medlemmer, 200 kr. for andre",
    "price: Early bird 900 kr. til 1. maj 2028, derefter 1.100 kr.", "price: Forplejning 250 kr. + moms",
    "price: Gratis for medlemmer, andre 200 kr.", "price: 900 kr. ekskl. moms, faktureres bagefter",
    "form: fysisk", "form: fysisk, online", "spoken: dansk", "spoken: dansk, svensk", "status: aflyst",
    "status: inställt", "sessions: 7/3-2028", "mødegange: 7. marts 2028",
    "dato: 7. marts 2028", "teachers: Ane Test", "undervisere: [Ane Test]", "teachers: [ane-tst]",
    "organiser: Vejby Bibliotek", "organiser: vejbi-bibliotek", "contacts: Ane Test",
    "contacts: [{person: Ane Test, role: tilmelding}]", "tilmelding: 1. marts 2028", "frist: 1. marts 2028",
    "registration: 1. marts 2028", "registration: https://a.example/", "registration: www.a.example",
    "date: 7. marts 2028", "deltagere: 20", "participants: 10-20", "topics: Samskabelse",
    "kind: Seminarium", "initiative: Fælles indsats", "partnere: Sundby Bibliotek",
)  # fmt: skip
"""Lines of a course that advice makes right, step by step where several things are wrong with them."""


@pytest.mark.parametrize("line", CHAINS)
def test_following_all_advice_ends_well(line: str, tmp_path: Path) -> None:
    """What is reported first is all there is: no advice leads to a fault that was not told before."""
    text = course(line)
    told: list[set[str]] = []
    while problems := check(tmp_path / f"{len(told)}", good_files() | {"courses/kursus.md": text.encode()}):
        told.append({each.code for each in problems})
        assert len(told) == 1 or told[-1] < told[-2], text
        text = with_suggestion(text, next(each for each in reversed(problems) if "suggestion" in each.params))
    assert told
