"""Bounds on CPU time: in seconds of the machine they were set on, five times as wide under coverage.

A slower or a shared core takes longer for the same work. How much longer is measured beside each bound, by
a piece of work of a known cost, so that a bound says something of the code and not of the machine. What
thousands of earlier tests have left in memory is kept from the collector, which would go through it all.
"""

import gc
import re
import sys
import time

USUAL = 0.020
"""CPU seconds that `work` takes on the machine the bounds were set on, alone."""


def work():
    """What the code under test does all day: regular expressions, dictionaries, small objects, sums."""
    seen, total = {}, 0
    for n in range(12_000):
        words = re.findall(r"[a-z]+|\d+", f"the {n} men of unit {n % 97} left")
        seen[" ".join(words)] = total = total + len(words)
    return total


def slowness():
    """How many times as long as usual this core takes now; never less than one."""
    taken = []
    for _ in range(3):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return max(1.0, min(taken) / USUAL)


def allowed(limit):
    return limit * slowness() * (1 if sys.gettrace() is None else 5)


TRIES = 5
"""Another process may come and go: the bound is kept once it was kept, beside its own measure of the core."""


def takes_within(limit, call, *given, **named):
    """Whether `call(*given)` takes at most `limit` of those seconds, at the best of some tries."""
    return any(seconds(call, *given, **named) < allowed(limit) for _ in range(TRIES))


def grows_within(times, call, short, long, *, slack=0.02):
    """Whether `call(long)` takes at most `times` as long as `call(short)`, both measured at the same moment."""
    return any(seconds(call, long) <= times * seconds(call, short) + slack for _ in range(TRIES))


def seconds(call, *given, **named):
    """CPU seconds of one call."""
    gc.freeze()
    began = time.process_time()
    try:
        call(*given, **named)
        return time.process_time() - began
    finally:
        gc.unfreeze()
