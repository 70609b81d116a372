"""The import contracts hold, and each of them is seen to fail on a planted violation."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINTER = Path(sys.executable).parent / "lint-imports"

PLANTED = {
    "the core imports Django": ("core/planted.py", "import django"),
    "the core asks the network": ("core/planted.py", "import httpx2"),
    "the core rolls dice": ("core/planted.py", "import random"),
    "the core imports an app": ("core/planted.py", "from parlour.apps.inbox import models"),
    "an app imports a connector": ("apps/inbox/planted.py", "from parlour.connectors import registry"),
    "a connector imports a table": ("connectors/planted.py", "from parlour.apps.inbox import models"),
    "a connector imports Django": ("connectors/planted.py", "from django.db import models"),
    "a connector imports another": (
        "connectors/sandbox/planted.py",
        "from parlour.connectors.website import parse",
    ),
    "an app imports one above it": ("apps/clients/planted.py", "from parlour.apps.inbox import models"),
    "a flow imports a page": ("flows/planted.py", "from parlour.web import desk"),
    "a page imports the worker": ("web/planted.py", "from parlour.worker import loop"),
    "the worker imports a page": ("worker/planted.py", "from parlour.web import desk"),
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache", "--config", folder / ".importlinter"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("*.npz", "__pycache__", "static")
    )
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_violation_is_found(copy: Path, name: str) -> None:
    place, line = PLANTED[name]
    planted = copy / "src" / "parlour" / place
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(line + "\n")
    result = _lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "planted" in result.stdout


def test_nothing_is_found_where_nothing_is_planted(copy: Path) -> None:
    result = _lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


def test_pages_read_through_queries_only() -> None:
    pages = [*(ROOT / "src/parlour/web").rglob("*.py")]
    assert len(pages) > 5
    assert [page.name for page in pages if ".objects" in page.read_text()] == []


def test_there_is_no_module_that_means_nothing() -> None:
    vague = {"utils", "common", "helpers", "services", "misc"}
    assert [path for path in (ROOT / "src").rglob("*") if path.stem in vague] == []


def test_pages_hold_no_inline_script_or_style() -> None:
    for page in (ROOT / "src/parlour/web/templates").rglob("*.html"):
        text = page.read_text()
        assert " style=" not in text, page
        assert " onclick=" not in text, page
        assert "<script>" not in text, page


def test_no_lock_names_a_host() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "--index" not in text


# What only one module may do: the one door of moderation. Each is looked for in the syntax tree, not in the text.
ALONE = {
    "set hidden_at": (lambda node: _sets(node, "hidden_at"), {"apps/inbox/showing.py"}),
    "call moderation's actions": (
        lambda node: _imports(node, "parlour.apps.moderation", "actions"),
        {"flows/moderate.py"},
    ),
    "call showing": (
        lambda node: _imports(node, "parlour.apps.inbox", "showing"),
        {"apps/moderation/actions.py"},
    ),
}


def _sets(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Assign(targets=targets):
            return any(isinstance(target, ast.Attribute) and target.attr == name for target in targets)
        case ast.AugAssign(target=ast.Attribute(attr=attr)) | ast.AnnAssign(target=ast.Attribute(attr=attr)):
            return attr == name
        case ast.keyword(arg=arg):
            return arg == name
        case ast.Constant(value=value):  # setattr, update_fields, bulk.update
            return value == name
    return False


def _imports(node: ast.AST, package: str, name: str) -> bool:
    if not isinstance(node, ast.ImportFrom):
        return False
    whole = f"{package}.{name}"
    return (node.module == package and name in {alias.name for alias in node.names}) or (
        node.module == whole and any(alias.name[0].islower() for alias in node.names)
    )


@pytest.mark.parametrize("what", ALONE)
def test_one_place_alone_may(what: str) -> None:
    found, allowed = ALONE[what]
    source = ROOT / "src/parlour"
    places = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "migrations" not in path.parts
        and any(found(node) for node in ast.walk(ast.parse(path.read_text())))
    }
    assert places == allowed


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("message.hidden_at = now", "set hidden_at"),
        ("Message.objects.update(hidden_at=now)", "set hidden_at"),
        ("setattr(message, 'hidden_at', now)", "set hidden_at"),
        ("bulk.update(rows, ('hidden_at',))", "set hidden_at"),
        ("from parlour.apps.moderation import actions", "call moderation's actions"),
        ("from parlour.apps.moderation.actions import order", "call moderation's actions"),
        ("from parlour.apps.inbox import showing", "call showing"),
    ],
)
def test_a_second_place_is_found(line: str, what: str) -> None:
    assert any(ALONE[what][0](node) for node in ast.walk(ast.parse(line)))


def test_only_the_door_of_moderation_tells_a_platform_to_hide() -> None:
    calls = {"hide", "unhide", "delete"}
    flows = [*(ROOT / "src/parlour").rglob("*.py")]
    tells = {
        path.name
        for path in flows
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in calls and isinstance(node.value, ast.Name)
        and node.value.id == "connector" and "testing" not in path.parts
    }  # fmt: skip
    assert tells == {"moderate.py"}
