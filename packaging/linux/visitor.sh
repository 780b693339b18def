#!/bin/sh
# What a visitor does at an X screen, for test_inside.sh: opens the window with a trip, starts the program again with a
# file, kills it and starts anew.     visitor.sh TRIP [NAME]     pictures: /tmp/visitor-NAME*.png
set -eu
trip=$1 name=${2:-trip}
log=/tmp/visitor-$name.log
title() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1; }
wait_for() { for _ in $(seq 150); do [ -z "$(title "$1")" ] || return 0; sleep 0.2; done; cat "$log" >&2; exit 1; }
picture() { sleep "${1:-6}"; import -window root "/tmp/visitor-$name$2.png"; }

jz-travel ${trip:+open "$trip"} >"$log" 2>&1 &
first=$!
wait_for 'Jiaozuo|焦作'
picture 7 ''
kill -0 $first
if [ -n "$trip" ]; then
    windows=$(xdotool search --onlyvisible --name 'Jiaozuo|焦作' | wc -l)
    jz-travel open "$trip" # hands over and ends
    [ "$(xdotool search --onlyvisible --name 'Jiaozuo|焦作' | wc -l)" = "$windows" ]
    sleep 2
    kill -9 $first # the lock and the socket of a killed program are in nobody's way
    wait $first 2>/dev/null || true
    jz-travel >"$log" 2>&1 &
    first=$!
    wait_for 'Jiaozuo|焦作'
    picture 5 -again
fi
xdotool search --onlyvisible --name 'Jiaozuo|焦作' windowclose 2>/dev/null || true
sleep 1
kill $first 2>/dev/null || true
if grep -B 2 -A 20 -E 'Traceback|a bug' "$log" >&2; then exit 1; fi
