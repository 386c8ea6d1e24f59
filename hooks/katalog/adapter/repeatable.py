"""Whether what MkDocs makes is known to be the same again without asking it."""

from pathlib import Path
from types import ModuleType

from mkdocs.config.defaults import MkDocsConfig


def is_repeatable(config: MkDocsConfig) -> bool:
    """Tell whether MkDocs reads nothing but the settings, the pages and the site's own files.

    A plugin, an event of the site's own and a value of the environment (`!ENV`) may depend on anything.
    """
    settings = Path(config.config_file_path).read_bytes()
    hooks: dict[str, ModuleType] = config["hooks"]
    has_plugins = set(config["plugins"]) != set(hooks)
    return not has_plugins and b"!ENV" not in settings and all(map(_adds_no_event, hooks.values()))


def _adds_no_event(hook: ModuleType) -> bool:
    events = (value for name, value in vars(hook).items() if name.startswith("on_"))
    return all(event.__module__ == __package__ for event in events)
