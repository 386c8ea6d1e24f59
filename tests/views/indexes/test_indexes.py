"""The front page, the catalogue, and the ways in by topic, year, region and letter."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from katalog.json_encoding import json_bytes
from katalog.views.courses.card import course_card
from katalog.views.courses.listed import listed_courses
from katalog.views.indexes.archive import places_by_year
from katalog.views.indexes.courses import courses_by_page
from katalog.views.indexes.home import home_view
from tests.support import Made, data_at, make_project, record

FILES = {
    "courses/aaben.md": record(
        "Åben",
        kind="seminar",
        spoken=["da"],
        organiser="testby",
        audience="Formidlere",
        topics=["samskabelse"],
        registration={"closes": "2027-02-01"},
        price=[{"amount": "1.950 kr.", "per": "participant"}],
        sessions=[{"when": "2027-03-11", "place": "testby"}, {"when": "2027-05-11", "place": "online"}],
    ),
    "courses/snart.md": record(
        "Snart",
        organiser="testby",
        registration={"closes": "2026-11-30"},
        price=[{"amount": "free"}],
        sessions=[{"when": "2027-06-01", "place": "testby"}],
    ),
    "courses/kommer.md": record("Kommer", sessions=[{"when": "2027-01-11"}]),
    "courses/udateret.md": record("Udateret"),
    "courses/gammel.md": record(
        "Gammel", topics=["samskabelse"], sessions=[{"when": "2018-Q4"}, {"when": "2019-02-03"}]
    ),
    "courses/paa-svensk.md": record(
        "Svensk", "Om kursen.", language="sv", spoken=["sv"], sessions=[{"when": "2015-02-03"}]
    ),
    "projects/indsats.md": record(
        "Indsats",
        kind="national-initiative",
        topics=["laesning"],
        period="2018-Q4/..",
        milestones=[{"when": "2020", "title": "Halvvejs"}],
        meetings=[{"when": "2019-05-06", "title": "Opstartsmøde"}],
    ),
    "content/libraries/testby.md": record(
        "Testby Bibliotek", kind="public", country="DK", region="Region Prøve", aliases=["Ældre Navn"]
    ),
    "content/libraries/andeby.md": record(
        "Aaby Bibliotek", kind="public", country="SE", region="Östra länet"
    ),
    "content/news/nyt.md": record(
        "Nyt fra os", "Tekst.", date="2021-06-03", publisher="testby", about=["indsats"], topics=["laesning"]
    ),
}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_project(tmp_path, FILES)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_joinable_courses_come_first_and_the_past_last(made: Made) -> None:
    assert [course.id for course in listed_courses(made.reader())] == [
        "aaben", "snart", "kommer", "udateret", "gammel", "paa-svensk",
    ]  # fmt: skip


def test_the_catalogue_has_its_groups_in_order(made: Made) -> None:
    html = made.html("kurser/")
    assert re.findall(r'<ul class="k-cards" id="k-(\w+)"', html) == ["joinable", "ahead", "undated", "past"]
    assert 'data-catalogue="../kurser.filter.json"' in html
    assert "6 kurser" in text_of(html)


def test_a_card_names_two_places_and_how_many_more(tmp_path: Path) -> None:
    sessions = [{"when": f"2027-03-1{n}", "place": f"Sal {n}"} for n in range(1, 6)]
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", sessions=sessions, spoken=["sv"])})
    assert "Sted: Sal 1, Sal 2 og 3 steder til" in text_of(made.html("kurser/"))
    assert "Holdes på: svensk" in text_of(made.html("kurser/"))
    assert "Hålls på" not in text_of(made.html("sv/kurser/"))


def test_foreign_words_in_a_card_are_marked(made: Made) -> None:
    html = made.html("kurser/")
    assert '<a href="paa-svensk/" lang="sv">Svensk</a>' in html
    assert '<p><span lang="sv">Om kursen.</span></p>' in html


def test_filters_say_how_many_courses_answer(made: Made) -> None:
    html = made.html("kurser/")
    assert (
        'value="sv" data-label="Svensk"><span>Svensk</span><span class="k-count" data-count>1</span>' in html
    )
    assert 'name="month" value="2027-03" data-label="Marts 2027"' in html
    assert 'name="month" value="2027-21" data-label="Foråret 2027"' in html
    assert '<option value="2000" data-label="Højst 2.000\xa0kr.">Højst 2.000\xa0kr. (2)</option>' in html
    assert 'name="audience"' not in html  # one audience is no choice


def test_values_of_filters_are_the_same_in_every_language(made: Made) -> None:
    choice = re.compile(r'(?:name="\w+" |option )value="[^"]+"')
    values = [choice.findall(made.html(page)) for page in ("kurser/", "sv/kurser/")]
    assert sorted(values[0]) == sorted(values[1])
    assert len(values[0]) > 10


def test_the_catalogue_leads_to_topics_years_and_regions(made: Made) -> None:
    html = made.html("kurser/")
    for address in (
        "../emner/samskabelse/",
        "../regioner/region-proeve/",
        "aar/2018/",
        "aar/2015/",
    ):
        assert f'href="{address}"' in html


def test_past_courses_are_there_year_by_year(made: Made) -> None:
    html = made.html("kurser/aar/2018/")
    assert 'href="../../gammel/"' in html
    assert "paa-svensk" not in html
    assert text_of(html).startswith("Forside Kurser Afholdte og aflyste kurser 2018")
    assert "paa-svensk" in made.html("kurser/aar/2015/")


def test_the_catalogue_goes_on_where_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.views.shared.pagination.ROOM", 15)
    made = make_project(tmp_path, FILES)
    where = courses_by_page(made.reader())
    assert {address: list(found) for address, found in where.items()} == {
        "kurser/": ["aaben", "snart"],
        "kurser/side/2/": ["kommer", "udateret"],
        "kurser/aar/2018/": ["gammel"],
        "kurser/aar/2015/": ["paa-svensk"],
    }
    first, second = made.html("kurser/"), made.html("kurser/side/2/")
    assert '<a href="side/2/" rel="next">Næste side' in first
    assert '<a href="../../" rel="prev">' in second
    assert "Side 2 af 2" in second
    assert "<h2>Dato følger</h2>" in second


def test_the_front_page_shows_what_can_be_joined_and_which_deadline_is_next(made: Made) -> None:
    view = home_view(made.reader())
    assert [card.id for card in view.joinable.cards] == ["aaben", "snart"]
    assert [each.link.title for each in view.deadlines] == ["Snart", "Åben"]
    html = made.html("")
    assert '<li data-until="2026-12-01T00:00:00+01:00"><a href="kurser/snart/">Snart</a>' in html
    assert 'data-countdown="2026-11-30T23:59:59+01:00"' in html


def test_the_front_page_is_alive_when_nothing_lies_ahead(tmp_path: Path) -> None:
    made = make_project(tmp_path, FILES, date(2030, 1, 1))
    text = text_of(made.html(""))
    assert "Ingen kurser er åbne for tilmelding lige nu." in text
    for shown in ("Senest afholdte kurser", "Åben", "Indsats", "Nyt fra os"):
        assert shown in text
    assert "Kommende tilmeldingsfrister" not in text


def test_a_site_without_records_has_a_front_page(tmp_path: Path) -> None:
    made = make_project(tmp_path, {}, topics="")
    assert "<h1>Katalog</h1>" in made.html("")
    for page in ("kurser/", "emner/", "arkiv/", "regioner/", "nyheder/", "a-til-aa/", "soeg/"):
        assert made.html(page)


def test_a_year_has_whatever_touched_it(made: Made) -> None:
    found = {year: {each.kind for each in dated} for year, dated in places_by_year(made.reader()).items()}
    assert found[2015] == {"courses"}
    assert found[2018] == {"courses", "projects"}
    assert found[2019] == {"courses", "meetings"}
    assert found[2020] == {"milestones"}
    assert found[2021] == {"news"}
    assert 2022 not in found  # an open end counts where it begins


def test_every_year_has_its_page_and_says_when(made: Made) -> None:
    text = text_of(made.html("arkiv/2019/"))
    assert "Gammel Kursus 3. februar 2019" in text
    assert "Opstartsmøde Indsats 6. maj 2019" in text
    assert "Gammel Kursus 4. kvartal 2018" in text_of(made.html("arkiv/2018/"))


def test_a_topic_has_its_courses_projects_news_and_libraries(made: Made) -> None:
    text = text_of(made.html("emner/samskabelse/"))
    assert "2 kurser" in text
    assert text.index("Åben") < text.index("Gammel")
    assert "Testby Bibliotek" in text
    other = text_of(made.html("sv/amnen/laesning/"))
    assert "Indsats" in other
    assert "Nyt fra os" in other


def test_a_region_has_its_libraries_and_courses(made: Made) -> None:
    text = text_of(made.html("regioner/region-proeve/"))
    for shown in ("Region Prøve", "Testby Bibliotek", "Åben", "Snart"):
        assert shown in text
    assert "Aaby" not in text
    assert text_of(made.html("regioner/")).index("Danmark") < text_of(made.html("regioner/")).index("Sverige")


def test_everything_is_listed_by_letter_in_the_order_of_the_language(made: Made) -> None:
    danish, swedish = made.html("a-til-aa/"), made.html(made.reader("sv").addresses.section("index"))
    assert re.findall(r'<section class="k-letter" id="(.)">', danish) == list("GIKLNSTUÆÅ")
    assert re.findall(r'<section class="k-letter" id="(.)">', swedish) == list("AGIKLNSTUÅÄ")
    listed = set(re.findall(r'<li><a href="\.\./([^"]+)"', danish))
    assert listed >= {made.reader().addresses.record(entry) for entry in made.catalogue.entries.values()}


def test_news_say_when_by_whom_and_about_what(made: Made) -> None:
    html = made.html("nyheder/nyt/")
    assert "torsdag den 3. juni 2021 · Testby Bibliotek" in text_of(html)
    assert 'href="../../indsatsomraader/indsats/"' in html


@pytest.mark.parametrize("today", ["2027-02-20", "2027-03-01", "2027-03-02"])
def test_news_that_is_no_longer_current_leaves_the_front_page(tmp_path: Path, today: str) -> None:
    files = {
        "content/news/frist.md": record("Frist", "T.", date="2027-01-20", until="1. marts 2027"),
        "content/news/altid.md": record("Altid", "T.", date="2027-01-10"),
    }
    made = make_project(tmp_path, files, date.fromisoformat(today))
    front = made.html("")
    assert ("Frist" in front) == (today <= "2027-03-01")
    assert ('<li data-until="2027-03-02T00:00:00+01:00">' in front) == (today <= "2027-03-01")
    assert "Altid" in front
    assert "Frist" in made.html("nyheder/")
    assert "20. januar 2027 , aktuel til og med 1. marts 2027" in text_of(made.html("nyheder/frist/"))
    assert '"until":"2027-03-01"' in json_bytes(data_at(made.reader(), "nyheder/frist/")).decode()


def test_every_page_has_itself_in_every_language(made: Made) -> None:
    for address, page in made.pages.items():
        assert page.alternates[page.language] == address
        assert set(page.alternates) == {"da", "sv"}
        assert all(other in made.pages for other in page.alternates.values())


@pytest.mark.parametrize("language", ["da", "sv"])
def test_a_card_shows_the_run_a_reader_wants_first(tmp_path: Path, language: str) -> None:
    runs = [
        {"id": "2018", "sessions": [{"when": "2018-02-03"}], "price": [{"amount": "100 kr."}]},
        {
            "id": "2027",
            "sessions": [{"when": "2027-02-03", "place": "Sal 2"}],
            "price": [{"amount": "200 kr."}],
        },
    ]
    made = make_project(tmp_path, {"courses/kursus.md": record("Kursus", runs=runs)})
    reader = made.build.readers[language]
    card = course_card(reader, reader.entry("kursus"))
    assert (card.start, card.span[-4:], card.places.names) == ("2027-02-03", "2027", ("Sal 2",))
    assert card.price.startswith("200")
    assert card.state.key == "announced"


def test_like_courses_that_are_ahead_come_first(tmp_path: Path) -> None:
    days = {"kursus": "2027-01-11", "over": "2018-01-11", "senere": "2027-05-11"}
    files = {
        f"courses/{id_}.md": record(id_.title(), topics=topics, sessions=[{"when": day}])
        for (id_, day), topics in zip(
            days.items(),
            [["samskabelse", "laesning"], ["samskabelse", "laesning"], ["laesning"]],
            strict=True,
        )
    }
    made = make_project(tmp_path, files)
    view = made.pages["kurser/kursus/"].view
    assert [card.id for card in view.related] == ["senere", "over"]


def test_what_is_known_no_better_than_half_a_year_is_in_no_month(tmp_path: Path) -> None:
    files = {
        "courses/kvartal.md": record("Kvartal", sessions=[{"when": "2027-Q1"}]),
        "courses/halvaar.md": record("Halvår", sessions=[{"when": "første halvår 2027"}]),
    }
    months = {
        course.id: [str(each) for each in course.months]
        for course in listed_courses(make_project(tmp_path, files).reader())
    }
    assert months == {"kvartal": ["2027-01", "2027-02", "2027-03"], "halvaar": []}


def test_the_cards_of_all_courses_begin_with_those_to_join(tmp_path: Path) -> None:
    """Not by date alone: what can be joined goes before what begins earlier but is closed."""
    files = {
        "courses/lukket.md": record(
            "Lukket", registration={"closes": "2026-11-01"}, sessions=[{"when": "2026-12-01"}]
        ),
        "courses/aaben.md": record(
            "Åben", registration={"closes": "2027-02-01"}, sessions=[{"when": "2027-03-01"}]
        ),
        "courses/forbi.md": record("Forbi", sessions=[{"when": "2020-03-01"}]),
    }
    assert [course.id for course in listed_courses(make_project(tmp_path, files).reader())] == [
        "aaben",
        "lukket",
        "forbi",
    ]
