"""Personal data, and files that are not what they say, wherever they stand."""

# ruff: noqa: E501 - a case is a line

import re
from dataclasses import replace

from tests.bad.cases_paths import OWN, lies
from tests.bad.table import bad, contact, course, library

PAGE = "content/da/om.md"
C = "content/contacts/en-person.md"
WITHDRAWN = contact("email: borte@example.org", "phone: 33 99 88 77", "withdrawn: true")
PAST = contact("email: borte@example.org", "phone: 33 99 88 77").replace("2030-12-31", "2020-12-31")
ORIGINAL = course()


def page(body: str) -> str:
    return f"---\ntitle: Om\n---\n\n{body}\n"


def translation(body: str) -> str:
    return f"---\ntitle: A\n---\n\n{body}\n"


OTHER_FORMS = [
    "CPR:070761-4285",
    "CPR-nr.070761-4285",
    "070761  4285",
    "07.07.1961-4285",
    "07-07-1961-4285",
    "1981-12-18-9876",
    "070761-42 85",
    "07 07 61-42 85",
]
NUMBERS = ["07 07 61 4285", "010190 - 1234", "07.07.61-4285", "070761 4285", "81 12 18 9876", "07-07-61-4285"]
DISGUISED = [
    "ane (at) example.dk",
    "ane[at]example[dot]dk",
    "ane(a)example.dk",
    "ane @ example.dk",
    "ane snabel-a example.dk",
]


def digits(number: str) -> str:
    """Return a number from its first digit on."""
    return re.sub(r"^\D+", "", number)


