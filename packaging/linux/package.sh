#!/bin/sh
# Everything that is built on Linux, into dist/: the .deb, the portable archive, the list of parts, the sums. `make package`.
#   QUICK=1  compresses fast, for trying things out      KEEP_BUNDLE=1  takes the bundle that is there
set -eu
cd "$(dirname "$0")/../.."
OUT=${OUT:-$(pwd)/build/package} DIST=${DIST:-$(pwd)/dist}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export OUT SOURCE_DATE_EPOCH PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0
python=${PACKAGE_VENV:-build/package-venv}/bin/python

missing=""
for tool in rsvg-convert dpkg-shlibdeps xz zstd strip nm objcopy as ld; do command -v "$tool" >/dev/null || missing="$missing $tool"; done
if [ -n "$missing" ]; then
    echo "Missing:$missing. On Debian: apt-get install librsvg2-bin dpkg-dev xz-utils zstd binutils" >&2
    exit 1
fi
[ -n "${KEEP_BUNDLE:-}" ] || packaging/bundle/build.sh
version=$("$python" -c 'import jz_travel; print(jz_travel.__version__)')
packaging/linux/extras.sh "$OUT/extras" "$python"
mkdir -p "$DIST"
"$python" packaging/linux/deb.py --bundle "$OUT/jz-travel" --extras "$OUT/extras" --work "$OUT/deb" --out "$DIST" \
    --version "$version" ${QUICK:+--quick}
packaging/linux/portable.sh "$OUT/jz-travel" "$OUT/extras" "$DIST" "$version"
cp "$OUT/extras/sbom.cdx.json" "$DIST/jz-travel-$version.cdx.json"
"$python" packaging/bundle/sums.py "$DIST"
