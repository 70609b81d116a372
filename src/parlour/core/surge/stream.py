"""One stream: what came, what was to be expected, and the alarm that is held open while the two disagree."""

import math
from array import array
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from parlour.core.surge import evidence, growth
from parlour.core.surge.baseline import Baseline
from parlour.core.surge.tone import Tone
from parlour.core.surge.values import Alarm, Kind, Phase, Planned, Settings
from parlour.core.surge.windows import NUMBER, TAUS, Windows

HOUR = 3600.0
LEARNING = 24  # hours before the first alarm
_LAGS = (
    6,
    4,
    2,
    1,
    0,
    0,
    0,
    0,
)  # hours before now from which each window takes the usual tone: before it began
# Halvings from the window of forty minutes; the longest still holds what came before, so it asks more than its turn.
_FINER = (-1.5, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
_FADES = tuple(math.exp(-1 / tau) for tau in TAUS)
_WORSE = 4.0
NEVER = math.inf
_CALM_HOURS = 2.0  # an alarm that flickers is one alarm
_NEW_USUAL = 24.0
_SOUR = 0.68  # of the messages of a crisis, at least this share is negative
_DUE = 3.0  # standard deviations that the negative messages alone should be above the usual
_DUE_COST = 1.8
_MORE, _MORE_BY = 1.5, 2.0  # times the usual, and messages more: fewer negative ones are no crisis
_DOUBT = 1.2  # the usual may be this much more than expected before the rest counts as excess
_BURST = 4  # the window (twenty minutes) whose bursts teach how rare bursts are here
_RARE = 0.01
_ROUGH = 0.25
_LEAST_ROUGH = 0.02
_LONGEST_SLACK = 64.0
_SWIFTEST_VOLUME = 6  # a notice may take ten minutes: the windows shorter than that are for crises
_FEW = 6.0  # messages, decayed, without which volume is no matter
_CONTINUITY = 1.0  # half a message, in a count that was doubled


@dataclass(slots=True)
class Held:
    """An open alarm: when it was opened, how much excess an hour was last told, and since when it is calm (or NEVER)."""

    opened: float
    told: float
    calm: float = NEVER


@dataclass(frozen=True, slots=True)
class Verdict:
    """The most surprising window, as a share of the limit: 1 alarms."""

    score: float = 0.0
    window: int = 0
    usual_share: float = 0.0


class _Tone(NamedTuple):
    """The tone of one window beside the usual one: shares of negatives, messages of full weight, variance of logit."""

    share: float
    size: float
    usual: float
    spread: float


class Stream:
    """State of one stream, about 2 kB however long it lasts. Times are hours since 1970."""

    __slots__ = (
        "baseline", "bursts", "expected", "held", "hour_all", "hour_end", "hour_negative", "name", "plans",
        "roughness", "tone", "until_tone", "until_volume", "windows",
    )  # fmt: skip

    def __init__(self, name: str, at: float) -> None:
        self.name = name
        self.windows = Windows(at)
        self.baseline = Baseline(int(at))
        self.tone = Tone()
        self.expected = array("f", [0.0]) * NUMBER  # decayed counts to be expected when this hour began
        self.roughness = array("f", [_ROUGH]) * NUMBER
        self.bursts = 0.04  # share of hours in which a burst is going on
        self.hour_end = math.floor(at) + 1.0
        self.hour_all = 0
        self.hour_negative = 0
        # Messages that must come before a test can say anything new: what makes a message cheap.
        self.until_tone = 1
        self.until_volume = 1
        self.held: dict[Kind, Held] | None = None
        self.plans: tuple[Planned, ...] = ()

    def observe(self, at: float, settings: Settings, *, negative: bool) -> Alarm | None:
        """Count a message and say what it changes; at most one alarm a message."""
        if at >= self.hour_end:
            self._close_hours(int(at))
        self.windows.add(at, negative=negative)
        self.hour_all += 1
        self.until_volume -= 1
        alarm = None
        if negative:
            self.hour_negative += 1
            self.until_tone -= 1
            if self.until_tone <= 0:
                alarm = self._test_tone(settings)
        if self.until_volume <= 0 and alarm is None:
            alarm = self._test_volume(settings)
        return alarm

    def plan(self, planned: Planned, *, at: float) -> None:
        """Expect a planned post; what is over by `at` (hours) is forgotten."""
        self.plans = (*(p for p in self.plans if p.end > at * HOUR), planned)[-4:]

    def tick(self, at: float, settings: Settings) -> list[Alarm]:
        """Close what is over at `at` though no message came to say so."""
        if at <= self.windows.at:
            return []
        self.windows = self.windows.faded(at)
        if at >= self.hour_end:
            self._close_hours(int(at))
        found = []
        if self._holds(Kind.NEGATIVE):
            found.append(self._test_tone(settings))
        if self._holds(Kind.VOLUME):
            found.append(self._test_volume(settings))
        return [alarm for alarm in found if alarm]

    # The hours.

    def _close_hours(self, hour: int) -> None:
        base = self.baseline
        if base.hour % 4 == 0 and base.hours >= LEARNING:
            self._learn_roughness()
        planned = self._planned(base.hour)
        pull = base.rate * planned
        self.expected = array("f", [
            was * fade + pull * tau * (1 - fade)
            for was, fade, tau in zip(self.expected, _FADES, TAUS, strict=True)
        ])  # fmt: skip
        self.tone.close(self.hour_negative, self.hour_all, learn=self._learns())
        base.close(self.hour_all / planned)
        if hour > base.hour:
            self._skip(hour - base.hour)
        self.hour_all = self.hour_negative = 0
        self.hour_end = hour + 1.0
        if self.held:
            self.until_tone = self.until_volume = 1

    def _skip(self, gap: int) -> None:
        self.tone.skip(gap)
        self.baseline.skip(gap)
        rate = self.baseline.rate
        self.expected = array("f", [
            was * fade**gap + rate * tau * (1 - fade**gap)
            for was, fade, tau in zip(self.expected, _FADES, TAUS, strict=True)
        ])  # fmt: skip

    def _planned(self, hour: int) -> float:
        factors = [p.factor for p in self.plans if p.start < (hour + 1) * HOUR and p.end > hour * HOUR]
        return max(factors, default=1.0)

    def _learn_roughness(self) -> None:
        """Variance beyond Poisson, window by window, from where the counts stand as an hour ends."""
        counts = self.windows.faded(self.hour_end).all
        rate = self.baseline.rate
        for i, tau in enumerate(TAUS):
            # A decayed count has half the variance of its mean: twice of it behaves like a plain count.
            mean = 2 * (self.expected[i] * _FADES[i] + rate * tau * (1 - _FADES[i])) + 1e-3
            count = 2 * counts[i]
            seen = ((count - mean) ** 2 - mean) / (mean * mean)
            gain = 0.016 * mean / (1 + mean)
            self.roughness[i] += gain * (min(max(seen, -1.0), 3.0) - self.roughness[i])
            if i == _BURST and not self.held:
                burst = (
                    evidence.of_count(count - _CONTINUITY, mean + 0.1, max(self.roughness[i], _LEAST_ROUGH))
                    > 2
                )
                self.bursts += 0.02 * (burst - self.bursts)

    def _expected_counts(self) -> list[float]:
        """Decayed counts to be expected now."""
        base = self.baseline
        passed = max(self.windows.at - base.hour, 0.0)
        rate = base.rate * self._planned(base.hour)
        counts = []
        fade = math.exp(-passed / TAUS[0])
        for was, tau in zip(self.expected, TAUS, strict=True):
            counts.append(was * fade + rate * tau * (1 - fade))
            fade *= fade
        return counts

    # The tests.

    def _test_tone(self, settings: Settings) -> Alarm | None:
        if self.baseline.hours < LEARNING:
            self.until_tone = 4
            return None
        verdict, slack = self._judge_tone(settings)
        self.until_tone = max(1, int(slack), self._patience(Kind.NEGATIVE, self.windows.negative))
        return self._follow(Kind.NEGATIVE, verdict, settings)

    def _judge_tone(self, settings: Settings) -> tuple[Verdict, float]:
        """Which window is most surprisingly sour, and how many negative messages could change the answer.

        The evidence is twice the log-likelihood ratio of the share of negatives, plus what the volume adds: no more
        than bursts are rare here, less what speaks against a crisis when the excess itself is not sour.
        """
        best, slack = Verdict(), _LONGEST_SLACK
        expected: list[float] | None = None
        most = settings.bursts * 2 * math.log(1 / (self.bursts + _RARE))
        lag = -1
        share = spread = 0.0
        least = _MORE * self.baseline.rate * self.tone.share
        windows = self.windows
        for i in range(NUMBER):
            negative, count = windows.negative[i], windows.all[i]
            needed = least * TAUS[i] + _MORE_BY
            if negative < needed:
                slack = min(slack, needed - negative)
                continue
            if _LAGS[i] != lag:
                lag = _LAGS[i]
                share, spread = self.tone.before(lag)
            fresh = count / windows.all[i + 1]
            sour = negative / count
            if sour < share + 0.01:
                away = 1.5 * math.sqrt(count * share / (1 - share))
                slack = min(slack, away + count * (share - sour))
                continue
            size = max(count * fresh - _CONTINUITY, 0.1)  # as many messages of full weight
            limit = self._limit(i, size * spread * share * (1 - share), settings)
            proof = evidence.of_tone(sour, size, share, spread)
            root = math.sqrt(proof)
            free = math.sqrt(max(limit * limit - most, 0.25))
            room = free - root
            if room < 0:
                expected = expected or self._expected_counts()
                tone = _Tone(sour, size, share, spread)
                root = math.sqrt(max(proof + self._proof_of_volume(i, expected[i], most, tone), 0.01))
                room = (limit - root) / 2
            slack = min(slack, room * root / math.log(sour / share))
            if root / limit > best.score:
                best = Verdict(root / limit, i, share)
        return best, slack

    def _proof_of_volume(self, i: int, expected: float, most: float, tone: _Tone) -> float:
        """What the volume adds to the evidence of the tone, or takes from it.

        It takes where there are hardly more negative messages than usual (the others stayed away), and where there
        is an excess that isn't sour.
        """
        count, rough = self.windows.all[i], self._roughness(i)
        surprise = evidence.of_count(2 * count - _CONTINUITY, 2 * expected + 0.1, rough)
        angry = evidence.of_count(2 * count * tone.share, 2 * expected * tone.usual + 0.1, rough)
        proof = min(max(surprise, 0.0) ** 2, most) - _DUE_COST * max(_DUE - angry, 0.0) ** 2
        part = 1 - _DOUBT * expected / count
        crisis = tone.usual + (_SOUR - tone.usual) * part
        if part <= 0 or tone.share >= crisis:
            return proof
        return proof - evidence.of_tone(tone.share, tone.size, crisis, tone.spread)

    @staticmethod
    def _limit(i: int, known: float, settings: Settings) -> float:
        moody = known / (1 + known)
        counted = settings.counted + settings.finer * _FINER[i]
        wandering = settings.moody + settings.finer_moody * _FINER[i]
        return (counted + (wandering - counted) * moody) / settings.sensitivity

    def _roughness(self, i: int) -> float:
        return max(self.roughness[i], _LEAST_ROUGH) + 1 / (self.baseline.seen + 1)

    def _test_volume(self, settings: Settings) -> Alarm | None:
        verdict, slack = self._judge_volume(settings)
        self.until_volume = max(1, int(slack), self._patience(Kind.VOLUME, self.windows.all))
        return self._follow(Kind.VOLUME, verdict, settings)

    def _judge_volume(self, settings: Settings) -> tuple[Verdict, float]:
        if self.baseline.hours < LEARNING:
            return Verdict(), 8.0
        best, slack = Verdict(), _LONGEST_SLACK
        limit = settings.volume / settings.sensitivity
        for i, expected in enumerate(self._expected_counts()[:_SWIFTEST_VOLUME]):
            count = self.windows.all[i]
            needed = max(settings.volume_ratio * expected, _FEW)
            if count < needed:
                slack = min(slack, needed - count)
                continue
            score = evidence.of_count(2 * count - _CONTINUITY, 2 * expected + 0.1, self._roughness(i)) / limit
            slack = min(slack, max(1 - score, 0.0) * count)
            if score > best.score:
                best = Verdict(score, i)
        return best, slack

    # The alarm.

    def _patience(self, kind: Kind, counts: "array[float]") -> int:
        """Messages to wait while an alarm is open: it is told again only when it is several times as bad."""
        return int(counts[_BURST] / 8) if self._holds(kind) else 1

    def _learns(self) -> bool:
        """A crisis is not how people usually talk, unless it goes on for so long that it is."""
        held = self.held.get(Kind.NEGATIVE) if self.held else None
        return held is None or self.windows.at - held.opened > _NEW_USUAL

    def _holds(self, kind: Kind) -> bool:
        return self.held is not None and kind in self.held

    def _follow(self, kind: Kind, verdict: Verdict, settings: Settings) -> Alarm | None:
        """Open, tell again, or close; an alarm that is open and no worse stays silent."""
        held = self.held.get(kind) if self.held else None
        if held is None:
            return self._open(kind, verdict) if verdict.score >= 1 else None
        if verdict.score < settings.calm:
            held.calm = min(held.calm, self.windows.at)
            return self._close(kind, verdict, held) if self.windows.at - held.calm >= _CALM_HOURS else None
        held.calm = NEVER
        if verdict.score >= 1 and self._excess(kind, verdict.window) > _WORSE * held.told:
            held.told = self._excess(kind, verdict.window)
            return self._alarm(kind, Phase.WORSE, verdict, held)
        return None

    def _open(self, kind: Kind, verdict: Verdict) -> Alarm:
        held = Held(self.windows.at, max(self._excess(kind, verdict.window), 1.0))
        self.held = {**(self.held or {}), kind: held}
        return self._alarm(kind, Phase.OPENED, verdict, held)

    def _close(self, kind: Kind, verdict: Verdict, held: Held) -> Alarm:
        self.held = {k: h for k, h in (self.held or {}).items() if k != kind} or None
        return self._alarm(kind, Phase.CLOSED, verdict, held)

    def _counts(self, kind: Kind) -> tuple[growth.Floats, growth.Floats]:
        expected = np.array(self._expected_counts())
        if kind is Kind.VOLUME:
            return np.array(self.windows.all[:NUMBER]), expected
        return np.array(self.windows.negative), expected * self.tone.before(_LAGS[0])[0]

    def _excess(self, kind: Kind, window: int) -> float:
        counts, expected = self._counts(kind)
        return float(counts[window] - expected[window]) / TAUS[window]

    def _alarm(self, kind: Kind, phase: Phase, verdict: Verdict, held: Held) -> Alarm:
        at, window = self.windows.at, verdict.window
        counts, expected = self._counts(kind)
        usual = self.tone.before(_LAGS[0])[0]
        rate = self.baseline.rate * (usual if kind is Kind.NEGATIVE else 1)
        return Alarm(
            stream=self.name,
            at=at * HOUR,
            kind=kind,
            phase=phase,
            opened=held.opened * HOUR,
            observed=float(counts[window]) / TAUS[window],
            expected=rate,
            score=verdict.score,
            window=60 * TAUS[window],
            share=self.windows.negative[window] / max(self.windows.all[window], 1e-9),
            usual_share=verdict.usual_share or usual,
            growth=growth.estimate(at=at, counts=counts, expected=expected, rate=max(rate, 0.05)),
        )
