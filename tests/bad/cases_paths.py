"""Files that are not what belongs in a folder of records."""

# ruff: noqa: E501 - a case is a line

import os
import stat
from collections.abc import Callable
from pathlib import Path

from katalog.problems import Position
from tests.bad.table import Bad, contact, course, library, project

GOOD = course().encode()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg">\n%s\n</svg>\n'


def lies(
    code: str,
    path: str,
    data: bytes = GOOD,
    reported_at: str = "",
    line: int = 1,
    *,
    column: int = 1,
    among: dict[str, bytes] | None = None,
) -> Bad:
    """A file that must not lie there, among others; its name is the case's."""
    files = {path: data} | (among or {})
    name = path.encode("ascii", "backslashreplace").decode()
    return Bad(name, code, reported_at or path, Position(line, column), files)


def made(name: str, code: str, path: str, make: Callable[[Path], None], **others: bytes) -> Bad:
    """What no bytes can say: links, pipes."""
    files = {key.replace("__", "/") + ".md": each for key, each in others.items()}
    return Bad(name, code, path, Position(), files, make)


def link(path: str, target: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)

    return make


def fifo(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / path)

    return make


def socket(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mknod(root / path, stat.S_IFSOCK | 0o600)

    return make


OWN = {"courses/a.md": GOOD}
NEWS = "---\ntitle: En nyhed\nlanguage: da\ndate: 2026-11-01\n---\n\nNyt.\n"
ABOUT = b"---\ntitle: Om\n---\n"
PNG = b"\x89PNG\r\n\x1a\n"

STRAY = [
    *(
        lies("file.folder-other-name", f"{folder}/a.md", reported_at=folder)
        for folder in (
            "kurser", "Courses", "kurs", "COURSES", "projekter", "Projects", "indsatser", "contacts", "kontakter",
            "news", "nyheder", "libraries", "biblioteker", "organisationer", "content/courses", "content/projects",
            "content/kontakter", "content/nyheder", "content/News", "content/Libraries",
        )
    ),
    *(lies("file.folder-unused", f"content/{folder}/a.md", reported_at=f"content/{folder}") for folder in ("no", "en", "Da", "gamle")),
    *(lies("file.unused", path) for path in ("kursus.md", "samskabelse.sv.md", "content/kursus.md", "content/news.md", "content/index.md")),
    *(
        lies("file.folder-other-name", f"{folder}/a.md", reported_at=folder)
        for folder in ("Content", "Overrides", "CONTENT", "course", "Kurser", "content/personer")
    ),
    *(lies("file.folder-unused", f"{folder}/a.md", reported_at=folder) for folder in ("seminarer", "webinars", "docs", "org", "content/pages", "content/billeder")),
    *(lies("file.unused", path) for path in ("kursus.markdown", "kursus.txt", "topics.yml", "topics.yaml", "content/emner.yml", "content/addresses.txt", "addresses.md")),
    lies("file.name", "Addresses.txt", b"kurser/"),
    lies("file.name", "Mkdocs.yml", b"site_name: A"),
    lies("file.unused", "content/topics.yaml", b"- id: a"),
    lies("file.unused", "content/Topics.yml", b"- id: a"),
    lies("file.unused", "content/program.pdf", b"%PDF"),
    *(lies("file.host-settings", f"content/{name}", b"a") for name in ("CNAME", "_headers", "_redirects", "robots.txt")),
    lies("file.copy", "content/topics.yml~", b"a"),
    lies("file.litter", "content/.DS_Store", b"a"),
    lies("file.web-page", "content/index.html", b"a"),
    lies("file.executable", "content/start.js", b"a"),
    made("linked folder of contacts", "file.symlink", "content/sv", link("content/sv", "/etc")),
    *(
        made(f"{path} out of the project", "file.symlink", path, link(path, "/etc"))
        for path in ("courses", "projects", "content/libraries", "content/assets/a", "overrides", "overrides/katalog", "kurser", "mappe", "content/da")
    ),
    *(
        made(f"{path} out of the project", "file.symlink", path, link(path, "/etc/hostname"))
        for path in ("overrides/main.html", "overrides/assets/a.png", "mkdocs.yml", "noter.md", "noter.txt", "courses/a.sv.md", "content/contacts/a.md", "content/assets/a.txt")
    ),
    made("link in the look to nothing", "file.symlink", "overrides/main.html", link("overrides/main.html", "nothing")),
    made("link in the look to itself", "file.symlink", "overrides/a", link("overrides/a", "a")),
    *(
        made(f"pipe {path}", "file.not-a-file", path, fifo(path))
        for path in ("overrides/main.html", "overrides/katalog/course.html", "overrides/assets/a.css", "mkdocs.yml", "courses/a.sv.md", "content/news/a.md", "content/sv/om/a.md")
    ),
    made("socket among records", "file.not-a-file", "courses/a.md", socket("courses/a.md")),
    made("socket among assets", "file.not-a-file", "content/assets/a.png", socket("content/assets/a.png")),
    made("pipe in content", "file.not-a-file", "content/a.md", fifo("content/a.md")),
]  # fmt: skip

ASSETS = [
    *(
        lies("file.executable", f"content/assets/{name}")
        for name in ("site.js", "search/engine.js", "start.sh", "tal.mjs", "javascripts/bundle.js", "start.exe")
    ),
    *(
        lies("file.attachment-type", f"content/assets/{name}")
        for name in ("skrift.woff2", "film.mp4", "program.zip", "om.md", "LICENSE")
    ),
    *(lies("file.web-page", f"content/assets/{name}") for name in ("index.html", "kort.htm", "data.xml")),
    *(lies("file.host-settings", f"content/assets/{name}") for name in ("CNAME", "_headers")),
    *(lies("file.replaces-theme", f"content/assets/{name}", PNG) for name in ("share/courses.png", "icon-180.png", "Icon-512.PNG")),
    *(lies("file.replaces-theme", f"content/assets/{name}", SVG % b"") for name in ("logo.svg", "outline.svg")),
    lies("file.svg-active", "content/assets/a.svg", SVG % b"<script>alert(1)</script>", line=2),
    lies("file.executable", "content/assets/a.png", b"MZ\x90\x00"),
    lies("file.attachment-empty", "content/assets/a.png", b""),
    lies("file.lfs-pointer", "content/assets/a.jpg", b"version https://git-lfs.github.com/spec/v1\noid"),
    lies("file.other-content", "content/assets/a.jpg", b"<!doctype html><html>"),
    lies("file.other-content", "content/assets/b.jpg", b"\0\0\0\x18ftypheic"),
    *(lies("file.style-sheet", f"content/{name}.css") for name in ("assets/katalog", "assets/stylesheets/main")),
    lies("file.other-content", "overrides/assets/icon-512.png", b"\xff\xd8\xff"),
    lies("file.too-large", "content/assets/stor.pdf", b"%PDF" + bytes(20 * 1024 * 1024)),
    lies("file.folder-in-folder", "content/assets/a/b/c/d/e/f/g/h.png", PNG, "content/assets/a/b/c/d/e/f/g"),
    lies("file.not-a-folder", "content/assets", b"", "content/assets"),
    lies("file.same-address", "content/assets/vores.svg", SVG % b"", among={"overrides/assets/Vores.svg": SVG % b""}),
    made("linked assets", "file.symlink", "content/assets", link("content/assets", "/etc")),
    made("linked picture", "file.symlink", "content/assets/a.png", link("content/assets/a.png", "/etc/passwd")),
    made("pipe among assets", "file.not-a-file", "content/assets/a.png", fifo("content/assets/a.png")),
    lies("person.national-id", "content/assets/070761-4285.pdf", b"%PDF"),
    lies("person.national-id", "content/assets/a.pdf", b"%PDF-1.4\n/Author (Ane 070761-4285)"),
    lies("person.national-id", "content/assets/a.txt", b"F\xc3\xb8dt 070761-4285", column=6),
    lies("person.private-mailbox", "content/da/a.pdf", b"%PDF-1.4\n/Author (en@gmail.com)"),
    lies("file.other-content", "content/da/om/a.jpg", b"\0\0\0\x18ftypheic"),
    lies("file.lfs-pointer", "content/sv/a.png", b"version https://git-lfs.github.com/spec/v1\noid"),
]  # fmt: skip

PUBLISHED = [
    *(lies("file.web-page", f"content/{name}") for name in ("404.html", "sitemap.xml", "opensearch.xml")),
    lies("file.folder-other-name", "content/kurser/index.html", reported_at="content/kurser"),
    *(lies("file.unused", f"content/{name}") for name in ("kurser.json", "kurser.atom", "site.webmanifest")),
    *(lies("file.folder-unused", f"content/{name}/a.md", reported_at=f"content/{name}") for name in ("schema", "arkiv", "search")),
    lies("file.not-a-record", "content/da/kurser.json"),
    lies("file.replaces-theme", "content/da/kurser.ics", b"BEGIN:VCALENDAR"),
    lies("file.replaces-theme", "content/sv/kurser.ics", b"BEGIN:VCALENDAR"),
    lies("file.replaces-theme", "content/da/kurser/a.png", PNG),
    lies("file.replaces-theme", "content/da/schema/a.png", PNG),
    lies("file.replaces-theme", "content/da/sv/a.png", PNG),
    lies("file.same-address", "content/da/om/index.md", ABOUT, among={"content/da/om.md": ABOUT}),
    lies("file.same-address", "content/sv/om/os/index.md", ABOUT, among={"content/sv/om/os.md": ABOUT}),
    lies("file.same-address", "content/da/a.png", PNG, among={"content/da/A.png": PNG}),
]  # fmt: skip

COPY_NAMES = [
    "kursus.md~", "kursus.md.bak", "kursus.md.orig", "kursus.md.old", "kursus.orig", "kursus (1).md", "kursus(2).md", "kursus - Kopi.md",
    "kursus - kopia.md", "kursus - Copy.md", "kursus - Kopi (2).md", "kursus - Copy 2.md", "kursus (kopi).md", "kursus (Kopia).md",
    "kursus kopi.md", "kursus kopia 2.md", "kursus copy.md", "kursus_kopi.md", "Kopi af kursus.md", "Kopia av kursus.md", "Copy of kursus.md",
    "kursus (Anes konfliktkopi 2026-11-01).md", "kursus (Annas motstridiga kopia 2026-11-01).md", "kursus (conflicted copy 2026-11-01 101010).md",
    "kursus (ANE-PC's conflicted copy 2026-11-01).md", "kursus.sync-conflict-20261101-101010-ABCDEFG.md", "kursus_conflict-20261101-101010.md",
    "kursus_REMOTE_1234.md", "kursus_BASE_1234.md", "kursus.md.mine", "kursus.sv - Kopi.md", "kursus.sv (1).md",
    "kursus 2.md", "kursus_1.md", "kursus.md~HEAD", "kursus~main.md", "Copy (2) of kursus.md", "kursus.conflict.md", "kursus-DESKTOP-AB12CD3.md",
]  # fmt: skip

COPIES = [
    *(lies("file.copy", f"courses/{name}", among={"courses/kursus.md": GOOD}) for name in COPY_NAMES),
    *(
        lies("file.copy", f"courses/{name}.md", among={"courses/kursus.md": GOOD})
        for name in ("kursus-kopi", "kursus-kopia", "kursus-copy", "kursus-kopi-2", "kursus-backup", "kopi-af-kursus", "copy-of-kursus", "kursus-konflikt")
    ),
    lies("file.copy", "courses/kursus-kopi.sv.md", among={"courses/kursus.md": GOOD, "courses/kursus.sv.md": b"---\ntitle: A\n---\n"}),
    lies("file.copy", "content/contacts/ane-test - Kopi.md"),
    lies("file.copy", "content/libraries/vejby-bibliotek-kopi.md"),
    lies("file.copy", "content/topics - Kopi.yml"),
    lies("file.copy", "content/topics (1).yml"),
    lies("file.copy", "content/da/om - Kopi.md", ABOUT),
    lies("file.copy", "content/da/om-kopi.md", ABOUT, among={"content/da/om.md": ABOUT}),
    lies("file.copy", "content/sv/om/os-kopia.md", ABOUT, among={"content/sv/om/os.md": ABOUT}),
    lies("file.copy", "content/da/om.md.orig", ABOUT),
    lies("file.copy", "content/assets/plads (1).png", PNG),
    lies("file.copy", "courses/a/program (1).pdf", b"%PDF", among=OWN),
    lies("file.copy", "courses/a/program - Kopi.pdf", b"%PDF", among=OWN),
]  # fmt: skip

SWEDISH = b"---\ntitle: A\n---\n"
ELSEWHERE = [
    *(
        lies("file.translation-elsewhere", f"{folder}/a.{language}.md", SWEDISH, among=OWN)
        for folder in (
            "projects",
            "content/news",
            "content/contacts",
            "content/libraries",
            "content/organisations",
        )
        for language in ("sv", "en")
    ),
    lies("file.translation-elsewhere", "courses/ane-test.sv.md", SWEDISH),
    lies("file.translation-elsewhere", "courses/faelles-indsats.sv.md", SWEDISH),
    lies("file.translation-elsewhere", "projects/a.no.md", b"---\ntitle: A\nlessons: 24\n---\n", among=OWN),
    lies("file.translation-elsewhere", "content/da/om.sv.md", ABOUT, among={"content/da/om.md": ABOUT}),
    lies("file.translation-elsewhere", "content/sv/om.sv.md", ABOUT),
    lies("file.translation-elsewhere", "content/da/om/os.en.md", ABOUT),
    *(
        lies("file.name", f"courses/{name}", SWEDISH, among={"courses/kursus.md": GOOD})
        for name in ("kursus_sv.md", "kursus.sv-SE.md", "kursus.sv_SE.md", "kursus (sv).md", "kursus sv.md")
    ),
    lies("translation.without-original", "courses/findes-ikke.sv.md", SWEDISH),
    lies("translation.without-original", "content/news/findes-ikke.sv.md", SWEDISH),
]


def same(name: str, first: str, second: str = "", folder: str = "courses") -> Bad:
    """Two records of one thing, the second of which is reported at its title."""
    files = {f"{folder}/a.md": first.encode(), f"{folder}/b.md": (second or first).encode()}
    return Bad(name, "record.same-content", f"{folder}/b.md", Position(2, 8), files)


DATED = course("sessions: [2027-03-01, 2027-03-08]")
HELD = course("organiser: vejby-bibliotek", "sessions: [2027-03-01, 2027-03-08]")
SAME = [
    same("course with dates", DATED),
    same("course with dates and another text", DATED, DATED.replace("En tekst.", "En ny tekst.")),
    same("course with dates written otherwise", DATED, course("sessions: [1. marts 2027, 8. marts 2027]")),
    same("course with its title in capitals", DATED, DATED.replace("Et kursus", "ET  KURSUS")),
    same("course with dates and more", DATED, DATED.replace("---\n\n", "lessons: 24\n---\n\n")),
    Bad("last year's title", "record.same-title", "courses/samskabelse-2.md", Position(2, 8), {"courses/samskabelse.md": HELD.encode(), "courses/samskabelse-2.md": HELD.replace("202", "203").encode()}),
    Bad("the longer name", "record.same-content", "courses/samskabelse-2.md", Position(2, 8), {"courses/samskabelse.md": DATED.encode(), "courses/samskabelse-2.md": DATED.encode()}),
    same("course with runs", course("runs: [{id: v, sessions: [2027-03-01]}]"), course("sessions: [2027-03-01]")),
    same("course without dates", course()),
    same("project", project("period: 2027/2028"), folder="projects"),
    same("project without dates", project(), folder="projects"),
    same("library", library("municipality: Nyby"), folder="content/libraries"),
    same("organisation", library().replace("public", "other"), folder="content/organisations"),
    same("person with an address", contact("email: en@example.org"), folder="content/contacts"),
    same("news", NEWS, folder="content/news"),
    same("news with another text", NEWS, NEWS + "Mere.\n", folder="content/news"),
]  # fmt: skip

LITTER = [
    *(
        lies("file.litter", f"{folder}/{name}")
        for folder in ("courses", "content", "content/da", "content/assets")
        for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._a.md", "~$a.docx", ".a.md.swp", ".#a.md", ".~lock.a.odt#")
        if f"{folder}/{name}" not in {"content/.DS_Store", "courses/.DS_Store", "courses/Thumbs.db", "courses/desktop.ini"}
    ),
    lies("file.litter", "courses/a/Thumbs.db", among=OWN),
    lies("file.litter", "courses/a/.DS_Store", among=OWN),
]  # fmt: skip

CASES = [
    *STRAY,
    *COPIES,
    *ELSEWHERE,
    *SAME,
    *LITTER,
    *ASSETS,
    *PUBLISHED,
    lies("file.ending", "courses/kursus.MD"),
    lies("file.ending", "courses/kursus.Md"),
    lies("file.ending", "courses/kursus.md.txt"),
    lies("file.ending", "courses/kursus.markdown"),
    lies("file.ending", "courses/kursus.txt"),
    lies("file.ending", "courses/kursus.md.md"),
    lies("file.name", "courses/Kursus.md"),
    lies("file.name", "courses/kursus i it.md"),
    lies("file.name", "courses/læring.md"),
    lies("file.name", "courses/lærings-forløb.sv.md"),
    lies("file.name", "courses/kursus_1.md"),
    lies("file.name", "courses/kursus--1.md"),
    lies("file.name", "courses/-kursus.md"),
    lies("file.name", "courses/kursus..md"),
    lies("file.name", "courses/kursus.SV.md"),
    lies("file.name", "courses/kursus.svensk.md"),
    lies("file.name", "courses/kursus\u200b.md"),
    lies("file.name", "courses/ku\trsus.md", reported_at="courses/ku\trsus.md"),
    lies("file.not-a-record", "courses/program.pdf"),
    lies("file.not-a-record", "courses/kursus"),
    lies("file.not-a-record", "courses/日本.md"),
    lies("file.name-too-long", f"courses/{'a' * 81}.md"),
    lies("file.name-reserved", "courses/con.md"),
    lies("file.name-reserved", "courses/aux.md"),
    lies("file.name-reserved", "courses/LPT1.md"),
    lies("file.name-reserved", "courses/nul.sv.md"),
    lies("file.name-collision", "courses/Kursus.md", among={"courses/kursus.md": GOOD}),
    lies("file.name-collision", "courses/lær.md", among={"courses/laer.md": GOOD}),
    lies("file.name", "courses/åben.md".replace("å", "a\u030a")),
    lies("file.litter", "courses/.DS_Store"),
    lies("file.litter", "courses/Thumbs.db"),
    lies("file.litter", "courses/desktop.ini"),
    lies("file.litter", "courses/#kursus.md#"),
    lies("file.litter", "courses/.kursus.md.swp"),
    lies("file.litter", "courses/~$kursus.docx"),
    lies("file.litter", "courses/._kursus.md"),
    lies("file.hidden", "courses/.kursus.md"),
    lies("file.hidden", "courses/.kursus.yml"),
    lies("file.executable", "courses/kursus.exe"),
    lies("file.executable", "courses/kursus.sh"),
    lies("file.executable", "courses/a/start.js", among=OWN),
    lies("file.executable", "courses/a/start.pdf", b"#!/bin/sh\n", among=OWN),
    lies("file.executable", "courses/a/start.png", b"MZ\x90\x00", among=OWN),
    lies("file.executable", "courses/a/start.txt", b"\x7fELF\x02", among=OWN),
    lies("file.host-settings", "courses/CNAME"),
    lies("file.host-settings", "courses/_headers"),
    lies("file.host-settings", "courses/_redirects"),
    lies("file.host-settings", "courses/.htaccess"),
    lies("file.host-settings", "content/da/robots.txt"),
    lies("file.host-settings", "courses/a/netlify.toml", among=OWN),
    lies("file.web-page", "courses/kursus.html"),
    lies("file.web-page", "courses/a/program.htm", among=OWN),
    lies("file.web-page", "content/da/om.html"),
    lies("file.attachment-type", "courses/a/program.zip", among=OWN),
    lies("file.attachment-type", "courses/a/program", among=OWN),
    lies("file.attachment-type", "courses/a/notat.md", among=OWN),
    lies("file.attachment-name", "courses/a/Program.pdf", b"%PDF", among=OWN),
    lies("file.attachment-name", "courses/a/program.PDF", b"%PDF", among=OWN),
    lies("file.attachment-name", "courses/a/pro gram.pdf", b"%PDF", among=OWN),
    lies("file.attachments-without-record", "courses/b/program.pdf", b"%PDF", "courses/b"),
    lies("file.folder-name", "courses/Gamle kurser/a.pdf", b"%PDF", "courses/Gamle kurser"),
    lies("file.folder-in-folder", "courses/a/b/c.pdf", b"%PDF", "courses/a/b", among=OWN),
    lies("file.svg-active", "courses/a/a.svg", SVG % b"<script>alert(1)</script>", line=2, among=OWN),
    lies("file.svg-active", "courses/a/b.svg", SVG % b'<path onclick="x()"/>', line=2, among=OWN),
    lies("file.svg-active", "courses/a/c.svg", SVG % b'<a href="javascript:x()"/>', line=2, among=OWN),
    lies(
        "file.svg-active",
        "courses/a/d.svg",
        SVG % b'<image href="https://example.org/x.png"/>',
        line=2,
        among=OWN,
    ),
    *(
        lies("file.svg-active", f"courses/a/{name}.svg", data, line=line, among=OWN)
        for name, line, data in (
            ("prefix", 2, SVG % b'<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
            (
                "reference",
                2,
                SVG % b'<a><animate attributeName="href" values="jav&#97;script:alert(1)"/></a>',
            ),
            ("newline", 2, SVG % b'<a><set to="java&#10;script:alert(1)"/></a>'),
            ("before-a-fault", 2, SVG % b"<script>alert(1)</script><"),
            ("utf-16", 2, (SVG % b"<script>alert(1)</script>").decode().encode("utf-16")),
            ("other-encoding", 1, b'<?xml version="1.0" encoding="shift_jis"?>' + SVG % b"<script/>"),
            ("stylesheet", 1, b'<?xml-stylesheet href="https://example.org/a.css"?>' + SVG % b""),
            ("entity", 1, b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"&a;"),
            ("import", 2, SVG % b"<style>@import 'https://example.org/a.css'</style>"),
            ("fill", 2, SVG % b'<rect fill="url(https://example.org/a.svg#b)"/>'),
            ("no-drawing", 1, b"%PDF"),
        )
    ),
    lies("file.svg-active", "courses/a/e.svg", SVG % b"<foreignObject/>", line=2, among=OWN),
    lies("file.too-large", "courses/a/stor.pdf", b"%PDF" + bytes(20 * 1024 * 1024), among=OWN),
    lies("file.replaces-theme", "content/da/404.md"),
    lies("file.replaces-theme", "content/da/sitemap.xml"),
    lies("file.replaces-theme", "content/da/assets/site.md", reported_at="content/da/assets"),
    lies("file.replaces-theme", "content/sv/search/a.md", reported_at="content/sv/search"),
    lies("file.replaces-theme", "content/da/kurser.md", b"---\ntitle: Vores kurser\n---\n"),
    lies("file.replaces-theme", "content/da/biblioteker/liste.md", b"---\ntitle: Liste\n---\n"),
    lies("file.replaces-theme", "content/da/sv/om.md", b"---\ntitle: Om\n---\n"),
    lies("file.replaces-theme", "content/sv/kalender/index.md", b"---\ntitle: Kalender\n---\n"),
    lies("file.name", "content/da/Om Os.md"),
    lies("file.name-reserved", "content/da/con/om.md", ABOUT, "content/da/con"),
    lies("file.not-a-folder", "courses", b"", "courses"),
    made("link to a record", "file.symlink", "courses/b.md", link("courses/b.md", "a.md"), courses__a=GOOD),
    made("link out of the project", "file.symlink", "courses/b.md", link("courses/b.md", "/etc/passwd")),
    made("link to nothing", "file.symlink", "courses/b.md", link("courses/b.md", "nothing")),
    made("link to itself", "file.symlink", "courses/b.md", link("courses/b.md", "b.md")),
    made("linked folder", "file.symlink", "courses/b", link("courses/b", ".."), courses__a=GOOD),
    made(
        "linked attachment",
        "file.symlink",
        "courses/a/p.pdf",
        link("courses/a/p.pdf", "/etc/passwd"),
        courses__a=GOOD,
    ),
    made("linked page", "file.symlink", "content/da/om.md", link("content/da/om.md", "/etc/passwd")),
    made("linked folder of pages", "file.symlink", "content/da/om", link("content/da/om", "..")),
    made("pipe", "file.not-a-file", "courses/b.md", fifo("courses/b.md")),
    made(
        "pipe among attachments",
        "file.not-a-file",
        "courses/a/b.pdf",
        fifo("courses/a/b.pdf"),
        courses__a=GOOD,
    ),
    made("pipe among pages", "file.not-a-file", "content/da/om.md", fifo("content/da/om.md")),
]