CASES = [
    *(bad(f"{number} in a text", "person.national-id", course(body=f"Født §{number}.")) for number in NUMBERS),
    *(bad(f"{number} in a field", "person.national-id", course(f"audience: Ane, §{number}")) for number in NUMBERS),
    *(bad(f"{number} on a page", "person.national-id", page(f"Født §{number}."), PAGE) for number in NUMBERS),
    *(bad(f"{number} in a translation", "person.national-id", translation(f"Född §{number}."), "courses/kursus.sv.md", courses__kursus=ORIGINAL) for number in NUMBERS),
    *(bad(f"{number} in a text", "person.national-id", course(body=f"Født, {number}").replace(number, number.replace(digits(number), f"§{digits(number)}"))) for number in OTHER_FORMS),
    *(bad(f"{number} in a field", "person.national-id", course(f'audience: "Ane {number}"').replace(number, number.replace(digits(number), f"§{digits(number)}"))) for number in OTHER_FORMS),
    *(
        lies("person.national-id", path, b"%PDF", among=OWN)
        for path in ("content/assets/ane-070761-4285.pdf", "content/assets/ane_070761-4285.pdf", "content/assets/010190 - 1234.pdf", "content/da/070761-4285/a.pdf", "content/da/cpr-070761-4285.pdf")
    ),
    lies("person.national-id", "content/da/070761-4285.md", b"---\ntitle: Om\n---\n"),
    *(lies("person.private-mailbox", path, b"%PDF") for path in ("content/assets/en@gmail.com.pdf", "content/da/en@hotmail.com.pdf")),
    lies("file.mojibake", "content/assets/lÃ¦ring.pdf", b"%PDF"),
    *(
        lies("person.details-withdrawn", path, b"%PDF", among={C: WITHDRAWN.encode()})
        for path in ("content/assets/borte@example.org.pdf", "content/assets/tlf-33998877.pdf", "content/da/33 99 88 77.pdf")
    ),
    lies("person.details-in-text", "content/assets/ane@example.org.pdf", b"%PDF"),
    lies("person.details-in-text", "courses/a/tlf-33123456.pdf", b"%PDF", among=OWN),
    *(
        replace(lies(code, path, before + written.encode() + after, column=len(before) + 1, among={C: WITHDRAWN.encode()}), name=f"{written} in {path}")
        for path, before, after in (
            ("content/assets/a.txt", b"Se ", b""),
            ("content/assets/a.csv", b"navn;", b""),
            ("content/assets/a.ics", b"BEGIN:VCALENDAR SUMMARY:", b""),
            ("content/assets/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><text>', b"</text></svg>"),
            ("overrides/main.html", b"<p>", b"</p>"),
            ("overrides/partials/footer.html", b"<p>", b"</p>"),
            ("overrides/assets/brand.css", b"/* ", b" */"),
        )
        for code, written in (
            ("person.national-id", "070761-4285"),
            ("person.national-id", "07 07 61 4285"),
            ("person.private-mailbox", "en@gmail.com"),
            ("person.email-destroyed", "[email protected]"),
            ("person.details-withdrawn", "borte@example.org"),
            ("person.details-in-text", "ane@example.org"),
            ("file.mojibake", "Ã¦ring"),
        )
    ),
    *(
        lies("file.merge-conflict", path, b"\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n", line=2, among=OWN)
        for path in ("content/assets/a.txt", "content/assets/a.csv", "courses/a/a.txt", "overrides/main.html", "overrides/assets/brand.css", "content/da/om.md", "content/topics.yml")
    ),
    bad("indented conflict", "file.merge-conflict", course(body="§  <<<<<<< HEAD")),
    bad("conflict in a translation", "file.merge-conflict", translation("§<<<<<<< HEAD"), "courses/kursus.sv.md", courses__kursus=ORIGINAL),
    bad("end of a conflict", "file.merge-conflict", course(body="§>>>>>>> kursus")),
    bad("number in a comment", "person.national-id", course("lessons: 24  # Ane §070761-4285")),
    bad("number in the topics", "person.national-id", "- id: samskabelse\n  name: {da: Ane §070761-4285}\n", "content/topics.yml"),
    bad("number in the settings", "person.national-id", "site_name: Ane §070761-4285\n", "mkdocs.yml"),
    lies("person.national-id", "courses/a/070761-4285.pdf", b"%PDF", among=OWN),
    lies("person.national-id", "courses/070761-4285.md"),
    lies("person.national-id", "courses/a/a.txt", b"F\xc3\xb8dt 070761-4285", column=6, among=OWN),
    lies("person.national-id", "courses/a/a.csv", b"navn;cpr\nAne;070761-4285", line=2, column=5, among=OWN),
    lies("person.national-id", "courses/a/a.pdf", b"%PDF-1.4\n/Author (Ane 070761-4285)", among=OWN),
    *(bad(f"{written} in a text", "person.email-disguised", course(body=f"Skriv til §{written}.")) for written in DISGUISED),
    *(bad(f"{written} in a field", "person.email-disguised", course(f'audience: "Skriv til §{written}"')) for written in DISGUISED),
    *(bad(f"{written} on a page", "person.email-disguised", page(f"Skriv til §{written}."), PAGE) for written in DISGUISED),
    bad("destroyed email in a field", "person.email-destroyed", course('audience: "Skriv til §[email protected]"')),
    bad("destroyed email in a translation", "person.email-destroyed", translation("Skriv till §[email protected]."), "courses/kursus.sv.md", courses__kursus=ORIGINAL),
    bad("destroyed email on a page", "person.email-destroyed", page("Skriv til §[email protected]."), PAGE),
    bad("destroyed email in the topics", "person.email-destroyed", '- id: samskabelse\n  name: {da: "§[email protected]"}\n', "content/topics.yml"),
    bad("private mailbox", "person.private-mailbox", contact("email: §en@gmail.com"), C),
    bad("private mailbox of an institution", "person.private-mailbox", library("email: §en@hotmail.com"), "content/libraries/et-bibliotek.md"),
    bad("private mailbox in a text", "person.private-mailbox", course(body="Skriv til §en@yahoo.dk.")),
    bad("private mailbox on a page", "person.private-mailbox", page("Skriv til §en@live.se."), PAGE),
    bad("private mailbox as registrar", "person.private-mailbox", course("registration: {via: §en@outlook.com}")),
    *(
        bad(f"{name} of one {state}", "person.details-withdrawn", text, path, content__contacts__borte=of)
        for state, of in (("withdrawn", WITHDRAWN), ("shown no longer", PAST))
        for name, text, path in (
            ("email as registrar", course("registration: {via: §borte@example.org}"), "courses/kursus.md"),
            ("email in a text", course(body="Skriv til §borte@example.org."), "courses/kursus.md"),
            ("email in a field", course("audience: Skriv til §borte@example.org"), "courses/kursus.md"),
            ("phone in a field", course("audience: Ring §33 99 88 77"), "courses/kursus.md"),
            ("email on a page", page("Skriv til §borte@example.org."), PAGE),
            ("phone on a page", page("Ring §+45 33998877."), PAGE),
            ("email in the settings", "site_name: §borte@example.org\n", "mkdocs.yml"),
            ("email of an institution", library("email: §borte@example.org"), "content/libraries/et-bibliotek.md"),
        )
    ),
    bad("email of somebody as registrar", "person.details-in-field", course("registration: {via: §ane@example.org}")),
    bad("email of somebody on a page", "person.details-in-text", page("Skriv til §ane@example.org."), PAGE),
    bad("phone of somebody in a field", "person.details-in-field", course("audience: Ring §33 12 34 56")),
    bad("misread letter", "file.mojibake", course("audience: L§Ã¦ring")),
    bad("misread letter in a text", "file.mojibake", course(body="B§Ã¸rn")),
    bad("misread dash", "file.mojibake", course(body="9 §â€“ 16")),
    bad("misread quote", "file.mojibake", course(body="Det er §â€™s")),
    bad("misread blank", "file.mojibake", course(body="9§Â\u00a0kr.")),
    bad("misread letter on a page", "file.mojibake", page("L§Ã¤sning"), PAGE),
    bad("misread letter in the topics", "file.mojibake", "- id: samskabelse\n  name: {da: L§Ã¦sning}\n", "content/topics.yml"),
    *(lies("file.attachment-empty", f"courses/a/tom.{kind}", b"", among=OWN) for kind in ("pdf", "jpg", "txt", "svg", "docx")),
    *(lies("file.lfs-pointer", f"courses/a/lfs.{kind}", b"version https://git-lfs.github.com/spec/v1\noid", among=OWN) for kind in ("pdf", "png", "docx")),
    *(
        lies("file.other-content", f"courses/a/{name}", data, among=OWN)
        for name, data in (
            ("html.jpg", b"<!doctype html><html>"), ("html.pdf", b"<html>"), ("heic.jpg", b"\0\0\0\x18ftypheic"), ("png.jpg", b"\x89PNG\r\n\x1a\n"),
            ("jpg.png", b"\xff\xd8\xff\xe0"), ("avif.webp", b"\0\0\0\x18ftypavif"), ("words.pdf", b"Kursusprogram"), ("old.docx", b"\xd0\xcf\x11\xe0"),
            ("pdf.docx", b"%PDF-1.4"), ("zip.pdf", b"PK\x03\x04"), ("pdf.txt", b"%PDF-1.4"), ("words.ics", b"Kalender"), ("html.csv", b"<html>"),
            ("gif.png", b"GIF89a"), ("sound.webp", b"RIFF\0\0\0\0WAVE"),
        )
    ),
]  # fmt: skip
