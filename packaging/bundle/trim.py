"""What of Qt, Python and the libraries goes into the bundle. Imported by jz_travel.spec; the rules are tested."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import languages
from icu_data import smaller_file, smaller_library

Entry = tuple[str, str, str]
"""Where it goes in the bundle, where it is, what PyInstaller calls it."""

# Hard dependencies of libraries that import them only for what is never called, and what Python itself rarely needs.
NEVER_IMPORTED = (
    *("matplotlib", "mpl_toolkits", "PIL", "fontTools", "contourpy", "kiwisolver", "pyparsing", "cycler", "pandas"),
    *("scipy", "geopandas", "IPython", "selenium", "vincent", "altair", "tqdm", "lxml", "chardet"),
    *("tkinter", "_tkinter", "curses", "_curses", "readline", "turtle", "idlelib", "lib2to3", "ensurepip", "pip"),
    *("setuptools", "pkg_resources", "wheel", "_distutils_hack", "pytest", "hypothesis", "mypy", "PyInstaller"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy._pyinstaller", "numpy.tests"),
    *("numpy.random", "numpy.fft", "numpy.polynomial", "pydoc_data"),
    *("sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql", "mako.ext"),
)
# What is named only in text at run time, so that no import statement shows it.
HIDDEN = (
    "sqlalchemy.dialects.sqlite.pysqlite",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.ext.baked",
    "alembic.ddl.sqlite",
    "alembic.ddl.postgresql",
    "alembic.runtime.migration",
    "logging.config",
    "psycopg",
    "psycopg_binary",
    "_cffi_backend",
)

FROM_HOOKS = ("QtOpenGL", "QtOpenGLWidgets", "QtQuick", "QtQuickWidgets", "QtPositioning", "QtDBus")
"""Bindings that PyInstaller adds beside those that are imported; they stay where our own code names them."""

PLUGINS = {
    "platforms": ("*xcb*", "*wayland*", "*offscreen*", "*minimal.*", "*windows*", "*cocoa*"),
    "platformthemes": ("*xdgdesktopportal*",),
    "platforminputcontexts": ("*compose*", "*ibus*"),
    "xcbglintegrations": ("*",),
    "wayland-shell-integration": ("*xdg-shell*", "*fullscreen-shell*"),
    "wayland-graphics-integration-client": ("*qt-plugin-wayland-egl*", "*wayland-egl*"),
    "wayland-decoration-client": ("*bradient*", "*adwaita*"),
    "iconengines": ("*svg*",),
    "imageformats": ("*qjpeg*", "*qsvg*", "*qwebp*", "*qico*", "*qgif*"),
    "tls": ("*openssl*", "*schannel*", "*securetransport*", "*certonly*"),
    "printsupport": ("*",),
    "styles": ("*",),
    "texttospeech": ("*",),
    "multimedia": ("*",),
}
"""Folders of Qt's plugins and the files that are wanted of them; every other folder is left out."""

OPENED_BY_NAME = ("libsoftokn3", "libfreebl", "libnssckbi", "libnssdbm3", "libssl", "libcrypto")
"""Libraries that NSS and Qt's network open at run time; nothing links to them."""

SYSTEM = (
    *("stdc++", "gcc_s", "gbm", "drm", "X11", "X11-xcb", "expat", "z", "zstd", "fontconfig", "freetype", "asound"),
    *("gpg-error", "p11-kit", "com_err", "udev", "systemd", "glib-2.0", "gthread-2.0"),
)
"""Libraries of the system that are not bundled even where nothing is installed."""

GPL_ONLY = (
    *("Charts", "DataVisualization", "Graphs", "Quick3D", "QuickTimeline", "VirtualKeyboard", "ShaderTools"),
    *("WaylandCompositor", "Lottie", "HttpServer", "NetworkAuth", "3DCore", "3DRender", "Coap", "Mqtt"),
)
"""Qt's modules that are not offered under the LGPL, or of which that is not sure: the bundle must do without them."""

INFO_PLIST = {
    "CFBundleDisplayName": "焦作行",
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "jz_travel trip",
            "CFBundleTypeRole": "Editor",
            "LSItemContentTypes": ["io.github.jz_travel.trip"],
            "LSHandlerRank": "Owner",
        }
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": "io.github.jz_travel.trip",
            "UTTypeConformsTo": ["public.json"],
            "UTTypeDescription": "jz_travel trip",
            "UTTypeTagSpecification": {"public.filename-extension": ["jztrip"]},
        }
    ],
    "CFBundleLocalizations": sorted(languages.LOCALES),
    "NSHighResolutionCapable": True,
    "LSMinimumSystemVersion": "13.0",
}


def hidden_imports(sources: Path) -> list[str]:
    """Those that this environment has, and what our own code imports by a name in quotes."""
    quoted = re.compile(r"import_module\(\"([\w.]+)\"\)")
    named = {name for file in sources.rglob("*.py") for name in quoted.findall(file.read_text("utf-8"))}
    return sorted(named.union(name for name in HIDDEN if _is_there(name)))


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def is_shipped(path: str) -> bool:
    """Whether a file of assets/ or maps/ is for visitors; recipes are for people who build."""
    parts = PurePosixPath(path).parts
    return "__pycache__" not in parts and parts[:2] != ("maps", "build") and not path.endswith((".py", ".tmp", "~"))


