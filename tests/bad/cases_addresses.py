"""Addresses that were published once and lead nowhere now."""

# ruff: noqa: E501 - a case is a line

from tests.bad.cases_paths import fifo, lies, link, made
from tests.bad.table import Bad, bad, course, project

LIST = "addresses.txt"
COURSE = course()


def gone(name: str, code: str, text: str, **others: str) -> Bad:
    return bad(name, code, text, LIST, **others)


CASES = [
    gone("course that went", "address.gone", "§kurser/noget-helt-andet/\n"),
    gone("course that went, in Swedish", "address.gone", "kurser/kursus/\n§sv/kurser/noget-helt-andet/\n", courses__kursus=COURSE),
    gone("page that went", "address.gone", "kurser/\n§om/os/\n"),
    gone("topic that went", "address.gone", "emner/samskabelse/\n§emner/hvad-som-helst/\n"),
    gone("file that went", "address.file-gone", "§assets/plads.png\n"),
    gone("attachment that went", "address.file-gone", "§kurser/kursus/program.pdf\n", courses__kursus=COURSE),
    gone("calendar of a course that went", "address.gone", "§kurser/noget-helt-andet.ics\n"),
    gone("draft that was published", "address.gone", "§kurser/kursus/\n", courses__kursus=course("draft: true")),
    gone("course under a new id", "address.renamed", "§kurser/samskabelse-i-praksis/\n", **{"courses__samskabelse-i-praksis-2027": COURSE}),
    gone("course under a new id, in Swedish", "address.renamed", "§sv/kurser/samskabelse/\n", courses__samskabelsen=COURSE),
    gone("course found by its title", "address.renamed", "§kurser/det-lange-kursus/\n", courses__k1=COURSE.replace("Et kursus", "Det lange kursus")),
    gone("course with an old id already", "address.renamed", "kurser/foer/\n§kurser/kursus-1/\n", courses__kursus=course("redirect_from: [foer]")),
    gone("project under a new id", "address.renamed", "§projekter/faelles-indsatser/\n"),
    gone("library under a new id", "address.renamed", "§biblioteker/vejby-biblioteker/\n"),
    gone("person under a new id", "address.renamed", "§kontakt/ane-testt/\n"),
    gone("record of another folder", "address.moved", "§kurser/faelles-indsats/\n"),
    gone("project that became an initiative", "address.moved", "§projekter/det-hele/\n", **{"projects__det-hele": project().replace("kind: project", "kind: national-initiative")}),
    gone("conflict in the list", "file.merge-conflict", "kurser/\n§<<<<<<< HEAD\nsv/\n=======\n>>>>>>> a\n"),
    made("link for a list", "file.symlink", LIST, link(LIST, "content/topics.yml")),
    made("pipe for a list", "file.not-a-file", LIST, fifo(LIST)),
    lies("file.not-utf8", LIST, b"kurser/l\xe6ring/\n", column=9),
]  # fmt: skip
