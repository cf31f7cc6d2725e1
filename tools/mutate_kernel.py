"""How well the tests hold the kernel: break it in one place at a time and see who notices.

`python tools/mutate_kernel.py [--sample N] [--seed N] [--of FILE …]` changes one comparison,
operator, number, condition or statement of the kernel or the calendar, and runs the kernel
uncompiled in a child process over histories of every form, the calendar's checks, the examples of
rules and duties and those by hand. It prints the changes that nothing noticed, with their place,
and their share. Functions that only make room for more rows are left alone: too much room is no
fault.
"""

import argparse
import ast
import copy
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import itertools
import os
import pickle
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import CodeType, ModuleType

os.environ["NUMBA_DISABLE_JIT"] = "1"

ROOT = Path(__file__).parent.parent
DUTIES = ROOT / "src" / "dutybook" / "duties"
SOURCES = [DUTIES / "calendar.py", *sorted((DUTIES / "kernel").glob("*.py"))]
MAKE_ROOM = {"_lacks_room", "_with_more_room", "_new_book", "_room_for_intervals"}
SHAPES = "dutybook.duties.kernel.shapes"
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


CALENDAR_CHECKS = "tests.oracle.test_calendar_agrees"
EXAMPLES = tuple(
    f"tests.oracle.test_{one}"
    for one in ("kernel_parts", "oracle_examples_clock", "oracle_examples_edges")
)


def forget_kernel() -> None:
    """Everything that has read the kernel or the calendar is imported anew."""
    for name in list(sys.modules):
        parts = name.split(".")
        if name.startswith("dutybook.duties.") and parts[2] not in STAY:
            del sys.modules[name]
        if name in ("tests.oracle.comparing", CALENDAR_CHECKS, *EXAMPLES):
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
    checks = importlib.import_module(CALENDAR_CHECKS)
    checks.DAYS = checks.DAYS[::23]
    pass_all(checks)


def rules_agree() -> bool:
    rules = importlib.import_module("dutybook.duties.rules")
    catalogue = importlib.import_module("dutybook.duties.catalogue")
    worked = importlib.import_module("dutybook.duties.worked")
    of_rules = [(one.duty, one.example) for rule in rules.RULES for one in rule.examples]
    of_duties = [(duty, one) for duty in catalogue.CATALOGUE.values() for one in duty.examples]
    return all(
        worked.outcome_of(duty, example) == example.expected
        for duty, example in (*of_rules, *of_duties)
    )


def examples_agree() -> None:
    """The examples by hand, each of which asks the oracle and the kernel."""
    for name in EXAMPLES:
        pass_all(importlib.import_module(name))


def pass_all(module: ModuleType) -> None:
    """Every test of a module that needs nothing but its parameters; fails as the first of them."""
    for name, found in list(vars(module).items()):
        if name.startswith("Test"):
            tests = [getattr(found(), test) for test in dir(found) if test.startswith("test_")]
        else:
            tests = [found] if name.startswith("test_") else []
        for test in tests:
            for given in every_case(test):
                test(**given)


def every_case(test: Callable[..., None]) -> Iterator[dict[str, object]]:
    """The parameters of each case of a test."""
    sets = []
    for mark in getattr(test, "pytestmark", ()):
        names, values = mark.args
        names = [names] if isinstance(names, str) else names
        sets.append([dict(zip(names, v if len(names) > 1 else [v], strict=True)) for v in values])
    for chosen in itertools.product(*sets):
        yield {name: value for one in chosen for name, value in one.items()}


def notices(in_calendar: bool, expected: Path, seconds: int) -> bool:
    """Whether anything comes out otherwise than it should."""
    warnings.simplefilter("ignore")
    signal.alarm(seconds)
    forces = pickle.loads(expected.read_bytes())
    few = FEW * 5
    try:
        forget_kernel()
        if in_calendar:
            calendar_agrees()
        if not (agree(forces[:few]) and rules_agree()):
            return True
        examples_agree()
        return not agree(forces[few:])
    except Exception:  # a kernel that breaks down has been noticed
        return True


def in_child(in_calendar: bool, expected: Path, seconds: int) -> int:
    """Starts a child that ends with 0 when it noticed something; answers its process."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if notices(in_calendar, expected, seconds) else 1
        finally:
            os._exit(code)
    return child


def unnoticed(status: int) -> bool:
    """By how a child ended; its alarm ends one that runs for ever, which is noticed."""
    return status == 1 << 8


@dataclass(frozen=True)
class Change:
    """One place of one source that is to be changed."""

    path: Path
    tree: ast.Module
    place: int
    what: str

    def tried(self, expected: Path, seconds: int) -> tuple[int, str]:
        """The child that tries it, and the change in words."""
        Loader.changed_module = module_name(self.path)
        Loader.changed_tree, words = changed(self.tree, self.place, self.what)
        return in_child(
            self.path.stem == "calendar", expected, seconds
        ), f"{self.path.name}:{words}"


def try_all(drawn: Sequence[Change], expected: Path, seconds: int) -> None:
    """As many at once as there are cores; prints what nothing noticed, and how far it is."""
    began, count, missed = time.monotonic(), 0, 0
    waiting, running = list(reversed(drawn)), dict[int, str]()
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            child, words = waiting.pop().tried(expected, seconds)
            running[child] = words
        child, status = os.wait()
        words = running.pop(child)
        count += 1
        if unnoticed(status):
            missed += 1
            print(words, flush=True)
        if count % 25 == 0 or count == len(drawn):
            share, took = 100 * (1 - missed / count), time.monotonic() - began
            print(
                f"{count} of {len(drawn)} changes, {share:.1f}% noticed, {took:.0f} s", flush=True
            )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="how many changes, drawn at random; else all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--of", nargs="*", help="only of these files, by name without .py")
    asked = parser.parse_args(arguments)
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    sys.meta_path.insert(0, Finder())
    drawn = []
    for path in SOURCES:
        tree = ast.parse(readable(module_name(path), path.read_text(encoding="utf-8")))
        if not asked.of or path.stem in asked.of:
            drawn += [Change(path, tree, *one) for one in changes(tree)]
    if asked.sample is not None:
        drawn = Random(asked.seed).sample(drawn, min(asked.sample, len(drawn)))
    declared = importlib.import_module("tests.oracle.tables").declared
    with tempfile.TemporaryDirectory() as folder, declared():
        expected = Path(folder) / "expected"
        expected.write_bytes(pickle.dumps(expectations(range(MANY))))
        began = time.monotonic()
        _, status = os.waitpid(in_child(True, expected, 600), 0)
        if not unnoticed(status):
            print("the kernel as it is does not agree: mend that first")
            return 1
        took = time.monotonic() - began
        print(f"all agree without a change, {took:.1f} s", flush=True)
        try_all(drawn, expected, round(3 * took) + 5)
    return 0


if __name__ == "__main__":
    sys.exit(main())
