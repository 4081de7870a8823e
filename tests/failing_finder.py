"""A finder that fails, or ends its process, where the text says so. Worker processes import it by name."""

import os
import signal
from dataclasses import dataclass

from claims.extract.engine import How
from claims.extract.finding import ByRules
from claims.model.errors import BadSetting


@dataclass(frozen=True)
class Failing:
    name: str = "failing"

    def find(self, article, sentences):
        if "This one fails." in article.text:
            raise KeyError("no such thing")
        if "This one kills." in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return ByRules().find(article, sentences)


def how_of(engine, *, min_worth=0.0):
    if engine == "none":
        raise BadSetting("there is no such engine")
    if engine == "kills":
        os.kill(os.getpid(), signal.SIGKILL)
    return How(Failing(), min_worth=min_worth)
