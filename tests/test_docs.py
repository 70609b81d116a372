"""The manual says what is so: its links lead somewhere, its names exist, its tables are the code's."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from parlour.apps.clients.models import Role as RoleWithLabel
from parlour.config.environment import NOT_SETTINGS, Environment
from parlour.core import delivery, roles
from parlour.flows import importing

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PACKAGE = ROOT / "src/parlour"
# One of them is a `sheet` below: `page` is the browser's in pytest-playwright.
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md"), *DOCS.glob("adr/*.md")])
# There only after the command that makes them.
MADE = {".venv", "docs/_build", "bench/out"}

_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")
_QUOTED = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w./-]*(?:/|\.(?:py|md|svg|html|js|css|lock|toml))")
_PLACE = re.compile(r"([\w./-]+\.py):(\w+)")


def _words(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _table(page: Path, first_heading: str) -> list[list[str]]:
    """The rows of the page's table whose first column is headed so, the heading first."""
    lines = _words(page).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {first_heading} |"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [rows[0], *rows[2:]]


def _names(cell: str) -> set[str]:
    return set(_QUOTED.findall(cell))


def _files(page: Path) -> Iterator[str]:
    """What stands in backticks and is a path."""
    for quoted in _QUOTED.findall(_words(page)):
        path, _, _ = quoted.partition(":")
        if _PATH.fullmatch(path) and "://" not in quoted:
            yield path


def _is_there(path: str) -> bool:
    return any((base / path).exists() for base in (ROOT, PACKAGE))


def test_there_are_pages() -> None:
    assert {page.name for page in PAGES} >= {"README.md", "index.md", "architecture.md", "0001-django.md"}


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.name)
def test_every_link_leads_somewhere(sheet: Path) -> None:
    targets = [link.partition("#")[0] for link in _LINK.findall(_words(sheet))]
    assert [target for target in targets if target and not (sheet.parent / target).exists()] == []


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.name)
def test_every_make_target_exists(sheet: Path) -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    code = " \n".join(
        [*_QUOTED.findall(_words(sheet)), *re.findall(r"```sh\n(.*?)```", _words(sheet), re.DOTALL)]
    )
    assert set(re.findall(r"\bmake ([a-z]+)\b", code)) <= known


def test_every_setting_is_described_as_it_is() -> None:
    described = [
        f"| `PARLOUR_{name.upper()}` | {_shown(field.default)} | {field.description} |"
        for name, field in Environment.model_fields.items()
    ]
    written = [line for line in _words(DOCS / "settings.md").splitlines() if line.startswith("| `PARLOUR_")]
    assert written == described


def _shown(default: object) -> str:
    if default == "":
        return "empty"
    return f"`{str(default).lower()}`" if isinstance(default, bool) else f"`{default}`"


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.name)
def test_every_setting_named_exists(sheet: Path) -> None:
    named = {name.removesuffix("_FILE") for name in re.findall(r"\bPARLOUR_[A-Z_]*[A-Z]", _words(sheet))}
    known = {f"PARLOUR_{name.upper()}" for name in Environment.model_fields}
    assert {name for name in named - known if not name.startswith(NOT_SETTINGS)} == set()


def test_the_table_of_roles_is_the_codes() -> None:
    heading, *rows = _table(DOCS / "roles.md", "act")
    labels = {str(role.label): roles.Role(role.value) for role in RoleWithLabel}
    columns = heading[1:-1]
    said = {
        labels[column]: {row[0].strip("`") for row in rows if row[number] == "yes"}
        for number, column in enumerate(columns, start=1)
    }
    assert said == {role: set(acts) for role, acts in roles.MAY.items()}
    assert [row[0].strip("`") for row in rows] == [act.value for act in roles.Act]
    assert {cell for row in rows for cell in row[1:-1]} == {"yes", "no"}


def test_the_table_of_moves_is_the_codes() -> None:
    rows = _table(DOCS / "architecture.md", "state")[1:]
    said = {state: _names(becomes) for row in rows for state, becomes in [(row[0].strip("`"), row[1])]}
    assert said == {state.value: {to.value for to in moves} for state, moves in delivery.MOVES.items()}


def test_the_columns_of_an_import_are_the_codes() -> None:
    rows = _table(DOCS / "import.md", "column")[1:]
    assert sorted(name for row in rows for name in _names(row[0])) == sorted(importing.COLUMNS)


@pytest.mark.parametrize(
    "sheet",
    [DOCS / "architecture.md", ROOT / "CONTRIBUTING.md", *DOCS.glob("adr/*.md")],
    ids=lambda sheet: sheet.name,
)
def test_every_file_named_exists(sheet: Path) -> None:
    named = set(_files(sheet))
    assert {path for path in named if not _is_there(path)} - MADE == set()
    if sheet.name == "architecture.md":
        assert len(named) > 40


def test_every_function_named_is_there() -> None:
    places = _PLACE.findall(_words(DOCS / "architecture.md"))
    assert len(places) > 15
    missing = [
        f"{file}:{name}"
        for file, name in places
        if not re.search(rf"^(?:async )?(?:def|class) {name}\b", (PACKAGE / file).read_text(), re.MULTILINE)
    ]
    assert missing == []


def test_every_folder_has_its_line() -> None:
    """A folder that a newcomer meets and the manual passes over is a fault of one of the two."""
    listed = {path for row in _table(DOCS / "architecture.md", "folder")[1:] for path in _names(row[0])}
    folders = {
        f"{folder.relative_to(PACKAGE)}/"
        for depth in ("*", "core/*", "connectors/*", "apps/*")
        for folder in PACKAGE.glob(depth)
        if any(folder.glob("*.py"))
    }
    assert listed == folders


def test_every_page_is_in_the_index() -> None:
    index = _words(DOCS / "index.md").splitlines()
    pages = [
        str(page.relative_to(DOCS).with_suffix("")) for page in [*DOCS.glob("*.md"), *DOCS.glob("adr/*.md")]
    ]
    assert [page for page in pages if page not in index and page != "index"] == []


def test_no_page_names_a_place_on_somebodys_machine() -> None:
    for page in PAGES:
        assert not re.search(r"(?:^|[\s`(])/(?:home|root|work|Users)/", _words(page)), page
