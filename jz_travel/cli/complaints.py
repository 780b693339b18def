"""Failures as lines for whoever reads a terminal."""

import sys
from collections.abc import Sequence

from jz_travel.domain.failures import Failure


def complain(failures: Sequence[Failure]) -> None:
    """A line each, on the standard error."""
    for failure in failures:
        print(one_line(failure), file=sys.stderr)


def one_line(failure: Failure) -> str:
    """``file: field: what is wrong``."""
    parts = (str(failure.file or ""), failure.field, failure.detail or failure.cause.value)
    return ": ".join(part for part in parts if part)
