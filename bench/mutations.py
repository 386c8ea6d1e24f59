"""What can be broken in a Python file: small changes of what it does, each of which a test should see.

Comparisons, and/or, not, plus and minus, numbers, truth values, texts, conditions, the order of sorting,
arguments by keyword, conditions of comprehensions, what is returned, statements left out. Types, docstrings,
assertions, decorators and logs are left alone: they say nothing to readers.
"""

import ast
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import NamedTuple

COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATED: dict[type, type] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And}
OPPOSITE = {"min": "max", "max": "min", "any": "all", "all": "any"}
SORTED = {"sorted", "sort"}
TYPES_AND_LOGS = {"cast", "TypeVar", "NewType", "getLogger", "debug", "info", "warning"}
EMPTY = {"str": "''", "bool": "False", "list": "[]", "tuple": "()", "dict": "{}", "Iterator": "iter(())"}


class Mutation(NamedTuple):
    """A part of a file, from byte to byte, and what stands there instead."""

    path: Path
    line: int
    start: int
    end: int
    before: str
    after: str

    def of(self, source: bytes) -> bytes:
        """Return the file, mutated."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def mutations(path: Path) -> Iterator[Mutation]:
    """Yield all mutations of a file, in the order of its tree."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, after in _within(ast.parse(source), ""):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        yield Mutation(path, node.lineno, start, end, ast.unparse(node), after)


def _within(node: ast.AST, returns: str) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Yield what can be replaced in a node, each with a text; `returns` is its function's type."""
    if isinstance(node, ast.FunctionDef):
        returns = ast.unparse(node.returns).split("[")[0] if node.returns else ""
    if isinstance(node, ast.If) and _read(node):
        yield node.test, f"not ({ast.unparse(node.test)})"
    if isinstance(node, ast.stmt):
        yield from ((node, text) for text in _statement(node, returns))
    elif isinstance(node, ast.expr):
        yield from ((node, f"({text})") for text in _expression(node))
    for child in _read(node):
        yield from _within(child, returns)


def _read(node: ast.AST) -> list[ast.AST]:
    """Return the children of a node that do something."""
    match node:
        case ast.FunctionDef():
            return [node.args, *node.body]
        case ast.ClassDef():
            return [*node.body]
        case ast.AnnAssign():
            return [node.value] if node.value else []
        case _:
            return [] if _says_nothing(node) else [*ast.iter_child_nodes(node)]


def _says_nothing(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.Assert() | ast.Raise() | ast.arg() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in TYPES_AND_LOGS
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == "__slots__"
        case _:
            return False


def _statement(node: ast.stmt, returns: str) -> Iterator[str]:
    match node:
        case ast.Return(value=ast.expr() as value):
            empty = EMPTY.get(returns, "None")
            if ast.unparse(value) != empty:
                yield f"return {empty}"
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Continue():
            yield "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case _:
            pass


def _expression(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant():
            yield from _constant(node.value)
        case ast.JoinedStr():
            yield f"{ast.unparse(node)} + 'X'"
        case ast.UnaryOp(op=ast.Not()):
            yield ast.unparse(node.operand)
        case ast.IfExp():
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.Compare(ops=[operator]):
            yield _with(node, ops=[COMPARED[type(operator)]()])
        case ast.BoolOp() | ast.BinOp() if type(node.op) in OPERATED:
            yield _with(node, op=OPERATED[type(node.op)]())
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from _more(node)
        case ast.Call():
            yield from _called(node)
        case _:
            pass


def _constant(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, int):
        yield str(value + 1)
    elif isinstance(value, str):
        yield repr(f"{value}X")


def _more(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Iterator[str]:
    """Yield a comprehension without one of its conditions."""
    for at, generator in enumerate(node.generators):
        for condition in generator.ifs:
            wider = copy(generator)
            wider.ifs = [each for each in generator.ifs if each is not condition]
            yield _with(node, generators=[*node.generators[:at], wider, *node.generators[at + 1 :]])


def _called(node: ast.Call) -> Iterator[str]:
    """Yield a call without one of its keywords, with another function, or in the other order.

    A class' keywords are passed on as None: without them a call would only be wrong.
    """
    name = ast.unparse(node.func).split(".")[-1]
    for at, keyword in enumerate(node.keywords):
        nothing = [ast.keyword(keyword.arg, ast.Constant(value=None))] if name[0].isupper() else []
        if keyword.arg and not (nothing and isinstance(keyword.value, ast.Constant)):
            yield _with(node, keywords=[*node.keywords[:at], *nothing, *node.keywords[at + 1 :]])
    if name in OPPOSITE and isinstance(node.func, ast.Name):
        yield _with(node, func=ast.Name(OPPOSITE[name]))
    if name in SORTED and not any(each.arg == "reverse" for each in node.keywords):
        yield _with(node, keywords=[*node.keywords, ast.keyword("reverse", ast.Constant(value=True))])


def _with(node: ast.expr, **changed: object) -> str:
    other = copy(node)
    for name, value in changed.items():
        setattr(other, name, value)
    return ast.unparse(other)
