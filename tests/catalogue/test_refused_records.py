"""A record that cannot be read is reported itself; what refers to it is not wrong for that."""

from pathlib import Path

from tests.bad.table import course, library
from tests.bad.test_bad_records import check, good_files

FILES = {
    "content/libraries/lars-bibliotek.md": library("isil: forkert"),
    "content/contacts/lis-test.md": "---\ntitle: Lis Test\nlanguage: da\n---\n",
    "courses/a.md": course(
        "organiser: lars-bibliotek",
        "teachers: [lis-test]",
        "contacts: [{person: lis-test, role: press}]",
        "registration: {via: lis-test}",
        "sessions: [{when: 2028-03-07, place: lars-bibliotek}]",
        body="[Et](../content/libraries/lars-bibliotek.md) og [Lis](../content/contacts/lis-test.md)",
    ),
    "projects/p.md": "---\ntitle: P\nlanguage: da\nkind: project\nfollowers: [lars-bibliotek: 3]\n---\n",
    "content/libraries/filial.md": library("parent: lars-bibliotek"),
    "content/da/om.md": "---\ntitle: Om\n---\n\n# Om\n\n[Biblioteket](../libraries/lars-bibliotek.md)\n",
    "content/contacts/lis-test.sv.md": "---\ntitle: Lis Test\n---\n",
}


def test_a_faulty_record_is_the_only_fault(tmp_path: Path) -> None:
    problems = check(tmp_path, good_files() | {path: text.encode() for path, text in FILES.items()})
    assert {each.path for each in problems if not each.code.startswith("translation")} == {
        "content/libraries/lars-bibliotek.md",
        "content/contacts/lis-test.md",
    }