def trimmed(
    binaries: Iterable[Entry], datas: Iterable[Entry], *, sources: Path, work: Path
) -> tuple[list[Entry], list[Entry]]:
    """What is left of PyInstaller's lists: wanted files, and the Qt libraries that these reach.

    ``sources``: the folder of our own code; ``work``: where stripped copies go.
    """
    ours = "".join(file.read_text("utf-8") for file in sorted(sources.rglob("*.py")))
    unused = tuple(f"PySide6/{name}." for name in FROM_HOOKS if f"PySide6.{name}" not in ours)
    wanted = [each for each in binaries if _is_wanted(_path(each)) and not _path(each).startswith(unused)]
    reached = set(_reached(wanted))
    kept = [each for each in wanted if not _is_library(each) or _path(each) in reached]
    if sys.platform.startswith("linux"):
        kept = [_stripped(each, work) for each in kept if not _is_the_systems(_path(each))]
    kept_paths = {_path(each) for each in kept}
    files = [each for each in datas if _is_wanted(_path(each))]
    files = [each for each in files if each[2] != "SYMLINK" or _points_inside(each, kept_paths)]
    return sorted(_small(each, work) for each in kept), sorted(_small(each, work) for each in files)


def _small(entry: Entry, work: Path) -> Entry:
    """ICU's data with our languages alone, everything else as it is."""
    if entry[2] == "SYMLINK":
        return entry
    if re.search(r"/libicudata\.so\.\d+$", _path(entry)):
        return entry[0], str(smaller_library(Path(entry[1]), work / "icu")), entry[2]
    if _path(entry).endswith("/resources/icudtl.dat"):
        return entry[0], str(smaller_file(Path(entry[1]), work / "icu")), entry[2]
    return entry


def _stripped(entry: Entry, work: Path) -> Entry:
    """Without names for debuggers. Libraries that auditwheel moved break when they are stripped: they stay."""
    path = _path(entry)
    if not Path(entry[1]).is_file() or ".libs/" in path or path.startswith(("PySide6/", "shiboken6/", "numpy/")):
        return entry
    copy = work / "stripped" / path
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(entry[1], copy)
    copy.chmod(0o755)
    done = subprocess.run(["strip", "--strip-unneeded", str(copy)], check=False, capture_output=True)
    return (entry[0], str(copy), entry[2]) if done.returncode == 0 else entry


def _path(entry: Entry) -> str:
    return entry[0].replace("\\", "/")


def _is_wanted(path: str) -> bool:
    """By the name alone: plugins, resources, translations, locales, tests."""
    name = path.rsplit("/", 1)[-1]
    if "/qml/" in path or "/tests/" in path or any(_is_module(name, module) for module in GPL_ONLY):
        return False
    if plugin := re.search(r"/plugins/([^/]+)/", path):
        return any(fnmatch(name, each) for each in PLUGINS.get(plugin[1], ()))
    if "qtwebengine_locales/" in path:
        return languages.is_ours(name.removesuffix(".pak"))
    if "/translations/" in path and "PySide6" in path:
        return name.startswith("qtbase_") and languages.is_ours(name[len("qtbase_") : -len(".qm")])
    if "babel/locale-data/" in path:
        return re.split(r"[._]", name)[0] in {"root", *languages.FAMILIES}
    if path.startswith("xyzservices/"):
        return name != "leaflet-providers-parsed.json"
    if ".dist-info/" in path:
        return path.split("-", 1)[0].lower() not in {name.lower() for name in NEVER_IMPORTED}
    return not ("devtools" in name or name.endswith((".debug.pak", ".debug.bin", ".pyi", ".pxd", ".h")))


def _is_module(name: str, module: str) -> bool:
    """Whether a file is of a Qt module, as libQt6Charts.so.6, Qt6Charts.dll, QtCharts.abi3.so or QtCharts."""
    return re.match(rf"(lib)?Qt6?{module}(Qml|Quick|Settings|Assets?\w*)?(\.|$)", name) is not None or (
        module.startswith(("Quick3D", "3D", "Lottie")) and re.match(rf"(lib)?Qt6?{module}", name) is not None
    )


def _is_library(entry: Entry) -> bool:
    """Whether a file is there only because another one needs it: Qt's own, and on Linux the system's."""
    name = _path(entry).rsplit("/", 1)[-1]
    if re.match(r"(lib)?(Qt6|icu|avcodec|avformat|avutil|swscale|swresample)", name):
        return True
    return entry[2] == "BINARY" and re.match(r"lib(?!python)[^/]*\.so", _path(entry)) is not None


def _reached(entries: list[Entry]) -> Iterator[str]:
    """The libraries that Python's bindings, the plugins and the web process need, and what those need."""
    from PyInstaller.depend.bindepend import get_imports

    by_name = {_path(entry).rsplit("/", 1)[-1]: entry for entry in entries if _is_library(entry)}
    waiting = [entry for entry in entries if not _is_library(entry)]
    waiting += [entry for name, entry in by_name.items() if name.startswith(OPENED_BY_NAME)]
    seen = {name for name in by_name if name.startswith(OPENED_BY_NAME)}
    while waiting:
        entry = waiting.pop()
        if not Path(entry[1]).is_file():
            continue
        for name, _ in get_imports(entry[1]):
            plain = Path(name).name
            if plain in by_name and plain not in seen:
                seen.add(plain)
                waiting.append(by_name[plain])
    return (_path(by_name[name]) for name in seen)


def _is_the_systems(path: str) -> bool:
    """What every desktop has, and what its graphics drivers need in their own version, not in an older one of ours."""
    return re.match(rf"lib({'|'.join(map(re.escape, SYSTEM))})\.so", path) is not None


def _points_inside(link: Entry, kept: set[str]) -> bool:
    """Whether a link's target is still there."""
    target = PurePosixPath(_path(link)).parent / link[1]
    return str(target) in kept
