#!/bin/sh
# What goes beside the bundle: icons in every size, man page, completions, AppStream data, notices, list of parts.
#   extras.sh DIR PYTHON   (SOURCE_DATE_EPOCH is set)
set -eu
cd "$(dirname "$0")/../.."
out=$1 python=$2
share=packaging/linux/share app=assets/icons/app
rm -rf "$out"; mkdir -p "$out"
for side in 16 22 24 32 48 64 128 256 512; do
    drawing=jz_travel; [ "$side" -gt 32 ] || drawing=jz_travel_small # drawn with fewer lines
    mkdir -p "$out/icons/${side}x$side/apps" "$out/icons/${side}x$side/mimetypes"
    rsvg-convert -w "$side" -h "$side" "$app/$drawing.svg" -o "$out/icons/${side}x$side/apps/jz-travel.png"
    rsvg-convert -w "$side" -h "$side" "$share/application-vnd.jz-travel.trip+json.svg" \
        -o "$out/icons/${side}x$side/mimetypes/application-vnd.jz-travel.trip+json.png"
done
mkdir -p "$out/icons/scalable/apps" "$out/icons/scalable/mimetypes"
cp "$app/jz_travel.svg" "$out/icons/scalable/apps/jz-travel.svg"
cp "$share/application-vnd.jz-travel.trip+json.svg" "$out/icons/scalable/mimetypes/"

"$python" packaging/bundle/reference.py "$out"
"$python" packaging/bundle/licences.py notices "$out/THIRD-PARTY-NOTICES.txt"
"$python" packaging/bundle/sbom.py "$out/sbom.cdx.json"
version=$("$python" -c 'import jz_travel; print(jz_travel.__version__)')
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
# AppStream takes pictures from the web only; .invalid can be nobody's, until the project has a home: PACKAGE_HOME.
sed -e "s/@version@/$version/; s/@date@/$day/" \
    -e "s#@pictures@#${PACKAGE_HOME:-https://jz-travel.invalid}/pictures#" \
    "$share/metainfo.xml.in" >"$out/io.github.jz_travel.jz_travel.metainfo.xml"
{
    echo "jz-travel ($version) stable; urgency=medium"
    echo
    sed -n '/^## /,$p' CHANGELOG.md | sed '1d; /^## /,$d' | sed 's/^- /  * /; s/^  \([^*]\)/    \1/; s/^\*\*\(.*\)\*\*$/  [ \1 ]/; s/^\([A-Z]\)/  * \1/'
    echo
    echo " -- The jz_travel team <jz_travel@localhost.localdomain>  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} >"$out/changelog"
