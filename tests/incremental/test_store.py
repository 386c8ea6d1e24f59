"""What the next build is told: whole and of the same code, or nothing."""

from pathlib import Path

from katalog.incremental.cache import Cache
from katalog.incremental.store import (
    Made,
    PageNote,
    Sources,
    Store,
    keep_store,
    packed,
    read_store,
)

STORE = Store(
    inputs=[("record", "a")],
    digests=[b"d"],
    tasks={
        "da course a": Made(
            Sources(packed([0]), b"", 1, 9), {"a/index.html": b"f"}, [PageNote("a/", {"da": "a/"}, b"i")]
        )
    },
)


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    keep_store(Cache(tmp_path), "da", STORE, b"x" * 32)
    assert read_store(Cache(tmp_path), "da", b"x" * 32) == STORE


def test_other_code_knows_nothing(tmp_path: Path) -> None:
    keep_store(Cache(tmp_path), "da", STORE, b"x" * 32)
    assert read_store(Cache(tmp_path), "da", b"y" * 32) == Store()
