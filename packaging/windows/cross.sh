#!/bin/sh
# The Windows bundle on Linux, after packaging/bundle/build.sh: PyInstaller for Windows runs under wine, in a CPython 3.11
# for Windows with the locked wheels for Windows. Makes build/windows/jz-travel; takes half an hour.
#   cross.sh DIR     DIR has python.exe in it; a copy is used. Needs wine64, uv, librsvg2-bin, gcc-mingw-w64-x86-64
set -eu
python=$(realpath "${1:?the folder of a Windows Python}")
cd "$(dirname "$0")/../.."
out=$(pwd)/build/windows
rm -rf "$out"
mkdir -p "$out" build/icons
export WINEPREFIX="$out/prefix" WINEDEBUG=-all
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0
cp -a "$python" "$out/python"
for side in 16 24 32 48 64 128 256; do
    drawing=jz_travel; [ "$side" -gt 32 ] || drawing=jz_travel_small
    rsvg-convert -w "$side" -h "$side" "assets/icons/app/$drawing.svg" -o "build/icons/$side.png"
done
(cd build/icons && python3 ../../packaging/windows/ico.py jz_travel.ico 16.png 24.png 32.png 48.png 64.png 128.png 256.png)

uv export --quiet --frozen --no-default-groups --group package --no-emit-project -o "$out/locked.txt"
uv pip install --quiet --python-platform x86_64-pc-windows-msvc --python-version 3.11 --only-binary :all: \
    --target "$out/python/Lib/site-packages" -r "$out/locked.txt"
cp packaging/windows/no_numpy.py "$out/python/Lib/sitecustomize.py"
"$wine" winecfg -v win10
# Qt6Core wants the ICU of Windows, which wine lacks. The stand-in is in wine's own folder and never in the bundle.
x86_64-w64-mingw32-gcc -shared -s -O2 -o "$WINEPREFIX/drive_c/windows/system32/icuuc.dll" packaging/windows/wine_icu.c

python3 packaging/bundle/build_info.py "$out/build.json"
PACKAGE_BUILD_INFO=$(echo "Z:$out/build.json" | tr / '\\')
export PACKAGE_BUILD_INFO
# Through a pipe, because Windows' Python does not take files as its streams from wine.
"$wine" "$out/python/python.exe" -m PyInstaller --noconfirm --clean --log-level WARN --distpath "Z:$out" \
    --workpath "Z:$out/work" packaging/bundle/jz_travel.spec </dev/null 2>&1 | cat
[ -f "$out/jz-travel/jz-travel.exe" ]
rm -f "$out/jz-travel/_internal/icuuc.dll"
cp LICENSE "$out/jz-travel/LICENSE.txt"
"${PACKAGE_VENV:-build/package-venv}/bin/python" packaging/bundle/licences.py notices "$out/jz-travel/THIRD-PARTY-NOTICES.txt"
echo "$out/jz-travel"
