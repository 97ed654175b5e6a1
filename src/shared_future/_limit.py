"""Stop code that does not end, and keep what it prints within bounds."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import threading
import time
from collections.abc import Iterator


class TooSlow(BaseException):
    """Raised inside code that used up its time. Not an ``Exception``, so that a learner's ``except Exception`` lets it pass."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TooSlow` inside the block when it has run for ``seconds``.

    On the main thread of a Unix-like system an alarm does it, again and again every 50 ms, so that even
    ``while True: try: ... except: pass`` ends. Elsewhere (Windows, worker threads, Pyodide) every line is traced, which is
    slower, cannot stop one long call into C, and gives up where the code swallows every exception.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread() and sys.platform != "emscripten":
        yield from _alarm(seconds)
    else:
        yield from _trace(seconds)


def _alarm(seconds: float) -> Iterator[None]:
    running = True

    def ring(*_: object) -> None:
        if running:
            raise TooSlow

    old_handler = signal.signal(signal.SIGALRM, ring)
    old_timer = signal.setitimer(signal.ITIMER_REAL, seconds, 0.05)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        # The next ring is 50 ms away at least, so this part is never interrupted.
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old_handler)
        if old_timer[0]:
            signal.setitimer(signal.ITIMER_REAL, *old_timer)


def _trace(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds

    def trace(*_: object) -> object:
        if time.monotonic() > end:
            raise TooSlow
        return trace

    old = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(old)


class Bounded(io.TextIOBase):
    """A place for printed text that keeps the first ``size`` characters and forgets the rest."""

    def __init__(self, size: int = 400) -> None:
        self.size = size
        self.kept = ""
        self.cut = False

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        room = self.size - len(self.kept)
        self.kept += text[:room]
        self.cut = self.cut or len(text) > room
        return len(text)
