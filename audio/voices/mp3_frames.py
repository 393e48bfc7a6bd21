"""The frames of an MP3, read as far as needed to see whether the last one is all there."""

from __future__ import annotations

_MPEG1, _MPEG2, _MPEG25 = 3, 2, 0
_LAYER_3 = 1
_RATES = {_MPEG1: (44_100, 48_000, 32_000), _MPEG2: (22_050, 24_000, 16_000), _MPEG25: (11_025, 12_000, 8_000)}
_KBPS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBPS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_HEADER_BYTES = 4


def is_cut(mp3: bytes) -> bool:
    """Return whether *mp3* ends in the midst of a frame. What cannot be followed frame by frame is not called cut."""
    here = mp3.find(b"\xff")
    while 0 <= here < len(mp3):
        size = _frame_bytes(mp3[here : here + _HEADER_BYTES])
        if size == 0:
            return False
        here += size
    return here > len(mp3)


def _frame_bytes(header: bytes) -> int:
    """Return the length of the frame that begins with *header*; 0 when none does."""
    if len(header) < _HEADER_BYTES or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    bit_rate, sample_rate, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version not in _RATES or layer != _LAYER_3 or sample_rate == 3 or bit_rate in (0, 15):
        return 0
    first = version == _MPEG1
    kbps = (_KBPS_1 if first else _KBPS_2)[bit_rate]
    return (144 if first else 72) * kbps * 1000 // _RATES[version][sample_rate] + padding
