#!/bin/sh
# On macOS 13 or newer (arm64 or x86_64): the .app and the .dmg, in dist/. Needs git, uv, Xcode's command line tools, and
# librsvg for the icon (brew install librsvg).
#   IDENTITY="Developer ID Application: NAME (TEAM)"   signs; without it the app is signed for this machine only ("-")
#   PROFILE=NAME    notarises with what `xcrun notarytool store-credentials NAME` has kept, and staples the ticket
set -eu
cd "$(dirname "$0")/../.."
export OUT=${OUT:-build/package}
IDENTITY=${IDENTITY:--}
set_=build/icons/jz_travel.iconset
mkdir -p "$set_" dist
for side in 16 32 128 256 512; do
    drawing=jz_travel; [ "$side" -gt 32 ] || drawing=jz_travel_small
    rsvg-convert -w "$side" -h "$side" "assets/icons/app/$drawing.svg" -o "$set_/icon_${side}x$side.png"
    rsvg-convert -w $((side * 2)) -h $((side * 2)) assets/icons/app/jz_travel.svg -o "$set_/icon_${side}x${side}@2x.png"
done
iconutil --convert icns --output build/icons/jz_travel.icns "$set_"
packaging/bundle/build.sh
app="$OUT/Jiaozuo Travel.app"
python=${PACKAGE_VENV:-build/package-venv}/bin/python
cp LICENSE "$app/Contents/Resources/"
"$python" packaging/bundle/licences.py notices "$app/Contents/Resources/THIRD-PARTY-NOTICES.txt"

# From the inside out: libraries, Chromium's helper with rights of its own, then the whole.
find "$app" \( -name '*.so' -o -name '*.dylib' \) -exec codesign --force --timestamp --options runtime -s "$IDENTITY" {} +
find "$app" -name QtWebEngineProcess.app -exec codesign --force --timestamp --options runtime \
    --entitlements packaging/macos/web.entitlements -s "$IDENTITY" {} \;
codesign --force --timestamp --options runtime --entitlements packaging/macos/app.entitlements -s "$IDENTITY" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/jz-travel" self-test

version=$("$python" -c 'import jz_travel; print(jz_travel.__version__)')
dmg=dist/jz-travel-$version-macos-$(uname -m).dmg
stage=$(mktemp -d)
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Jiaozuo Travel" -srcfolder "$stage" -ov -format ULFO "$dmg"
rm -rf "$stage"
[ "$IDENTITY" = - ] || codesign --timestamp -s "$IDENTITY" "$dmg"
if [ -n "${PROFILE:-}" ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$dmg"
    spctl --assess --type open --context context:primary-signature --verbose "$dmg"
fi
