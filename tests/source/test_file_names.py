import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.source.file_names import MAX_ID_LENGTH, RECORD_NAME, name_problem, record_name_problem, slug


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Læring på tværs", "laering-paa-tvaers"),
        ("Växjö", "vaxjo"),
        ("A\u030aben", "aaben"),
        ("  --x--  ", "x"),
        ("日本", ""),
        ("a" * 200, "a" * MAX_ID_LENGTH),
    ],
)
def test_names_become_ids(text: str, id_: str) -> None:
    assert slug(text) == id_


@given(st.text())
def test_an_id_is_one_already(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert not slug(text) or RECORD_NAME.fullmatch(f"{slug(text)}.md")


@given(st.text(min_size=1).filter(lambda name: "/" not in name and "\0" not in name))
def test_every_name_is_a_record_or_a_problem(name: str) -> None:
    found = name_problem(name) or record_name_problem(name)
    assert found or RECORD_NAME.fullmatch(name)


@given(st.from_regex(RECORD_NAME, fullmatch=True))
def test_a_better_name_is_good(name: str) -> None:
    found = record_name_problem(name.upper().removesuffix(".MD") + ".md")
    if found and "suggestion" in found[1]:
        assert record_name_problem(found[1]["suggestion"]) is None
