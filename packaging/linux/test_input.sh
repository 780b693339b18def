#!/bin/sh
# Whether Chinese can be typed into the installed program: a pinyin of IBus and of Fcitx 5, on an X screen of its own.
#   test_input.sh [PROGRAM]     needs xvfb xauth dbus-x11 xdotool xclip imagemagick ibus ibus-libpinyin fcitx5 fcitx5-pinyin
# Pictures: build/input-ibus.png, build/input-fcitx.png
set -eu
cd "$(dirname "$0")/../.."
mkdir -p build
program=$(realpath "$(command -v "${1:-jz-travel}")")
cat >"${TMPDIR:-/tmp}/jz-input.$$" <<'INSIDE'
set -eu
program=$1 method=$2 picture=$3
seen() { xdotool search --onlyvisible --name 'Jiaozuo|焦作' 2>/dev/null | head -n 1; }
if [ "$method" = ibus ]; then
    gsettings set org.freedesktop.ibus.general preload-engines "['libpinyin']"
    ibus-daemon --xim --panel=disable --cache=refresh --replace --daemonize
    for _ in $(seq 50); do ! ibus engine libpinyin >"$HOME/ibus.log" 2>&1 || break; sleep 0.3; done
    [ "$(ibus engine)" = libpinyin ] || { cat "$HOME/ibus.log" >&2; exit 1; }
else
    mkdir -p "$HOME/.config/fcitx5"
    printf '[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n[Groups/0/Items/0]\nName=pinyin\n' \
        >"$HOME/.config/fcitx5/profile"
    printf '[Behavior]\nActiveByDefault=True\n' >"$HOME/.config/fcitx5/config"
    fcitx5 --disable=cloudpinyin >"$HOME/fcitx.log" 2>&1 &
    sleep 3
fi
QT_IM_MODULE=$method "$program" >"$HOME/log" 2>&1 &
for _ in $(seq 200); do [ -z "$(seen)" ] || break; sleep 0.3; done
sleep 6
xdotool windowfocus "$(seen)" || true
sleep 1
xdotool key ctrl+f; sleep 1
xdotool type --delay 120 yuntaishan; sleep 2
xdotool key space; sleep 2
import -window root "$picture"
xdotool key ctrl+a; sleep 0.5
xdotool key ctrl+c; sleep 1
typed=$(timeout 5 xclip -o -selection clipboard)
kill $!
[ "$typed" = 云台山 ] || { echo "typed “$typed”" >&2; tail -n 20 "$HOME/log" >&2; exit 1; }
INSIDE
trap 'rm -f "${TMPDIR:-/tmp}/jz-input.$$"' EXIT
for method in ibus fcitx; do
    home=$(mktemp -d)
    env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 XMODIFIERS="@im=$method" XDG_RUNTIME_DIR="$home" XDG_CONFIG_HOME="$home/.config" \
        xvfb-run -a -s '-screen 0 1280x800x24' dbus-run-session -- \
        sh "${TMPDIR:-/tmp}/jz-input.$$" "$program" "$method" "$(pwd)/build/input-$method.png" || { echo "FAILED: $method" >&2; exit 1; }
    rm -rf "$home"
    echo "Chinese can be typed with $method."
done
