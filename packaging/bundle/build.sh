#!/bin/sh
# Makes build/package/jz-travel, the program as one folder, from uv.lock. Runs on Linux, on macOS and in git's shell on
# Windows. The same commit gives the same bytes: dates come from the last commit, hashes are not salted.
#   OUT=DIR  where to work, else build/package
set -eu
cd "$(dirname "$0")/../.."
OUT=${OUT:-build/package}
mkdir -p "$OUT"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    uv=build/uv/bin/uv
    [ -x "$uv" ] || { python3 -m venv build/uv && build/uv/bin/pip install --quiet 'uv>=0.8,<1'; }
fi
venv=${PACKAGE_VENV:-build/package-venv}
UV_PROJECT_ENVIRONMENT=$venv "$uv" sync --quiet --frozen --no-default-groups --group package --no-install-project
bin=$venv/bin
[ -d "$bin" ] || bin=$venv/Scripts

case "$OUT" in /*) PACKAGE_BUILD_INFO=$OUT/build.json ;; *) PACKAGE_BUILD_INFO=$(pwd)/$OUT/build.json ;; esac
export PACKAGE_BUILD_INFO
"$bin/python" packaging/bundle/build_info.py "$PACKAGE_BUILD_INFO"
rm -rf "$OUT/work" "$OUT/jz-travel"
# The downloads pack everything together; modules that were packed before, each alone, would take twice the room there.
export PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0
"$bin/pyinstaller" --noconfirm --clean --log-level ERROR --distpath "$OUT" --workpath "$OUT/work" \
    packaging/bundle/jz_travel.spec
echo "$OUT/jz-travel"
