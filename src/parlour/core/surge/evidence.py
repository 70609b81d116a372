"""How surprising a count is: a negative-binomial test that knows how rough the stream and how moody its tone is."""

import math


def surprise(count: float, mean: float, shape: float) -> tuple[float, float]:
    """Signed root of the deviance of `count` under a negative binomial of `mean` and `shape`, and its slope.

    About standard normal when nothing is going on. It is concave in `count`, so that the slope bounds from above
    what further messages can add.
    """
    count = max(count, 0.05)
    inner = math.log((count + shape) / (mean + shape))
    ratio = math.log(count / mean)
    deviance = 2 * (count * ratio - (count + shape) * inner)
    root = math.sqrt(deviance) if deviance > 0 else 0.0
    steep = ratio - inner
    if root < 0.05:
        return 0.0, 1 / math.sqrt(mean + mean * mean / shape)
    return (root, steep / root) if count > mean else (-root, -steep / root)
