"""What a proposal changes of a site, for its editors: two versions compared, as Markdown (`report`).

Records are compared field by field as the schema has them, so that nothing an editor can write is left
out, and no page is rendered.
"""

from katalog.diff.compare import Difference, compare
from katalog.diff.report import report
from katalog.diff.version import Version

__all__ = ["Difference", "Version", "compare", "report"]
