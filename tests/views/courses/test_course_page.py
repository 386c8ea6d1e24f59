"""The page of a course: its state, its deadline, its runs, and what it says in a language not its own."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from katalog.json_encoding import json_bytes
from tests.support import Made, all_feeds, data_at, make_project, record

PAGE = "kurser/kursus/"
LIBRARY = record(
    "Testby Bibliotek", kind="public", country="DK", region="Region Prøve", municipality="Testby"
)
PERSON = record("Prøve Person", role="Konsulent", email="person@bibliotek.example", show_until="2030-01-01")
FACTS = {
    "kind": "seminar",
    "organiser": "testby",
    "topics": ["samskabelse"],
    "registration": {"closes": "2026-12-01", "via": "https://tilmelding.example/"},
    "sessions": [
        {"when": "2027-01-11 09:00/16:00", "title": "Kick off", "kind": "kick-off", "place": "testby"},
        {"when": "2027-W08", "title": "Besøg", "optional": True},
        {"title": "Afslutning", "place": "online"},
    ],
}


def make(tmp_path: Path, body: str = "Tekst.", today: date = date(2026, 11, 22), **facts: object) -> Made:
    files = {
        "courses/kursus.md": record("Kursus", body, **(FACTS | facts)),
        "content/libraries/testby.md": LIBRARY,
        "content/contacts/person.md": PERSON,
    }
    return make_project(tmp_path, files, today)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_badge_knows_its_later_states(tmp_path: Path) -> None:
    html = make(tmp_path).html(PAGE)
    steps = "2026-12-02T00:00:00+01:00 closed Tilmeldingen er lukket|2027-01-11T00:00:00+01:00 running I gang"
    assert f'data-state="closing-soon" data-steps="{steps}|' in html
    assert "|2027-03-01T00:00:00+01:00 finished Afholdt" in html


def test_a_page_built_early_stops_offering_a_closed_course(tmp_path: Path) -> None:
    html = make(tmp_path).html(PAGE)
    assert 'href="https://tilmelding.example/" data-until="2026-12-02T00:00:00+01:00">Tilmeld dig<' in html
    assert '<p data-from="2026-12-02T00:00:00+01:00" hidden>Tilmeldingen er lukket.</p>' in html
    assert 'data-countdown="2026-12-01T23:59:59+01:00">om 9 dage<' in html
    assert 'role="note" data-from="2027-03-01T00:00:00+01:00" hidden' in html


def test_a_deadline_with_an_hour_turns_the_badge_at_that_hour(tmp_path: Path) -> None:
    html = make(tmp_path, registration={"closes": "2026-12-01 12:00"}).html(PAGE)
    assert 'data-steps="2026-12-01T12:00:00+01:00 closed' in html


def test_a_past_course_says_so_and_offers_nothing(tmp_path: Path) -> None:
    html = make(tmp_path, today=date(2028, 1, 1)).html(PAGE)
    assert "<b>Seminaret er afholdt.</b>" in html
    assert "tilmelding.example" not in html
    assert "frist.ics" not in html
    assert "Tilmeldingsfristen var" in html


@pytest.mark.parametrize("of_all", [True, False])
def test_the_date_of_what_is_postponed_is_its_former_one(tmp_path: Path, of_all: bool) -> None:
    sessions = [{"when": "2027-01-11 09:00/16:00"}, {"when": "2027-W08"}, {"title": "Udateret"}]
    if of_all:
        made = make(tmp_path, sessions=sessions, status="postponed")
    else:
        made = make(tmp_path, sessions=[{**each, "status": "postponed"} for each in sessions])
    shown = [node.text(strip=True) for node in LexborHTMLParser(made.html(PAGE)).css(".k-session__when")]
    assert shown[0] == "Udskudt fra mandag den 11. januar 2027kl. 9.00–16.00"
    assert shown[1].startswith("Udskudt fra uge 8 (22")
    assert "Udskudt fra" not in made.text(PAGE, ".k-facts")


def test_what_has_begun_and_is_full_says_that_no_place_is_left(tmp_path: Path) -> None:
    facts: dict[str, Any] = {
        "sessions": ["hver mandag 11. januar–1. marts 2027"],
        "participants": {"max": 12, "waiting_list": True},
        "registration": {"closes": "2027-01-05"},
        "status": "full",
    }
    before = make(tmp_path, **facts).text(PAGE, ".k-facts")
    during = make(tmp_path, today=date(2027, 1, 20), **facts).text(PAGE, ".k-facts")
    after = make(tmp_path, today=date(2027, 4, 1), **facts).text(PAGE, ".k-facts")
    assert ["alle pladser er optaget" in text for text in (before, during, after)] == [False, True, False]


@pytest.mark.parametrize(("status", "words"), [("cancelled", "aflyst"), ("postponed", "udskudt")])
def test_what_is_cancelled_or_postponed_says_so_first(tmp_path: Path, status: str, words: str) -> None:
    html = make(tmp_path, status=status).html(PAGE)
    assert f"Seminaret er {words}." in text_of(html[: html.index("<article")])
    assert 'href="#k-enrol"' not in html


def test_calendars_are_offered_for_the_whole_a_session_and_the_deadline(tmp_path: Path) -> None:
    html = make(tmp_path).html(PAGE)
    for address in ("../kursus.ics", "k-1.ics", "frist.ics"):
        assert f'href="{address}"' in html
    assert "k-2.ics" not in html  # a week is no entry of a calendar
    assert 'href="sista-anmalningsdag.ics"' in make(tmp_path).html("sv/kurser/kursus/")


def test_sessions_stand_in_order_with_their_place(tmp_path: Path) -> None:
    text = text_of(make(tmp_path).html(PAGE))
    assert "mandag den 11. januar 2027 kl. 9.00–16.00 Opstart Kick off Testby Bibliotek" in text
    assert text.index("Kick off") < text.index("Besøg") < text.index("Afslutning")
    assert "Frivillig" in text


@pytest.mark.parametrize(("title", "kinds"), [("Internat", 1), ("Første internat", 1), ("", 1)])
def test_the_kind_of_a_session_is_said_once(tmp_path: Path, title: str, kinds: int) -> None:
    session = {"when": "2028-04-10", "kind": "residential"} | ({"title": title} if title else {})
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", sessions=[session])})
    program = made.html("kurser/kursus/").partition("<h2>Program</h2>")[2].partition("k-1.ics")[0]
    assert program.count("Internat") == kinds


def test_prices_say_vat_contents_and_conditions(tmp_path: Path) -> None:
    price = [
        {"amount": "1.950 kr.", "per": "participant", "vat": "excluded", "includes": ["frokost"]},
        {"amount": "350 kr.", "label": "Overnatning", "condition": "kun med bil"},
    ]
    text = text_of(make(tmp_path, price=price, participants={"min": 13}).html(PAGE))
    assert "Pris for at deltage Inkluderer: frokost pr. deltager ekskl. moms 1.950 kr." in text
    assert "Overnatning moms ikke oplyst 350 kr. Vilkår: kun med bil" in text
    assert "Seminaret gennemføres ved mindst 13 deltagere." in text


def test_people_say_what_to_ask_them_about(tmp_path: Path) -> None:
    html = make(tmp_path, contacts=[{"person": "person", "role": "content"}]).html(PAGE)
    assert "Spørgsmål? Prøve Person Fagligt indhold person@bibliotek.example" in text_of(html)


def test_whoever_is_asked_and_teaches_is_introduced_once(tmp_path: Path) -> None:
    html = make(tmp_path, contacts=["person"], teachers=["person"]).html(PAGE)
    assert html.count("mailto:person@bibliotek.example") == 1
    assert "Underviser Prøve Person" in text_of(html)


def test_the_libraries_that_follow_what_a_course_is_part_of_are_named(tmp_path: Path) -> None:
    files = {
        "content/libraries/nabo.md": record("Nabobiblioteket", kind="public", country="DK"),
        "projects/indsats.md": record("Indsats", kind="national-initiative", followers=["nabo"]),
        "projects/del.md": record("Del", kind="project", part_of="indsats"),
    }
    course = record("Kursus", "Tekst.", **{**FACTS, "initiative": "del"})
    own = {"courses/kursus.md": course, "content/libraries/testby.md": LIBRARY}
    html = make_project(tmp_path, files | own).html(PAGE)
    assert "Biblioteker, der følger med 1 bibliotek : Nabobiblioteket" in text_of(html)
    assert "../../indsatsomraader/indsats/#k-followers" in html


RUNS: list[dict[str, object]] = [
    {"id": "2025", "title": "Efterår 2025", "sessions": [{"when": "2025-10-06", "title": "Dag"}]},
    {
        "id": "2028",
        "title": "Forår 2028",
        "sessions": [{"when": "2028-03-08", "title": "Dag"}],
        "registration": {"closes": "2028-02-01"},
        "price": [{"amount": "500 kr."}],
    },
    {
        "id": "2027",
        "title": "Forår 2027",
        "sessions": [{"when": "2027-03-08", "title": "Dag"}],
        "registration": {"closes": "2027-02-01"},
    },
]


def test_runs_stand_with_the_next_one_first_and_the_past_last(tmp_path: Path) -> None:
    made = make(tmp_path, sessions=[], registration=None, runs=RUNS, price=[{"amount": "free"}])
    html = made.html(PAGE)
    assert re.findall(r'<section class="k-section" id="(k-\d+)">', html) == ["k-2027", "k-2028", "k-2025"]
    assert re.search(
        r"Forår 2028 Tilmeldingen er åben Hvornår 8\. marts 2028 .*?Tilmeld dig senest", text_of(html)
    )
    assert 'href="2028-frist.ics"' in html
    assert "Pris: 500 kr." in text_of(html)


def test_a_run_one_can_join_goes_before_an_earlier_one_that_is_full(tmp_path: Path) -> None:
    runs = [RUNS[1], {**RUNS[2], "status": "full"}]
    html = make(tmp_path, sessions=[], registration=None, runs=runs).html(PAGE)
    assert re.findall(r'<section class="k-section" id="(k-\d+)">', html) == ["k-2028", "k-2027"]


def test_a_run_that_is_full_or_cancelled_says_so_where_its_programme_begins(tmp_path: Path) -> None:
    cancelled_run = {"id": "2029", "title": "Aarhus", "sessions": ["2029-03-08"], "status": "cancelled"}
    runs = [RUNS[1], {**RUNS[2], "status": "full"}, cancelled_run]
    made = make(tmp_path, sessions=[], registration=None, runs=runs)
    full, cancelled = made.text(PAGE, "#k-2027"), made.text(PAGE, "#k-2029")
    assert "Fuldt booket" in full
    assert "Aflyst" in cancelled
    article = made.text(PAGE, "article")
    assert "Holdet er fuldt booket." in article
    assert "Holdet er aflyst." in article


def test_headings_leave_no_level_out(tmp_path: Path) -> None:
    body = "#### Dybt\n\nTekst.\n\n## Midt\n\n##### Dybest\n"
    made = make(tmp_path, body, outcomes=["Noget"], price=[{"amount": "free"}], teachers=["person"])
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", made.html(PAGE))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_foreign_text_is_marked_with_its_language(tmp_path: Path) -> None:
    html = make(tmp_path, audience="Alle ansatte").html("sv/kurser/kursus/")
    assert '<h1 lang="da">Kursus</h1>' in html
    assert '<span lang="da">Alle ansatte</span>' in html
    assert '<div class="k-prose md-typeset" lang="da">' in html
    assert "Texten finns" in text_of(html)
    assert 'lang="da"' not in make(tmp_path, audience="Alle ansatte").html(PAGE)


def test_what_an_author_wrote_is_text_and_never_markup(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script> & mere"
    made = make(tmp_path, audience=nasty, outcomes=[nasty], subtitle=nasty, certificate=nasty)
    for address in (PAGE, "sv/kurser/kursus/"):
        assert "<script>alert" not in made.html(address)
        assert made.html(address).count("&lt;script&gt;") >= 4


def test_related_courses_share_a_topic(tmp_path: Path) -> None:
    files = {f"courses/{id_}.md": record(id_.title(), topics=["samskabelse"]) for id_ in ("en", "to")}
    made = make_project(tmp_path, files | {"courses/tre.md": record("Tre", topics=["laesning"])})
    html = made.html("kurser/en/")
    assert 'href="../to/"' in html
    assert 'href="../tre/"' not in html


def test_of_related_courses_the_most_alike_come_first(tmp_path: Path) -> None:
    """Among those that share as many topics and are open: same audience, form, region, organiser."""

    def of(title: str, day: str, audience: str, **more: object) -> str:
        sessions = [{"when": day, "place": "online" if audience == "Alle" else "Storgade 1, 8000 Aarhus C"}]
        return record(title, topics=["samskabelse"], sessions=sessions, audience=audience, **more)

    files = {f"courses/tidlig-{n}.md": of(f"Tidlig {n}", f"2027-01-0{n}", "Alle") for n in range(1, 5)}
    files |= {
        "courses/en.md": of("En", "2027-03-01", "Ledere"),
        "courses/som-den.md": of("Som den", "2027-04-01", "Ledere"),
        "courses/ovre.md": of("Ovre", "2020-04-01", "Ledere"),
        "courses/lukket.md": of("Lukket", "2027-02-01", "Ledere", registration={"closes": "2020-01-01"}),
    }
    html = make_project(tmp_path, files).html("kurser/en/")
    found = re.findall(r'href="\.\./(tidlig-\d|som-den|ovre|lukket)/"', html)
    assert list(dict.fromkeys(found)) == ["som-den", "tidlig-1", "tidlig-2"]


def test_a_page_stays_small_besides_its_own_text(tmp_path: Path) -> None:
    html = make(tmp_path, contacts=["person"], teachers=["person"], price=[{"amount": "free"}]).html(PAGE)
    assert len(html.encode()) - len(text_of(html).encode()) < 7_500


def test_sessions_called_off_count_neither_in_the_dates_nor_in_numbers(tmp_path: Path) -> None:
    sessions = [
        {"when": "2027-01-11", "title": "En"},
        {"when": "2027-02-11", "title": "To"},
        {"when": "2027-05-11", "title": "Aflyst dag", "status": "cancelled"},
        {"title": "Flyttet dag", "status": "postponed"},
    ]
    html = make(tmp_path, sessions=sessions).html(PAGE)
    facts = text_of(html[: html.index("</aside>")])
    assert "11. januar–11. februar 2027 2 mødegange" in facts
    assert html.count("Føj til kalender<span") == 2
    assert "Dato følger" not in html


def test_a_course_without_a_date_has_no_calendar(tmp_path: Path) -> None:
    made = make(tmp_path, sessions=[], registration={"via": "https://tilmelding.example/"})
    assert ".ics" not in made.html(PAGE)
    assert not [feed for feed in made.pages[PAGE].feeds if feed.type == "text/calendar"]


def test_a_card_goes_over_to_the_next_run(tmp_path: Path) -> None:
    runs = [
        {"id": "2026-foraar", "sessions": [{"when": "2026-12-01"}]},
        {"id": "2027-foraar", "sessions": [{"when": "2027-03-01"}]},
    ]
    html = make(tmp_path, sessions=[], runs=runs).html("kurser/")
    assert '<li data-until="2026-12-02T00:00:00+01:00">1. december 2026</li>' in html
    assert '<li data-from="2026-12-02T00:00:00+01:00" hidden>1. marts 2027</li>' in html


def test_the_hour_of_a_deadline_stands_wherever_the_deadline_does(tmp_path: Path) -> None:
    """A deadline at 24.00 and one at noon, in the box, on the card, in lists, calendars and data."""
    made = make(tmp_path, registration={"closes": "tirsdag den 1. december 2026 kl. 12"})
    assert "tirsdag den 1. december 2026 kl. 12.00" in text_of(made.html(PAGE))
    card = made.html("kurser/")
    assert "1. december 2026 kl. 12.00" in text_of(card)
    assert 'data-countdown="2026-12-01T11:59:59+01:00"' in card
    assert "1. december 2026 kl. 12.00" in text_of(made.html(""))
    month = made.html("kalender/2026-12/")
    assert "Tirsdag den 1. december kl. 12.00" in text_of(month)
    coming = made.html("kalender/")
    assert 'data-kind="deadline" data-until="2026-12-01T12:00:00+01:00"' in coming
    calendar = made.reader().addresses.record_feed(made.reader().entry("kursus"), "ics")
    files = {feed.address: feed.data.decode() for feed in all_feeds(made.reader())}
    assert "DTSTART;TZID=Europe/Copenhagen:20261201T120000" in files[calendar]
    data = json_bytes(data_at(made.reader(), PAGE)).decode()
    assert '"closes":{"text":"1. december 2026 kl. 12.00"' in data


def test_a_deadline_at_24_lasts_until_midnight(tmp_path: Path) -> None:
    made = make(tmp_path, registration={"closes": "1. december 2026 kl. 24.00"})
    html = made.html(PAGE)
    assert "tirsdag den 1. december 2026 kl. 24.00" in text_of(html)
    assert "2026-12-02T00:00:00+01:00 closed" in html


def test_a_preliminary_day_stays_so(tmp_path: Path) -> None:
    made = make(tmp_path, registration={"closes": "foreløbig 1. december 2026"})
    assert "tirsdag den 1. december 2026 (foreløbig dato)" in text_of(made.html(PAGE))


def test_runs_stand_beside_each_other_before_their_details(tmp_path: Path) -> None:
    runs = [
        {
            "id": "nord",
            "title": "Hold Nord",
            "price": [{"amount": "500 kr."}],
            "registration": {"closes": "2027-01-01", "via": "https://tilmelding.example/nord"},
            "sessions": [{"when": "2027-02-01 10:00/12:00", "place": "testby"}],
        },
        {
            "id": "syd",
            "title": "Hold Syd",
            "status": "full",
            "price": [{"amount": "600 kr."}],
            "registration": {"closes": "2027-01-01", "via": "https://tilmelding.example/syd"},
            "sessions": [{"when": "2027-03-01 10:00/12:00", "place": "Havneby"}],
        },
    ]
    html = make(tmp_path, runs=runs, sessions=[]).html(PAGE)
    compared = html[html.index('id="k-runs"') : html.index('id="k-nord"')]
    nord, syd = compared.split('href="#k-syd"')
    for words in ("Hold Nord", "Testby Bibliotek", "500\xa0kr.", "1. januar 2027", "tilmelding.example/nord"):
        assert words in nord
    for words in ("Hold Syd", "Havneby", "600\xa0kr.", "Fuldt booket"):
        assert words in syd
    assert "tilmelding.example/syd" not in syd


@pytest.mark.parametrize(
    ("whens", "said"),
    [
        ({"2027-02-01": True, "2027-03-01": False}, True),
        ({"2026-02-01": True, "2027-03-01": False}, False),
        ({"2026-02-01": True, "2026-03-01": False}, True),
        ({"2027-02-01": False, "2027-03-01": False}, False),
    ],
)
def test_how_to_enrol_is_said_for_any_run_ahead_or_else_of_what_is_over(
    tmp_path: Path, whens: dict[str, bool], said: bool
) -> None:
    terms = {"registration": {"cancellation": "Gratis."}}
    runs = [
        {"id": f"h-{when}", "sessions": [when], **(terms if each else {})} for when, each in whens.items()
    ]
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", runs=runs)}, date(2026, 11, 22))
    assert made.pages[PAGE].view.how is said


def test_a_card_names_every_place_where_the_organiser_is_not_the_only_one(tmp_path: Path) -> None:
    for place, named in (("online", "Testby Bibliotek, Online"), ("testby", "")):
        sessions = [{"when": "2027-01-11", "place": "testby"}, {"when": "2027-01-18", "place": place}]
        card = LexborHTMLParser(make(tmp_path, sessions=sessions).html("kurser/")).css_first(".k-at")
        assert (card.text(separator=" ", strip=True) if card else "").removeprefix("Sted: ") == named


@pytest.mark.parametrize(
    ("language", "kind", "said"),
    [
        ("da", "study-trip", "Studieturen gennemføres ved mindst 10 deltagere."),
        ("sv", "study-trip", "Studieresan kräver minst 10 deltagare."),
        ("da", "course", "Kurset gennemføres ved mindst 10 deltagere."),
    ],
)
def test_what_needs_participants_is_called_what_it_is(
    tmp_path: Path, language: str, kind: str, said: str
) -> None:
    made = make(tmp_path, kind=kind, participants={"min": 10}, price=["900 kr."])
    assert said in made.text(PAGE if language == "da" else f"sv/{PAGE}")


@pytest.mark.parametrize(
    ("participants", "shown"),
    [({"min": 1, "max": 1}, "1 deltager"), ({"min": 8, "max": 8}, "8 deltagere")],
)
def test_as_many_as_there_must_be_are_no_range(
    tmp_path: Path, participants: dict[str, int], shown: str
) -> None:
    html = make(tmp_path, participants=participants).html(PAGE)
    assert f"<dt>Deltagere</dt><dd>{shown}</dd>" in html


@pytest.mark.parametrize("sessions", [[{"when": "2027-W08"}], []])
def test_a_deadline_can_be_added_where_no_day_is_known(tmp_path: Path, sessions: list[object]) -> None:
    made = make(tmp_path, sessions=sessions)
    [buttons] = LexborHTMLParser(made.html(PAGE)).css(".k-facts .k-buttons--small")
    assert buttons.text(strip=True) == "Føj fristen til kalender"
    assert buttons.attributes["data-until"] == "2026-12-02T00:00:00+01:00"


@pytest.mark.parametrize("waiting_list", [False, True])
def test_a_full_session_has_a_deadline_for_its_waiting_list_alone(tmp_path: Path, waiting_list: bool) -> None:
    places = {"max": 15, "waiting_list": waiting_list}
    full = {"when": "2027-01-11", "closes": "2026-12-20", "status": "full", "participants": places}
    made = make(tmp_path, sessions=[full])
    assert ("Tilmelding senest" in made.html(PAGE)) is waiting_list
    calendar = next(each.data for each in all_feeds(made.reader()) if each.address == "kurser/kursus.ics")
    assert (b"20261220" in calendar) is waiting_list


ONLINE = "https://moede.example/j/1"


@pytest.mark.parametrize("of_all", [True, False])
def test_nobody_is_asked_to_join_what_is_over(tmp_path: Path, of_all: bool) -> None:
    where: dict[str, Any] = {"online": ONLINE} if of_all else {}
    sessions = [{"when": "2027-01-11 10:00/11:00"} | ({} if of_all else {"online": ONLINE})]
    ahead = make(tmp_path, sessions=sessions, **where).html(PAGE)
    period = ' data-until="2027-01-12T00:00:00+01:00"'
    assert f'<p{period}>Deltag online: <a href="{ONLINE}">' in ahead
    assert ONLINE not in make(tmp_path, sessions=sessions, today=date(2027, 1, 12), **where).html(PAGE)


def test_a_course_is_not_over_while_a_session_is_postponed(tmp_path: Path) -> None:
    sessions = [{"when": "2026-11-16"}, {"when": "2026-11-18", "status": "postponed"}]
    html = make(tmp_path, sessions=sessions, registration={"closes": "2026-11-10"}).html(PAGE)
    assert "afholdt" not in text_of(html)
    assert "I gang" in text_of(html)


def test_whom_one_can_reach_is_asked_first(tmp_path: Path) -> None:
    gone = record("Forhenværende Person", show_until="2030-01-01")
    files = {
        "courses/kursus.md": record("Kursus", **(FACTS | {"contacts": ["gone", "person"]})),
        "content/libraries/testby.md": LIBRARY,
        "content/contacts/person.md": PERSON,
        "content/contacts/gone.md": gone,
    }
    made = make_project(tmp_path, files, date(2026, 11, 22))
    assert "Spørgsmål? Prøve Person person@bibliotek.example" in text_of(made.html(PAGE))


@pytest.mark.parametrize(("status", "said"), [("cancelled", "Aflyst"), ("full", "Fuldt booket")])
def test_a_line_without_a_badge_says_what_nobody_can_join(tmp_path: Path, status: str, said: str) -> None:
    other = record(
        "Andet", topics=["samskabelse"], teachers=["person"], status=status, sessions=["2027-01-12"]
    )
    files = {
        "courses/kursus.md": record("Kursus", topics=["samskabelse"]),
        "courses/andet.md": other,
        "content/contacts/person.md": PERSON,
    }
    made = make_project(tmp_path, files, date(2026, 11, 22))
    assert f"Andet {said}: 12. januar 2027" in text_of(made.html(PAGE))
    assert f"Andet {said}: 12. januar 2027" in text_of(made.html("kontakt/person/"))
    feed = next(each.data for each in all_feeds(made.reader()) if each.address == "kurser.atom")
    assert f"{said}: 12. januar 2027" in feed.decode()


def test_lists_of_dates_say_what_is_online_as_well(tmp_path: Path) -> None:
    sessions = [
        {"when": "2026-12-11 10:00/11:00", "place": "testby", "online": True},
        {"when": "2026-12-12 10:00/11:00", "place": "testby"},
    ]
    made = make(tmp_path, sessions=sessions)
    for address in ("kalender/2026-12/", "biblioteker/testby/"):
        assert text_of(made.html(address)).count("Testby Bibliotek · også online") == 1
