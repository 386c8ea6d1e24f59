"""What MkDocs, its plugins and its theme log as a warning, introduced in the editor's language.

The check has told before of everything an editor can mend, so these are for the operator: a plugin or a
template of the site's own.  Their words stay as they are; what they mean for the site is said beside them.
"""

import logging

from katalog.i18n.phrases import Phrases


class Introduction(logging.Filter):
    """Puts a sentence before every warning but those of `own`, which speak the editor's language."""

    def __init__(self, phrases: Phrases, own: str) -> None:
        super().__init__()
        self.phrases, self.own = phrases, own

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record once, however many handlers it comes to."""
        if record.levelno >= logging.WARNING and record.name != self.own and not hasattr(record, "katalog"):
            record.msg, record.args = self.phrases("build.warned", message=record.getMessage()), ()
            record.katalog = True
        return True


def introduce_warnings(logger: logging.Logger, phrases: Phrases, own: str) -> None:
    """Introduce what the handlers of `logger` are given from now on, in place of who did before."""
    for handler in logger.handlers:
        for each in [each for each in handler.filters if isinstance(each, Introduction)]:
            handler.removeFilter(each)
        handler.addFilter(Introduction(phrases, own))
