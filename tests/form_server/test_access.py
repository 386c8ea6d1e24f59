"""Only pages of the program's own are answered: no other origin, no other name, nobody without the token."""

import pytest

from tests.form_server.requests import HOST, PORT, TOKEN, Asker, removing, writing

PAGE = f"/{TOKEN}/da/"
FILE = "courses/ny.md"
API = f"/{TOKEN}/da/form/api/v1/"
ELSEWHERE = "http://ondt.example"


def test_the_page_with_its_token_is_answered(asker: Asker) -> None:
    assert asker.ask(PAGE).code == 200
    assert asker.ask(PAGE, HTTP_SEC_FETCH_SITE="none").code == 200
    assert asker.ask(PAGE, HTTP_HOST=f"localhost:{PORT}").code == 200


@pytest.mark.parametrize(
    "path",
    ["/", "/da/", "/da/form/api/v1/version", f"/{TOKEN}", f"/{TOKEN[:-1]}/da/", f"/x{TOKEN}/da/", "/å/da/"],
)
def test_nobody_comes_in_without_the_token(path: str, asker: Asker) -> None:
    assert asker.ask(path).code == 404


@pytest.mark.parametrize(
    "host",
    [
        "",
        "ondt.example",
        f"ondt.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:80",
        f"0.0.0.0:{PORT}",
        f"127.0.0.1.ondt.example:{PORT}",
    ],
)
def test_a_name_that_leads_here_is_not_enough(host: str, asker: Asker) -> None:
    assert asker.ask(PAGE, HTTP_HOST=host).code == 403
    assert asker.change(writing(FILE, b"x"), HTTP_HOST=host, HTTP_ORIGIN=f"http://{host}").code == 403
    assert asker.changes == 0


@pytest.mark.parametrize(
    "origin", ["", "null", ELSEWHERE, f"https://{HOST}", "http://127.0.0.1:80", f"http://localhost:{PORT}"]
)
@pytest.mark.parametrize("change", [writing(FILE, b"x"), removing("courses/oevelse.md")])
def test_another_origin_changes_nothing(change: dict[str, str], origin: str, asker: Asker) -> None:
    assert asker.change(change, HTTP_ORIGIN=origin).code == 403
    assert (asker.root / "courses/oevelse.md").exists()
    assert not (asker.root / FILE).exists()
    assert asker.changes == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", [PAGE, f"{API}version", f"/{TOKEN}/da/form/form.da.json"])
def test_another_page_reads_nothing(path: str, site: str, asker: Asker) -> None:
    assert asker.ask(path, HTTP_SEC_FETCH_SITE=site).code == 403
    assert asker.ask(path, HTTP_ORIGIN=ELSEWHERE).code == 403


def test_writing_is_never_asked_for_by_an_address_alone(asker: Asker) -> None:
    assert asker.change(writing(FILE, b"x"), HTTP_SEC_FETCH_SITE="none").code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_no_other_method_is_known(method: str, asker: Asker) -> None:
    answered = asker.ask(f"{API}version", method, b"x")
    assert answered.code == 405
    assert not [name for name in answered.headers if name.lower().startswith("access-control")]


def test_no_answer_lets_others_read_it(asker: Asker) -> None:
    for path in (PAGE, f"{API}version", f"/{TOKEN}/da/form/", f"/{TOKEN}/da/state", "/"):
        headers = asker.ask(path).headers
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        assert not [name for name in headers if name.lower().startswith("access-control")]
