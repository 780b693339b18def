"""For the bureau: keys, and packs signed with them, as a folder by the rules of The Update Framework.

Two keys: ``root`` says which key signs packs and stays in a safe; ``pack`` signs them. The folder that comes out goes
onto a stick or a web server as it is.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

# The library exports these names without saying so.
from securesystemslib.signer import CryptoSigner, SSlibKey  # type: ignore[attr-defined]
from tuf.api.metadata import (  # type: ignore[attr-defined]
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from jz_travel.domain.failures import Cause, Failure
from jz_travel.kiosk.packs.contents import ARCHIVE
from jz_travel.store.files import failures, write_bytes

ROOT_YEARS, PACK_DAYS = 5, 400
ROOT_FILE = "root.json"
ONLINE = ("timestamp", "snapshot", "targets")


def make_keys(folder: Path, now: datetime) -> Path:
    """Both keys and the first ``root.json``, which every screen is given once. Never replaces keys that are there."""
    with failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Failure(Cause.CHANGED_OUTSIDE, folder, detail="this folder is not empty")
    signers = {name: CryptoSigner.generate_ed25519() for name in ("root", "pack")}
    for name, signer in signers.items():
        private = folder / f"{name}.pem"
        write_bytes(private, signer.private_bytes)
        private.chmod(0o600)
        write_bytes(
            folder / f"{name}.pub.json",
            json.dumps({"id": signer.public_key.keyid, **signer.public_key.to_dict()}).encode(),
        )
    root = Root(version=1, expires=_whole(now + timedelta(days=365 * ROOT_YEARS)), consistent_snapshot=True)
    root.add_key(signers["root"].public_key, "root")
    for role in ONLINE:
        root.add_key(signers["pack"].public_key, role)
    signed: Metadata[Root] = Metadata(root)
    signed.sign(signers["root"])
    file = folder / ROOT_FILE
    write_bytes(file, signed.to_bytes(JSONSerializer()))
    return file


def sign_pack(archive: Path, version: int, keys: Path, out: Path, now: datetime) -> None:
    """Makes the folder ``out``, or the next version in it."""
    signer = _signer(keys, "pack")
    expires = _whole(now + timedelta(days=PACK_DAYS))
    described = TargetFile.from_file(ARCHIVE, str(archive), ["sha256"])
    metadata, targets = out / "metadata", out / "targets"
    with failures(out):
        metadata.mkdir(parents=True, exist_ok=True)
        targets.mkdir(parents=True, exist_ok=True)
        content, root = archive.read_bytes(), (keys / ROOT_FILE).read_bytes()
    write_bytes(targets / f"{described.hashes['sha256']}.{ARCHIVE}", content)
    write_bytes(metadata / "1.root.json", root)
    parts: list[tuple[str, Metadata[Any]]] = [
        (f"{version}.targets.json", Metadata(Targets(version=version, expires=expires, targets={ARCHIVE: described}))),
        (
            f"{version}.snapshot.json",
            Metadata(Snapshot(version=version, expires=expires, meta={"targets.json": MetaFile(version)})),
        ),
        ("timestamp.json", Metadata(Timestamp(version=version, expires=expires, snapshot_meta=MetaFile(version)))),
    ]
    for name, part in parts:  # the timestamp last: whoever reads meanwhile finds the old pack whole
        part.sign(signer)
        write_bytes(metadata / name, part.to_bytes(JSONSerializer()))


def _signer(keys: Path, name: str) -> CryptoSigner:
    private, public = keys / f"{name}.pem", keys / f"{name}.pub.json"
    try:
        said = json.loads(public.read_bytes())
        key = SSlibKey.from_dict(said.pop("id"), said)
        return CryptoSigner.from_priv_key_uri(f"file2:{private}", key)
    except (OSError, ValueError, KeyError) as error:
        raise Failure(Cause.MISSING, private, detail=type(error).__name__) from error


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
