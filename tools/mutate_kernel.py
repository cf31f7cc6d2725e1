"""How well the tests hold the kernel: break it in one place at a time and see who notices.

`python tools/mutate_kernel.py [--sample N] [--seed N]` changes one comparison, operator, number,
condition or statement of the kernel or the calendar, runs the kernel uncompiled in a child process
over histories of every form, the calendar's checks, the examples of the rules and those of stopped
clocks, and counts the
changes that nothing noticed. Those are printed, with their place. Functions that only make room
for more rows are left alone: too much room is no fault.
"""

import argparse
import ast
import copy
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import pickle
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from types import CodeType, ModuleType

os.environ["NUMBA_DISABLE_JIT"] = "1"

ROOT = Path(__file__).parent.parent
DUTIES = ROOT / "src" / "dutybook" / "duties"
SOURCES = [DUTIES / "calendar.py", *sorted((DUTIES / "kernel").glob("*.py"))]
MAKE_ROOM = {"_lacks_room", "_with_more_room", "_new_book"}
SHAPES = "dutybook.duties.kernel.shapes"
SECONDS_FOR_ONE = 120
SUBJECTS, FEW, MANY = 5, 12, 80
"""Of each force; how many seeds are tried at first, and before a change is called unnoticed."""

OPPOSITES: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.Break: ast.Continue,
}
NAMES = {"min": "max", "max": "min"}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)


# Changes


