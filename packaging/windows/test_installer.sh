#!/bin/sh
# The installer's own work, under wine with stand-in files: silent, byte for byte, registered, and gone again without what
# is not ours. Needs nsis, librsvg2-bin, python3 and wine64; the program itself is not run.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'wineserver -k || true; sleep 1; rm -rf "$work"' EXIT # of this prefix only
export WINEPREFIX="$work/prefix" WINEDEBUG=-all HOME="$work"
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
fail() { echo "FAILED: $*" >&2; exit 1; }
mkdir -p "$work/bundle/_internal/assets"
cp -r assets/places "$work/bundle/_internal/assets/"
cp LICENSE "$work/bundle/LICENSE.txt"
for name in jz-travel jz-travel-window; do echo "stand-in" >"$work/bundle/$name.exe"; done
for side in 16 48 256; do rsvg-convert -w $side -h $side assets/icons/app/jz_travel.svg -o "$work/$side.png"; done
python3 packaging/windows/ico.py "$work/jz.ico" "$work/16.png" "$work/48.png" "$work/256.png"
# The 64-bit stub, because wine for 32-bit programs is another package.
makensis -V2 -X"Target amd64-unicode" -DQUICK -DVERSION=0.1.0 -DBUNDLE="$work/bundle" -DICON="$work/jz.ico" \
    -DOUT="$work/jz-travel-setup.exe" packaging/windows/jz_travel.nsi
"$wine" winecfg -v win7
if "$wine" "$work/jz-travel-setup.exe" /S; then fail "installed on Windows 7"; fi
"$wine" winecfg -v win10
"$wine" "$work/jz-travel-setup.exe" /S || fail "setup"
app=$(find "$work/prefix/drive_c/users" -type d -path '*Programs/jz-travel')
diff -r -x uninstall.exe "$work/bundle" "$app" || fail "other files than the bundle's"
"$wine" reg query 'HKCU\Software\Classes\jz-travel.trip\shell\open\command' | grep -q 'jz-travel-window.exe" open "%1"' ||
    fail "file type"
"$wine" "$work/jz-travel-setup.exe" /S || fail "setup over itself"
echo mine >"$app/mine.txt"
"$wine" "$app/uninstall.exe" /S || fail "uninstall"
for _ in $(seq 50); do [ -e "$app/uninstall.exe" ] || break; sleep 0.2; done
[ "$(find "$app" -type f)" = "$app/mine.txt" ] || fail "left: $(find "$app" -type f)"
if "$wine" reg query 'HKCU\Software\Classes\jz-travel.trip' >/dev/null 2>&1; then fail "registry"; fi
echo "The installer installs, registers, repeats and removes."
