"""How long to wait after a failure."""


def seconds(*, attempt: int, jitter: float, first: float = 2.0, most: float = 600.0) -> float:
    """Doubling from `first` to `most`; `jitter` in [0, 1) spreads workers that failed together over its upper half."""
    return min(most, first * 2.0 ** min(attempt - 1, 30)) * (0.5 + jitter / 2)
