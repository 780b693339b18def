#!/bin/sh
# The portable archive: one file that unpacks and runs on any recent Linux of this architecture, without installation.
#   portable.sh BUNDLE EXTRAS DIST VERSION    (SOURCE_DATE_EPOCH is set; QUICK=1 compresses fast)
set -eu
bundle=$1 extras=$2 dist=$3 version=$4
here=$(cd "$(dirname "$0")" && pwd)
name=jz-travel-$version-linux-x86_64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"
cp -a "$bundle/." "$work/$name/"
cp "$here/../../LICENSE" "$extras/THIRD-PARTY-NOTICES.txt" "$work/$name/"
cp "$extras/icons/256x256/apps/jz-travel.png" "$here/share/jz-travel.desktop" "$work/$name/"
chmod -R u=rwX,go=rX "$work/$name"
tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu \
    -cf "$work/data.tar" "$name"
if [ -n "${QUICK:-}" ]; then xz -0 -T0 "$work/data.tar"; else
    xz --check=crc64 --x86 --lzma2=preset=6,dict=64MiB -T2 --block-size=260MiB "$work/data.tar"
fi
# The head is a shell script that ends where the archive begins.
lines=$(($(wc -l <"$here/portable-head.sh") + 1))
sum=$(sha256sum <"$work/data.tar.xz" | cut -d' ' -f1)
sed -e "s/@LINES@/$lines/; s/@SUM@/$sum/; s/@NAME@/$name/" "$here/portable-head.sh" >"$work/run"
cat "$work/data.tar.xz" >>"$work/run"
chmod 755 "$work/run"
mv "$work/run" "$dist/$name.run"
echo "$dist/$name.run"
