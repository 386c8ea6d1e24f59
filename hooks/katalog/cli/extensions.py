"""A site's own programs for the command line: a build has MkDocs load them, a check must."""

import ast
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from katalog.extend import cannot_run, forget
from katalog.problems import Problem
from katalog.problems.own_code import own_failure
from katalog.process_environment import SETTINGS_FILE
from katalog.settings.mkdocs_settings import binds, hook_files
from katalog.settings.settings_file import read_settings_file

BINDING = "katalog.hooks"


def load_extensions(root: Path) -> bool:
    """Run the programs that the site below `root` names under `hooks`, where they do more than bind Katalog.

    Returns whether they can be run: where one cannot, a check reports it.
    """
    forget()
    named = hook_files(read_settings_file(root, SETTINGS_FILE))
    files = [each for each in named if (root / each).is_file()]
    if all(_only_binds(root / each) for each in files):
        return True
    found = [problem for name in files for problem in _load(name, root)]
    if found:
        forget()
    for problem in found:
        cannot_run(problem)
    return not found


def _only_binds(file: Path) -> bool:
    """Tell a program that is nothing but `from katalog.hooks import *`: it need not be run."""
    try:
        body = ast.parse(file.read_bytes()).body
    except (SyntaxError, ValueError):
        return False
    return all(
        (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
        or (isinstance(each, ast.ImportFrom) and each.module == BINDING)
        for each in body
    )


def _load(name: str, root: Path) -> Iterator[Problem]:
    file = root / name
    spec = spec_from_file_location(f"katalog_site_{file.stem}", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.path.insert(0, str(file.parent))
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as failed:
        problem = own_failure(failed, root, name)
        if problem is None:
            raise
        yield problem
    else:
        yield from _of_events(module, root)
    finally:
        sys.path.remove(str(file.parent))


def _of_events(module: ModuleType, root: Path) -> list[Problem]:
    """Find what MkDocs would refuse; it is asked only where there is something of the site's own."""
    events = {name: each for name, each in vars(module).items() if name.startswith("on_") and callable(each)}
    own = {name: each for name, each in events.items() if not each.__module__.startswith("katalog.")}
    if not own:
        return []
    from katalog.adapter.events import event_problems

    return list(event_problems(own, root, beside_katalogs=binds(Path(module.__file__ or ""))))
