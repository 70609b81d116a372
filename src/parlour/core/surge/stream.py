"""One stream: decayed counts in windows from five minutes to five hours, what they should be, and the alarm."""

import math
from dataclasses import dataclass

from parlour.core.surge import evidence
from parlour.core.surge.baseline import Baseline
from parlour.core.surge.tone import Tone

HOUR = 3600.0
TAUS = tuple(320.0 / 60 / 2**i for i in range(7))  # hours, longest first
WINDOWS = len(TAUS)
_LAG = (6, 4, 2, 1, 0, 0, 0)


@dataclass(frozen=True)
class Settings:
    negative: float = 4.6
    tone: float = 3.3
    vol_cap: float = 2.5
    vol_w: float = 0.5
    volume: float = 5.5
    close: float = 2.0
    close_t: float = 0.45
    least: float = 1.8
    bonus: float = 1.0
    worse: float = 4.0
    rough_prior: float = 0.25
    scale_low: float = 0.9
    scale_high: float = 1.6


DEFAULT = Settings()


class Stream:
    __slots__ = (
        "all", "at", "baseline", "budget", "budget_all", "expected", "hour_all", "hour_end", "hour_negative",
        "negative", "open", "open_excess", "open_volume", "rough", "scale", "settings", "shortest", "tone", "trace",
    )  # fmt: skip

    def __init__(self, settings: Settings = DEFAULT) -> None:
        self.settings = settings
        self.at = -1.0
        self.negative = [0.0] * WINDOWS
        self.all = [0.0] * WINDOWS
        self.expected = [0.0] * WINDOWS
        self.rough = [settings.rough_prior] * WINDOWS
        self.scale = 1.0
        self.shortest = 0.0
        self.hour_all = 0
        self.hour_negative = 0
        self.hour_end = -1.0
        self.budget = 1
        self.budget_all = 1
        self.open = False
        self.open_excess = 0.0
        self.open_volume = False
        self.trace = None

    def observe(self, at: float, negative: bool):
        """`at` in hours since 1970."""
        if at >= self.hour_end:
            if self.at < 0:
                self._start(at)
            else:
                self._close_hours(at)
        self.hour_all += 1
        counts = self.all
        gap = at - self.at
        if gap > 0:
            self.at = at
            d0 = math.exp(-gap / TAUS[0])
            d1 = d0 * d0
            d2 = d1 * d1
            d3 = d2 * d2
            d4 = d3 * d3
            d5 = d4 * d4
            d6 = d5 * d5
            a0, a1, a2, a3, a4, a5, a6 = counts
            self.shortest = self.shortest * d6 * d6 + 1
            counts[:] = (a0 * d0 + 1, a1 * d1 + 1, a2 * d2 + 1, a3 * d3 + 1, a4 * d4 + 1, a5 * d5 + 1, a6 * d6 + 1)
            n0, n1, n2, n3, n4, n5, n6 = self.negative
            if negative:
                self.negative[:] = (n0 * d0 + 1, n1 * d1 + 1, n2 * d2 + 1, n3 * d3 + 1, n4 * d4 + 1, n5 * d5 + 1, n6 * d6 + 1)
            else:
                self.negative[:] = (n0 * d0, n1 * d1, n2 * d2, n3 * d3, n4 * d4, n5 * d5, n6 * d6)
        else:
            self._add_late(-gap, negative)
        found = None
        if negative:
            self.hour_negative += 1
            self.budget -= 1
            if self.budget <= 0:
                found = self._judge_tone()
        self.budget_all -= 1
        if self.budget_all <= 0:
            found = self._judge_volume() or found
        return found

    def _add_late(self, age: float, negative: bool) -> None:
        for i, tau in enumerate(TAUS):
            worth = math.exp(-age / tau)
            self.all[i] += worth
            if negative:
                self.negative[i] += worth

    def _start(self, at: float) -> None:
        self.baseline = Baseline(int(at))
        self.tone = Tone()
        self.at = at
        self.hour_end = math.floor(at) + 1.0

    def _close_hours(self, at: float) -> None:
        base = self.baseline
        hour = int(at)
        calm = not self.open
        if base.hours >= 24:
            self._learn_roughness()
        self._expect(1.0)
        self.tone.close(self.hour_negative, self.hour_all, learn=calm)
        base.close(self.hour_all)
        gap = hour - base.hour
        if gap > 0:
            self.expected = [base.rate * tau if base.hours > 100 else e for tau, e in zip(TAUS, self.expected)]
            self.tone.skip(gap)
            base.skip(gap)
        self.hour_all = 0
        self.hour_negative = 0
        self.hour_end = hour + 1.0
        self.budget = min(self.budget, 1)
        self.budget_all = min(self.budget_all, 1)

    def _expect(self, passed: float) -> None:
        rate = self.baseline.rate
        self.expected = [
            e * (f := math.exp(-passed / tau)) + rate * tau * (1 - f) for e, tau in zip(self.expected, TAUS, strict=True)
        ]

    def _learn_roughness(self) -> None:
        # twice a decayed count behaves like a plain count over twice the window
        passed = self.hour_end - self.at
        for i, tau in enumerate(TAUS):
            fade = math.exp(-1 / tau)
            mean = 2 * (self.expected[i] * fade + self.baseline.rate * tau * (1 - fade))
            count = 2 * self.all[i] * math.exp(-passed / tau)
            if mean < 1e-6:
                continue
            seen = ((count - mean) ** 2 - mean) / (mean * mean)
            weight = mean / (1 + mean)
            seen = max(-1.0, min(3.0, seen))
            self.rough[i] += 0.004 * weight * (seen - self.rough[i])

    def _means(self):
        passed = self.at - self.baseline.hour
        rate = self.baseline.rate
        f = math.exp(-passed / TAUS[0])
        out = []
        for e, tau in zip(self.expected, TAUS):
            out.append(2 * (e * f + rate * tau * (1 - f)))
            f *= f
        return out

    def _judge_tone(self):
        s = self.settings
        if self.baseline.hours < 24 or self.negative[0] < s.least:
            self.budget = 1
            return None
        best, slack, bi = -9.0, 1e9, 0
        limit = s.negative * self.scale
        means = None
        seen = self.baseline.seen
        limit = 1.0
        for i in range(WINDOWS):
            n = self.negative[i]
            if n < s.least:
                slack = min(slack, s.least - n)
                break
            al = self.all[i]
            share = n / al
            eff = al * al / (self.all[i + 1] if i < 6 else self.shortest) - s.bonus
            odds, vague = self.tone.before(_LAG[i])
            p = odds / (1 + odds)
            know = 1 / (p * (1 - p) * vague)
            moody = eff / (know + eff)
            eff *= 1 - moody
            lim = s.negative + (s.tone - s.negative) * moody
            if share > p + 0.01:
                gain = math.log(share / p)
                kl = share * gain + (1 - share) * math.log(max(1 - share, 1e-9) / (1 - p))
                z2 = 2 * eff * kl
                z = math.sqrt(z2)
                slope = gain / z
                free = math.sqrt(lim * lim - s.vol_cap ** 2)
                slack = min(slack, (free - z) / slope)
                if z > free:
                    means = means or self._means()
                    shape = 1 / (max(self.rough[i], 0.02) + 1 / (seen + 1))
                    zv = evidence.surprise(2 * al - s.bonus, means[i] + 0.1, shape)[0]
                    if zv > 0:
                        z2 += min(zv, s.vol_cap) ** 2
                    z = math.sqrt(z2)
                z /= lim
                if z > best:
                    best, bi = z, (i, round(math.sqrt(2*eff*kl),2), round(zv,2), round(moody,2), round(share,2), round(p,2), round(lim,2)) if means else i
            else:
                slack = min(slack, 0.5 * al * (p - share) / (1 - p) + math.sqrt(al*p) / 2)
        self.budget = max(1, int(slack))
        if self.trace is not None:
            self.trace.append((self.at, best, bi))
        if self.open:
            self.budget = min(self.budget, 8)
            if best < s.close_t:
                self.open = False
                self.budget = 1
            return None
        if best >= limit:
            self.open = True
            return ("negative", self.at, best, bi)
        return None

    def _judge_volume(self):
        s = self.settings
        self.budget_all = 1
        if self.baseline.hours < 24 or self.all[0] < 4:
            return None
        means = self._means()
        best, slack, bi = -9.0, 1e9, 0
        seen = self.baseline.seen
        for i in range(WINDOWS):
            n = 2 * self.all[i] - s.bonus
            m = means[i] + 0.1
            shape = 1 / (max(self.rough[i], 0.02) + 1 / (seen + 1))
            z, slope = evidence.surprise(n, m, shape)
            slack = min(slack, (s.volume - z) / (2 * slope))
            if z > best and n > 2 * m:
                best, bi = z, i
        self.budget_all = max(1, int(slack))
        if self.open_volume:
            self.budget_all = min(self.budget_all, 16)
            if best < s.close:
                self.open_volume = False
            return None
        if best >= s.volume:
            self.open_volume = True
            return ("volume", self.at, best, bi)
        return None
