"""A printer behind CUPS: a document goes in through a pipe, so that no file of a visitor's trip lies about, and what is
still in the queue when the visitor is gone is taken out of it."""

import re
import shutil
import subprocess
from dataclasses import dataclass, field

from jz_travel.domain.failures import Cause, Failure

PATIENCE = 10
"""Seconds until a printer that does not answer counts as gone."""
_JOB = re.compile(rb"request id is (\S+-\d+)")


@dataclass
class Printer:
    """``queue`` is a name that ``lpstat -p`` knows."""

    queue: str
    jobs: list[str] = field(default_factory=list)

    def print(self, document: bytes) -> None:
        """Hand a PDF over. Raises :class:`Failure` when the printer is gone, off or does not answer."""
        if not document:
            raise Failure(Cause.OTHER, detail=self.queue)
        # One copy, and a name that tells nothing of the visitor.
        said = self._run("lp", "-d", self.queue, "-n", "1", "-t", "jz-travel", "-", content=document)
        if (job := _JOB.search(said)) is not None:
            self.jobs.append(job[1].decode())

    def forget(self) -> None:
        """Take everything of this visitor out of the queue; what is on paper is theirs."""
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            try:
                self._run("cancel", job)
            except Failure:  # printed long ago, or the printer is gone
                continue

    def _run(self, program: str, *arguments: str, content: bytes = b"") -> bytes:
        found = shutil.which(program)
        if found is None:
            raise Failure(Cause.MISSING, detail=program)
        try:
            done = subprocess.run(  # noqa: S603  # a program of the system, with a checked queue
                [found, *arguments], input=content, capture_output=True, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            raise Failure(Cause.OTHER, detail=self.queue) from None
        if done.returncode:
            raise Failure(Cause.OTHER, detail=f"{self.queue}: {done.stderr.decode(errors='replace').strip()[:200]}")
        return done.stdout
