"""A stream as bytes and back: about a kilobyte, to be kept beside the channel it belongs to."""

import struct
from array import array

from parlour.core.surge.stream import Held, Stream
from parlour.core.surge.values import Kind, Planned

_VERSION = 1
_NUMBERS = struct.Struct("<B10d6IB")
_HELD = struct.Struct("<?3d")
_PLAN = struct.Struct("<3d")


class NotASnapshotError(ValueError):
    """The bytes were not written by this version of `pack`."""


def pack(stream: Stream) -> bytes:
    """Everything the stream has learned, and its open alarms; its name is not part of it."""
    base, tone = stream.baseline, stream.tone
    numbers = _NUMBERS.pack(
        _VERSION,
        stream.windows.at, stream.hour_end, stream.bursts,
        base.seen, base.mass, base.rate, tone.negative, tone.all, tone.hours, tone.spread,
        base.hour, base.hours, stream.hour_all, stream.hour_negative,
        max(stream.until_tone, 0), max(stream.until_volume, 0), len(stream.plans),
    )  # fmt: skip
    held = b"".join(_pack_held((stream.held or {}).get(kind)) for kind in Kind)
    plans = b"".join(_PLAN.pack(plan.start, plan.end, plan.factor) for plan in stream.plans)
    return numbers + held + plans + b"".join(part.tobytes() for part in _arrays(stream))


def unpack(name: str, packed: bytes) -> Stream:
    """The stream that `pack` wrote; NotASnapshotError when it was another version's."""
    if len(packed) < _NUMBERS.size or packed[0] != _VERSION:
        raise NotASnapshotError(f"not a snapshot of version {_VERSION}")
    numbers = _NUMBERS.unpack_from(packed)
    stream = Stream(name, numbers[1])
    base, tone = stream.baseline, stream.tone
    (
        _, stream.windows.at, stream.hour_end, stream.bursts,
        base.seen, base.mass, base.rate, tone.negative, tone.all, tone.hours, tone.spread,
        base.hour, base.hours, stream.hour_all, stream.hour_negative,
        stream.until_tone, stream.until_volume, plans,
    ) = numbers  # fmt: skip
    at = _NUMBERS.size
    held = {kind: _HELD.unpack_from(packed, at + i * _HELD.size) for i, kind in enumerate(Kind)}
    stream.held = {kind: Held(*rest) for kind, (is_open, *rest) in held.items() if is_open} or None
    at += len(Kind) * _HELD.size
    stream.plans = tuple(
        Planned(start=start, end=end, factor=factor)
        for start, end, factor in _PLAN.iter_unpack(packed[at : at + plans * _PLAN.size])
    )
    _fill(stream, packed[at + plans * _PLAN.size :])
    return stream


def _pack_held(held: Held | None) -> bytes:
    if held is None:
        return _HELD.pack(False, 0.0, 0.0, 0.0)
    return _HELD.pack(True, held.opened, held.told, held.calm)


def _arrays(stream: Stream) -> "tuple[array[float] | array[int], ...]":
    return (
        stream.windows.all, stream.windows.negative, stream.expected, stream.roughness, stream.tone.history,
        stream.baseline.day, stream.baseline.week,
    )  # fmt: skip


def _fill(stream: Stream, packed: bytes) -> None:
    if len(packed) != sum(len(part) * part.itemsize for part in _arrays(stream)):
        raise NotASnapshotError("a snapshot of another length")
    for part in _arrays(stream):
        size = len(part) * part.itemsize
        part[:] = array(part.typecode, packed[:size])
        packed = packed[size:]
