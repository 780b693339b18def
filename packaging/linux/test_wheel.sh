#!/bin/sh
# The wheel, in an environment of its own and far from this folder: the command is there, with assets and maps inside.
set -eu
cd "$(dirname "$0")/../.."
uv=$(command -v uv || echo "$(pwd)/build/uv/bin/uv")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$uv" build --quiet --wheel --out-dir "$work"
"$uv" venv --quiet --python 3.11 "$work/venv"
"$uv" export --quiet --frozen --no-default-groups --no-emit-project --no-hashes -o "$work/locked.txt"
VIRTUAL_ENV=$work/venv "$uv" pip install --quiet -c "$work/locked.txt" "$work"/*.whl
cd "$work"
run() { env -u PYTHONPATH HOME="$work/home" QT_QPA_PLATFORM=offscreen "$work/venv/bin/jz-travel" "$@"; }
run --version
run places yts >/dev/null
run self-test --out "$work/out"
size=$(stat -c %s "$work"/*.whl)
echo "The wheel ($((size / 1000)) kB) works where nothing else is."
