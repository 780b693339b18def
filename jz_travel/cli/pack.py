"""``jz-travel pack …``: signed data packs. The bureau makes and signs them, a screen takes them or goes back."""

import argparse
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jz_travel.domain.texts import Language

if TYPE_CHECKING:
    from jz_travel.kiosk.packs.taking import PackStore


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", **common: Any) -> None:
    """Adds the command with its parts; ``common`` goes to each parser, like ``parents``."""
    pack = commands.add_parser("pack", help="signed data packs for public screens", **common)
    parts = pack.add_subparsers(dest="part", metavar="PART", required=True)
    keys = parts.add_parser("keys", help="make the bureau's keys, once")
    keys.add_argument("folder", type=Path)
    keys.set_defaults(run=run_keys)
    make = parts.add_parser("make", help="put the data into one file")
    make.add_argument("file", type=Path)
    make.add_argument("--number", type=int, required=True, help="larger than that of every pack before")
    make.add_argument("--made", type=date.fromisoformat, help="the date the data is as of; else today")
    make.add_argument("--assets", type=Path, help="instead of the program's own")
    make.add_argument("--maps", type=Path, help="instead of the program's own")
    make.set_defaults(run=run_make)
    sign = parts.add_parser("sign", help="sign it into a folder for a stick or a web server")
    sign.add_argument("file", type=Path)
    sign.add_argument("folder", type=Path)
    sign.add_argument("--keys", type=Path, required=True)
    sign.set_defaults(run=run_sign)
    verify = parts.add_parser("verify", help="whether a screen would take it")
    verify.add_argument("folder")
    verify.add_argument("--root", type=Path, required=True)
    verify.set_defaults(run=run_verify)
    _add_for_screens(parts)


def _add_for_screens(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    trust = parts.add_parser("trust", help="on a screen: whose packs it takes")
    trust.add_argument("root", type=Path)
    trust.set_defaults(run=run_trust)
    take = parts.add_parser("take", help="on a screen: take a newer pack, from a folder, an https address or a stick")
    take.add_argument("folder", nargs="?")
    take.set_defaults(run=run_take)
    back = parts.add_parser("back", help="on a screen: use the data before again")
    back.set_defaults(run=run_back)
    for each in (trust, take, back):
        each.add_argument("--state", type=Path, metavar="DIR")


def run_keys(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Prints where the keys are; only the public root is for the screens, all else stays with the bureau."""
    from jz_travel.kiosk.packs.signing import make_keys

    print(make_keys(chosen.folder, datetime.now(UTC)))
    return 0


def run_make(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Writes an unsigned archive; as of today unless ``--made`` says otherwise."""
    from jz_travel.domain.clock import today
    from jz_travel.kiosk.packs.contents import PackInfo, write_archive
    from jz_travel.resources import assets, maps

    info = PackInfo(chosen.number, chosen.made or today())
    count = write_archive(chosen.file, info, chosen.assets or assets(), chosen.maps or maps())
    print(f"{chosen.file}: {count} files, number {info.version}, as of {info.made}")
    return 0


def run_sign(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Looks into the archive as a screen would before it signs; :class:`Failure` for one that no screen takes."""
    from jz_travel.kiosk.packs.contents import open_archive
    from jz_travel.kiosk.packs.signing import sign_pack

    with tempfile.TemporaryDirectory() as looked_at:
        info = open_archive(chosen.file, Path(looked_at))
    sign_pack(chosen.file, info.version, chosen.keys, chosen.folder, datetime.now(UTC))
    print(chosen.folder)
    return 0


def run_verify(chosen: argparse.Namespace, language: Language) -> int:
    """As a screen that has never seen a pack."""
    with tempfile.TemporaryDirectory() as state:
        chosen.state = Path(state)
        run_trust(chosen, language)
        return run_take(chosen, language)


def run_trust(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Whose packs the screen takes from now on; packs of anybody trusted before are refused."""
    from jz_travel.store.files import read_bytes

    _store(chosen).trust(read_bytes(chosen.root, 1_000_000))
    return 0


def run_take(chosen: argparse.Namespace, language: Language) -> int:
    """1 when there is no newer one."""
    from jz_travel.domain.failures import Cause, Failure
    from jz_travel.kiosk.packs.taking import find_stick
    from jz_travel.resources import shipped
    from jz_travel.words import Words

    source = chosen.folder or find_stick()
    if source is None:
        raise Failure(Cause.MISSING, detail="no stick with a pack")
    info = _store(chosen).take(source, shipped("assets"), shipped("maps"))
    if info is None:
        print(Words(language).say("There is nothing newer."))
        return 1
    print(Words(language).say("Data pack {n} of {date} is in use.", n=info.version, date=info.made.isoformat()))
    return 0


def run_back(chosen: argparse.Namespace, language: Language) -> int:  # noqa: ARG001
    """Prints the number of the pack that the screen uses from now on."""
    print(_store(chosen).go_back())
    return 0


def _store(chosen: argparse.Namespace) -> "PackStore":
    from jz_travel.cli.kiosk import state_of
    from jz_travel.kiosk.packs.taking import PackStore

    return PackStore(state_of(chosen) / "packs")
