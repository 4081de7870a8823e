"""An event loop whose clock leaps: when nothing is left to do but to wait, the wait is over at once."""

import asyncio
import selectors


class _Leaping(selectors.SelectSelector):
    def __init__(self):
        super().__init__()
        self.leapt = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout:
            self.leapt += timeout
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self):
        return self._leaping.leapt


def run_simulated(work):
    """What `work` gives, and the simulated seconds that it took."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        given = runner.run(work)
        return given, runner.get_loop().time()
