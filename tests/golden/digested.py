"""The sites of which digests are kept, each a module with `texts`, `DIGESTS` and `DEPTH`."""

from tests.golden import choices, drawings, edges, few, generated, many

DIGESTED = [choices, drawings, edges, few, generated, many]
