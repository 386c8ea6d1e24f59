"""The workflows of this repository and of a new site: what they may, and what they run others' code with."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from katalog.i18n.phrases import editor_phrases
from katalog.new_site import Answers, SiteLanguage, site_files
from tests.support import REPOSITORY

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
WRITES = {
    "publish.yml": {"deploy": {"pages", "id-token"}},
    "release.yml": {"packages": {"contents", "id-token", "attestations"}},
    "proposal.yml": {"comment": {"pull-requests"}},
    "site.yml": {"publish": {"pages", "id-token"}},
}
"""What each job may change at the host; jobs that are not named may read alone."""


def new_site(language: str = "en") -> dict[str, str]:
    languages = (SiteLanguage("da", "Dansk"),)
    answers = Answers("A", "", "A", languages, "DK", "Europe/Copenhagen", date(2026, 11, 22), "", "1")
    return dict(site_files(answers, editor_phrases(language)))


def workflows() -> dict[str, str]:
    """Return every workflow of GitHub by the names of its owner and its file."""
    own = {
        f"own {path.name}": path.read_text("utf-8") for path in (REPOSITORY / ".github/workflows").iterdir()
    }
    begun = {path: text for path, text in new_site("sv").items() if path.startswith(".github/workflows/")}
    return own | {f"new {path.rpartition('/')[2]}": text for path, text in begun.items()}


every_workflow = pytest.mark.parametrize("name", workflows())


def jobs(text: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield each job with what it may: its own permissions, else those of the whole."""
    whole = yaml.safe_load(text)
    for name, job in whole["jobs"].items():
        yield name, job, job.get("permissions", whole["permissions"])


@every_workflow
def test_actions_are_pinned_to_a_commit_and_say_which_version_that_is(name: str) -> None:
    used = re.findall(r"(?m)^\s*-?\s*uses: (.+)$", workflows()[name])
    assert used
    assert [each for each in used if not PINNED.fullmatch(each)] == []


def test_the_same_action_is_pinned_the_same_everywhere() -> None:
    used = {use for text in workflows().values() for use in re.findall(r"uses: (.+)", text)}
    pins = {(action.split("/")[1], commit) for action, _, commit in (use.partition("@") for use in used)}
    assert len(pins) == len({action for action, _ in pins})


@every_workflow
def test_a_job_may_write_only_what_it_is_for(name: str) -> None:
    allowed = WRITES.get(name.split()[1], {})
    for job, _, permissions in jobs(workflows()[name]):
        writes = {scope for scope, access in permissions.items() if access == "write"}
        assert writes == allowed.get(job, set()), job


@every_workflow
def test_the_code_of_a_proposal_meets_no_secret_and_no_rights(name: str) -> None:
    """What runs on a proposal reads alone, keeps no token on disk, and its texts are no part of a script."""
    text = workflows()[name]
    on = yaml.safe_load(text)[True]  # YAML 1.1 takes the key `on` for true
    assert "pull_request_target" not in on
    for _, job, permissions in jobs(text):
        if "pull_request" in on and "write" in permissions.values():
            assert job["if"] == "github.event_name != 'pull_request'"
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
    assert "secrets." not in text


@every_workflow
def test_what_has_rights_checks_out_no_proposal(name: str) -> None:
    text = workflows()[name]
    if "workflow_run" in yaml.safe_load(text)[True]:
        assert "actions/checkout" not in text
        assert all("if" in job and job["timeout-minutes"] <= 5 for _, job, _ in jobs(text))


def test_the_repository_comments_as_a_new_site_does() -> None:
    """Two files of one text, but for the name of the workflow whose text they put beside the proposal."""
    begun = new_site()[".github/workflows/proposal.yml"]
    own = (REPOSITORY / ".github/workflows/proposal.yml").read_text("utf-8")
    assert own == begun.replace("[site]", "[check]").replace("“site”", "“check”")


def test_gitlab_keeps_the_token_from_the_job_that_runs_the_proposal() -> None:
    text = new_site()[".gitlab-ci.yml"]
    found = yaml.safe_load(text)
    assert found["comment"]["variables"]["GIT_STRATEGY"] == "none"
    assert "KATALOG_TOKEN" not in yaml.safe_dump(found["check"])
    assert found["check"]["artifacts"]["when"] == "always"
    assert set(found["stages"]) == {job["stage"] for job in found.values() if "stage" in job}


def test_messages_come_in_the_language_of_the_site() -> None:
    for path in (".github/workflows/site.yml", ".gitlab-ci.yml"):
        assert "KATALOG_LANGUAGE: sv\n" in new_site("sv")[path]


KEPT = ["site", ".katalog"]
"""What a build knows of the one before: the bytes, and what they were made of."""


@pytest.mark.parametrize("name", ["own ci.yml", "own publish.yml", "new site.yml"])
def test_every_build_begins_with_what_the_published_branch_has(name: str) -> None:
    caches = 0
    for _, job, _ in jobs(workflows()[name]):
        steps = [(each.get("uses", "").split("@")[0], each.get("run", ""), each) for each in job["steps"]]
        for at, (_, run, _) in enumerate(steps):
            if "build" in run.split():
                restored = [
                    each for use, _, each in steps[:at] if use in {"actions/cache", "actions/cache/restore"}
                ]
                assert [each["with"]["path"].split("\n") for each in restored] == [KEPT]
                assert restored[0]["with"]["restore-keys"] == "site-"
                caches += 1
    assert caches == 1


@every_workflow
def test_a_proposal_stores_nothing_for_later_builds(name: str) -> None:
    text = workflows()[name]
    for _, job, _ in jobs(text):
        for step in job["steps"]:
            if step.get("uses", "").startswith(("actions/cache@", "actions/cache/save@")):
                assert step["with"]["key"].startswith("site-${{ github.run_id }}")
                assert step["with"]["path"].split("\n") == KEPT
                alone = "pull_request" not in yaml.safe_load(text)[True]
                assert alone or step["if"] == "github.event_name != 'pull_request'"


def test_gitlab_keeps_the_site_of_the_main_branch_alone() -> None:
    found = yaml.safe_load(new_site()[".gitlab-ci.yml"])
    users = [name for name, job in found.items() if ".cache/site.tar" in yaml.safe_dump(job)]
    assert users == ["pages"]
    assert found["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    restore, *between, keep, _ = found["pages"]["script"]
    assert between == ["python -m katalog check", "python -m katalog build"]
    assert "tar -xf" in restore
    assert "tar --format=posix -cf" in keep
