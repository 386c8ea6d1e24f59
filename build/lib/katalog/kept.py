"""What an immutable value knows of itself, worked out when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import cached_property as kept
else:

    class kept:  # noqa: N801 - used as a decorator
        """`functools.cached_property` without its lock, as Python has it from 3.12 on.

        The lock takes longer than most of what is kept, and a build makes tens of thousands.
        """

        def __init__(self, make: Callable[[Any], Any]) -> None:
            self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

        def __get__(self, value: Any, _owner: type | None = None) -> Any:
            if value is None:
                return self
            found = value.__dict__[self._name] = self._make(value)
            return found


__all__ = ["kept"]
