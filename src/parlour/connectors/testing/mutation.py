"""A recorded payload with something wrong in it, as platforms and strangers send them."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

AWKWARD: tuple[Any, ...] = (
    "",
    " ",
    "\0",
    "\ud800",
    "x" * 1001,
    "javascript:alert(1)",
    "9999-12-31T23:59:59-23:00",
    0,
    -1,
    True,
    [],
    {},
)

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.sampled_from(AWKWARD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def mutations(draw: st.DrawFn, payload: Any) -> Any:
    """`payload` with one to three of its values replaced by anything, left out, or repeated."""
    for _ in range(draw(st.integers(1, 3))):
        paths = list(_paths(payload))
        payload = _mutated(payload, draw(st.sampled_from(paths)), draw)
    return payload


def with_awkward_values(payload: Any) -> Iterator[Any]:
    """`payload` with each of its values in turn replaced by each awkward one."""
    for path in _paths(payload):
        for value in AWKWARD:
            yield _replaced(payload, path, value)


def _replaced(value: Any, path: tuple[Any, ...], by: Any) -> Any:
    if not path:
        return by
    step, *rest = path
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[step] = _replaced(value[step], tuple(rest), by)
    return changed


def _paths(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _paths(inner, (*at, step))


def _mutated(value: Any, path: tuple[Any, ...], draw: st.DrawFn) -> Any:
    if not path:
        return draw(_JSON)
    step, *rest = path
    changed = dict(value) if isinstance(value, dict) else list(value)
    if rest or _coin(draw):
        changed[step] = _mutated(value[step], tuple(rest), draw)
    elif isinstance(changed, list) and _coin(draw):
        changed.insert(step, changed[step])
    else:
        del changed[step]
    return changed


def _coin(draw: st.DrawFn) -> bool:
    return draw(st.booleans())
