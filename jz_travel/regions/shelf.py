"""The packs that are installed: one file each in one folder."""

import os
import shutil
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.regions.pack import SUFFIX, Pack, PackInfo, Progress, checked, read_info
from jz_travel.store.files import failures


class Shelf:
    """One file ``<id>.jzmap`` for each pack; a newer one of the same id takes the place of the old one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, Pack] = {}

    def installed(self) -> tuple[PackInfo, ...]:
        """What is there and can be read; a file that was broken meanwhile is left out."""
        found = []
        for file in sorted(self._folder.glob(f"*{SUFFIX}")):
            try:
                info = read_info(file)
            except Failure:
                continue
            if file.stem == info.id:
                found.append(info)
        return tuple(found)

    def pack(self, id: str) -> Pack | None:
        """An installed pack, open."""
        if id not in self._open:
            if all(info.id != id for info in self.installed()):
                return None
            self._open[id] = Pack(self._file(id))
        return self._open[id]

    def install(self, file: Path, progress: Progress = lambda _: False) -> PackInfo:
        """A pack from anywhere becomes an installed one; until it is proved whole, the old one stays."""
        info = read_info(file)
        with failures(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self._folder).free < file.stat().st_size * 1.05:
                raise Failure(Cause.DISK_FULL, file)
            half = self._file(info.id).with_suffix(f".{os.getpid()}.part")
            try:
                shutil.copyfile(file, half)
                info = checked(half, progress)
                half.replace(self._file(info.id))
            except Failure as failure:
                raise Failure(failure.cause, file, failure.field, failure.detail) from None
            finally:
                half.unlink(missing_ok=True)
        self._open.pop(info.id, None)
        return info

    def remove(self, id: str) -> None:
        """Takes an installed pack away; one that is not there is away already."""
        if any(info.id == id for info in self.installed()):
            self._open.pop(id, None)
            with failures(self._file(id)):
                self._file(id).unlink(missing_ok=True)

    def _file(self, id: str) -> Path:
        return self._folder / f"{id}{SUFFIX}"
