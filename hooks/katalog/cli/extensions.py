"""A site's own program for the command line: a build has MkDocs load it, a check must."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from katalog.extend import cannot_run, forget

HOOKS = "hooks/main.py"
EXTENDS = "katalog.extend"


def load_extensions(root: Path) -> None:
    """Run the hooks of the site below `root` where they register checks or pages, and nothing else.

    Where they fail a check reports it.
    """
    forget()
    files = [
        file
        for file in sorted((root / "hooks").glob("*.py"))
        if EXTENDS in file.read_text("utf-8", "replace")
    ]
    spec = spec_from_file_location("katalog_site_hooks", root / HOOKS) if files else None
    if spec and spec.loader:
        sys.path.insert(0, str(root / "hooks"))
        try:
            spec.loader.exec_module(module_from_spec(spec))
        except Exception as failed:  # noqa: BLE001 - whatever it is, it is told beside what else is wrong
            cannot_run(failed, HOOKS)
        finally:
            sys.path.remove(str(root / "hooks"))
