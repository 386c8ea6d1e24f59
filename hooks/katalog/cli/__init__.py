"""The command line: `katalog` and one of `_COMMANDS`."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from katalog.cli.argument_words import argparse_words
from katalog.cli.refuse import RefusedError
from katalog.i18n.cldr import RECORD_LANGUAGES
from katalog.i18n.phrases import EDITOR_LANGUAGES, Phrases, editor_phrases
from katalog.problems import InvalidValueError
from katalog.problems.report import format_text
from katalog.process_environment import (
    collect_seldom,
    editor_language,
    environment_problem,
    find_root,
    nearest_editor_language,
    site_editor_language,
)
from katalog.publishing.build_errors import problem_of

FORMATS = ("text", "json", "github")
KINDS = ("course", "project", "library", "organisation", "contact", "news", "translation", "language")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    _write_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = _language_in(arguments)
    with argparse_words(language):
        options = _parser(editor_phrases(language)).parse_args(arguments)
    phrases = editor_phrases(_asked_for(options))
    collect_seldom()
    for path in getattr(options, "paths", ()):
        if not Path(path).exists():
            print(phrases("cli.no-such-path", path=path), file=sys.stderr)
            return 2
    run = import_module(f"katalog.cli.{_MODULES.get(options.command, options.command)}").run
    try:
        return int(run(options, phrases))
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(format_text([problem_of(error, Path.cwd())], phrases), end="", file=sys.stderr)
        return 1
    except InvalidValueError as error:  # what `today` reads; values of files are problems long before
        print(format_text([environment_problem(error)], phrases), end="", file=sys.stderr)
        return 1


def _write_utf8() -> None:
    """Write UTF-8 into files and to other programs, which Windows does not; a terminal knows its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _asked_for(options: argparse.Namespace) -> str:
    """Return the language of messages: asked for, of the site to begin, of the machine, of the site.

    What is read in another place than on this machine comes in the site's language first.
    """
    if stated := getattr(options, "language", None):
        return str(stated)
    of_site = getattr(options, "site_language", None)
    if of_site:
        return nearest_editor_language(of_site[0])
    for_others = options.command == "diff" or getattr(options, "format", "") == "github"
    root = find_root(Path.cwd())
    return site_editor_language(root) if for_others else editor_language(root)


def _language_in(arguments: Sequence[str]) -> str:
    """Return the language help is asked for in, before the arguments can be parsed."""
    for position, argument in enumerate(arguments):
        value = argument.partition("=")[2] or (arguments[position + 1 : position + 2] or [""])[0]
        if argument.partition("=")[0] == "--language" and value in EDITOR_LANGUAGES:
            return value
    return editor_language(find_root(Path.cwd()))


def _parser(phrases: Phrases) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--language", choices=EDITOR_LANGUAGES, help=phrases("cli.language"))
    parser = argparse.ArgumentParser(prog="katalog", description=phrases("cli.about"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join(_COMMANDS))
    for name, add in _COMMANDS.items():
        help_ = phrases(f"cli.{name}")
        parents = [] if name == "init" else [common]  # its languages are those of the site
        add(commands.add_parser(name, parents=parents, help=help_, description=help_), phrases)
    return parser


def _init(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help=phrases("cli.folder"))
    for name in ("name", "address", "operator", "languages", "country", "time-zone"):
        parser.add_argument(f"--{name}", help=phrases(f"cli.{name}"))
    parser.add_argument(
        "--language", metavar="TAG", action="append", dest="site_language", help=phrases("cli.site-language")
    )
    parser.add_argument("--engine", metavar="WHEEL", type=Path, help=phrases("cli.engine"))
    parser.add_argument("--yes", action="store_true", help=phrases("cli.yes"))


def _upgrade(parser: argparse.ArgumentParser, say: Phrases) -> None:
    parser.add_argument("--from", metavar="VERSION", dest="made_with", help=say("cli.made-with"))
    parser.add_argument("--engine", metavar="WHEEL", type=Path, help=say("cli.engine"))
    parser.add_argument("--check", action="store_true", dest="only_look", help=say("cli.only-look"))


def port(written: str) -> int:
    """Read a port that a server can listen at; `ValueError` of any other."""
    number = int(written)
    if not 0 < number < 2**16:
        raise ValueError
    return number


def _site(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("--port", type=port, help=phrases("cli.port"))


def _edit(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("--port", type=port, help=phrases("cli.port"))
    parser.add_argument("--configuration", action="store_true", help=phrases("cli.configuration"))
    parser.add_argument("--no-browser", action="store_true", help=phrases("cli.no-browser"))


def _build(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("--site-dir", metavar="DIR", help=phrases("cli.site-dir"))


def _check(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=phrases("cli.paths"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=phrases("cli.output"))
    parser.add_argument("--no-cache", action="store_true", help=phrases("cli.no-cache"))


def _explain(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("code", nargs="?", metavar="CODE", help=phrases("cli.code"))
    parser.add_argument("--all", action="store_true", help=phrases("cli.all"))
    parser.add_argument("--write", action="store_true", help=phrases("cli.write"))


def _new(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("kind", choices=KINDS, help=phrases("cli.kind"))
    parser.add_argument("id", nargs="?", help=phrases("cli.id"))
    parser.add_argument("to", nargs="?", help=phrases("cli.to"))


def _rename(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("old", metavar="OLD", help=phrases("cli.old-id"))
    parser.add_argument("new", metavar="NEW", help=phrases("cli.new-id"))


def _diff(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("old", nargs="?", default="", metavar="OLD", help=phrases("cli.old-version"))
    parser.add_argument("new", nargs="?", default="", metavar="NEW", help=phrases("cli.new-version"))
    parser.add_argument("--preview", metavar="URL", help=phrases("cli.preview"))
    parser.add_argument("--archive", metavar="URL", help=phrases("cli.archive"))


def _import(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=phrases("cli.import-file"))
    parser.add_argument("--record-language", choices=RECORD_LANGUAGES, help=phrases("cli.record-language"))
    parser.add_argument("--check", action="store_true", dest="only_look", help=phrases("cli.only-look"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=phrases("cli.output"))


def _export(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=phrases("cli.export-file"))
    parser.add_argument("--upcoming", action="store_true", help=phrases("cli.upcoming"))
    parser.add_argument("--rows", choices=("session", "course"), default="session", help=phrases("cli.rows"))


def _format(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=phrases("cli.paths"))
    parser.add_argument("--check", action="store_true", dest="only_look", help=phrases("cli.only-look"))


def _nothing_more(_: argparse.ArgumentParser, __: Phrases) -> None:
    """The command takes nothing but the language."""


_MODULES = {"import": "import_file"}
"""Modules of commands whose names Python has for itself."""
_COMMANDS = {
    "init": _init,
    "upgrade": _upgrade,
    "site": _site,
    "edit": _edit,
    "build": _build,
    "check": _check,
    "diff": _diff,
    "new": _new,
    "copy": _rename,
    "rename": _rename,
    "import": _import,
    "export": _export,
    "format": _format,
    "explain": _explain,
    "schema": _nothing_more,
    "addresses": _nothing_more,
}
