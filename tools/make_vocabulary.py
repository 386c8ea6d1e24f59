"""Make `tests/feeds/schema_org.json`: the part of schema.org's vocabulary that our JSON-LD uses.

    npm pack schema-dts && tar xzf schema-dts-*.tgz
    python -m tools.make_vocabulary package/dist/schema.d.ts

schema-dts (Apache-2.0) is generated from schema.org's own definitions; only names are taken from it:
types, what they are kinds of, their properties and what these may hold.
"""

import json
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "tests/feeds/schema_org.json"
TYPES = """
    Audience BreadcrumbList CollegeOrUniversity Corporation Course CourseInstance EducationEvent Event
    GeoCoordinates GovernmentOrganization ItemList Library ListItem NewsArticle Offer Organization Person
    Place PostalAddress PriceSpecification Project PropertyValue Schedule Thing VirtualLocation WebSite
    WorkersUnion
"""
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+) extends ([^{]+) \{\n(.*?)^\}", re.DOTALL | re.MULTILINE
)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+?), "\w+">;$', re.MULTILINE)


def main() -> None:
    """Write the table."""
    found = _INTERFACE.findall(Path(sys.argv[1]).read_text("utf-8"))
    parents = {name: [each.strip() for each in of.split(",")] for name, of, _ in found}
    own = {name: dict(_PROPERTY.findall(body)) for name, _, body in found}
    table = {
        "source": "schema.org by way of schema-dts 2.1.0; made by tools/make_vocabulary.py",
        "types": {name: _type(name, parents, own) for name in TYPES.split()},
    }
    TARGET.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", "utf-8")


def _type(name: str, parents: dict[str, list[str]], own: dict[str, dict[str, str]]) -> dict[str, object]:
    line, todo = [], [f"{name}Leaf"]
    while todo:
        at = todo.pop()
        line.append(at)
        todo += parents.get(at, [])
    kinds = sorted({each.removesuffix("Leaf").removesuffix("Base") for each in line if each != "ThingLeaf"})
    properties = {key: sorted(_names(value)) for each in line for key, value in own.get(each, {}).items()}
    return {"is": kinds, "properties": properties}


def _names(union: str) -> set[str]:
    return {each.strip() for each in union.split("|")} - {"IdReference"}


if __name__ == "__main__":
    main()
