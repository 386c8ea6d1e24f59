"""Pages of people: how to reach them, whom to ask otherwise, and the directory."""

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.views.people.page import ContactView
from tests.support import Made, make_project, record

EMAIL, NUMBER = "ida@prove.example", "33 12 34 56"
AAGE = "Aage Afprøvning"
REMINDERS = {"person.show-until-near", "person.show-until-passed", "person.withdrawn"}
SLOTS = ("body", "head", "description")
FILES = {
    "content/organisations/fonden.md": record(
        "Opdigtet Fond", kind="association", country="DK", email="post@fonden.example"
    ),
    "content/contacts/ida.md": record(
        "Ida Prøve",
        "Kender faget.",
        role="Konsulent",
        organisation="fonden",
        email=EMAIL,
        phone=NUMBER,
        languages=["da", "sv"],
        show_until="2026-12-31",
    ),
    "content/contacts/aage.md": record(AAGE, email="aage@prove.example", show_until="2027-12-31"),
    "content/contacts/ole.md": record("Ole Uden", show_until="2027-12-31"),
    "content/contacts/eva.md": record("Eva Ensom", show_until="2027-12-31"),
    "courses/kurset.md": record(
        "Kurset",
        teachers=["ole"],
        contacts=[{"person": "ida", "role": "registration"}, {"person": "aage", "role": "content"}],
    ),
    "projects/projektet.md": record(
        "Projektet",
        kind="project",
        contacts=[{"person": "ole", "role": "presenter"}, "ida"],
        groups=[{"name": "Gruppe", "members": ["ida"]}],
    ),
    "content/news/nyt.md": record("Nyheden", date="2026-11-01", author="ida", about=["projektet"]),
}


def made_on(root: Path, today: date = date(2026, 11, 22), /, **more: str) -> Made:
    return make_project(root, FILES | more, today, expected=REMINDERS)


def view(made: Made, person: str) -> ContactView:
    found = made.pages[f"kontakt/{person}/"].view
    assert isinstance(found, ContactView)
    return found


def everything(made: Made) -> str:
    return "".join(made.slots(address)[slot] for address in made.pages for slot in SLOTS)


def test_a_person_can_be_reached_and_saved(tmp_path: Path) -> None:
    made = made_on(tmp_path)
    shown = made.text("kontakt/ida/")
    for words in ("Konsulent", "Opdigtet Fond", EMAIL, NUMBER, "dansk, svensk", "Kender faget."):
        assert words in shown
    card = view(made, "ida").card
    assert card
    assert card.address == "kontakt/ida.vcf"
    assert "+45 33 12 34 56" in made.text("sv/kontakt/ida/")


def test_roles_name_the_records_they_are_had_in(tmp_path: Path) -> None:
    made = made_on(tmp_path)
    assert [(role.key, [row.link.title for row in role.rows]) for role in view(made, "ida").involvements] == [
        ("registration", ["Kurset"]),
        ("other", ["Projektet"]),
        ("author", ["Nyheden"]),
        ("member", ["Projektet"]),
    ]
    assert [role.key for role in view(made, "ole").involvements] == ["teacher", "presenter"]


def test_who_takes_enrolments_has_that_role(tmp_path: Path) -> None:
    runs = [{"id": "foraar", "registration": {"via": "aage"}}]
    more = {
        "courses/andet.md": record("Andet", registration={"via": "aage"}),
        "courses/tredje.md": record("Tredje", runs=runs),
    }
    [registration, *_] = view(made_on(tmp_path, **more), "aage").involvements
    assert registration.key == "registration"
    assert {row.link.title for row in registration.rows} == {"Andet", "Tredje"}


@pytest.mark.parametrize("change", ["expired", "withdrawn"])
def test_what_may_not_be_shown_is_on_no_page(tmp_path: Path, change: str) -> None:
    today = date(2027, 1, 1) if change == "expired" else date(2026, 11, 22)
    path, extra = "content/contacts/ida.md", "withdrawn: true\n" if change == "withdrawn" else ""
    made = made_on(tmp_path, today, **{path: FILES[path].replace("show_until", f"{extra}show_until")})
    html = everything(made)
    assert EMAIL not in html
    assert "33123456" not in html.replace(" ", "")
    assert view(made, "ida").card is None
    assert "ida.vcf" not in html


def test_on_its_last_day_a_person_is_still_shown(tmp_path: Path) -> None:
    assert EMAIL in everything(made_on(tmp_path, date(2026, 12, 31)))


def test_who_cannot_be_reached_has_an_organisation_and_others_who_can(tmp_path: Path) -> None:
    fallback = view(made_on(tmp_path, date(2027, 1, 1)), "ida").fallback
    assert fallback
    assert fallback.contact_details.email == "post@fonden.example"
    assert [(person.link.title, person.role) for person in fallback.people] == [(AAGE, "Fagligt indhold")]


def test_a_teacher_without_an_address_is_reached_through_the_course(tmp_path: Path) -> None:
    made = made_on(tmp_path)
    fallback = view(made, "ole").fallback
    assert fallback
    assert [person.link.title for person in fallback.people] == ["Ida Prøve", AAGE]
    assert "hverken e-mail eller telefon til Ole Uden. Spørg her i stedet:" in made.text("kontakt/ole/")


def test_with_nobody_else_to_ask_that_is_said(tmp_path: Path) -> None:
    assert "ingen kontaktoplysninger om Eva Ensom." in made_on(tmp_path).text("kontakt/eva/")


def test_the_directory_has_all_letters_and_links_those_with_people(tmp_path: Path) -> None:
    made = made_on(tmp_path)

    def linked(address: str) -> list[str]:
        tree = LexborHTMLParser(made.html(address))
        links = tree.css(".k-az a")
        assert all(tree.css_first(str(link.attributes["href"])) for link in links)
        return [link.text() for link in links]

    assert linked("kontakt/") == ["E", "I", "O", "Å"]
    assert linked("sv/kontakt/") == ["A", "E", "I", "O"]


def test_a_name_without_a_letter_of_the_alphabet_is_listed_too(tmp_path: Path) -> None:
    russian = record("Яна Проба", show_until="2027-12-31")
    made = made_on(tmp_path, **{"content/contacts/yana.md": russian})
    assert made.pages["kontakt/"].view.by_letter[-1].name == "#"
    assert "Яна Проба" in made.text("kontakt/")


def test_only_people_who_can_be_reached_are_asked(tmp_path: Path) -> None:
    asked = made_on(tmp_path, date(2027, 1, 1)).pages["kontakt/"].view.by_role
    assert [(role.key, [each.person.link.title for each in role.people]) for role in asked] == [
        ("content", [AAGE])
    ]


def test_people_stand_under_their_organisation_and_the_rest_last(tmp_path: Path) -> None:
    staff = made_on(tmp_path).pages["kontakt/"].view.by_organisation
    assert [(each.title, len(each.people)) for each in staff] == [
        ("Opdigtet Fond", 1),
        ("Andre", 3),
    ]


def test_an_empty_directory_says_so(tmp_path: Path) -> None:
    made = make_project(tmp_path, {})
    for address in ("kontakt/", "biblioteker/", "organisationer/", "indsatsomraader/", "projekter/"):
        assert "endnu." in made.text(address)


def test_every_page_has_its_like_in_every_language(tmp_path: Path) -> None:
    made = made_on(tmp_path)
    for page in made.pages.values():
        assert set(page.alternates) == {"da", "sv"}
        assert set(page.alternates.values()) <= set(made.pages)
