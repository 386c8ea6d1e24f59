import pytest

from katalog.source.front_matter import split


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Tekst.\n",
        "- Et punkt\n- Et til\n",
        "\n- Tid: kl. 9\n- Sted: Herning\n",
        "\n- Et punkt\n\n---\n\nTekst.\n",
        "\n# Program\n\n- Et punkt\n\nTid og sted: Herning\n\n---\n",
        "\n    en stump kode\n",
        "\n---\n\nTekst efter en streg.\n",
        "\n> Sted: Herning\n\n---\n",
    ],
)
def test_a_text_is_no_field_that_slipped_out(body: str) -> None:
    parts, problems = split("a.md", f"---\ntitle: Et kursus\n---\n{body}")
    assert problems == []
    assert parts is not None
    assert (parts.front, parts.body, parts.body_line) == ("title: Et kursus\n", body, 4)


@pytest.mark.parametrize("text", ["---\n---", "---\n---\n", "--- \n---\u00a0\n"])
def test_front_matter_may_be_empty(text: str) -> None:
    parts, problems = split("a.md", text)
    assert problems == []
    assert parts is not None
    assert (parts.front, parts.body, parts.body_line) == ("", "", 3)
