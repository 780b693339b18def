"""Where this user's trips, settings and kept map page live."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Folders:
    """None of them need exist yet; whoever writes first makes it."""

    trips: Path
    settings: Path
    cache: Path

    @property
    def packs(self) -> Path:
        """Region packs."""
        return self.trips.parent / "packs"

    @classmethod
    def of_this_user(cls) -> "Folders":
        dirs = PlatformDirs("jz-travel", appauthor=False)
        return cls(dirs.user_data_path / "trips", dirs.user_config_path / "settings.json", dirs.user_cache_path)

    @classmethod
    def below(cls, folder: Path) -> "Folders":
        """All in one folder: for a demo, a kiosk's visitor or a test."""
        return cls(folder / "trips", folder / "settings.json", folder / "cache")
