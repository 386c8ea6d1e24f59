"""The documentation of problems, from their catalogue; `katalog explain` prints the same."""

import re
from collections.abc import Iterator

from katalog.i18n.phrases import Phrases
from katalog.problems.codes import ProblemKind, kinds_by_subject

PAGE_FOLDERS = {"da": "fejl", "sv": "fel"}
_BRACES = re.compile(r"\{(\w+)\}")


def explanation(rule: ProblemKind, phrases: Phrases) -> str:
    """Return one problem explained, as Markdown that reads well on a terminal too."""
    says = f"{_general(phrases(f'{rule.code}.what'))}  {_general(phrases(f'{rule.code}.do'))}"
    return "\n".join([
        f"## {rule.short} `{rule.code}`\n",
        f"{phrases(f'severity.{rule.severity}')}\n",
        f"**{phrases('explain.says')}:** {says}\n",
        f"**{phrases('explain.rule')}:** {phrases(f'rule.{rule.rule}')}\n",
        f"**{phrases('explain.bad')}:**\n",
        _block(rule.bad),
        f"**{phrases('explain.good')}:**\n",
        _block(rule.good),
    ])  # fmt: skip


def problem_pages(phrases: Phrases) -> Iterator[tuple[str, str]]:
    """Yield the pages of one language: paths below `docs/<language>/`, and texts."""
    folder = PAGE_FOLDERS[phrases.language]
    yield f"{folder}/README.md", _index(phrases)
    for name, rules in kinds_by_subject().items():
        parts = [f"# {phrases(f'group.{name}')}\n", *(explanation(rule, phrases) for rule in rules)]
        yield f"{folder}/{name}.md", "\n".join(parts)


def _index(phrases: Phrases) -> str:
    parts = [f"# {phrases('explain.title')}\n", f"{phrases('explain.intro')}\n"]
    for name, rules in kinds_by_subject().items():
        parts.append(f"## {phrases(f'group.{name}')}\n")
        parts += [_entry(name, rule, phrases) for rule in rules]
        parts.append("")
    return "\n".join(parts)


def _entry(name: str, rule: ProblemKind, phrases: Phrases) -> str:
    anchor = f"{rule.short} {rule.code}".lower().replace(".", "").replace(" ", "-")
    return f"- [{rule.short}]({name}.md#{anchor}) {_general(phrases(f'{rule.code}.what'))}"


def _general(text: str) -> str:
    return _BRACES.sub("…", text)


def _block(text: str) -> str:
    return f"```text\n{''.join(_visible(character) for character in text)}\n```\n"


def _visible(character: str) -> str:
    return character if character.isprintable() or character == "\n" else f"<U+{ord(character):04X}>"
