"""How fast it grows: the exponential that the decayed windows are most likely to have come from."""

import numpy as np
from numpy.typing import NDArray

from parlour.core.surge.values import Growth
from parlour.core.surge.windows import TAUS

Floats = NDArray[np.float64]

_TAUS = np.array(TAUS)
_PAIRS = 1 / (1 / _TAUS[:, None] + 1 / _TAUS[None, :])
# Growth in e-folds an hour: from falling by half in an hour to doubling in four minutes.
_GROWTHS = np.concatenate([np.linspace(-0.7, 0, 8)[:-1], np.geomspace(0.05, 10.4, 48)])
# What is believed beforehand: doubling in about forty-five minutes, give or take a factor of two. An alarm comes when
# chance adds to the growth, and a few messages alone would make every doubling look shorter than it is.
_USUAL_GROWTH, _GIVE_OR_TAKE, _FALLING = 0.92, 0.7, 4.0
_WITHIN = 1.64  # drop of twice the log-likelihood that bounds 80 %
_HORIZONS = (1.0, 2.0, 4.0)
_LONGEST = 24.0


def estimate(*, at: float, counts: Floats, expected: Floats, rate: float) -> Growth:
    """Fit excess(age) = now * exp(-growth * age) beyond `expected` to decayed `counts`; `at` in hours, `rate` an hour.

    A decayed window of length tau holds now * tau / (1 + growth * tau) of it. The windows overlap; their covariance
    under a Poisson process of that rate is known, and the fit is weighed by it.
    """
    excess = counts - expected
    now = max(float(excess[-2] / _TAUS[-2]), float(excess[2] / _TAUS[2]), 1.0)
    fits = [_fit(growth, excess, rate, now) for growth in _GROWTHS]
    misfit = np.array([fit[0] + _unlikely(growth) for fit, growth in zip(fits, _GROWTHS, strict=True)])
    best = int(misfit.argmin())
    likely = _GROWTHS[misfit <= misfit[best] + _WITHIN]
    growth, now = float(_GROWTHS[best]), max(fits[best][1], 0.0)
    return Growth(
        doubling=_doubling(growth),
        fastest=_doubling(float(likely[-1])),
        slowest=_doubling(float(likely[0])),
        since=3600 * (at - _age(growth, now, rate)),
        projected=tuple(rate + now * float(np.exp(min(growth * h, 7.0))) for h in _HORIZONS),  # type: ignore[arg-type]
    )


def _fit(growth: float, excess: Floats, rate: float, now: float) -> tuple[float, float]:
    """Misfit (twice the negative log-likelihood) of this growth, and the excess rate now that suits it best."""
    falling = max(growth, -0.15 / _TAUS[0])  # a window can't tell a fall that is older than itself
    shape = _TAUS / (1 + falling * _TAUS)
    covariance = rate * _PAIRS + now / (1 / _PAIRS + falling) + np.diag(0.05 + 0.002 * excess**2)
    solved = np.linalg.solve(covariance, np.stack([shape, excess], axis=1))
    amount = float(shape @ solved[:, 1]) / float(shape @ solved[:, 0])
    rest = excess - amount * shape
    return float(rest @ np.linalg.solve(covariance, rest)) + float(np.linalg.slogdet(covariance)[1]), amount


def _unlikely(growth: float) -> float:
    return float(np.log(growth / _USUAL_GROWTH) / _GIVE_OR_TAKE) ** 2 if growth > 0 else _FALLING


def _doubling(growth: float) -> float | None:
    return 60 * float(np.log(2)) / growth if growth > 0 else None


def _age(growth: float, now: float, rate: float) -> float:
    first = max(0.1 * rate, 1.0)
    if growth <= 0 or now <= first:
        return 0.0 if growth > 0 else _LONGEST / 8
    return min(float(np.log(now / first)) / growth, _LONGEST)
