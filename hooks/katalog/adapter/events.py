"""The events of MkDocs in a site's own program: each must be one, and take what it is given."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from inspect import Parameter, signature
from pathlib import Path

from mkdocs.plugins import EVENTS, PluginCollection

from katalog import adapter
from katalog.problems import Problem
from katalog.problems.own_code import problem_at

_BY_NAME = (Parameter.KEYWORD_ONLY,)


def event_problems(
    functions: Mapping[str, Callable[..., object]], root: Path, *, beside_katalogs: bool
) -> Iterator[Problem]:
    """Yield what MkDocs would stop at, or what would stop Katalog, at the functions' own lines.

    `functions` are by their names; `beside_katalogs` tells whether Katalog's stand in the same file.
    """
    names = [f"on_{each}" for each in EVENTS]
    for name, function in functions.items():
        if beside_katalogs and hasattr(adapter, name):
            yield problem_at(function, root, "own.event-taken", written=name)
        elif name not in names:
            allowed = ", ".join(get_close_matches(name, names) or names)
            yield problem_at(function, root, "own.event", written=name, allowed=allowed)
        elif refused := _refused(function, getattr(PluginCollection, name)):
            yield problem_at(function, root, "own.failed", name=name, written=refused)


def _refused(function: Callable[..., object], event: Callable[..., object]) -> str:
    """Return why a function cannot be called as its event is; nothing where it can."""
    _, *given = signature(event).parameters.values()
    in_order = [each.name for each in given if each.kind not in _BY_NAME]
    by_name = {each.name: each.name for each in given if each.kind in _BY_NAME}
    try:
        signature(function).bind(*in_order, **by_name)
    except TypeError as refused:
        return f"TypeError: {refused}"
    return ""
