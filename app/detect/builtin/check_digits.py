"""The checkers of python-stdnum, each imported when a number of its shape first appears.

It knows hundreds of kinds of numbers, and start-up stays fast.
"""

import importlib
from functools import lru_cache
from types import ModuleType


@lru_cache(maxsize=64)
def checker(name: str) -> ModuleType:
    """Return the module of that name, such as "stdnum.iban"."""
    return importlib.import_module(name)
