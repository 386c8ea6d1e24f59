"""Templates as plainer Python than Jinja has reason to write by itself (docs/decisions/0012).

Our templates escape everywhere, and what they are given is objects with attributes and ordinary
functions: no dictionaries read as objects, no functions that ask for the context, no macros called
with a block or kept in variables.  Without asking about all that at each of a build's million
expressions, templates take a sixth of the time.  Tests compare its text with that of Jinja's own
code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, find_undeclared
from jinja2.idtracking import VAR_LOAD_ALIAS, VAR_LOAD_RESOLVE
from jinja2.nodes import EvalContext
from jinja2.runtime import exported
from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from katalog.html.environment import Templates


class PlainCode(CodeGenerator):
    """Compiles attributes to attributes, calls to calls and macros to functions that return HTML.

    What is known to be HTML – macros' and filters' – goes out as it is; the rest is escaped once.
    """

    environment: Templates
    _html_names: set[str]

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template's module: what it imports, its macros, and `root` for the page it makes.

        The names a page is made with are known in `root` alone, so that all else is there once.
        """
        once = [each for each in node.body if isinstance(each, nodes.Macro | nodes.Import)]
        frame = Frame(EvalContext(self.environment, self.name))
        frame.symbols.analyze_node(nodes.Template(once))
        self._html_names = set(frame.symbols.refs.values())
        self.writeline(f"from jinja2.runtime import {', '.join(exported)}")
        self.writeline(f"name, blocks = {self.name!r}, {{}}")
        self.write_commons()
        self.pull_dependencies(node.body)
        self.blockvisit(once, frame)
        self._write_root([each for each in node.body if each not in once], frame)
        macros = [each.name for each in once if isinstance(each, nodes.Macro)]
        known = "".join(f", {each}={frame.symbols.ref(each)}" for each in macros)
        self.writeline(f"environment.add_module(name, root=root{known})")
        self.writeline(f"debug_info = {'&'.join(f'{line}={written}' for line, written in self.debug_info)!r}")

    def _write_root(self, body: list[nodes.Node], around: Frame) -> None:
        frame = around.inner()
        frame.block = "root"
        frame.symbols.analyze_node(nodes.Template(body))
        self._write_function("root(names)", body, frame)

    def _write_function(self, head: str, body: list[nodes.Node], frame: Frame) -> None:
        self.writeline(f"def {head}:")
        self.indent()
        self.buffer(frame)
        self.enter_frame(frame)
        self.blockvisit(body, frame)
        self.writeline(f"return concat({frame.buffer})")
        self.outdent()

    def refuse(self, node: nodes.Node, frame: Frame) -> None:  # noqa: ARG002
        self.fail("templates import others whole, and call macros with arguments alone", node.lineno)

    visit_Extends = visit_Block = visit_Include = visit_FromImport = visit_CallBlock = refuse  # noqa: N815

    def write_commons(self) -> None:
        self.writeline("undefined = environment.undefined")
        self.writeline("html, escape = environment.html, environment.escape")
        self.writeline("concat, placed = environment.concat, environment.placed")

    def enter_frame(self, frame: Frame) -> None:
        """Fetch names a page is made with: one that is not there says so itself."""
        for target, (action, name) in frame.symbols.loads.items():
            if action == VAR_LOAD_RESOLVE:
                self.writeline(f"{target} = names[{name!r}]")
            elif action == VAR_LOAD_ALIAS:
                self.writeline(f"{target} = {name}")

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002
        """Write nothing: what a loop has set is not in its way later."""

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        names = [inner.symbols.ref(each.name) for each in node.args]
        defaults = [""] * (len(names) - len(node.defaults))
        defaults += [f"={each.as_const()!r}" for each in node.defaults]
        arguments = ", ".join(map("".join, zip(names, defaults, strict=True)))
        self.newline(node)
        self._write_function(f"{frame.symbols.ref(node.name)}({arguments})", node.body, inner)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        if node.else_ or node.recursive:
            super().visit_For(node, frame)
            return
        inner = frame.inner()
        placed = "loop" in find_undeclared(node.iter_child_nodes(only=("body",)), ("loop",))
        place = f", {inner.symbols.declare_parameter('loop')}" if placed else ""
        inner.symbols.analyze_node(node, for_branch="body")
        self.writeline("for ", node)
        self.visit(node.target, inner)
        self.write(f"{place} in placed(" if placed else " in (")
        self._write_items(node, frame, inner)
        self.write("):")
        self.indent()
        self.enter_frame(inner)
        self.blockvisit(node.body, inner)
        self.outdent()

    def _write_items(self, node: nodes.For, frame: Frame, inner: Frame) -> None:
        if node.test is None:
            self.visit(node.iter, frame)
            return
        tested = frame.inner()
        tested.symbols.analyze_node(node, for_branch="test")
        self.write("[")
        self.visit(node.target, inner)
        self.write(" for ")
        self.visit(node.target, inner)
        self.write(" in ")
        self.visit(node.iter, frame)
        self.write(" if ")
        self.visit(node.test, tested)
        self.write("]")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        self.writeline(f"{frame.buffer} += (", node)
        for each in node.nodes:
            self.newline(each)
            self._write_html(each, frame)
            self.write(",")
        self.write(")")

    def _write_html(self, node: nodes.Expr, frame: Frame) -> None:
        if isinstance(node, nodes.TemplateData):
            self.write(repr(node.data))
        elif isinstance(node, nodes.Const):
            self.write(repr(str(escape(node.value))))
        elif isinstance(node, nodes.CondExpr):
            self._choose(node, frame, self._write_html)
        elif isinstance(node, nodes.Concat):
            self._write_joined(node, frame)
        elif self._is_phrase(node):
            self._write_phrase(node, frame)
        elif self._is_html(node, frame):
            self._write_plain(node, frame)
        else:
            self._write_escaped(node, frame)

    def _write_escaped(self, node: nodes.Expr, frame: Frame) -> None:
        """Write what escapes a value: without a call of Python's, for most of them are plain text."""
        self.write("(escape(v) if type(v := ")
        self.visit(node, frame)
        self.write(") is str else html(v))")

    def _write_joined(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("concat((")
        for each in node.nodes:
            self._write_html(each, frame)
            self.write(", ")
        self.write("))")

    def _choose(self, node: nodes.CondExpr, frame: Frame, write: Callable[[nodes.Expr, Frame], Any]) -> None:
        self.write("(")
        write(node.expr1, frame)
        self.write(" if ")
        self.visit(node.test, frame)
        self.write(" else ")
        write(node.expr2 or nodes.Const(""), frame)
        self.write(")")

    def _is_html(self, node: nodes.Expr, frame: Frame) -> bool:
        """Return whether an expression is the call of a macro or of a filter that returns HTML."""
        if isinstance(node, nodes.Filter):
            return node.name in self.environment.html_filters
        if not isinstance(node, nodes.Call):
            return False
        called = node.node.node if isinstance(node.node, nodes.Getattr) else node.node
        return isinstance(called, nodes.Name) and frame.symbols.find_ref(called.name) in self._html_names

    @staticmethod
    def _is_phrase(node: nodes.Expr) -> TypeGuard[nodes.Call]:
        """Return whether an expression is `t("…")`."""
        match node:
            case nodes.Call(node=nodes.Name(name="t"), args=[nodes.Const()], kwargs=[]):
                return True
            case _:
                return False

    def _write_phrase(self, node: nodes.Call, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(".html[")
        self.visit(node.args[0], frame)
        self.write("]")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        self._write_value(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002, N802
        self._write_value(node, frame)

    def _write_value(self, node: nodes.Expr, frame: Frame) -> None:
        """Write a call as a value: it may be asked later whether it is HTML."""
        self.write("Markup(" if self._is_html(node, frame) else "(")
        self._write_plain(node, frame)
        self.write(")")

    def _write_plain(self, node: nodes.Expr, frame: Frame) -> None:
        if isinstance(node, nodes.Call):
            self._write_call(node, frame)
        elif isinstance(node, nodes.Filter):
            if hasattr(self.environment.filters.get(node.name), "jinja_pass_arg"):
                self.fail("filters are given no context", node.lineno)
            super().visit_Filter(node, frame)
        else:
            self.visit(node, frame)

    def _write_call(self, node: nodes.Call, frame: Frame) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self.fail("calls have no * or **", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        scope = "l_1_" if self._is_html(node, frame) else ""  # what names have directly below the root
        for named in node.kwargs:
            self.write(f"{scope}{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        if node.ctx == "store":
            super().visit_Name(node, frame)
            return
        written = frame.symbols.ref(node.name)
        if not frame.block and frame.symbols.find_load(written) == (VAR_LOAD_RESOLVE, node.name):
            self.fail(f"macros know what they are given, and no {node.name}", node.lineno)
        self.write(written)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        if node.name != "defined" or not isinstance(node.node, nodes.Getattr):
            super().visit_Test(node, frame)
            return
        self.write("hasattr(")
        self.visit(node.node.node, frame)
        self.write(f", {node.node.attr!r})")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        self._choose(node, frame, self.visit)
