"""What a long piece of work is at, on one line of a terminal that is written over; nowhere else."""

import os
import sys
import time
from threading import Timer
from typing import TextIO

from babel.numbers import format_decimal

from katalog.i18n.phrases import Phrases

PATIENCE, INTERVAL = 1.0, 0.1
"""Seconds before anything is said, and between one line and the next."""
OVER = "\r\x1b[K"
"""Goes back to the beginning of the line and clears it."""


class Progress:
    """Counts the time from the beginning, and says after a second of it what is being done."""

    def __init__(
        self, phrases: Phrases, message_id: str, stream: TextIO | None = None, patience: float = PATIENCE
    ) -> None:
        """Begin with a message, on `stream` or standard error, if that is a terminal that clears lines."""
        self._phrases, self._stream = phrases, stream or sys.stderr
        self._began, self._next, self._line, self._shown = time.monotonic(), 0.0, phrases(message_id), False
        self.timer = Timer(patience, self._show)
        self.timer.daemon = True
        if self._stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI"):
            self.timer.start()

    def at(self, message_id: str, **params: object) -> None:
        """Say what is being done, unless something was said just now."""
        now = time.monotonic()
        if now >= self._next:
            self._next, self._line = now + INTERVAL, self._phrases(message_id, **params)
            if self._shown:
                self._show()

    def clear(self) -> None:
        """Make room for other lines; what is said next stands below them."""
        self._next, self._line = 0.0, ""
        if self._shown:
            self._show()

    def done(self) -> str:
        """Clear the line and say no more; returns how long all of it took, in the editor's language."""
        self.timer.cancel()
        self.clear()
        self._shown = False
        seconds = format_decimal(time.monotonic() - self._began, "0.0", locale=self._phrases.language)
        return self._phrases("build.seconds", seconds=seconds)

    def _show(self) -> None:
        self._shown = True
        self._stream.write(OVER + self._line)
        self._stream.flush()
