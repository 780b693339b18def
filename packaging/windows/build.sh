#!/bin/sh
# On Windows, in git's shell: the bundle and the installer, in dist/. Needs git, uv, NSIS, and rsvg-convert or the icons
# that `ICONS=DIR` names (16.png … 256.png).
#   SIGN="signtool sign /fd SHA256 /tr http://timestamp.example /td SHA256 /a"   signs both programs and the installer
set -eu
cd "$(dirname "$0")/../.."
export OUT=${OUT:-build/package}
mkdir -p build/icons dist
for side in 16 24 32 48 64 128 256; do
    drawing=jz_travel; [ "$side" -gt 32 ] || drawing=jz_travel_small
    if [ -n "${ICONS:-}" ]; then cp "$ICONS/$side.png" "build/icons/$side.png"; else
        rsvg-convert -w "$side" -h "$side" "assets/icons/app/$drawing.svg" -o "build/icons/$side.png"; fi
done
(cd build/icons && python ../../packaging/windows/ico.py jz_travel.ico 16.png 24.png 32.png 48.png 64.png 128.png 256.png)
packaging/bundle/build.sh
python=${PACKAGE_VENV:-build/package-venv}/Scripts/python
cp LICENSE "$OUT/jz-travel/LICENSE.txt"
"$python" packaging/bundle/licences.py notices "$OUT/jz-travel/THIRD-PARTY-NOTICES.txt"
[ -z "${SIGN:-}" ] || $SIGN "$OUT/jz-travel/jz-travel.exe" "$OUT/jz-travel/jz-travel-window.exe"
"$OUT/jz-travel/jz-travel.exe" self-test
version=$("$python" -c 'import jz_travel; print(jz_travel.__version__)')
makensis -DVERSION="$version" -DBUNDLE="$(pwd -W)/$OUT/jz-travel" -DICON="$(pwd -W)/build/icons/jz_travel.ico" \
    -DOUT="$(pwd -W)/dist/jz-travel-$version-setup.exe" packaging/windows/jz_travel.nsi
[ -z "${SIGN:-}" ] || $SIGN "dist/jz-travel-$version-setup.exe"
