"""How many complaints may be among what was hidden: a seeded, stratified sample, and the bound that it allows."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, fsum, lgamma, log, log1p

_STEPS = 60


def upper_bound(*, found: int, sampled: int, confidence: float = 0.95) -> float:
    """The one-sided upper bound of a share after `found` in `sampled` (Clopper and Pearson, Biometrika 26, 1934).

    The share at which so few would be found with a chance of only 1 - confidence. 1.0 when nothing was sampled.
    """
    if not 0 <= found <= sampled:
        raise ValueError(f"{found} of {sampled} cannot be.")
    if found == sampled:
        return 1.0
    low, high = found / sampled, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if at_most(found, sampled, middle) > 1 - confidence else (low, middle)
    return high


def at_most(found: int, sampled: int, share: float) -> float:
    """The chance of `found` or fewer among `sampled` when the true share is this, between 0 and 1."""
    return fsum(
        # In logarithms, because the number of ways does not fit into a float from about a thousand on.
        exp(_ways(sampled, hits) + hits * log(share) + (sampled - hits) * log1p(-share))
        for hits in range(found + 1)
    )


def _ways(sampled: int, hits: int) -> float:
    """The logarithm of how many ways there are to choose `hits` of `sampled`."""
    return lgamma(sampled + 1) - lgamma(hits + 1) - lgamma(sampled - hits + 1)


def sample(strata: Mapping[int, str], *, size: int, seed: str) -> list[int]:
    """Which of these ids to read again, `size` at most: from each stratum its share, and from each at least one.

    `strata` says the stratum of each id. The same seed picks the same ids. The bound above takes the sample for a
    plain random one; with shares that follow the strata it errs, if at all, on the careful side.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for number in _shuffled(strata, seed):
        groups[strata[number]].append(number)
    quotas = _quotas({name: len(group) for name, group in groups.items()}, size)
    return sorted(number for name, group in groups.items() for number in group[: quotas[name]])


def _shuffled(ids: Iterable[int], seed: str) -> list[int]:
    """An order that anybody can compute again and nobody chose."""
    return sorted(ids, key=lambda number: hashlib.sha256(f"{seed} {number}".encode()).digest())


def _quotas(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """By largest remainder, after one for each stratum (the largest first, when there are more strata than places)."""
    total = sum(sizes.values())
    if total <= size:
        return dict(sizes)
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    quotas = {name: int(place < size) for place, name in enumerate(order)}
    while sum(quotas.values()) < size:
        open_ = [name for name in order if quotas[name] < sizes[name]]
        quotas[_most_behind(open_, sizes, quotas, size / total)] += 1
    return quotas


def _most_behind(
    names: Sequence[str], sizes: Mapping[str, int], quotas: Mapping[str, int], share: float
) -> str:
    return max(names, key=lambda name: sizes[name] * share - quotas[name])
