"""Makes the Debian package from the bundle.

    SOURCE_DATE_EPOCH=… python packaging/linux/deb.py --bundle build/package/jz-travel --extras build/package/extras \\
        --work build/package/deb --out dist [--quick]

The bundle's copies of system libraries are left out: the package depends on the system's own.
"""

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARE = ROOT / "packaging" / "linux" / "share"
DEBIAN = ROOT / "packaging" / "linux" / "debian"
KIOSK = ROOT / "packaging" / "linux" / "kiosk"
APP = "usr/lib/jz-travel"
EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])


def main() -> None:
    ask = argparse.ArgumentParser()
    for name in ("bundle", "extras", "work", "out"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    ask.add_argument("--version", required=True)
    ask.add_argument("--quick", action="store_true", help="compress fast, for trying things out")
    chosen = ask.parse_args()
    root = chosen.work / "root"
    shutil.rmtree(chosen.work, ignore_errors=True)
    lay_out(root, chosen.bundle, chosen.extras)
    depends = dependencies(root, chosen.work)
    print(deb(root, chosen.work, chosen.out, chosen.version, depends, quick=chosen.quick))


def lay_out(root: Path, bundle: Path, extras: Path) -> None:
    """The file system of the package below ``root``."""
    app = root / APP
    shutil.copytree(bundle, app, symlinks=True)
    for file in (app / "_internal").iterdir():
        if is_system_library(file):
            file.unlink()
    # Chromium makes this empty folder when root starts the program; so dpkg knows it and takes it away again.
    (app / "_internal" / "PySide6" / "Qt" / "resources" / "locales").mkdir(exist_ok=True)
    bin_ = root / "usr" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "jz-travel").symlink_to("../lib/jz-travel/jz-travel")
    places = {
        "usr/share/applications": [SHARE / "jz-travel.desktop"],
        "usr/share/mime/packages": [SHARE / "jz-travel.xml"],
        "usr/share/metainfo": [extras / "io.github.jz_travel.jz_travel.metainfo.xml"],
        "usr/share/bash-completion/completions": [(extras / "jz-travel.bash", "jz-travel")],
        "usr/share/zsh/vendor-completions": [extras / "_jz-travel"],
        "usr/share/fish/vendor_completions.d": [extras / "jz-travel.fish"],
        "usr/share/jz-travel": [(SHARE / "apparmor", "apparmor-profile")],
        "usr/share/doc/jz-travel": [extras / "THIRD-PARTY-NOTICES.txt", extras / "sbom.cdx.json", DEBIAN / "copyright"],
        "usr/share/lintian/overrides": [(DEBIAN / "lintian-overrides", "jz-travel")],
    }
    for folder, files in places.items():
        for each in files:
            source, name = each if isinstance(each, tuple) else (each, each.name)
            put(source, root / folder / name)
    shutil.copytree(extras / "icons", root / "usr" / "share" / "icons" / "hicolor")
    compress(extras / "jz-travel.1", root / "usr/share/man/man1/jz-travel.1.gz")
    compress(extras / "changelog", root / "usr/share/doc/jz-travel/changelog.gz")
    compress(root / "usr/share/doc/jz-travel/THIRD-PARTY-NOTICES.txt")
    lay_out_kiosk(root)
    make_even(root)


def lay_out_kiosk(root: Path) -> None:
    """What packaging/linux/kiosk holds goes where such files belong: by its name, nothing is listed twice."""
    for file in sorted(each for each in KIOSK.rglob("*") if each.is_file()):
        if file.suffix in {".service", ".target", ".timer", ".path"}:
            put(file, root / "usr/lib/systemd/user" / file.name)
        elif file.suffix == ".desktop":
            wayland = "wayland" in str(file.relative_to(KIOSK))
            put(file, root / f"usr/share/{'wayland-sessions' if wayland else 'xsessions'}" / file.name)
        elif file.suffix == ".md":
            put(file, root / "usr/share/doc/jz-travel" / f"kiosk-{file.name}")
        else:
            put(file, root / APP / file.name, mode=0o755 if file.read_bytes()[:2] == b"#!" else 0o644)


