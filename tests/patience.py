"""Bounds on CPU time, five times as wide while coverage traces every line: that says nothing of speed."""

import sys


def allowed(limit):
    return limit if sys.gettrace() is None else 5 * limit
