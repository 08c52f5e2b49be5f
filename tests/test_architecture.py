"""Keeps the shape of the code: who may import whom, and how long a file or function may grow."""

import ast
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
LAYERS = (
    {"privacy", "processes"},
    {"detect", "store", "assistants", "models"},
    {"chat"},
    {"ui", "commands"},
    {"__main__"},
)
"""The parts of the app from the bottom up. A part imports itself and parts of lower layers."""
FOR_ALL = {"__version__", "errors", "paths"}
"""Names of `app` that every part may import."""
WITH_QT = {"ui", "__main__"}


def test_imports_point_down() -> None:
    assert [problem for module in _modules("app") for problem in _wrong_imports(module)] == []


def test_nothing_is_imported_in_circles() -> None:
    # Module by module everywhere, and part by part within the window.
    TopologicalSorter(_graph(depth=len)).prepare()
    TopologicalSorter(_graph("app.ui.", depth=lambda _: 3)).prepare()


def test_only_the_window_knows_qt() -> None:
    assert [
        str(module.relative_to(ROOT))
        for module in _modules("app")
        if _part(module) not in WITH_QT
        and "PySide6" in {name.split(".")[0] for name in _imports(module)}
    ] == []


def test_every_module_says_why_it_exists() -> None:
    assert [
        str(module.relative_to(ROOT))
        for module in (*_modules("app"), *_modules("packaging"))
        if not ast.get_docstring(_tree(module))
    ] == []


def test_no_file_is_too_long() -> None:
    lengths = {
        str(module.relative_to(ROOT)): len(module.read_text(encoding="utf-8").splitlines())
        for module in (*_modules("app"), *_modules("packaging"))
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    assert [
        f"{module.relative_to(ROOT)}:{node.lineno} {node.name}"
        for module in (*_modules("app"), *_modules("packaging"))
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ] == []


def test_the_folder_packaging_never_hides_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_rule_about_imports_sees_what_it_should(tmp_path: Path) -> None:
    module = tmp_path / "app" / "store" / "vault.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "import app.chat.turn\n"
        "from app.detect import merge\n"
        "from app import ui, errors\n"
        "from app.store.database import Database\n"
        "from app.privacy.span import Span\n"
        "def late() -> None:\n    from app.assistants import mirror\n",
        encoding="utf-8",
    )
    assert [problem.split(" imports ")[1] for problem in _wrong_imports(module, tmp_path)] == [
        "app.chat.turn",
        "app.detect.merge",
        "app.ui",
        "app.assistants.mirror",
    ]


def _modules(folder: str) -> Iterator[Path]:
    return iter(sorted((ROOT / folder).rglob("*.py")))


def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def _part(module: Path, root: Path = ROOT) -> str:
    """Return the part of the app that `module` belongs to: a package's or a module's name."""
    return module.relative_to(root / "app").parts[0].removesuffix(".py")


def _imports(module: Path) -> Iterator[str]:
    """Yield the full names that `module` imports, also inside functions, in order of lines."""
    nodes = [
        node for node in ast.walk(_tree(module)) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    for node in sorted(nodes, key=lambda node: node.lineno):
        for alias in node.names:
            yield f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name


def _graph(within: str = "app.", *, depth: Callable[[list[str]], int]) -> dict[str, set[str]]:
    """Return what imports what; names are cut to as many words as `depth` says of them."""
    names = {
        ".".join(module.relative_to(ROOT).with_suffix("").parts): module
        for module in _modules("app")
        if module.name != "__init__.py"
    }
    graph: dict[str, set[str]] = {}
    for name, module in names.items():
        if name.startswith(within):
            node = _cut(name, depth)
            for imported in _imports(module):
                # The name of a module, or of something in one.
                target = imported if imported in names else imported.rpartition(".")[0]
                if target in names and target.startswith(within):
                    graph.setdefault(node, set()).update({_cut(target, depth)} - {node})
    return graph


def _cut(name: str, depth: Callable[[list[str]], int]) -> str:
    words = name.split(".")
    return ".".join(words[: depth(words)])


def _wrong_imports(module: Path, root: Path = ROOT) -> Iterator[str]:
    """Yield a line for each import of `module` that points up or sideways."""
    part = _part(module, root)
    height = next((at for at, layer in enumerate(LAYERS) if part in layer), 0)
    allowed = FOR_ALL | {part} | {name for layer in LAYERS[:height] for name in layer}
    for name in _imports(module):
        pieces = name.split(".")
        if pieces[0] == "app" and (len(pieces) < 2 or pieces[1] not in allowed):
            yield f"{module.relative_to(root)} imports {name}"