def is_system_library(file: Path) -> bool:
    """Whether PyInstaller copied a file of the bundle's top folder from the system; wheels keep theirs in folders."""
    return re.match(r"lib(?!python)[^/]*\.(so|chk)", file.name) is not None and not file.is_symlink()


def put(source: Path, target: Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def compress(source: Path, target: Path | None = None) -> None:
    """As Debian does: no name and no time inside."""
    made = target or source.with_name(f"{source.name}.gz")
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))
    if target is None:
        source.unlink()


def make_even(root: Path) -> None:
    """The same modes on every machine, whatever its umask."""
    for each in sorted(root.rglob("*")):
        if each.is_symlink():
            continue
        runs = each.is_dir() or (each.stat().st_mode & 0o111 and not re.search(r"\.so(\.|$)", each.name))
        each.chmod(0o755 if runs else 0o644)
    root.chmod(0o755)


def dependencies(root: Path, work: Path) -> str:
    """What dpkg-shlibdeps finds, for every file that links to something."""
    (work / "debian").mkdir()
    (work / "debian" / "control").write_text("Source: jz-travel\n\nPackage: jz-travel\nArchitecture: amd64\n")
    private = sorted({str(file.parent) for file in root.rglob("*.so*")})
    linked = [str(file) for file in sorted(root.rglob("*")) if is_elf(file)]
    asked = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *(f"-l{each}" for each in private)]
    found = subprocess.run([*asked, *linked], cwd=work, check=True, capture_output=True, text=True).stdout
    listed = found.strip().removeprefix("shlibs:Depends=")
    return ", ".join(sorted(listed.split(", ")))


def is_elf(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def deb(root: Path, work: Path, out: Path, version: str, depends: str, *, quick: bool) -> Path:
    """Writes the package: an ``ar`` of two tars, with every time the last commit's."""
    size = sum(-(-file.lstat().st_size // 1024) for file in root.rglob("*") if file.is_file() or file.is_symlink())
    control = (DEBIAN / "control").read_text("utf-8").format(version=version, size=size, depends=depends)
    sums = "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(root)}\n"
        for file in sorted(root.rglob("*")) if file.is_file() and not file.is_symlink()
    )  # fmt: skip
    members = {"control": control, "md5sums": sums}
    scripts = {name: (DEBIAN / name).read_text("utf-8") for name in ("postinst", "prerm", "postrm")
               if (DEBIAN / name).is_file()}  # fmt: skip
    data = work / "data.tar"
    with tarfile.open(data, "w", format=tarfile.GNU_FORMAT) as tar:
        tar.add(root, "./", filter=as_root)
    out.mkdir(parents=True, exist_ok=True)
    made = out / f"jz-travel_{version}_amd64.deb"
    parts = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": packed(control_tar(members, scripts), work / "control.tar", quick=False),
        "data.tar.xz" if not quick else "data.tar.zst": packed(None, data, quick=quick),
    }
    with made.open("wb") as file:
        file.write(b"!<arch>\n")
        for name, content in parts.items():
            file.write(f"{name:<16}{EPOCH:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode())
            file.write(content + (b"\n" if len(content) % 2 else b""))
    return made


def as_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = EPOCH
    return entry


def control_tar(members: dict[str, str], scripts: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as tar:
        folder = tarfile.TarInfo("./")
        folder.type, folder.mode = tarfile.DIRTYPE, 0o755
        tar.addfile(as_root(folder))
        for name, text in {**members, **scripts}.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.mode = 0o755 if name in scripts else 0o644
            entry.size = len(text.encode())
            tar.addfile(as_root(entry), BytesIO(text.encode()))
    return buffer.getvalue()


def packed(content: bytes | None, file: Path, *, quick: bool) -> bytes:
    """xz with the filter for x86 code, which dpkg unpacks like any xz and which saves some megabytes."""
    if content is not None:
        file.write_bytes(content)
    small = ["xz", "--check=crc64", "--x86", "--lzma2=preset=6,dict=64MiB", "-T2", "--block-size=260MiB"]
    command = ["zstd", "-q", "-6", "-T0"] if quick else small
    return subprocess.run([*command, "-c", str(file)], check=True, capture_output=True).stdout


if __name__ == "__main__":
    main()
