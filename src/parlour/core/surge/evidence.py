"""How surprising a count or a tone is, for a stream as rough and as moody as this one."""

import math


def of_count(count: float, mean: float, roughness: float) -> float:
    """Signed root of the deviance of `count` under a negative binomial of `mean` and variance mean + roughness * mean².

    About standard normal when nothing is going on.
    """
    shape = 1 / roughness
    count = max(count, 0.05)
    deviance = 2 * (count * math.log(count / mean) - (count + shape) * math.log((count + shape) / (mean + shape)))
    root = math.sqrt(max(deviance, 0.0))
    return root if count > mean else -root


def of_tone(share: float, usual: float) -> float:
    """Kullback-Leibler divergence of an observed `share` of negatives from the `usual` one: evidence a message."""
    share = min(max(share, 1e-9), 1 - 1e-9)
    return share * math.log(share / usual) + (1 - share) * math.log((1 - share) / (1 - usual))