def inside_functions(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node in the body of a function, docstrings and annotations left out."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name not in MAKE_ROOM:
            for statement in function.body:
                if not is_docstring(statement):
                    yield from ast.walk(statement)


def is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def changes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each change by the place of its node and what is done there."""
    for place, node in enumerate(inside_functions(tree)):
        match node:
            case ast.Compare() if len(node.ops) == 1:
                yield place, "compare"
            case ast.BoolOp() | ast.BinOp() | ast.AugAssign() if type(node.op) in OPPOSITES:
                yield place, "operator"
            case ast.Constant() if type(node.value) is int:
                yield place, "number"
            case ast.Name() if node.id in NAMES:
                yield place, "least or most"
            case ast.If() | ast.While() if not isinstance(node.test, ast.Constant):
                yield place, "condition"
            case ast.Break():
                yield place, "break"
        if isinstance(node, ast.Assign | ast.AugAssign) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        ):
            yield place, "left out"


def changed(tree: ast.Module, place: int, what: str) -> tuple[ast.Module, str]:
    """A copy of the tree with one change, and the change in words."""
    tree = copy.deepcopy(tree)
    node = list(inside_functions(tree))[place]
    line = getattr(node, "lineno", 0)
    before = ast.unparse(node.test if isinstance(node, ast.If | ast.While) else node)
    after = apply(tree, node, what)
    return ast.fix_missing_locations(tree), f"{line}: {what}: {before}  ->  {after}"


def apply(tree: ast.Module, node: ast.AST, what: str) -> str:
    match node:
        case ast.Compare() if what == "compare":
            node.ops = [OPPOSITES[type(node.ops[0])]()]  # type: ignore[list-item]
        case ast.BoolOp() | ast.BinOp() | ast.AugAssign() if what == "operator":
            node.op = OPPOSITES[type(node.op)]()  # type: ignore[assignment]
        case ast.Constant() if isinstance(node.value, int):
            node.value += 1
        case ast.Name():
            node.id = NAMES[node.id]
        case ast.If() | ast.While():
            node.test = ast.UnaryOp(ast.Not(), node.test)
            return ast.unparse(node.test)
        case _:
            replaced = ast.Continue() if what == "break" else ast.Pass()
            Replace(node, replaced).visit(tree)
            return ast.unparse(replaced)
    return ast.unparse(node)


class Replace(ast.NodeTransformer):
    def __init__(self, node: ast.AST, by: ast.stmt) -> None:
        self.node, self.by = node, by

    def visit(self, node: ast.AST) -> ast.AST:
        return self.by if node is self.node else self.generic_visit(node)


# Importing the changed kernel, uncompiled


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles from the source, or from the changed tree; records are read by name in Python."""

    changed_module, changed_tree = "", ast.Module([], [])

    def get_code(self, fullname: str) -> CodeType:
        if fullname == Loader.changed_module:
            return compile(Loader.changed_tree, self.path, "exec")
        source = Path(self.path).read_text(encoding="utf-8")
        return compile(readable(fullname, source), self.path, "exec")


def readable(name: str, source: str) -> str:
    if name != SHAPES:
        return source
    plain = "np.dtype([(name, np.int64) for name in names])"
    assert plain in source, "the records of the kernel are made in another way now"
    return source.replace(plain, "np.dtype((np.record, [(name, np.int64) for name in names]))")


class Finder(importlib.abc.MetaPathFinder):
    paths = {module_name(path): path for path in SOURCES if path.stem != "__init__"}

    def find_spec(
        self, fullname: str, *_: Sequence[str] | ModuleType | None
    ) -> importlib.machinery.ModuleSpec | None:
        found = self.paths.get(fullname)
        if found is None:
            return None
        loader = Loader(fullname, str(found))
        return importlib.util.spec_from_file_location(fullname, found, loader=loader)


STAY = ("columns", "conditions", "policy", "statute", "parts", "definition", "examples")
STAY += ("language", "check_parts", "check_clock", "checks", "ledger", "facts", "compiled")


CLOCK_EXAMPLES = "tests.oracle.test_oracle_examples_clock"


def forget_kernel() -> None:
    """Everything that has read the kernel or the calendar is imported anew."""
    for name in list(sys.modules):
        parts = name.split(".")
        if name.startswith("dutybook.duties.") and parts[2] not in STAY:
            del sys.modules[name]
        if name in ("tests.oracle.comparing", "tests.oracle.test_calendar_agrees", CLOCK_EXAMPLES):
            del sys.modules[name]


# Noticing


def expectations(seeds: range) -> list[object]:
    """Forces with the oracle's ledgers of their subjects."""
    adapter = importlib.import_module("tests.oracle.adapter")
    generate = importlib.import_module("tests.oracle.generate")
    oracle = importlib.import_module("tests.oracle.oracle")
    history = importlib.import_module("tests.oracle.history")
    found: list[object] = []
    for seed in seeds:
        for form in history.Form:
            force = dict(enumerate(generate.a_force(seed, form, SUBJECTS), start=1))
            expected = {
                subject: adapter.described(oracle.ledger_of(one)) for subject, one in force.items()
            }
            found.append((force, expected))
    return found


def agree(forces: Sequence[object]) -> bool:
    comparing = importlib.import_module("tests.oracle.comparing")
    return all(comparing.found_of(force) == expected for force, expected in forces)  # type: ignore[misc]


def calendar_agrees() -> None:
    checks = importlib.import_module("tests.oracle.test_calendar_agrees")
    awkward = importlib.import_module("tests.oracle.awkward")
    checks.DAYS = checks.DAYS[::23]
    checks.test_days_begin_and_end_at_the_same_instants()
    checks.test_wall_clock_times_are_the_same_instants()
    checks.test_instants_fall_on_the_same_days()
    checks.test_stops_hold_the_same_midnights()
    for amount, unit in awkward.BY_LAW:
        checks.test_allowances_end_at_the_same_instants(amount, unit)


def rules_agree() -> bool:
    rules = importlib.import_module("dutybook.duties.rules")
    worked = importlib.import_module("dutybook.duties.worked")
    return all(
        worked.outcome_of(one.duty, one.example) == one.example.expected
        for rule in rules.RULES
        for one in rule.examples
    )


def clocks_agree() -> None:
    """The examples of stopped clocks, each of which asks the oracle and the kernel."""
    examples = importlib.import_module(CLOCK_EXAMPLES)
    for name, found in vars(examples).items():
        for test in dir(found) if name.startswith("Test") else ():
            method = getattr(found, test)
            if test.startswith("test_") and not hasattr(method, "pytestmark"):
                method(found())


def notices(in_calendar: bool, expected: Path) -> bool:
    """Whether anything comes out otherwise than it should."""
    warnings.simplefilter("ignore")
    signal.alarm(SECONDS_FOR_ONE)
    forces = pickle.loads(expected.read_bytes())
    few = FEW * 5
    try:
        forget_kernel()
        if in_calendar:
            calendar_agrees()
        if not (agree(forces[:few]) and rules_agree()):
            return True
        clocks_agree()
        return not agree(forces[few:])
    except Exception:  # a kernel that breaks down has been noticed
        return True


def noticed_in_child(in_calendar: bool, expected: Path) -> bool:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if notices(in_calendar, expected) else 1
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return status != 1 << 8  # a child that runs out of time is ended by its alarm


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="how many changes, drawn at random; else all")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    sys.meta_path.insert(0, Finder())
    drawn = []
    for path in SOURCES:
        tree = ast.parse(readable(module_name(path), path.read_text(encoding="utf-8")))
        drawn += [(path, tree, *one) for one in changes(tree)]
    if asked.sample is not None:
        drawn = Random(asked.seed).sample(drawn, min(asked.sample, len(drawn)))
    unnoticed: list[str] = []
    began = time.monotonic()
    declared = importlib.import_module("tests.oracle.tables").declared
    with tempfile.TemporaryDirectory() as folder, declared():
        expected = Path(folder) / "expected"
        expected.write_bytes(pickle.dumps(expectations(range(MANY))))
        if noticed_in_child(True, expected):
            print("the kernel as it is does not agree: mend that first")
            return 1
        for count, (path, tree, place, what) in enumerate(drawn, start=1):
            Loader.changed_module = module_name(path)
            Loader.changed_tree, words = changed(tree, place, what)
            if not noticed_in_child(path.stem == "calendar", expected):
                unnoticed.append(f"{path.name}:{words}")
                print(unnoticed[-1], flush=True)
            if count % 25 == 0 or count == len(drawn):
                share = 100 * (1 - len(unnoticed) / count)
                took = time.monotonic() - began
                print(
                    f"{count} of {len(drawn)} changes, {share:.1f}% noticed, {took:.0f} s",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
