"""Write the same records as sources of Hugo and Eleventy: the other sides of the comparison.

Every record is a page in each language, as in Katalog.  What neither can do by itself is done for them:
dates are read (`start`, `end`), references are paths of pages, facts are sorted into texts, references and
sessions.
"""

import json
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bench.corpus import PROJECT, TITLES, TOPICS, topic_ids, write
from bench.records import BASE, Facts, Written, generate
from katalog.when.reading import read_when

BESIDE = Path(__file__).with_name("beside")
LABELS = BESIDE / "labels.json"
SECTIONS = {
    "courses": "courses", "projects": "initiatives", "content/libraries": "libraries",
    "content/organisations": "organisations", "content/contacts": "people", "content/news": "news",
}  # fmt: skip
PREFIXES = {"da": "", "sv": "sv/"}
SHOWN_APART = {
    "title",
    "topics",
    "sessions",
    "meetings",
    "milestones",
    "runs",
    "price",
    "registration",
    "location",
    "show_until",
}
LINK = re.compile(r"\]\((?:\.\./)+content/(\w+)/([\w-]+)\.md\)")


def write_plain(folder: Path, courses: int, generator: str) -> None:
    """Write a project of `generator`: `hugo` or `eleventy`."""
    shutil.copytree(BESIDE / generator, folder)
    records = generate(courses, 1, topic_ids())
    where = {each.id: f"/{SECTIONS[each.folder]}/{each.id}" for each in records}
    translations = {(each.id, each.language): each for each in records if each.language}
    for language, prefix in PREFIXES.items():
        for record in records:
            if not record.language:
                shown = translations.get((record.id, language), record)
                front, body = (
                    _front(record, where) | {"title": shown.facts["title"]},
                    _linked(shown.body, prefix),
                )
                write(folder / f"content/{language}{where[record.id]}.md", _page(front, body))
    {"hugo": _hugo_titles, "eleventy": _eleventy_titles}[generator](folder)


def _hugo_titles(folder: Path) -> None:
    """Write the labels, and the titles of lists as pages of theirs."""
    write(folder / "data/labels.json", LABELS.read_text("utf-8"))
    for language, labels in json.loads(LABELS.read_text("utf-8")).items():
        titles = {f"{name}/": labels[name] for name in SECTIONS.values()}
        titles |= {f"topics/{topic}/": name for topic, name in _topics(language).items()}
        for name, title in (titles | {"": TITLES[language]}).items():
            write(folder / f"content/{language}/{name}_index.md", _page({"title": title}))


def _eleventy_titles(folder: Path) -> None:
    """Write the labels and the names of topics as data, and put the sources' own data beside them."""
    write(folder / "_data/labels.json", LABELS.read_text("utf-8"))
    topics = {language: _topics(language) for language in PREFIXES}
    write(folder / "_data/topicNames.json", json.dumps(topics))
    (folder / "content.11tydata.js").rename(folder / "content/content.11tydata.js")


def _topics(language: str) -> dict[str, str]:
    topics = yaml.safe_load((PROJECT / TOPICS).read_text("utf-8"))
    return {topic["id"]: topic["name"][language] for topic in topics}


def _page(front: Facts, body: str = "") -> str:
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=100)}---\n\n{body}"


def _linked(body: str, prefix: str) -> str:
    names = {"contacts": "people"}
    return LINK.sub(lambda found: f"](/{prefix}{names.get(found[1], found[1])}/{found[2]}/)", body)


def _front(record: Written, where: dict[str, str]) -> Facts:
    facts, language = record.facts, str(record.facts["language"])
    refs = {key: paths for key, value in facts.items() if (paths := _paths(value, where))}
    texts = {key: _text(value) for key, value in facts.items() if key not in refs and key not in SHOWN_APART}
    sessions = [
        _session(each, language, where) for each in _listed(facts, "sessions", "meetings", "milestones")
    ]
    runs = [
        {
            "id": run["id"],
            "closes": run["registration"]["closes"],
            "via": where[run["registration"]["via"]],
            "sessions": [_session(each, language, where) for each in run["sessions"]],
        }
        for run in _listed(facts, "runs")
    ]
    if registration := facts.get("registration"):
        texts["closes"] = registration["closes"]  # type: ignore[index]
        refs["via"] = [where[registration["via"]]]  # type: ignore[index]
    every = [*sessions, *(each for run in runs for each in run["sessions"])]
    ahead = [each for each in every if str(each["start"]) >= BASE.isoformat()]
    front = {
        "facts": texts,
        "refs": refs,
        "topics": facts.get("topics"),
        "prices": [_text(price) for price in _listed(facts, "price")],
        "sessions": sessions,
        "runs": runs,
        "next": dict((ahead or every or [{}])[0]),
    }
    return {key: value for key, value in front.items() if value}


def _listed(facts: Facts, *names: str) -> list[Any]:
    return [each for name in names for each in facts.get(name, [])]  # type: ignore[attr-defined]


def _paths(value: object, where: dict[str, str]) -> list[str]:
    """Return the pages that a fact refers to: ids, or ids among other things."""
    found = value if isinstance(value, list) else [value]
    ids = [each.get("person", next(iter(each))) if isinstance(each, dict) else each for each in found]
    return [where[each] for each in ids if isinstance(each, str) and each in where]


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(map(_text, value.values()))
    return ", ".join(map(_text, value)) if isinstance(value, list) else str(value)


def _session(facts: dict[str, Any], language: str, where: dict[str, str]) -> dict[str, Any]:
    """Return a session with its dates as a program reads them: none where no calendar may hold them."""
    when = read_when(facts["when"], language)
    start = end = ""
    if when.exact and when.starts and when.ends:
        start, end = (datetime.combine(when.earliest, each).isoformat() for each in (when.starts, when.ends))
    elif when.exact and when.latest:
        start, end = when.earliest.isoformat(), (when.latest + timedelta(days=1)).isoformat()
    place = facts.get("place", "")
    return facts | {"start": start, "end": end, "place": where.get(place, place)}
