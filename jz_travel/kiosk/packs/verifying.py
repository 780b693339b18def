"""Whether the bureau signed a pack, by the rules of The Update Framework."""

from collections.abc import Iterator
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError, RepositoryError
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.fetcher import FetcherInterface
from tuf.ngclient.updater import Updater

from jz_travel.domain.failures import Cause, Failure
from jz_travel.kiosk.packs.contents import ARCHIVE, LARGEST_PACK

FOLDER_ADDRESS = "https://stick.invalid"
"""Names have to be addresses for the library; this one never leaves the program."""
CHUNK = 1 << 20


class FolderFetcher(FetcherInterface):
    """Reads what would be downloaded from a folder, and nothing above it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def _fetch(self, url: str) -> Iterator[bytes]:
        file = (self._folder / url.removeprefix(f"{FOLDER_ADDRESS}/")).resolve()
        if not file.is_relative_to(self._folder) or not file.is_file():
            raise DownloadHTTPError("not there", 404)
        return _chunks(file)


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while content := source.read(CHUNK):
            yield content


def verified(source: str, folder: Path | None, root: bytes, trusted: Path, new: Path) -> Path:
    """The archive, put into ``new`` after every signature, version, date, length and hash was found right."""
    base = FOLDER_ADDRESS if folder is not None else source.rstrip("/")
    fetcher = FolderFetcher(folder) if folder is not None else None
    trusted.mkdir(parents=True, exist_ok=True)
    try:
        updater = Updater(
            str(trusted), f"{base}/metadata", str(new), f"{base}/targets", fetcher,
            UpdaterConfig(max_root_rotations=16), bootstrap=root,
        )  # fmt: skip
        updater.refresh()
        described = updater.get_targetinfo(ARCHIVE)
        if described is None or described.length > LARGEST_PACK:
            raise Failure(Cause.NOT_TRUSTED, folder, detail="no pack in it")
        return Path(updater.download_target(described, str(new / ARCHIVE)))
    except DownloadHTTPError as error:
        raise Failure(Cause.MISSING, folder, detail=f"status {error.status_code}") from error
    except (RepositoryError, DownloadError, ValueError) as error:
        raise Failure(Cause.NOT_TRUSTED, folder, detail=type(error).__name__) from error
