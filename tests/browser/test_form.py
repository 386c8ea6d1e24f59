"""An editor writes, translates, cancels and illustrates a course in the form, in Danish and in Swedish."""

from collections.abc import Iterator
from difflib import ndiff
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.forms import EditingSession, Form, edited
from tests.e2e.sites import copy_project

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PICTURE = BytesIO()
Image.new("RGB", (8, 8), "teal").save(PICTURE, "PNG")
SPOKEN = {
    "da": {
        "language": "Dansk",
        "status": "Aflyst",
        "role": "Tilmelding",
        "other": "sv",
        "title": "Øvelse i højtlæsning",
        "id": "ovelse-i-hojtlaesning",
        "when": ("7. marts 2027 kl. 9.00–16.00", "uge 11 2027"),
        "price": "500 kr.",
        "text": "Vi læser højt for hinanden.",
        "translated": ("Övning i högläsning", "Vi läser högt för varandra."),
    },
    "sv": {
        "language": "Svenska",
        "status": "Inställd",
        "role": "Anmälan",
        "other": "da",
        "title": "Övning i högläsning",
        "id": "oevning-i-hoeglaesning",
        "when": ("7 mars 2027 kl. 9–16", "vecka 11 2027"),
        "price": "500 kr",
        "text": "Vi läser högt för varandra.",
        "translated": ("Øvelse i højtlæsning", "Vi læser højt for hinanden."),
    },
}
KINDS = {
    "courses": ("courses/proeve-hold.md", "summary", "Et andet resumé."),
    "projects": ("projects/proeve-indsats.md", "title", "En anden titel"),
    "libraries": ("content/libraries/elmby-bibliotek.md", "municipality", "Elmby Nye Kommune"),
    "organisations": ("content/organisations/proevefonden.md", "title", "Den nye prøvefond"),
    "contacts": ("content/contacts/person-01.md", "title", "Opdigtet Person"),
    "news": ("content/news/proeve-nyt.md", "summary", "Et andet resumé."),
    "pages-da": ("content/da/om.md", "description", "En anden beskrivelse."),
    "pages-sv": ("content/sv/om.md", "description", "En annan beskrivning."),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[EditingSession]:
    with edited(copy_project(tmp_path / "project")) as desk:
        yield desk


@pytest.fixture
def new_form(browser: Browser, desk: EditingSession) -> Iterator[Any]:
    forms: list[Form] = []

    def make(language: str = "da") -> Form:
        forms.append(Form(browser, desk, language))
        return forms[-1]

    yield make
    for form in forms:
        form.close()


@pytest.mark.parametrize("language", SPOKEN)
def test_a_course_from_nothing_to_cancelled(
    language: str, desk: EditingSession, new_form: Any, tmp_path: Path
) -> None:
    says: dict[str, Any] = SPOKEN[language]
    form, before, wrong = new_form(language), desk.texts(), desk.problems()

    form.open("courses", "new")
    form.write("title", says["title"])
    form.choose("language", says["language"])
    form.choose("organiser", "Elmby Bibliotek")
    form.add("contacts")
    form.choose("contacts.0.person", "Bbertil Opdigtet 01")
    form.choose("contacts.0.role", says["role"])
    form.add("price")
    form.write("price.0.amount", says["price"])
    for number, when in enumerate(says["when"]):
        form.add("sessions")
        form.write(f"sessions.{number}.when", when)
    form.write("body", says["text"])
    form.save()

    path = f"courses/{says['id']}.md"
    assert desk.texts() == before | {
        path: f"---\ntitle: {says['title']}\nlanguage: {language}\norganiser:\n  - elmby-bibliotek\n"
        f"price:\n  - amount: {says['price']}\nsessions:\n"
        + "".join(f"  - when: {when}\n" for when in says["when"])
        + f"contacts:\n  - person: person-01\n    role: registration\n---\n\n{says['text']}\n"
    }
    assert desk.problems() == wrong

    form.open("courses", says["id"])
    form.translate(says["other"])
    title, text = says["translated"]
    form.write("title", title, says["other"])
    form.write("body", text, says["other"])
    form.save()
    translation = desk.texts()[path.replace(".md", f".{says['other']}.md")]
    assert translation.endswith(f"title: {title}\n---\n\n{text}\n")
    assert translation.startswith("---\ntranslates: ")
    assert desk.problems() == wrong

    picture, programme = tmp_path / "Læsere 1.png", tmp_path / "Program (nyt).pdf"
    picture.write_bytes(PICTURE.getvalue())
    programme.write_bytes(PDF)
    form.open("courses", says["id"])
    form.choose("status", says["status"])
    form.begin("image")
    form.upload("image.file", picture)
    form.write("image.alt", "To der læser")
    form.add("documents")
    form.write("documents.0.title", "Program")
    form.upload("documents.0.file", programme)
    form.save()
    record = desk.texts()[path]
    assert "\nstatus: cancelled\n" in record
    attached = sorted(each.name for each in (desk.root / "courses" / says["id"]).iterdir())
    assert len(attached) == 2
    assert all(f"{says['id']}/{name}\n" in record for name in attached)
    # the titles of documents are translated too, so that the translation is now of an older original
    assert [each for each in desk.problems() if each not in wrong and "K614" not in each] == []


@pytest.mark.parametrize("collection", KINDS)
def test_one_changed_field_is_one_changed_line(collection: str, desk: EditingSession, new_form: Any) -> None:
    path, field, text = KINDS[collection]
    form, before = new_form(), desk.texts()
    form.open(collection, path.rpartition("/")[2].removesuffix(".md"))
    form.write(field, text)
    form.save()
    after = desk.texts()
    assert {each for each in before if before[each] != after[each]} == {path}
    assert before.keys() == after.keys()
    changed = [each for each in ndiff(before[path].splitlines(), after[path].splitlines()) if each[0] in "+-"]
    assert [each for each in changed if each[0] == "+"] == [f"+ {field}: {text}"]
    assert len([each for each in changed if each[0] == "-"]) <= 1


def test_a_new_topic_leaves_the_others_alone(desk: EditingSession, new_form: Any) -> None:
    form, before = new_form(), desk.texts()
    form.open("topics", "topics")
    form.add("topics")
    number = before["content/topics.yml"].count("- id:")
    form.write(f"topics.{number}.id", "hoejtlaesning")
    form.write(f"topics.{number}.name.da", "Højtlæsning")
    form.save()
    after = desk.texts()
    assert {each for each in before if before[each] != after[each]} == {"content/topics.yml"}
    old, new = (yaml.safe_load(texts["content/topics.yml"]) for texts in (before, after))
    assert new == [*old, {"id": "hoejtlaesning", "name": {"da": "Højtlæsning"}}]


COURSE = """\
---
title: Læsning på tværs
language: da
price:
  - 500 kr. for medlemmer  # uden moms
  - amount: 750 kr.
    label: Forplejning
sessions:
  - 2027-03-07
  - when: uge 11 2027
    title: Besøg
    agenda: [Rundvisning, Samtale]
---

Tekst.
"""
TRANSLATION = """\
---
title: Läsning tvärsöver
translates: 00000000
price:
  - audience: medlemmar
  - label: Förtäring
sessions:
  - {}
  - title: Besök  # kort
    agenda: [Rundvandring, Samtal]
---

Text.
"""


@pytest.fixture
def translated(desk: EditingSession) -> EditingSession:
    (desk.root / "courses/paa-tvaers.md").write_text(COURSE, encoding="utf-8")
    (desk.root / "courses/paa-tvaers.sv.md").write_text(TRANSLATION, encoding="utf-8")
    return desk


def test_a_translation_stays_as_it_is_when_a_fact_changes(translated: EditingSession, new_form: Any) -> None:
    form, before = new_form(), translated.texts()
    form.open("courses", "paa-tvaers")
    form.write("lessons", "12")
    form.save()
    changed = COURSE.replace("sessions:", "lessons: '12'\nsessions:").replace("'12'", "12")
    assert translated.texts() == before | {"courses/paa-tvaers.md": changed}


def test_a_text_of_an_item_is_translated_and_the_translation_is_current(
    translated: EditingSession, new_form: Any
) -> None:
    form, before = new_form(), translated.texts()
    assert [each for each in translated.problems() if "paa-tvaers" in each and "K614" in each] != []
    form.open("courses", "paa-tvaers")
    form.show("sv")
    form.field("sessions", "sv").scroll_into_view_if_needed()
    form.unfold("sessions", 1, "sv")
    form.write("sessions.1.title", "Studiebesök", "sv")
    form.save()
    after = translated.texts()
    assert after | {"courses/paa-tvaers.sv.md": ""} == before | {"courses/paa-tvaers.sv.md": ""}
    head, _, tail = after["courses/paa-tvaers.sv.md"].partition("price:\n")
    assert head.startswith("---\ntitle: Läsning tvärsöver\ntranslates: ")
    assert tail == (
        "  - audience: medlemmar\n  - label: Förtäring\nsessions:\n  - {}\n  - title: Studiebesök\n"
        "    agenda:\n      - Rundvandring\n      - Samtal\n---\n\nText.\n"
    )
    assert [each for each in translated.problems() if "paa-tvaers" in each] == []


def test_items_pair_when_one_is_added(translated: EditingSession, new_form: Any) -> None:
    form = new_form()
    form.open("courses", "paa-tvaers")
    form.show("sv")
    form.field("sessions").scroll_into_view_if_needed()
    form.add("sessions")
    form.write("sessions.2.when", "uge 12 2027")
    form.save()
    record, translation = (translated.texts()[f"courses/paa-tvaers{end}.md"] for end in ("", ".sv"))
    assert "  - when: uge 12 2027\n" in record
    assert "  - 500 kr. for medlemmer  # uden moms\n" in record
    assert "agenda:\n      - Rundvandring\n      - Samtal\n  - {}\n---" in translation
    assert [each for each in translated.problems() if "paa-tvaers" in each and "K614" not in each] == []
