#!/bin/sh
# The installer's own work, under wine: silent, byte for byte, registered, and gone again without what is not ours.
# Needs nsis, librsvg2-bin, python3, wine64 and gcc-mingw-w64-x86-64. With stand-in files, or
#   BUNDLE=DIR test_installer.sh     around the real ones (cross.sh), and then the installed program is asked what works in
#                                    wine: all but numpy (the planner) and WebEngine (the map)
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'wineserver -k || true; sleep 1; rm -rf "$work"' EXIT # of this prefix only
export WINEPREFIX="$work/prefix" WINEDEBUG=-all HOME="$work"
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
fail() { echo "FAILED: $*" >&2; exit 1; }
bundle=${BUNDLE:-$work/bundle}
if [ -z "${BUNDLE:-}" ]; then
    mkdir -p "$bundle/_internal/assets"
    cp -r assets/places "$bundle/_internal/assets/"
    cp LICENSE "$bundle/LICENSE.txt"
    for name in jz-travel jz-travel-window; do echo "stand-in" >"$bundle/$name.exe"; done
fi
for side in 16 48 256; do rsvg-convert -w $side -h $side assets/icons/app/jz_travel.svg -o "$work/$side.png"; done
python3 packaging/windows/ico.py "$work/jz.ico" "$work/16.png" "$work/48.png" "$work/256.png"
# The 64-bit stub, because wine for 32-bit programs is another package.
makensis -V2 -X"Target amd64-unicode" -DQUICK -DVERSION=0.1.0 -DBUNDLE="$bundle" -DICON="$work/jz.ico" \
    -DOUT="$work/jz-travel-setup.exe" packaging/windows/jz_travel.nsi
"$wine" winecfg -v win7
if "$wine" "$work/jz-travel-setup.exe" /S; then fail "installed on Windows 7"; fi
"$wine" winecfg -v win10
"$wine" "$work/jz-travel-setup.exe" /S || fail "setup"
app=$(find "$work/prefix/drive_c/users" -type d -path '*Programs/jz-travel')
diff -r -x uninstall.exe "$bundle" "$app" || fail "other files than the bundle's"
"$wine" reg query 'HKCU\Software\Classes\jz-travel.trip\shell\open\command' | grep -q 'jz-travel-window.exe" open "%1"' ||
    fail "file type"
if [ -n "${BUNDLE:-}" ]; then
    x86_64-w64-mingw32-gcc -shared -s -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
        packaging/windows/wine_random.c -ladvapi32
    answers() { # WHAT ARGUMENT …
        what=$1; shift
        said=$("$wine" "$app/jz-travel.exe" "$@" </dev/null 2>&1 | cat)
        echo "$said" | grep -q "$what" || fail "$*: $said"
    }
    answers "^jz_travel [0-9.]*, built" --version
    answers "Mistakes: 0" --lang en assets
    answers Yuntai --lang en places yuntai
fi
"$wine" "$work/jz-travel-setup.exe" /S || fail "setup over itself"
echo mine >"$app/mine.txt"
"$wine" "$app/uninstall.exe" /S || fail "uninstall"
for _ in $(seq 50); do [ -e "$app/uninstall.exe" ] || break; sleep 0.2; done
[ "$(find "$app" -type f)" = "$app/mine.txt" ] || fail "left: $(find "$app" -type f)"
if "$wine" reg query 'HKCU\Software\Classes\jz-travel.trip' >/dev/null 2>&1; then fail "registry"; fi
echo "The installer installs, registers, repeats and removes."
