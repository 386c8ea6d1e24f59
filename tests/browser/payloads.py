"""Texts that try to run a script, and records that carry each of them in every field of text.

The fields are read off the schema, so that a new one is tried without a word here; only fields that are
not text are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import yaml

from katalog.checks.markup import markup_faults
from katalog.markdown import render_text
from katalog.schema.field_introspection import Field, fields_of
from katalog.schema.record_parts import Part
from katalog.schema.records import COLLECTIONS, RECORD_FOLDERS, Contact, Institution
from tests.support import record

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script src=//elsewhere.example/x.js></script>",
    "<script src=data:,alert(1)></script>",
    '<script type="module">alert(1)</script>',
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    '" tabindex="0" autofocus onfocus="alert(1)" x="',
    "x` onerror=`alert(1)",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text y="9">a</text></a></svg>',
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<input onfocus=alert(1) autofocus>",
    "<math><mtext></table><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<base href=//elsewhere.example/>",
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "[alert](javascript:alert(1))",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
    "{{ constructor.constructor('alert(1)')() }} ${alert(1)} {% raw %} katalog-slot-head-7f3c alert",
)

REFERENCES = {
    "organiser": "libraries", "teachers": "contacts", "partners": "organisations", "initiative": "projects",
    "person": "contacts", "coordinator": "libraries", "funders": "organisations",
    "facilitator": "organisations",
    "library": "libraries", "organisation": "libraries", "author": "contacts", "publisher": "organisations",
    "about": "courses", "topics": "topics",
}  # fmt: skip
VALUES = {
    "when": "2027-03-07", "opens": "2026-12-01", "closes": "2027-02-01", "period": "2026/2028",
    "show_until": "2028-12-31", "amount": "950 kr.", "email": "{id}@example.org", "via": "https://example.org/",
    "website": "https://example.org/", "url": "https://example.org/", "lat": "56.1", "lon": "9.0",
    "language": "da", "country": "DK", "id": "foerste", "isil": "DK-700400", "waiting_list": "ja",
    "optional": "ja", "hours": "9.30–10", "pause": "ja", "offered": "ja",
    "field": "lokale", "since": "2026-10-01", "required": "ja", "binding": "ja", "members_only": "ja",
    "limited": "ja", "late": "nej", "until": "2027-01-20",
}  # fmt: skip
DATES = {"documents": "2026-10", "results": "2026-10", "news": "2026-10-01"}
PICTURE = "billede.png"
LEFT_OUT = {"draft", "withdrawn", "redirect_from", "status", "phone", "part_of", "parent", "file"}
"""What is no text, or would keep the record off the site."""


@dataclass(frozen=True)
class Carrier:
    """Fills the records of one number; `place` counts fields, so that each gets every payload in turn."""

    number: int
    place: Iterator[int]

    def text(self) -> str:
        return PAYLOADS[(self.number + next(self.place)) % len(PAYLOADS)]

    def id(self, collection: str) -> str:
        return f"{collection}-{self.number:02}"

    def record(self, collection: str) -> str:
        """Return a record with a payload in every field of text, and in its body."""
        facts = self._mapping(COLLECTIONS[collection], collection)
        if collection == "contacts":
            del facts["contacts"]  # a person is not asked about by way of themselves
        payload = self.text()
        body = f"`{payload}`\n\n```\n{payload}\n```\n\n{self._as_prose(payload)}"
        title = f"{facts.pop('title')} {self.number}"  # no two of a kind have the same
        return record(title, body, **facts)

    def translation(self, collection: str) -> str:
        """Return a translation of the same; people and places keep their names."""
        texts = {"title": self.text(), "summary": self.text(), "translates": "00000000"}
        if issubclass(COLLECTIONS[collection], Institution | Contact):
            del texts["title"]
        return f"---\n{yaml.safe_dump(texts, width=1000)}---\n\n`{self.text()}`\n"

    def _as_prose(self, payload: str) -> str:
        """Return the payload itself where a body may hold it; raw HTML and templates are refused."""
        return (
            ""
            if render_text(payload).faults or list(markup_faults(payload))
            else f"{payload}\n\n## {payload}"
        )

    def _mapping(self, model: type[Part], where: str) -> dict[str, Any]:
        fields = [field for field in fields_of(model) if field.name not in LEFT_OUT]
        if where == "speakers":  # a name of their own, or a record
            fields = [field for field in fields if field.name != "person"]
        made = {field.name: self._value(field, where) for field in fields}
        return {"file": PICTURE} | made if where == "image" else made

    def _value(self, field: Field, where: str) -> Any:
        one = self._mapping(field.part, field.name) if field.part else self._single(field, where)
        return [one] if field.many else one

    def _single(self, field: Field, where: str) -> Any:
        if field.name in REFERENCES:
            return self.id(REFERENCES[field.name])
        if field.name == "date":
            return DATES[where]
        if field.choices:
            return field.choices[0]
        if field.name == "amount" and field.kind == "number":
            return "7,5"
        if field.name in VALUES:
            return VALUES[field.name].format(id=f"p{self.number}")
        return 1 if field.kind == "number" else self.text()


def all_carriers() -> Iterator[tuple[str, str]]:
    """Yield the path and text of every record, translation and topic that carries payloads."""
    folders = {collection: folder for folder, collection in RECORD_FOLDERS.items()}
    for number in range(len(PAYLOADS)):
        carrier = Carrier(number, count())
        for collection, folder in folders.items():
            path = f"{folder}/{carrier.id(collection)}"
            yield f"{path}.md", carrier.record(collection)
            yield f"{path}.sv.md", carrier.translation(collection)


def topics() -> str:
    """Return a list of topics with a payload as each name."""
    names = [
        {"id": f"topics-{number:02}", "name": dict.fromkeys(("da", "sv", "en"), each)}
        for number, each in enumerate(PAYLOADS)
    ]
    return yaml.safe_dump(names, allow_unicode=True, width=1000)
