"""The one module that imports httpx, so that moving to its successor is one line."""

from __future__ import annotations

import httpx as httpx
