"""The templates' environment: Jinja, compiled to plainer Python than it has reason to by itself.

Our templates escape everywhere, and what they are given is objects with attributes and ordinary
functions: no dictionaries read as objects, no functions that ask for the context, no macros called
with a block.  Without asking about all that at each of a build's million expressions,
templates take half the time.  Tests compare its text with that of Jinja's own code.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.utils import missing
from markupsafe import Markup, escape

from katalog.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import BaseLoader
    from jinja2.compiler import Frame, MacroRef

SEEN = 4096
"""How many texts are kept escaped: names, labels and addresses come again and again."""


_escaped = lru_cache(SEEN, typed=True)(escape)


class PlainCode(CodeGenerator):
    """Compiles attributes to attributes, calls to calls and macros to functions that return markup."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        if node.name != "defined" or not isinstance(node.node, nodes.Getattr):
            super().visit_Test(node, frame)
            return
        self.write("hasattr(")
        self.visit(node.node.node, frame)
        self.write(f", {node.node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            self.fail("templates call macros with arguments alone", node.lineno)
        self.write("environment.call(" if node.kwargs else "")
        self.visit(node.node, frame)
        self.write(", " if node.kwargs else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        frame = frame.soft()
        for before, part in (("(", node.expr1), (" if ", node.test), (" else ", node.expr2)):
            self.write(before)
            self.visit(part, frame) if part is not None else self.write("''")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = {argument.name: frame.symbols.ref(argument.name) for argument in macro_ref.node.args}
        self.write(f"environment.macro(macro, {names!r})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        self.writeline(f"return environment.markup(concat({frame.buffer}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.html(")


class Templates(Environment):
    """Templates of HTML: everything is escaped, and a name that is not there is a bug."""

    code_generator_class = PlainCode
    markup = partial(str.__new__, Markup)
    """Marks text as HTML, without asking whether it is."""

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=Compiled(),
        )

    @staticmethod
    def html(value: object) -> Markup:
        """Return what stands for a value in HTML."""
        return value if type(value) is Markup else _escaped(value)

    @staticmethod
    def macro(function: Callable[..., Markup], names: dict[str, str]) -> Callable[..., Markup]:
        """Let a compiled macro be called with fewer arguments (it sets its own defaults) and by name.

        `names` leads from its parameters' names to those they have in the compiled code.
        """
        function.__defaults__ = (missing,) * len(names)
        vars(function)["names"] = names
        return function

    @staticmethod
    def call(function: Callable[..., Any], *given: object, **named: object) -> Any:
        """Call a macro, or any function, with arguments by name."""
        names = getattr(function, "names", {})
        return function(*given, **{names.get(name, name): value for name, value in named.items()})
