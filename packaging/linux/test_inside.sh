#!/bin/sh
# Runs inside a plain Debian (see test_deb.sh): everything that a visitor does with the package, each step checked.
set -eu
user=visitor home='/home/王 小明'
fail() { echo "FAILED: $*" >&2; exit 1; }
step() { echo "-- $*"; }
as_visitor() { runuser -u "$user" -- env -i HOME="$home" USER="$user" PATH=/usr/bin:/bin LANG="${lang:-C.UTF-8}" "$@"; }
on_screen() { as_visitor xvfb-run -a -s '-screen 0 1280x800x24' "$@"; }
quiet() { "$@" >/srv/log 2>&1 || { tail -n 20 /srv/log >&2; fail "$*"; }; }
trips_of_visitor() { (cd "$home/.local/share/jz-travel/trips" && find . -name '*.jztrip' -exec sha256sum {} + | sort); }
mkdir -p /srv/pictures

step "an older version is installed, with only what it depends on"
quiet apt-get update
quiet apt-get install -y --no-install-recommends /srv/old/jz-travel.deb
useradd -m -d "$home" "$user"
command -v jz-travel >/dev/null || fail "jz-travel is not in the path"
[ -z "$(fc-list 2>/dev/null | grep -i cjk)" ] || fail "this Debian has Chinese fonts; the test is worth nothing"
missing=$(find /usr/lib/jz-travel -type f \( -name '*.so*' -o -perm -100 \) -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
[ -z "$missing" ] || echo "   not found by ldd alone (wheels find theirs otherwise): $(echo "$missing" | wc -l)"
as_visitor jz-travel --version

step "without a screen it says so"
if as_visitor jz-travel 2>/srv/log; then fail "a window opened on no screen"; fi
grep -q "There is no screen" /srv/log || fail "no clear word about the missing screen: $(cat /srv/log)"
if as_visitor DISPLAY=:77 jz-travel 2>/srv/log; then fail "a window opened on no screen"; fi
grep -q ":77" /srv/log || fail "no clear word about the screen that does not answer: $(cat /srv/log)"
lang=zh_CN.UTF-8; as_visitor jz-travel 2>/srv/log && fail "?"; lang=
grep -q "屏幕" /srv/log || fail "no Chinese word about the missing screen: $(cat /srv/log)"

step "on a screen, as a user with a Chinese name, in Chromium's sandbox"
quiet apt-get install -y --no-install-recommends xvfb xauth xdotool imagemagick procps desktop-file-utils shared-mime-info
lang=zh_CN.UTF-8 on_screen jz-travel self-test --out "$home/自 检" >/srv/self-test 2>&1 &
test=$!
sandbox="" # a renderer is a child of Chromium's zygote and keeps its name; only a renderer has the filter of calls
while kill -0 $test 2>/dev/null; do
    for pid in $(pgrep -f QtWebEngineProcess || true); do
        seen=$(awk '/^Seccomp:|^NoNewPrivs:/ { printf "%s", $2 }' "/proc/$pid/status" 2>/dev/null || true)
        [ "$seen" != 12 ] || [ "$(readlink "/proc/$pid/ns/user")" = "$(readlink /proc/self/ns/user)" ] || sandbox=yes
    done
    sleep 0.2
done
wait $test || { cat /srv/self-test >&2; fail "self-test"; }
grep -q -- --no-sandbox /srv/self-test && fail "the sandbox is off"
[ "$sandbox" = yes ] || fail "no renderer was seen in the sandbox (own user namespace, seccomp filter, no new privileges)"
cp "$home/自 检/window.png" /srv/pictures/self-test.png

step "a trip is opened; a second start hands its file to the first window"
as_visitor cp "$home/自 检/trip.jztrip" "$home/云台山 trip.jztrip"
on_screen sh /srv/visitor.sh "$home/云台山 trip.jztrip" >/srv/log 2>&1 || { tail -n 20 /srv/log >&2; fail "visitor.sh"; }
cp /tmp/visitor-*.png /srv/pictures/
trips_of_visitor >/srv/trips-before
[ "$(wc -l </srv/trips-before)" -ge 2 ] || fail "the trips are not there: $(cat /srv/trips-before)"

step "a home that may not be written, no D-Bus, no OpenGL, a full disk"
mkdir -p /srv/sealed && chown root:root /srv/sealed && chmod 755 /srv/sealed
runuser -u "$user" -- env -i HOME=/srv/sealed PATH=/usr/bin:/bin LANG=C.UTF-8 xvfb-run -a -s '-screen 0 1280x800x24 -extension GLX' \
    sh /srv/visitor.sh '' sealed >/srv/log 2>&1 || { tail -n 20 /srv/log >&2; fail "sealed home"; }
mkdir -p /srv/tiny && mount -t tmpfs -o size=300k,uid="$(id -u $user)",mode=700 tmpfs /srv/tiny
runuser -u "$user" -- env -i HOME=/srv/tiny PATH=/usr/bin:/bin LANG=C.UTF-8 xvfb-run -a -s '-screen 0 1280x800x24' \
    sh /srv/visitor.sh '' tiny >/srv/log 2>&1 || { tail -n 20 /srv/log >&2; fail "full disk"; }
umount -l /srv/tiny
cp /tmp/visitor-*.png /srv/pictures/

step "a screen with twice the dots"
as_visitor QT_SCALE_FACTOR=2 xvfb-run -a -s '-screen 0 2560x1600x24' sh /srv/visitor.sh '' twice >/srv/log 2>&1 ||
    { tail -n 20 /srv/log >&2; fail "twice the dots"; }
cp /tmp/visitor-twice.png /srv/pictures/

step "a library that is missing is named"
for library in libxcb-cursor.so.0 libnss3.so; do
    file=$(find /usr/lib -name "$library" | head -n 1)
    mv "$file" "$file.away"
    if on_screen jz-travel >/srv/log 2>&1; then fail "a window opened without $library"; fi
    mv "$file.away" "$file"
    grep -q "lacks $library" /srv/log || { cat /srv/log >&2; fail "no clear word about $library"; }
done

step "an upgrade onto a full disk leaves the old version working"
app=/usr/lib/jz-travel
used=$(du -sm $app | cut -f1)
cp -a $app /srv/app && mount -t tmpfs -o size=$((used + 60))m tmpfs $app && cp -a /srv/app/. $app/ && rm -rf /srv/app
if dpkg -i /srv/new/jz-travel.deb >/srv/log 2>&1; then fail "the disk was not full"; fi
grep -q 'No space left' /srv/log || fail "no clear word: $(tail -n 3 /srv/log)"
dpkg-query -W -f='${Version} ${Status}\n' jz-travel
as_visitor QT_QPA_PLATFORM=offscreen jz-travel demo --out "$home/old" >/srv/log 2>&1 || { cat /srv/log; fail "old version broken"; }
cp -a $app/. /srv/app/ 2>/dev/null || { mkdir /srv/app && cp -a $app/. /srv/app/; }
umount -l $app && rm -rf $app && mv /srv/app $app

step "an upgrade that is killed half-way can be done again"
dpkg -i /srv/new/jz-travel.deb >/srv/log 2>&1 &
sleep 1.5
pkill -9 -x dpkg-deb || true
kill -9 $! 2>/dev/null || true
wait || true
dpkg --configure -a >/srv/log 2>&1 || true # as apt asks for
quiet apt-get install -y --no-install-recommends /srv/new/jz-travel.deb
[ "$(dpkg-query -W -f='${Status}' jz-travel)" = "install ok installed" ] || fail "not installed after the second try"

step "after the upgrade the trips are what they were"
as_visitor jz-travel --version
trips_of_visitor | cmp - /srv/trips-before || fail "the upgrade changed a trip"
as_visitor jz-travel show "$home/云台山 trip.jztrip" >/dev/null || fail "the trip cannot be shown"
find /usr/lib/jz-travel -name '*.dpkg-*' | grep . && fail "leftovers of the upgrade"

step "menus, file type, man page"
desktop-file-validate /usr/share/applications/jz-travel.desktop
update-mime-database /usr/share/mime
grep -q jztrip /usr/share/mime/globs || fail "no file type"
[ -s /usr/share/man/man1/jz-travel.1.gz ] || echo "   (this Debian leaves out man pages)"

step "removed, it leaves nothing but what the visitor made"
quiet apt-get purge -y jz-travel
for left in /usr/lib/jz-travel /usr/bin/jz-travel /etc/apparmor.d/jz-travel /usr/share/jz-travel; do
    [ ! -e $left ] || fail "$left is still there"
done
trips_of_visitor | cmp - /srv/trips-before || fail "removing took trips away"

if [ -e /srv/jz-travel.run ]; then
    step "the portable archive, where nothing is installed but what a desktop has"
    quiet apt-get install -y --no-install-recommends xz-utils libegl1 libgl1 libxcb-dri3-0 libfontconfig1 libfreetype6 \
        libx11-6 libx11-xcb1 libexpat1 libgbm1 libwayland-client0 libwayland-cursor0 libwayland-egl1 \
        "$(apt-cache show libasound2t64 >/dev/null 2>&1 && echo libasound2t64 || echo libasound2)" \
        "$(apt-cache show libglib2.0-0t64 >/dev/null 2>&1 && echo libglib2.0-0t64 || echo libglib2.0-0)" libudev1
    cp /srv/jz-travel.run "$home/"
    chown "$user" "$home/jz-travel.run"
    head -c 30000000 /srv/jz-travel.run >"$home/half.run"; chmod 755 "$home/half.run"
    if as_visitor "$home/half.run" --version 2>/srv/log; then fail "half a download ran"; fi
    grep -q damaged /srv/log || fail "no clear word: $(cat /srv/log)"
    on_screen "$home/jz-travel.run" self-test --out "$home/portable" >/srv/log 2>&1 || { tail -n 20 /srv/log; fail "portable"; }
    cp "$home/portable/window.png" /srv/pictures/portable.png
    as_visitor "$home/jz-travel.run" --remove
    [ ! -e "$home/.local/share/jz-travel-portable" ] || fail "--remove left something"
fi
echo "All is well in Debian $(cat /etc/debian_version)."
