"""Files, folders and bytes: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K101",
        "file.empty",
        "record",
        "courses/samskabelse.md (0 byte)",
        "---\ntitle: Samskabelse\nlanguage: da\n---",
    ),
    ProblemKind(
        "K102",
        "file.too-large",
        "size",
        "courses/samskabelse.md (3 MB)",
        "courses/samskabelse.md (12 KB)\ncourses/samskabelse/slides.pdf",
    ),
    ProblemKind(
        "K103", "file.line-too-long", "size", "lorem ipsum … (25.000 tegn)", "lorem ipsum …\n\nlorem ipsum …"
    ),
    ProblemKind("K104", "file.not-utf8", "utf8", "title: S\\xf8ren  (ISO 8859-1)", "title: Søren  (UTF-8)"),
    ProblemKind("K105", "file.utf16", "utf8", "\\xff\\xfe-\\x00-\\x00-\\x00", "---"),
    ProblemKind("K106", "file.surrogate", "utf8", "title: Kursus \\xed\\xa0\\xbd", "title: Kursus 😀"),
    ProblemKind("K107", "file.nul", "invisible", "title: Sam\\0skabelse", "title: Samskabelse"),
    ProblemKind(
        "K108", "file.control-character", "invisible", "title: Sam\\x07skabelse", "title: Samskabelse"
    ),
    ProblemKind(
        "K109",
        "file.line-separator",
        "invisible",
        "title: Samskabelse\\u2028language: da",
        "title: Samskabelse\nlanguage: da",
    ),
    ProblemKind("K110", "file.lost-character", "utf8", "title: L�ring", "title: Læring"),
    ProblemKind(
        "K111",
        "file.lfs-pointer",
        "record",
        "version https://git-lfs.github.com/spec/v1",
        "---\ntitle: Samskabelse\nlanguage: da\n---",
    ),
    ProblemKind(
        "K112",
        "file.merge-conflict",
        "record",
        "<<<<<<< HEAD\nlessons: 24\n=======\nlessons: 30\n>>>>>>> kursus",
        "lessons: 30",
    ),
    ProblemKind(
        "K113",
        "file.no-front-matter",
        "fences",
        "title: Samskabelse\nlanguage: da",
        "---\ntitle: Samskabelse\nlanguage: da\n---",
    ),
    ProblemKind(
        "K114",
        "file.front-matter-unclosed",
        "fences",
        "---\ntitle: Samskabelse\n\nKurset handler om …",
        "---\ntitle: Samskabelse\n---\n\nKurset handler om …",
    ),
    ProblemKind(
        "K115", "file.front-matter-late", "fences", "\n---\ntitle: Samskabelse", "---\ntitle: Samskabelse"
    ),
    ProblemKind(
        "K116",
        "file.front-matter-twice",
        "fences",
        "---\ntitle: Samskabelse\n---\n---\nlanguage: da\n---",
        "---\ntitle: Samskabelse\nlanguage: da\n---",
    ),
    ProblemKind(
        "K117", "file.fence-damaged", "fences", "—\ntitle: Samskabelse\n---", "---\ntitle: Samskabelse\n---"
    ),
    ProblemKind(
        "K118",
        "file.field-after-front-matter",
        "fences",
        "---\ntitle: Samskabelse\n---\nlanguage: da",
        "---\ntitle: Samskabelse\nlanguage: da\n---",
    ),
    ProblemKind(
        "K119", "file.toml", "fences", '+++\ntitle = "Samskabelse"\n+++', "---\ntitle: Samskabelse\n---"
    ),
    ProblemKind("K120", "file.json", "fences", '{"title": "Samskabelse"}', "---\ntitle: Samskabelse\n---"),
    ProblemKind(
        "K121",
        "file.symlink",
        "places",
        "courses/samskabelse.md -> ../../kursus.md",
        "courses/samskabelse.md",
    ),
    ProblemKind(
        "K122", "file.not-a-file", "places", "courses/samskabelse.md (FIFO)", "courses/samskabelse.md"
    ),
    ProblemKind(
        "K123",
        "file.unreadable",
        "places",
        "---------- courses/samskabelse.md",
        "-rw-r--r-- courses/samskabelse.md",
    ),
    ProblemKind("K124", "file.folder-unreadable", "places", "d--------- courses", "drwxr-xr-x courses"),
    ProblemKind("K125", "file.not-a-folder", "places", "courses", "courses/"),
    ProblemKind(
        "K126", "file.not-a-record", "places", "courses/program.pdf", "courses/samskabelse/program.pdf"
    ),
    ProblemKind("K127", "file.ending", "names", "courses/samskabelse.md.txt", "courses/samskabelse.md"),
    ProblemKind("K128", "file.name", "names", "courses/Læring på tværs.md", "courses/laering-paa-tvaers.md"),
    ProblemKind(
        "K129",
        "file.name-too-long",
        "names",
        "courses/et-meget-langt-navn-paa-et-kursus-som-ingen-gider-skrive-….md",
        "courses/samskabelse.md",
    ),
    ProblemKind("K130", "file.name-reserved", "names", "courses/con.md", "courses/konference.md"),
    ProblemKind(
        "K131",
        "file.name-collision",
        "names",
        "courses/Samskabelse.md\ncourses/samskabelse.md",
        "courses/samskabelse.md",
    ),
    ProblemKind("K132", "file.litter", "places", "courses/.DS_Store", "courses/samskabelse.md", "warning"),
    ProblemKind("K133", "file.hidden", "places", "courses/.samskabelse.md", "courses/samskabelse.md"),
    ProblemKind(
        "K134", "file.executable", "places", "courses/samskabelse/start.exe", "courses/samskabelse/start.pdf"
    ),
    ProblemKind("K135", "file.host-settings", "places", "courses/_headers", "courses/samskabelse.md"),
    ProblemKind(
        "K136", "file.web-page", "places", "courses/samskabelse/program.html", "courses/samskabelse.md"
    ),
    ProblemKind(
        "K137",
        "file.attachment-type",
        "places",
        "courses/samskabelse/program.zip",
        "courses/samskabelse/program.pdf",
    ),
    ProblemKind(
        "K138",
        "file.attachment-name",
        "names",
        "courses/samskabelse/Program (endelig).PDF",
        "courses/samskabelse/program-endelig.pdf",
    ),
    ProblemKind(
        "K139",
        "file.attachments-without-record",
        "places",
        "courses/samskabelse/program.pdf",
        "courses/samskabelse.md\ncourses/samskabelse/program.pdf",
    ),
    ProblemKind("K140", "file.folder-name", "names", "courses/Gamle kurser/", "courses/samskabelse/"),
    ProblemKind(
        "K141",
        "file.folder-in-folder",
        "places",
        "courses/samskabelse/2016/program.pdf",
        "courses/samskabelse/program-2016.pdf",
    ),
    ProblemKind(
        "K142", "file.svg-active", "places", "<svg><script>…</script></svg>", '<svg><path d="…"/></svg>'
    ),
    ProblemKind(
        "K143", "file.replaces-theme", "places", "content/da/assets/kurser.md", "content/da/kurser-om-it.md"
    ),
    ProblemKind("K144", "template.unfilled", "template", "title: ⟦kursets titel⟧", "title: Samskabelse"),
    ProblemKind(
        "K145",
        "file.attachment-empty",
        "places",
        "courses/samskabelse/program.pdf (0 byte)",
        "courses/samskabelse/program.pdf (80 KB)",
    ),
    ProblemKind(
        "K146",
        "file.other-content",
        "places",
        "courses/samskabelse/sal.jpg (HEIC)",
        "courses/samskabelse/sal.jpg (JPEG)",
    ),
    ProblemKind("K147", "file.mojibake", "utf8", "title: LÃ¦ring", "title: Læring"),
    ProblemKind(
        "K150",
        "page.unfilled",
        "template",
        "⟦Skriv, hvem der står bag siden.⟧",
        "Siden drives af Eksempelbiblioteket.",
        "warning",
    ),
    ProblemKind(
        "K190", "file.folder-other-name", "places", "kurser/samskabelse.md", "courses/samskabelse.md"
    ),
    ProblemKind("K191", "file.folder-unused", "places", "content/no/om.md", "content/da/om.md"),
    ProblemKind("K192", "file.unused", "places", "content/samskabelse.md", "courses/samskabelse.md"),
    ProblemKind(
        "K193", "file.same-address", "places", "content/da/om.md\ncontent/da/om/index.md", "content/da/om.md"
    ),
    ProblemKind(
        "K194",
        "file.copy",
        "once",
        "courses/samskabelse.md\ncourses/samskabelse - Kopi.md",
        "courses/samskabelse.md",
    ),
    ProblemKind(
        "K195",
        "file.translation-elsewhere",
        "places",
        "courses/samskabelse.md\nprojects/samskabelse.sv.md",
        "courses/samskabelse.md\ncourses/samskabelse.sv.md",
    ),
    ProblemKind(
        "K196",
        "record.same-content",
        "once",
        "courses/samskabelse.md\ncourses/samskabelse-2.md (samme titel og datoer)",
        "courses/samskabelse.md",
    ),
    ProblemKind(
        "K197",
        "address.gone",
        "lasting",
        "addresses.txt: kurser/samskabelse/",
        "redirects:\n  - {old: kurser/samskabelse/, to: courses}",
    ),
    ProblemKind(
        "K198",
        "address.renamed",
        "lasting",
        "courses/samskabelse.md  →  courses/samskabelse-2027.md",
        "redirect_from: [samskabelse]",
    ),
    ProblemKind(
        "K199",
        "address.moved",
        "lasting",
        "courses/samskabelse.md  →  projects/samskabelse.md",
        "redirects:\n  - {old: kurser/samskabelse/, to: projects/samskabelse.md}",
    ),
)
