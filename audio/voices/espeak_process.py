"""Speaks one text with eSpeak NG, and ends: run as a script with only the standard library.

    espeak_process.py LIBRARY DATA_FOLDER VOICE WORDS_PER_MINUTE  < text  > samples (16 bit, mono)

eSpeak keeps its state, random numbers included, in globals that cannot be reset. In a new process the same text gives
the same samples, and a crash is only that text's.
"""

from __future__ import annotations

import ctypes
import sys

# from speak_lib.h
SYNCHRONOUS = 2
DO_NOT_EXIT = 0x8000
RATE = 1
UTF_8 = 1
OK = 0

SAMPLE_RATE = 22_050
UNKNOWN_VOICE = 3
FAILED = 4

_WhenSpoken = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def main(library_path: str, data_path: str, voice: str, words_per_minute: str) -> int:
    """Speak standard input to standard output; return the exit code."""

    def write(samples: ctypes._Pointer[ctypes.c_short], count: int, _: int) -> int:
        if samples and count > 0:
            sys.stdout.buffer.write(ctypes.string_at(samples, 2 * count))
        return 0

    library = ctypes.CDLL(library_path)
    if library.espeak_Initialize(SYNCHRONOUS, 0, data_path.encode(), DO_NOT_EXIT) != SAMPLE_RATE:
        return FAILED
    if library.espeak_SetVoiceByName(voice.encode()) != OK:
        return UNKNOWN_VOICE
    library.espeak_SetParameter(RATE, int(words_per_minute), 0)
    when_spoken = _WhenSpoken(write)
    library.espeak_SetSynthCallback(when_spoken)
    text = sys.stdin.buffer.read()
    if library.espeak_Synth(text, len(text) + 1, 0, 0, 0, UTF_8, None, None) != OK:
        return FAILED
    sys.stdout.buffer.flush()
    return OK


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
