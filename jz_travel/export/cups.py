"""Printing without a window, through CUPS, from a kiosk or the command line. Nothing is left in a folder of ours.

The bytes go to ``lp`` on its standard input. CUPS keeps a copy until the job is over; :func:`forget` removes it.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jz_travel.domain.failures import Cause, Failure
from jz_travel.export.papers import Paper

PATIENCE = 10
"""Seconds that a printer server may take to answer."""
_JOB = re.compile(r"\b([\w.-]+-\d+)\b")
_NAME = re.compile(r"[^\s/#?'\"\\-][^\s/#?'\"\\]{0,126}\Z")
LONGEST_TITLE = 80


class JobState(StrEnum):
    """How far a print job has come, as CUPS reports it."""

    WAITING = "waiting"
    PRINTING = "printing"
    STOPPED = "stopped"  # the printer has stopped: no paper, switched off
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Job:
    """One print job of one printer."""

    id: str
    printer: str


@dataclass(frozen=True, slots=True)
class Printer:
    """A print queue of this machine; ``ready`` is False while it is disabled."""

    name: str
    ready: bool
    says: str = ""
    """What the printer says about itself, in the words of the system."""


def printers() -> tuple[Printer, ...]:
    """Every printer that CUPS knows; none without CUPS."""
    if shutil.which("lpstat") is None:
        return ()
    said = _run(("lpstat", "-p"), failing_is_fine=True)
    return tuple(_printer(lines) for lines in re.split(r"^(?=printer )", said, flags=re.MULTILINE) if lines.strip())


def _printer(lines: str) -> Printer:
    first, *rest = lines.splitlines()
    words = first.split()
    return Printer(words[1] if len(words) > 1 else "", "disabled" not in words, " ".join(each.strip() for each in rest))


def send(content: bytes, printer: str, title: str, paper: Paper | None = None) -> Job:
    """Hand one copy of a PDF to a printer. Raises :class:`Failure` (NOT_PRINTED) in the words of CUPS if refused."""
    if not _NAME.match(printer):
        raise Failure(Cause.NOT_PRINTED, detail=printer[:80])
    options = ["-o", f"media={_media(paper)}"] if paper else []
    # Without a minus at its start a title cannot be taken for an option; line breaks would end up in log files.
    name = " ".join(title.split())[:LONGEST_TITLE].lstrip("-") or "jz_travel"
    said = _run(("lp", "-d", printer, "-n", "1", "-t", name, *options, "-o", "fit-to-page=false", "-"), content)
    found = _JOB.search(said)
    if found is None:
        raise Failure(Cause.NOT_PRINTED, detail=said.strip()[:200])
    return Job(found[1], printer)


def _media(paper: Paper) -> str:
    named = {"a4": "A4", "a5": "A5", "letter": "Letter"}
    return named.get(paper.id, f"Custom.{paper.width:g}x{paper.height:g}mm")


def state(job: Job) -> JobState:
    """What has become of a job."""
    waiting = _run(("lpstat", "-W", "not-completed", "-o", job.printer), failing_is_fine=True)
    if not re.search(rf"^{re.escape(job.id)}\s", waiting, re.MULTILINE):
        return JobState.DONE
    about = next((each for each in printers() if each.name == job.printer), None)
    if about is not None and not about.ready:
        return JobState.STOPPED
    said = _run(("lpstat", "-p", job.printer), failing_is_fine=True)
    return JobState.PRINTING if f"now printing {job.id}" in said else JobState.WAITING


def forget(job: Job) -> None:
    """Stop a job that is not done, and remove the copy that CUPS keeps of it."""
    _run(("cancel", "-x", job.id), failing_is_fine=True)


def _run(command: Sequence[str], content: bytes | None = None, *, failing_is_fine: bool = False) -> str:
    """One program of CUPS, in English, whatever this machine speaks."""
    if shutil.which(command[0]) is None:
        raise Failure(Cause.NOT_PRINTED, detail=f"{command[0]}: CUPS is not installed")
    environment = {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
    try:
        done = subprocess.run(  # noqa: S603  # the command is ours; names were looked at
            command, input=content or b"", capture_output=True, timeout=PATIENCE, env=environment, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Failure(Cause.NOT_PRINTED, detail=str(error)[:200]) from error
    if done.returncode and not failing_is_fine:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise Failure(Cause.NOT_PRINTED, detail=said[:200] or f"{command[0]} {done.returncode}")
    return done.stdout.decode("utf-8", "replace")
