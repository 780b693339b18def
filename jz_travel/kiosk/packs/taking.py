"""For a screen: take a newer pack from a folder or an address, if the bureau signed it and its data is whole. All of it
or nothing; the data before stays beside it, and one can go back."""

import json
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from jz_travel.domain.failures import Cause, Failure
from jz_travel.kiosk.freshness import PACK_FILE
from jz_travel.kiosk.packs.contents import FILES, FOLDERS, PackInfo, open_archive
from jz_travel.store.files import failures, write_bytes

STICKS = ("/media/*/*", "/run/media/*/*", "/media/*", "/mnt/*")
STICK_FOLDER = "jz-travel-pack"


class PackStore:
    """The packs of one screen, in a folder of its state."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._trusted, self._data = folder / "trusted", folder / "data"
        self._which = folder / "current.json"

    # Which data is in use

    @property
    def current(self) -> Path | None:
        """The folder of the pack in use; None: what came with the program."""
        version = self._versions()[0]
        return self._data / str(version) if version and (self._data / str(version) / PACK_FILE).is_file() else None

    def _versions(self) -> tuple[int, int]:
        """In use, and before; 0 as shipped."""
        try:
            said = json.loads(self._which.read_bytes())
            return int(said["current"]), int(said["before"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0, 0

    def go_back(self) -> int:
        """The data before is in use again; which version that is."""
        current, before = self._versions()
        self._use(before, current)
        return before

    def _use(self, current: int, before: int) -> None:
        write_bytes(self._which, json.dumps({"current": current, "before": before}).encode())

    # Taking

    def trust(self, root: bytes) -> None:
        """Once, when a screen is set up: whose packs it takes."""
        with failures(self._folder):
            shutil.rmtree(self._trusted, ignore_errors=True)
            self._folder.mkdir(parents=True, exist_ok=True)
        write_bytes(self._folder / "root.json", root)

    def take(self, source: str | Path, program_assets: Path, program_maps: Path) -> PackInfo | None:
        """The pack that is in use now; None when there is no newer one. After a :class:`Failure` all is as before."""
        from jz_travel.kiosk.packs.verifying import (
            verified,  # the library takes as long to read as the whole attract page
        )

        where = Path(source) if not str(source).startswith("https://") else None
        root = self._root()
        with failures(self._folder), tempfile.TemporaryDirectory(prefix=".new-", dir=self._folder) as new:
            archive = verified(str(source), where, root, self._trusted, Path(new))
            fresh = Path(new) / "data"
            fresh.mkdir()
            info = open_archive(archive, fresh)
            if info.version <= self._versions()[0]:
                return None
            _check(fresh, program_assets, program_maps, Path(new) / "check")
            self._put_in_place(fresh, info)
        return info

    def _root(self) -> bytes:
        file = self._folder / "root.json"
        with failures(file):
            return file.read_bytes()

    def _put_in_place(self, fresh: Path, info: PackInfo) -> None:
        target = self._data / str(info.version)
        shutil.rmtree(target, ignore_errors=True)
        self._data.mkdir(parents=True, exist_ok=True)
        fresh.rename(target)
        before = self._versions()[0]
        self._use(info.version, before)  # the one step that counts
        for old in self._data.iterdir():
            if old.name not in {str(info.version), str(before)}:
                shutil.rmtree(old, ignore_errors=True)


def _check(fresh: Path, program_assets: Path, program_maps: Path, scratch: Path) -> None:
    """The data is read as the program will read it; one mistake, and the pack is not taken."""
    from jz_travel.roads import read_book
    from jz_travel.store.holidays import read_holidays
    from jz_travel.store.places import read_catalogue
    from jz_travel.store.statistics import read_statistics

    assets = lay_over(fresh, program_assets, program_maps, scratch) / "assets"
    catalogue, wrong = read_catalogue(assets)
    _, wrong_roads = read_book(assets / "roads.toml")
    found = [*wrong, *read_holidays(assets)[1], *read_statistics(assets)[1], *wrong_roads]
    if found or not len(catalogue):
        raise found[0] if found else Failure(Cause.MISSING, fresh)


def lay_over(pack: Path, program_assets: Path, program_maps: Path, into: Path) -> Path:
    """A folder with ``assets`` and ``maps`` as the program wants them: the pack's data, for the rest the program's."""
    for name, program in (("assets", program_assets), ("maps", program_maps)):
        folder = into / name
        folder.mkdir(parents=True)
        for entry in program.iterdir():
            own = pack / name / entry.name
            from_pack = own.exists() and (name == "maps" or entry.name in (*FOLDERS, *FILES))
            (folder / entry.name).symlink_to(own if from_pack else entry)
    (into / "assets" / PACK_FILE).symlink_to(pack / PACK_FILE)
    return into


def find_stick() -> Path | None:
    """A stick with a pack on it, where systems mount sticks."""
    for pattern in STICKS:
        for mounted in sorted(Path("/").glob(pattern.lstrip("/"))):
            with suppress(OSError):
                if (mounted / STICK_FOLDER / "metadata").is_dir():
                    return mounted / STICK_FOLDER
    return None
