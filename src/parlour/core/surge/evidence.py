"""How surprising a count or a tone is, for a stream as rough and as moody as this one."""

import math


def of_count(count: float, mean: float, roughness: float) -> float:
    """Signed root of the deviance of `count` under a negative binomial of `mean` and variance mean + roughness * mean².

    About standard normal when nothing is going on.
    """
    shape = 1 / roughness
    count = max(count, 0.05)
    deviance = 2 * (
        count * math.log(count / mean) - (count + shape) * math.log((count + shape) / (mean + shape))
    )
    root = math.sqrt(max(deviance, 0.0))
    return root if count > mean else -root


def of_tone(share: float, size: float, usual: float, spread: float) -> float:
    """Deviance of a `share` of negatives among `size` messages, when the tone's logit wanders about that of `usual`.

    `spread` is the variance of that wander. The tone that explains the share best is found by Newton's steps; what it
    costs is how far the tone had to move plus how far the count is still off.
    """
    share = min(max(share, 1e-9), 1 - 1e-9)
    centre = math.log(usual / (1 - usual))
    seen = min(max(math.log(share / (1 - share)), -4.0), 4.0)
    pull = spread * size * usual * (1 - usual)
    tone = centre + pull / (1 + pull) * (seen - centre)
    for _ in range(2):
        likely = 1 / (1 + math.exp(-tone))
        slope = size * (likely - share) + (tone - centre) / spread
        tone -= slope / (size * likely * (1 - likely) + 1 / spread)
    likely = 1 / (1 + math.exp(-tone))
    off = share * math.log(share / likely) + (1 - share) * math.log((1 - share) / (1 - likely))
    return 2 * size * off + (tone - centre) ** 2 / spread
