"""Processes that do a part of a build each, where everything is to be made and there are cores for it."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
ENOUGH = 200
"""From how many records on a process more pays: to begin it and take over what it made costs some 0.1 s."""


def pays(records: int) -> bool:
    """Return whether several processes are sooner done; on Linux they begin with what is read by then.

    A process with threads is not forked: what a thread holds at that moment would be held for ever.
    """
    return records >= ENOUGH and sys.platform == "linux" and _cores() > 1 and threading.active_count() == 1


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


@contextmanager
def working(work: Callable[[str], T], parts: Sequence[str]) -> Iterator[Iterator[T]]:
    """Let `work` be done for each part in a process of its own, which knows what this one knows now.

    Yields what they return, in the order of `parts`, each when it is done; what one of them raises is raised.
    """
    if not parts:
        yield iter(())
        return
    pool = ProcessPoolExecutor(len(parts), get_context("fork"), initializer=_begin, initargs=(work,))
    with pool:
        yield pool.map(_work, parts)


def _begin(work: Callable[[str], Any]) -> None:
    global _do  # noqa: PLW0603 - a process has one task
    _do = work


def _work(part: str) -> Any:
    return _do(part)


_do: Callable[[str], Any]
